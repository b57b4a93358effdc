import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconTool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { $api } from '@/api/client';
import type { Connection, ConnectionType, Goal } from '@/api/types';
import { useEditing } from '@/components/editing';
import { Section } from '@/components/Frame';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { chosenOf } from './scope/scopeWords';
import { useChannels } from './scope/useChannels';

const words = text.inPages;
/** As many as one answer holds. */
const MOST = 200;

/** What a connection does that works in pages, and whether it does: nobody starts it. */
export function PageWork({
  type,
  connection,
  goals,
  onGoal,
}: {
  type: ConnectionType;
  connection: Connection | undefined;
  goals: Goal[];
  onGoal: (goalId: string) => void;
}) {
  return (
    <Section title={words.title}>
      <Stack p="md" gap="md" maw={720}>
        <State connection={connection} />
        {goals.length > 0 && (
          <ul className="plain-list" aria-label={words.goals}>
            {goals.map((goal) => (
              <li key={goal.id}>
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  <Anchor component="button" type="button" ta="start" fz="inherit" onClick={() => onGoal(goal.id)}>
                    <bdi>{goal.name}</bdi>
                  </Anchor>{' '}
                  <Text span inherit c="dimmed">
                    {goal.enabled ? doesInWords(goal) : words.goalOff}
                  </Text>
                </Text>
              </li>
            ))}
          </ul>
        )}
        <Text size="sm" c="dimmed">
          {words.how}
        </Text>
        <Anchor component={Link} to={paths.connectionType(type.id)} size="sm">
          {words.guide}
        </Anchor>
      </Stack>
    </Section>
  );
}

function doesInWords(goal: Goal): string {
  switch (goal.kind) {
    case 'IMPORT_PROFILES':
      return '';
    case 'IMPORT_VARIABLES':
      return words.reads(goal.mapping.length);
    case 'EXPORT_VARIABLES':
      return words.shows(goal.values.length);
  }
}

/** As it is saved: what is typed counts once it is. */
function State({ connection }: { connection: Connection | undefined }) {
  const { leadTo } = useEditing();
  const websites = useWebsites(connection);
  if (!connection) return <Said tone="idle">{words.unsaved}</Said>;
  if (connection.problems.length > 0)
    return (
      <Said tone="warn">
        {words.incomplete(connection.problems.length)}{' '}
        <Anchor
          component="button"
          type="button"
          fz="inherit"
          underline="always"
          onClick={() => {
            const [first] = connection.problems;
            if (first) leadTo(first.pointer);
          }}
        >
          {text.status.mend}
        </Anchor>
      </Said>
    );
  if (websites === undefined) return <Text size="sm">{text.loading}</Text>;
  if (websites === 0)
    return (
      <Said tone="warn">
        {words.noWebsite}{' '}
        {connection.scope.kind === 'EVERYWHERE' ? (
          <Anchor component={Link} to={paths.channels()} fz="inherit" underline="always">
            {words.toChannels}
          </Anchor>
        ) : (
          <Anchor component="button" type="button" fz="inherit" underline="always" onClick={() => leadTo('/scope')}>
            {words.toOwnChannels}
          </Anchor>
        )}
      </Said>
    );
  if (!connection.on)
    return (
      <Said tone="idle">
        {words.off} {websites === 'many' ? words.wouldWorkEverywhere : words.wouldWork(websites)}
      </Said>
    );
  return <Said tone="good">{websites === 'many' ? words.worksEverywhere : words.works(websites)}</Said>;
}

const looks = { good: IconCircleCheck, warn: IconTool, idle: IconCircleDashed };

function Said({ tone, children }: { tone: keyof typeof looks; children: ReactNode }) {
  const Glyph = looks[tone];
  return (
    <Group gap="xs" wrap="nowrap" align="flex-start" role="status">
      <Glyph size={18} aria-hidden style={{ color: `var(--state-${tone})`, flex: 'none', marginTop: 2 }} />
      <Text component="div" size="sm" fw={500} miw={0}>
        {children}
      </Text>
    </Group>
  );
}

/** How many websites it works on; `many` where they are more than one answer holds, nothing before it is known. */
function useWebsites(connection: Connection | undefined): number | 'many' | undefined {
  const everywhere = connection?.scope.kind === 'EVERYWHERE';
  const chosen = connection ? chosenOf(connection.scope) : [];
  const { of, known } = useChannels(chosen);
  const all = $api.useQuery(
    'get',
    '/api/v1/channels',
    { params: { query: { kind: ['WEBSITE'], limit: MOST } } },
    { enabled: everywhere, staleTime: 30_000 },
  );
  if (everywhere) return all.data && (all.data.next === undefined ? all.data.items.length : 'many');
  if (chosen.length === 0) return 0;
  return known ? chosen.filter((id) => of(id)?.kind === 'WEBSITE').length : undefined;
}
