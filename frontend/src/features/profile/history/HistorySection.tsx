import { Box, Group, Text } from '@mantine/core';
import {
  IconCircleMinus,
  IconEqual,
  IconEraser,
  IconHandStop,
  IconPencil,
  IconPlus,
  type Icon,
} from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, done } from '@/api/client';
import type { ProfileEvent } from '@/api/types';
import { ProblemNote, Section, Waiting } from '@/components/Frame';
import { isLost, ShowMore } from '@/components/ShowMore';
import { RelativeTime } from '@/components/Time';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { historyKey } from './api';

const words = text.history;
const AT_ONCE = 20;

const marks: Record<ProfileEvent['kind'], { Mark: Icon; colour: string }> = {
  CREATED: { Mark: IconPlus, colour: 'var(--state-good)' },
  UPDATED: { Mark: IconPencil, colour: 'var(--state-busy)' },
  UNCHANGED: { Mark: IconEqual, colour: 'var(--state-idle)' },
  HELD_BACK: { Mark: IconHandStop, colour: 'var(--state-warn)' },
  CLEARED: { Mark: IconEraser, colour: 'var(--state-warn)' },
  ERASED: { Mark: IconCircleMinus, colour: 'var(--state-bad)' },
};

interface Props {
  profileId: string;
  /** What a property is called. */
  nameOf: (property: string) => string;
}

/** Every run that touched the profile or held it back, and every change by a person, the latest first. */
export function HistorySection({ profileId, nameOf }: Props) {
  const history = useInfiniteQuery({
    queryKey: historyKey(profileId),
    queryFn: ({ pageParam, signal }) =>
      done(
        api.GET('/api/v1/profiles/{id}/history', {
          params: { path: { id: profileId }, query: { limit: AT_ONCE, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const events = history.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Section title={words.title}>
      {history.isPending && <Waiting lines={3} />}
      {isLost(history) && (
        <Box p="md">
          <ProblemNote failure={history.error} onRetry={() => void history.refetch()} />
        </Box>
      )}
      {history.isSuccess && events.length === 0 && (
        <Text c="dimmed" p="md">
          {words.none}
        </Text>
      )}
      {events.length > 0 && (
        <Box component="ul" m={0} p={0} className="history">
          {events.map((event, index) => (
            <Happened key={index} event={event} nameOf={nameOf} />
          ))}
        </Box>
      )}
      <ShowMore of={history}>{words.more}</ShowMore>
    </Section>
  );
}

function Happened({ event, nameOf }: { event: ProfileEvent; nameOf: (property: string) => string }) {
  const { Mark, colour } = marks[event.kind];
  return (
    <li>
      <Mark size={17} aria-hidden style={{ color: colour, flex: 'none' }} />
      <Text size="sm" fw={500}>
        {words.kinds[event.kind]}
      </Text>
      <Box miw={0} fz="sm">
        <ByWhat event={event} />
        {event.kind === 'CLEARED' && event.before.length > 0 && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {words.cleared(event.before.map(({ property }) => nameOf(property)))}
          </Text>
        )}
        {event.kind !== 'CLEARED' && event.before.length > 0 && (
          <details>
            <summary>{words.before}</summary>
            <dl>
              {event.before.map(({ property, values }) => (
                <Group key={property} gap={6} align="baseline" wrap="nowrap">
                  <dt>{nameOf(property)}:</dt>
                  <dd>{values.length === 0 ? <i>{words.nothing}</i> : values.join(', ')}</dd>
                </Group>
              ))}
            </dl>
          </details>
        )}
      </Box>
      <Text size="sm" c="dimmed" component="div">
        <RelativeTime at={event.at} />
      </Text>
    </li>
  );
}

function ByWhat({ event: { kind, run, page, by } }: { event: ProfileEvent }) {
  if (kind === 'CLEARED')
    return <span style={{ overflowWrap: 'anywhere' }}>{by ? words.refused(by) : words.refusedWhat}</span>;
  if (run)
    return (
      <span style={{ overflowWrap: 'anywhere' }}>
        <Link className="link" to={paths.run(run.id)}>
          {words.run(run.number, run.connectionName)}
        </Link>
        <Text span size="sm" c="dimmed">
          {' · '}
          {words.record(run.record, run.goal)}
        </Text>
      </span>
    );
  if (page)
    return (
      <Link className="link" to={paths.connection(page.connectionId)} style={{ overflowWrap: 'anywhere' }}>
        {words.page(page.connectionName)}
      </Link>
    );
  return <span style={{ overflowWrap: 'anywhere' }}>{by ?? words.unknown}</span>;
}
