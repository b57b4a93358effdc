import { Badge, Box, Group, Text, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ConnectionSummary } from '@/api/types';
import { Star } from '@/components/marks/Star';
import { RunCounts } from '@/components/RunCounts';
import { ConnectionStatusBadge } from '@/components/StateBadge';
import { RelativeTime } from '@/components/Time';
import { TypeLogo } from '@/components/TypeLogo';
import { countsWords } from '@/lib/counts';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { OnSwitch } from '../OnSwitch';
import type { ColumnId } from './columns';

const mostLabels = 2;

/** What each column shows of a connection. */
export const cells: Record<ColumnId, (connection: ConnectionSummary) => ReactNode> = {
  favorite: ({ id, name, favorite }) => <Star of={{ kind: 'connection', id, name }} starred={favorite} />,
  on: ({ id, name, on, mayEdit }) => <OnSwitch id={id} name={name} on={on} mayEdit={mayEdit} />,
  name: (connection) => <Name connection={connection} />,
  type: ({ type }) => (
    <Text size="sm" truncate>
      {type.name}
    </Text>
  ),
  direction: ({ direction }) => {
    const Arrow = direction === 'OUTBOUND' ? IconArrowUp : IconArrowDown;
    return (
      <Group gap={4} wrap="nowrap" fz={13}>
        <Arrow size={14} aria-hidden />
        {text.connectionList.directions[direction]}
      </Group>
    );
  },
  status: (connection) => <ConnectionStatusBadge connection={connection} />,
  lastRun: ({ direction, lastRun }) =>
    lastRun ? (
      <Box fz={13} lh={1.22} miw={0}>
        <Link to={paths.run(lastRun.id)} className="link">
          {text.runs.states[lastRun.state]}, <RelativeTime at={lastRun.startedAt ?? lastRun.createdAt} />
        </Link>
        <Text component="div" inherit lineClamp={3} title={countsWords(lastRun.counts)}>
          <RunCounts counts={lastRun.counts} />
        </Text>
      </Box>
    ) : (
      <Text c="dimmed" size="sm">
        {direction === 'INBOUND' ? text.connectionList.noRuns : text.common.never}
      </Text>
    ),
  nextRun: ({ direction }) => (
    <Text c="dimmed" size="sm">
      {direction === 'INBOUND' ? text.connectionList.noRuns : text.connectionList.byHand}
    </Text>
  ),
  labels: ({ labels }) => (
    // One below the other where both have no room; what is cut all the same is read in full by pointing at it.
    <Tooltip
      disabled={labels.length === 0}
      style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
      label={labels.map(({ name }) => name).join('\n')}
    >
      <Group gap={4} w="fit-content" maw="100%">
        {labels.slice(0, mostLabels).map((label) => (
          <Badge key={label.id} variant="default" radius="sm" tt="none" fw={500}>
            <bdi>{label.name}</bdi>
          </Badge>
        ))}
        {labels.length > mostLabels && <Text size="sm">+{labels.length - mostLabels}</Text>}
      </Group>
    </Tooltip>
  ),
  created: ({ createdAt, createdBy }) => <ByAndWhen at={createdAt} by={createdBy} />,
  modified: ({ modifiedAt, modifiedBy }) => <ByAndWhen at={modifiedAt} by={modifiedBy} />,
};

function Name({ connection }: { connection: ConnectionSummary }) {
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      <TypeLogo logo={connection.type.logo} />
      <Box miw={0}>
        <Link to={paths.connection(connection.id)} className="plain" tabIndex={-1}>
          <Text
            component="span"
            fw={500}
            truncate
            display="block"
            dir="auto"
            className="list-name"
            title={connection.name}
          >
            {connection.name}
          </Text>
        </Link>
        <Text size="sm" c="dimmed" truncate className="list-description" dir="auto" title={connection.description}>
          {connection.description || connection.type.name}
        </Text>
        <div className="list-status">
          <ConnectionStatusBadge connection={connection} />
        </div>
      </Box>
    </Group>
  );
}

function ByAndWhen({ at, by }: { at: string; by: string }) {
  return (
    <Box fz={13} lh={1.4} miw={0}>
      <RelativeTime at={at} />
      <Text size="sm" c="dimmed" truncate>
        {by}
      </Text>
    </Box>
  );
}
