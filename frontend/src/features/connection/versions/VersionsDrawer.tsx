import { Drawer, Group, Stack, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { Connection, ConnectionVersion } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { EmptyState, ProblemNote, Waiting } from '@/components/Frame';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { text } from '@/lib/text';
import { chosenOf } from '../scope/scopeWords';
import { useChannels } from '../scope/useChannels';
import { reservedNote } from '../editRights';
import type { Words } from './changes';
import { Compare } from './Compare';
import { RestoreDialog } from './RestoreDialog';
import { useVersions } from './useVersions';
import { VersionItem } from './VersionItem';

interface Props {
  connection: Connection;
  words: Omit<Words, 'nameOfChannel'>;
  /** Something was typed that restoring would discard. */
  unsaved: boolean;
  onRestored: (restored: Connection) => void;
}

/** What was saved of a connection, beside what one is doing. */
export function VersionsDrawer({ opened, onClose, ...props }: Props & { opened: boolean; onClose: () => void }) {
  const [restoring, setRestoring] = useState<ConnectionVersion>();
  // The dialog puts the drawer out of reach, so the drawer itself knows where to go back to.
  const opener = useRef<Element>(null);
  useEffect(() => {
    if (restoring === undefined && opener.current instanceof HTMLElement) opener.current.focus();
  }, [restoring]);
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      // Only what is on top is there for keyboard and screen reader.
      closeOnEscape={restoring === undefined}
      attributes={{ inner: { inert: restoring !== undefined } }}
      position="right"
      size="xl"
      title={text.versions.title(props.connection.name)}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Versions
        {...props}
        restoring={restoring}
        onRestoring={(version) => {
          if (version) opener.current = document.activeElement;
          setRestoring(version);
        }}
      />
    </Drawer>
  );
}

interface Restoring {
  restoring: ConnectionVersion | undefined;
  onRestoring: (version: ConnectionVersion | undefined) => void;
}

function Versions({ connection, words: given, unsaved, onRestored, restoring, onRestoring }: Props & Restoring) {
  const { query, all, shown } = useVersions(connection);
  const [compared, setCompared] = useState<[from: number, to: number]>();
  const [comparedLast, setComparedLast] = useState<number>();
  const { nameOf: nameOfChannel } = useChannels(all.flatMap(({ scope }) => chosenOf(scope)));
  const words = { ...given, nameOfChannel };
  const current = all[0];
  const before = (version: ConnectionVersion) => all[all.indexOf(version) + 1];

  // Without the list there is nothing to restore over, and the drawer has to be in reach to ask again.
  const lost = restoring !== undefined && current === undefined && !query.isPending;
  useEffect(() => {
    if (lost) onRestoring(undefined);
  }, [lost, onRestoring]);

  if (query.isPending) return <Waiting lines={8} />;
  if (current === undefined)
    return query.isError ? (
      <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />
    ) : (
      <EmptyState picture={<IconHistory size={36} />} title={text.versions.emptyTitle}>
        {text.versions.emptyText}
      </EmptyState>
    );

  const failed = query.isError && (
    <ProblemNote
      failure={query.error}
      onRetry={() => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch())}
    />
  );
  const more = query.hasNextPage && !query.isError && (
    <Group justify="center">
      <BusyButton variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        {text.versions.more}
      </BusyButton>
    </Group>
  );
  return (
    <Stack>
      <ReadOnlyNote unless="connections:write" otherwise={reservedNote(connection)} />
      {compared ? (
        <Compare
          words={words}
          versions={all}
          compared={compared}
          onCompare={setCompared}
          onBack={() => setCompared(undefined)}
          onRestore={onRestoring}
        />
      ) : (
        <>
          <Text c="dimmed">{text.versions.purpose}</Text>
          <ol className="versions" reversed>
            {shown.map((version) => (
              <VersionItem
                key={version.version}
                words={words}
                version={version}
                before={before(version)}
                current={current}
                returned={comparedLast === version.version}
                onCompare={(pair) => {
                  setCompared(pair);
                  setComparedLast(version.version);
                }}
                onRestore={() => onRestoring(version)}
              />
            ))}
          </ol>
        </>
      )}
      {failed}
      {more}
      {restoring && (
        <RestoreDialog
          connection={connection}
          words={words}
          version={restoring}
          current={current}
          unsaved={unsaved}
          onClose={() => onRestoring(undefined)}
          onRestored={(restored) => {
            onRestoring(undefined);
            onRestored(restored);
          }}
        />
      )}
    </Stack>
  );
}
