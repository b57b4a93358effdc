import { IconDeviceMobile, IconDeviceTv, IconMail, IconWorldWww, type Icon } from '@tabler/icons-react';
import type { ChannelKind } from '@/api/types';

const glyphs: Record<ChannelKind, Icon> = {
  WEBSITE: IconWorldWww,
  EMAIL: IconMail,
  MOBILE: IconDeviceMobile,
  TV: IconDeviceTv,
};

/** The picture that somebody gave it, or the sign of its kind. The name stands beside it. */
export function ChannelLogo({
  kind,
  logo,
  size = 28,
}: {
  kind: ChannelKind;
  logo?: string | undefined;
  size?: number;
}) {
  const Glyph = glyphs[kind];
  return logo ? (
    <img className="channel-logo" src={logo} alt="" width={size} height={size} />
  ) : (
    <span className="channel-logo" style={{ width: size, height: size }} aria-hidden>
      <Glyph size={Math.round(size * 0.6)} />
    </span>
  );
}
