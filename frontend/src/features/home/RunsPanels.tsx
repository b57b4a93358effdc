import { Group, SimpleGrid, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { RunningRow } from '@/components/run/RunningRow';
import { RunCounts } from '@/components/RunCounts';
import { RunStateBadge } from '@/components/StateBadge';
import { Section } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { RelativeTime } from '@/components/Time';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { useEndedRuns, useRunningAndWhatEnds } from './api';
import { Panel } from './Panel';

const words = text.home;

/** Side by side while both have little to say. */
export function RunningAndNext() {
  const running = useRunningAndWhatEnds();
  return (
    <SimpleGrid cols={{ base: 1, sm: running.data?.items.length === 0 ? 2 : 1 }} spacing="lg">
      <Panel
        title={words.running}
        query={running}
        lines={2}
        empty={({ items }) => items.length === 0 && words.nothingRunning}
      >
        {({ items }) => items.map((run) => <RunningRow key={run.id} run={run} />)}
      </Panel>
      {/* Nothing has a time at which it is due; when it will run is said instead. */}
      <Section title={words.next}>
        <Text c="dimmed" size="sm" p="md">
          {words.nothingDue}
        </Text>
      </Section>
    </SimpleGrid>
  );
}

export function EndedPanel() {
  const mayRun = useMay('runs:execute');
  return (
    <Panel
      title={words.lastRuns}
      query={useEndedRuns()}
      lines={6}
      empty={({ items }) => items.length === 0 && (mayRun ? words.noRuns : words.noRunsToSee)}
    >
      {({ items }) =>
        items.map((run) => (
          <Link key={run.id} to={paths.run(run.id)} className="row-link">
            <Group justify="space-between" wrap="nowrap" mb={2}>
              <Text fw={500} truncate>
                {run.connectionName}
              </Text>
              <RunStateBadge state={run.state} />
            </Group>
            <RunCounts counts={run.counts} />
            <Text size="xs" c="dimmed" mt={2}>
              <RelativeTime at={run.endedAt ?? run.createdAt} />
            </Text>
          </Link>
        ))
      }
    </Panel>
  );
}
