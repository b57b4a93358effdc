import { Box, Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Connection } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { useEditing } from '@/components/editing';
import { lengthWords, longestName } from '@/lib/longest';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { copyName } from './copyName';
import { connectionsKey } from './keys';
import { RefusedNote } from './RefusedNote';
import type { Draft } from './useDraft';
import { useShowConnection } from './useSave';

interface Props {
  connection: Connection;
  draft: Draft;
  onClose: () => void;
}

/** The same under another name, with what stands in the editor and is not saved yet. */
export function SaveAs({ opened, ...props }: Props & { opened: boolean }) {
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={text.saveAs.title(props.draft.content.name)}
      centered
      size="lg"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <CopyForm {...props} />
    </Modal>
  );
}

function CopyForm({ connection, draft, onClose }: Props) {
  const router = useRouter();
  const queries = useQueryClient();
  const show = useShowConnection();
  const { content, secrets, touched } = draft;
  const { inPages } = useEditing();
  const [name, setName] = useState(() => copyName(content.name));
  const [withSecrets, setWithSecrets] = useState(false);
  const copy = useMutation({
    mutationFn: () => {
      const { description, setup, goals, editRoles, scope, objectives } = content;
      return done(
        api.POST('/api/v1/connections/{id}/copies', {
          params: { path: { id: connection.id } },
          body: {
            name,
            withSecrets,
            ...(touched ? { unsaved: { description, setup, goals, editRoles, scope, objectives } } : {}),
          },
        }),
      );
    },
    onSuccess: async (made) => {
      show(made);
      void queries.invalidateQueries({ queryKey: connectionsKey });
      onClose();
      notifications.show({ message: text.saveAs.made(made.name) });
      // What was typed here waits as the draft of the original.
      await router.navigate({ to: paths.connection(made.id), ignoreBlocker: true });
    },
  });
  const errors = (copy.isError && asProblem(copy.error).errors) || [];
  const wrongName = errors.find(({ pointer }) => pointer === '/name')?.message;
  const onlyName = wrongName !== undefined && errors.length === 1;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        copy.mutate();
      }}
    >
      <Stack>
        <Text>{inPages ? text.saveAs.textInPages : text.saveAs.text}</Text>
        <TextInput
          data-autofocus
          label={text.saveAs.name}
          dir="auto"
          value={name}
          maxLength={longestName}
          description={lengthWords(name)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={name.trim() === '' ? text.common.required : wrongName}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setName(event.currentTarget.value);
            copy.reset();
          }}
        />
        <Checkbox
          label={text.saveAs.withSecrets}
          description={connection.mayEdit ? text.saveAs.withSecretsHelp : text.saveAs.secretsReserved}
          disabled={!connection.mayEdit}
          checked={withSecrets}
          onChange={(event) => setWithSecrets(event.currentTarget.checked)}
        />
        {touched && (
          <Box role="note" p="sm" fz="sm" style={{ borderRadius: 8, background: 'var(--tint-idle)' }}>
            {text.saveAs.unsaved}
            {Object.keys(secrets).length > 0 && ` ${text.saveAs.unsavedSecrets}`}
          </Box>
        )}
        {copy.isError && !onlyName && <RefusedNote failure={copy.error} shownElsewhere={['/name']} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <BusyButton type="submit" loading={copy.isPending} disabled={name.trim() === ''}>
            {text.saveAs.make}
          </BusyButton>
        </Group>
      </Stack>
    </form>
  );
}
