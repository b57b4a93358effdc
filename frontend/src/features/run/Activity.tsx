import { Box, Progress, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { $api } from '@/api/client';
import type { RunSummary } from '@/api/types';
import { formatDuration, formatNumber, formatShare } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

export function useRunningRuns() {
  return $api.useQuery(
    'get',
    '/api/v1/runs',
    { params: { query: { state: 'running' } } },
    { refetchInterval: (query) => ((query.state.data?.items.length ?? 0) > 0 ? 2_000 : 6_000) },
  );
}

function RunningRow({ run }: { run: RunSummary }) {
  const { data } = $api.useQuery(
    'get',
    '/api/v1/runs/{id}',
    { params: { path: { id: run.id } } },
    { refetchInterval: 2_000 },
  );
  const progress = data?.progress;
  return (
    <Link to={paths.run(run.id)} className="row-link">
      <Text fw={500} truncate>
        {run.connectionName}
      </Text>
      <Progress value={(progress?.share ?? 0) * 100} my={6} size="sm" aria-label={text.runs.progress} />
      <Text size="xs" c="dimmed" className="tabular">
        {formatShare(progress?.share ?? 0)} · {text.runs.rate(formatNumber(progress?.recordsPerSecond ?? 0))}
        {progress?.secondsLeft !== undefined && ` · ${text.runs.left(formatDuration(progress.secondsLeft))}`}
      </Text>
    </Link>
  );
}

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
