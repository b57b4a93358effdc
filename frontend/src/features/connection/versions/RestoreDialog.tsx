import { Box, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Connection, ConnectionVersion } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';
import { DifferenceTable } from '../DifferenceTable';
import { connectionsKey } from '../keys';
import { RefusedNote } from '../RefusedNote';
import { useShowConnection } from '../useSave';
import { changesBetween, type Words } from './changes';
import { versionsKey } from './useVersions';

interface Props {
  connection: Connection;
  words: Words;
  version: ConnectionVersion;
  /** The newest; what changes is said from this one on, and only over this one it is restored. */
  current: ConnectionVersion;
  unsaved: boolean;
  onClose: () => void;
  onRestored: (restored: Connection) => void;
}

/** Says what going back changes, and goes back. */
export function RestoreDialog({ connection, words, version, current, unsaved, onClose, onRestored }: Props) {
  const queries = useQueryClient();
  const show = useShowConnection();
  const [meanwhile, setMeanwhile] = useState<Connection>();
  const changes = changesBetween(words, current, version);
  const restore = useMutation({
    mutationFn: () =>
      done(
        api.POST('/api/v1/connections/{connection}/versions/{version}/restore', {
          params: {
            path: { connection: connection.id, version: String(version.version) },
            header: { 'If-Match': `"${current.version}"` },
          },
        }),
      ),
    onSuccess: (restored) => {
      show(restored);
      void queries.invalidateQueries({ queryKey: connectionsKey });
      void queries.invalidateQueries({ queryKey: versionsKey(connection.id) });
      const { version: now, problems } = restored;
      notifications.show({
        message:
          problems.length === 0
            ? text.versions.restored(version.version, now)
            : text.versions.restoredLacking(version.version, now),
      });
      onRestored(restored);
    },
    onError: (failure) => {
      const problem = asProblem(failure);
      if (problem.type !== '/problems/connection-changed') return;
      setMeanwhile(problem.current);
      show(problem.current);
      void queries.invalidateQueries({ queryKey: versionsKey(connection.id) });
    },
  });
  const refused = restore.isError && asProblem(restore.error).type !== '/problems/connection-changed';
  const fresh = meanwhile === undefined || current.version >= meanwhile.version;
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.versions.restoreTitle(version.version)}
      size="xl"
      centered
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Stack>
        {meanwhile && (
          <Box role="alert" p="sm" style={{ borderRadius: 8, background: 'var(--tint-warn)' }}>
            {text.versions.meanwhile(meanwhile.modifiedBy)} <RelativeTime at={meanwhile.modifiedAt} />
            {text.versions.meanwhileEnd}
          </Box>
        )}
        {unsaved && (
          <Box role="note" p="sm" style={{ borderRadius: 8, background: 'var(--tint-warn)' }}>
            {text.versions.unsaved}
          </Box>
        )}
        <Text>{text.versions.restoreText(current.version)}</Text>
        <Text fw={600} size="sm">
          {changes.length === 0 ? text.versions.nothingChanges : text.versions.willChange(changes.length)}
        </Text>
        {changes.length > 0 && (
          <Box
            className="scroller"
            mah="40vh"
            tabIndex={0}
            role="group"
            aria-label={text.versions.willChange(changes.length)}
          >
            <DifferenceTable
              caption={text.versions.willChange(changes.length)}
              sides={[text.versions.now(current.version), text.versions.then(version.version)]}
              rows={changes.map(({ key, label, before, after }) => ({ key, label, cells: [before, after], kept: 1 }))}
            />
          </Box>
        )}
        <Text size="sm" c="dimmed">
          {text.versions.restoreSecrets}
        </Text>
        {refused && <RefusedNote failure={restore.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {text.common.cancel}
          </Button>
          <BusyButton loading={restore.isPending || !fresh} onClick={() => restore.mutate()}>
            {unsaved ? text.versions.discardAndRestore : text.versions.restore}
          </BusyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
