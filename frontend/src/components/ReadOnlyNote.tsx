import { Group, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { text } from '@/lib/text';
import { useMay } from './permissions';

const whoMay = (permission: string, roles: typeof text.common.roles) =>
  permission === 'labels:manage'
    ? roles.manager
    : permission === 'profiles:write'
      ? roles.marketer
      : permission === 'privacy:write'
        ? roles.administrator
        : roles.either;

/**
 * One calm line for who may only look, so that nobody wonders why things are greyed: that it is only to look at, or
 * what `looking` says of it; `otherwise` where it is not the role.
 */
export function ReadOnlyNote({
  unless,
  looking,
  otherwise,
}: {
  unless: string;
  looking?: string;
  otherwise?: string | undefined;
}) {
  const { roles, onlyLook } = text.common;
  const may = useMay(unless);
  const words = may ? otherwise : (looking ?? onlyLook(whoMay(unless, roles)));
  if (words === undefined) return null;
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
      <Text size="sm">{words}</Text>
    </Group>
  );
}
