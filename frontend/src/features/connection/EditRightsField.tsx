import { Box, Checkbox, Radio, Stack, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useFormContext } from 'react-hook-form';
import type { ConnectionContent, Role } from '@/api/types';
import { useEditing } from '@/components/editing';
import { useMyRoles } from '@/components/permissions';
import { text } from '@/lib/text';
import { rightsOf, rightsOffered, rightsWords, withRole } from './editRights';
import { FactLine, HeadFact } from './HeadFact';

const words = text.rights;

/** Who may change the connection; it waits for Save, like the rest of what is edited. */
export function EditRightsField({ roles }: { roles: Role[] }) {
  const form = useFormContext<ConnectionContent>();
  const mine = useMyRoles();
  const { mayWrite, issue } = useEditing();
  const wrong = issue('/editRoles');
  const choose = (next: Role[]) => form.setValue('editRoles', next, { shouldDirty: true });
  const fact = {
    icon: <IconUsers size={14} aria-hidden style={{ flex: 'none' }} />,
    said: words.said(rightsWords(roles)),
  };
  if (!mayWrite)
    return (
      <Text component="div" size="sm" c="dimmed">
        <FactLine {...fact} />
      </Text>
    );
  return (
    <Box data-pointer="/editRoles" miw={0}>
      <HeadFact {...fact} label={words.label}>
        <Radio.Group
          label={words.label}
          description={words.help}
          value={roles.length === 0 ? 'everybody' : 'some'}
          onChange={(chosen) => choose(chosen === 'everybody' ? [] : rightsOf(mine))}
        >
          <Stack gap={8} mt="xs">
            <Radio value="everybody" label={words.everybody} />
            <Radio value="some" label={words.some} />
          </Stack>
        </Radio.Group>
        {roles.length > 0 && (
          <Stack gap={8} pl={28} role="group" aria-label={words.some}>
            {rightsOffered.map((role) =>
              role === 'administrator' ? (
                <Checkbox key={role} checked readOnly disabled label={words.always} />
              ) : (
                <Checkbox
                  key={role}
                  checked={roles.includes(role)}
                  label={words.names[role]}
                  onChange={(event) => choose(withRole(roles, role, event.currentTarget.checked))}
                />
              ),
            )}
          </Stack>
        )}
      </HeadFact>
      {wrong && (
        <Text size="sm" c="var(--mantine-color-error)">
          {wrong}
        </Text>
      )}
    </Box>
  );
}
