import { Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { text } from '@/lib/text';
import { useMay } from './permissions';

/** One calm line for who may only look, so that nobody wonders why things are greyed. */
export function ReadOnlyNote({ unless }: { unless: string }) {
  const may = useMay(unless);
  if (may) return null;
  return (
    <Group
      role="note"
      gap="sm"
      wrap="nowrap"
      mb="md"
      px="md"
      py="sm"
      style={{ borderRadius: 8, background: 'var(--tint-idle)' }}
    >
      <IconEye size={18} aria-hidden style={{ color: 'var(--state-idle)', flex: 'none' }} />
      <Text size="sm">{text.common.onlyLook}</Text>
    </Group>
  );
}
