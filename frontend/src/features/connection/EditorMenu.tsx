import { Button, Menu, Text } from '@mantine/core';
import { IconBook, IconChevronDown, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection, ConnectionType } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { DeleteConnection } from './DeleteConnection';
import { GuideDrawer } from './Gallery';

interface Props {
  type: ConnectionType;
  connection: Connection | undefined;
  onDeleted: () => void;
}

/** What can be done with a connection beside saving it; each action brings its own dialog. */
export function EditorMenu({ type, connection, onDeleted }: Props) {
  const { mayWrite } = useEditing();
  const [open, setOpen] = useState<'guide' | 'delete'>();
  const close = () => setOpen(undefined);
  const notDeletable = !mayWrite ? text.common.noPermission : connection ? undefined : text.common.unsaved;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button px={8} aria-label={text.editor.menu}>
            <IconChevronDown size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconBook size={15} aria-hidden />} onClick={() => setOpen('guide')}>
            {text.connections.guideOf(type.name)}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={15} aria-hidden />}
            disabled={notDeletable !== undefined}
            onClick={() => setOpen('delete')}
          >
            {text.common.delete}
            {notDeletable && <Text size="xs">{notDeletable}</Text>}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {connection && (
        <DeleteConnection opened={open === 'delete'} connection={connection} onClose={close} onDeleted={onDeleted} />
      )}
      <GuideDrawer type={open === 'guide' ? type : undefined} onClose={close} />
    </>
  );
}
