import { Box, Text } from '@mantine/core';
import type { RunSummary } from '@/api/types';
import { RunningRow } from '@/components/run/RunningRow';
import { text } from '@/lib/text';

export function ActivityList({ runs }: { runs: RunSummary[] }) {
  return (
    <Box>
      {runs.length === 0 && (
        <Text c="dimmed" size="sm" px="sm" pb="sm">
          {text.activity.nothing}
        </Text>
      )}
      {runs.map((run) => (
        <RunningRow key={run.id} run={run} />
      ))}
    </Box>
  );
}
