import { Button, FileButton, Group, Input } from '@mantine/core';
import { useId, useState } from 'react';
import type { ChannelKind } from '@/api/types';
import { ChannelLogo } from '@/components/channels/ChannelLogo';
import { text } from '@/lib/text';
import { asLogo } from './logo';

const words = text.channels;

interface Props {
  kind: ChannelKind;
  logo: string;
  error: string | undefined;
  disabled: boolean;
  onChange: (logo: string) => void;
}

export function LogoField({ kind, logo, error, disabled, onChange }: Props) {
  const label = useId();
  const [failed, setFailed] = useState(false);
  const choose = async (file: File | null) => {
    if (file === null) return;
    const made = await asLogo(file);
    setFailed(made === undefined);
    if (made !== undefined) onChange(made);
  };
  return (
    <Input.Wrapper
      label={words.logo}
      labelElement="div"
      labelProps={{ id: label }}
      description={words.logoHelp}
      error={failed ? words.noPicture : error}
    >
      <Group mt={6} gap="sm" role="group" aria-labelledby={label}>
        <ChannelLogo kind={kind} logo={logo || undefined} size={40} />
        {!disabled && (
          <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => void choose(file)}>
            {(props) => (
              <Button {...props} variant="default" size="xs">
                {logo ? words.otherPicture : words.choosePicture}
              </Button>
            )}
          </FileButton>
        )}
        {!disabled && logo && (
          <Button variant="subtle" color="gray" size="xs" onClick={() => onChange('')}>
            {text.common.remove}
          </Button>
        )}
      </Group>
    </Input.Wrapper>
  );
}
