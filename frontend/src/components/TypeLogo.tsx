import {
  IconBed,
  IconBraces,
  IconCloud,
  IconDatabase,
  IconFileSpreadsheet,
  IconGift,
  IconListCheck,
  IconMail,
  IconPlugConnected,
  IconPlugConnectedX,
  IconSpeakerphone,
  IconUsers,
  IconUsersGroup,
  IconWorld,
  type Icon,
} from '@tabler/icons-react';

const glyphs: Record<string, [Icon, string]> = {
  sftp: [IconFileSpreadsheet, '#3343b3'],
  files: [IconFileSpreadsheet, '#3343b3'],
  s3: [IconCloud, '#8a5300'],
  database: [IconDatabase, '#11703c'],
  email: [IconMail, '#9b2c6f'],
  crm: [IconUsers, '#0b6b7a'],
  web: [IconWorld, '#5b3fb3'],
  'data-layer': [IconBraces, '#5b3fb3'],
  marketing: [IconSpeakerphone, '#9b2c6f'],
  'customer-data': [IconUsersGroup, '#0b6b7a'],
  survey: [IconListCheck, '#8a5300'],
  hospitality: [IconBed, '#11703c'],
  loyalty: [IconGift, '#5b3fb3'],
  gone: [IconPlugConnectedX, '#4d5262'],
};

/** Our own glyph on the colour of its category; the vendor's name is said in words beside it. */
export function TypeLogo({ logo, size = 32 }: { logo: string; size?: number }) {
  const [Glyph, colour] = glyphs[logo] ?? [IconPlugConnected, '#4d5262'];
  return (
    <span
      aria-hidden
      style={{
        display: 'inline-grid',
        placeItems: 'center',
        flex: 'none',
        width: size,
        height: size,
        borderRadius: size / 4,
        background: colour,
        color: '#fff',
      }}
    >
      <Glyph size={size * 0.6} stroke={1.8} />
    </span>
  );
}
