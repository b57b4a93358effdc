import { Anchor, Group, Text } from '@mantine/core';
import { IconBellOff, IconNotebookOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ConnectionType, Role } from '@/api/types';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { EditRightsField } from './EditRightsField';
import { HeadFact } from './HeadFact';

/** Who may change the connection, who hears of its runs, and what else may use its secrets. */
export function HeadFacts({ type, editRoles }: { type: ConnectionType; editRoles: Role[] }) {
  return (
    <Group gap="4px 16px" mt={4} align="flex-start">
      <EditRightsField roles={editRoles} />
      {type.mode === 'BATCH' && (
        <HeadFact
          icon={<IconBellOff size={14} aria-hidden />}
          said={text.notifications.nobody}
          label={text.notifications.title}
        >
          <Text size="sm">{text.notifications.untilThen}</Text>
          <Anchor component={Link} to={paths.home()} size="sm">
            {text.notifications.toHome}
          </Anchor>
        </HeadFact>
      )}
      {type.setup.some(({ kind }) => kind === 'SECRET') && (
        <HeadFact
          icon={<IconNotebookOff size={14} aria-hidden />}
          said={text.notebooks.none}
          label={text.notebooks.title}
        >
          <Text size="sm">{text.notebooks.untilThen}</Text>
        </HeadFact>
      )}
    </Group>
  );
}
