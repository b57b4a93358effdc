import { Button, Menu, Text } from '@mantine/core';
import {
  IconBook,
  IconChevronDown,
  IconCopy,
  IconHistory,
  IconListSearch,
  IconTrash,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Connection, ConnectionType } from '@/api/types';
import { useEditing } from '@/components/editing';
import { useMay } from '@/components/permissions';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { DeleteConnection } from './DeleteConnection';
import { GuideDrawer } from './GuideDrawer';
import { SaveAs } from './SaveAs';
import type { Draft } from './useDraft';
import { VersionsDrawer } from './versions/VersionsDrawer';

interface Props {
  type: ConnectionType;
  connection: Connection | undefined;
  draft: Draft;
  nameOfProperty: (id: string) => string;
  onRestored: (restored: Connection) => void;
}

/** What can be done with a connection beside saving it; each action brings its own dialog. */
export function EditorMenu({ type, connection, draft, nameOfProperty, onRestored }: Props) {
  const { mayWrite, mayTry } = useEditing();
  const [open, setOpen] = useState<'guide' | 'versions' | 'copy' | 'delete'>();
  const navigate = useNavigate();
  const mayAudit = useMay('audit:read');
  const mayReadProfiles = useMay('profiles:read');
  const close = () => setOpen(undefined);
  const notThere = connection ? undefined : text.common.unsaved;
  const notWritable = mayWrite ? notThere : text.common.noPermission;
  const notCopied = mayTry ? notThere : text.common.noPermission;
  const why = (reason: string | undefined) => reason && <Text size="xs">{reason}</Text>;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button px={8} aria-label={text.editor.menu}>
            <IconChevronDown size={16} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconBook size={15} aria-hidden />}
            disabled={type.logo === 'gone'}
            onClick={() => setOpen('guide')}
          >
            {text.connections.guideOf(type.name)}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconHistory size={15} aria-hidden />}
            disabled={notThere !== undefined}
            onClick={() => setOpen('versions')}
          >
            {text.versions.action}
            {why(notThere)}
          </Menu.Item>
          {mayAudit && connection && (
            <Menu.Item
              leftSection={<IconListSearch size={15} aria-hidden />}
              onClick={() =>
                void navigate({
                  to: '/settings/audit',
                  search: { objectKind: 'connection', objectId: connection.id },
                })
              }
            >
              {text.editor.activity}
            </Menu.Item>
          )}
          {mayReadProfiles && connection && (
            <Menu.Item
              leftSection={<IconUserQuestion size={15} aria-hidden />}
              onClick={() => void navigate({ to: paths.profiles(), search: { explain: connection.id } })}
            >
              {text.explain.ofConnection}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconCopy size={15} aria-hidden />}
            disabled={notCopied !== undefined}
            onClick={() => setOpen('copy')}
          >
            {text.saveAs.action}
            {why(notCopied)}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={15} aria-hidden />}
            disabled={notWritable !== undefined}
            onClick={() => setOpen('delete')}
          >
            {text.common.delete}
            {why(notWritable)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {connection && (
        <>
          <DeleteConnection
            opened={open === 'delete'}
            connection={connection}
            onClose={close}
            onDeleted={draft.forget}
          />
          <VersionsDrawer
            opened={open === 'versions'}
            words={{ type, nameOf: nameOfProperty }}
            connection={connection}
            unsaved={draft.touched}
            onClose={close}
            onRestored={(restored) => {
              onRestored(restored);
              close();
            }}
          />
          <SaveAs opened={open === 'copy'} connection={connection} draft={draft} onClose={close} />
        </>
      )}
      <GuideDrawer type={open === 'guide' ? type : undefined} onClose={close} />
    </>
  );
}
