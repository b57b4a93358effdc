import { Box, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import type { Connection, ConnectionContent, ConnectionType } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { useEditing } from '@/components/editing';
import { InlineText } from '@/components/InlineText';
import { LabelEditor } from '@/components/marks/LabelEditor';
import { Star } from '@/components/marks/Star';
import { text } from '@/lib/text';
import { HeadFacts } from './HeadFacts';
import { Namesakes } from './Namesakes';
import { OnSwitch } from './OnSwitch';
import { StatusMark } from './StatusMark';

interface Props {
  type: ConnectionType;
  connection: Connection | undefined;
  content: ConnectionContent;
  dirty: boolean;
  saving: boolean;
  onSave: () => void;
  /** What else can be done with it. */
  menu: ReactNode;
}

/** What the connection is, and saving it. */
export function EditorHead({ type, connection, content, dirty, saving, onSave, menu }: Props) {
  const form = useFormContext<ConnectionContent>();
  const { mayWrite, issue } = useEditing();
  const canSave = mayWrite && dirty && !saving;
  const saveHint = !mayWrite ? text.common.noPermission : dirty ? text.editor.saveKeys : text.editor.nothingToSave;
  return (
    <Group justify="space-between" align="flex-start" mb="md" className="editor-head">
      <Group wrap="nowrap" align="flex-start" miw={0} gap="sm">
        {connection && (
          <Star of={{ kind: 'connection', id: connection.id, name: connection.name }} starred={connection.favorite} />
        )}
        <StatusMark type={type} connection={connection} goals={content.goals} />
        <Box miw={0}>
          <InlineText
            heading
            value={content.name}
            label={text.editor.name}
            hint={text.editor.rename}
            error={issue('/name')}
            disabled={!mayWrite}
            onChange={(name) => form.setValue('name', name, { shouldDirty: true })}
          />
          {connection && <Namesakes id={connection.id} />}
          <InlineText
            value={content.description}
            label={text.editor.description}
            hint={text.editor.describe}
            error={issue('/description')}
            disabled={!mayWrite}
            onChange={(description) => form.setValue('description', description, { shouldDirty: true })}
          />
          {connection && (
            <LabelEditor
              of={{ kind: 'connection', id: connection.id, name: connection.name }}
              labels={connection.labels}
              mayWrite={mayWrite}
            />
          )}
          <HeadFacts type={type} editRoles={content.editRoles} />
        </Box>
      </Group>
      <Group gap="sm" wrap="nowrap">
        {connection ? (
          <OnSwitch id={connection.id} name={connection.name} on={connection.on} mayEdit={mayWrite} size="md" />
        ) : (
          <Tooltip label={text.editor.switchUnsaved}>
            <Text size="sm" c="dimmed" className="wide-only">
              {text.common.unsaved}
            </Text>
          </Tooltip>
        )}
        <Button.Group>
          <Tooltip label={saveHint}>
            <BusyButton
              leftSection={<IconDeviceFloppy size={16} aria-hidden />}
              data-disabled={!canSave || undefined}
              aria-disabled={!canSave}
              loading={saving}
              onClick={onSave}
            >
              {text.common.save}
            </BusyButton>
          </Tooltip>
          {menu}
        </Button.Group>
      </Group>
    </Group>
  );
}
