import { Group, Progress, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { $api } from '@/api/client';
import type { RunSummary } from '@/api/types';
import { formatDuration, formatNumber, formatShare } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { isStarting } from './RunProgress';

/** A run that goes on, with how far it has come; the row leads to it. */
export function RunningRow({ run }: { run: RunSummary }) {
  const { data } = $api.useQuery(
    'get',
    '/api/v1/runs/{id}',
    { params: { path: { id: run.id } } },
    { refetchInterval: 2_000 },
  );
  const progress = data?.progress;
  const state = data?.state ?? run.state;
  return (
    <Link to={paths.run(run.id)} className="row-link">
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fw={500} truncate>
          {run.connectionName}
        </Text>
        {state !== 'RUNNING' && (
          <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
            {text.runs.states[state]}
          </Text>
        )}
      </Group>
      <Progress value={(progress?.share ?? 0) * 100} my={6} size="sm" aria-label={text.runs.progress} />
      <Text size="xs" c="dimmed" className="tabular">
        {progress === undefined || isStarting(progress, state) ? (
          text.runs.starting
        ) : (
          <>
            {formatShare(progress.share)} · {text.runs.rate(formatNumber(progress.recordsPerSecond))}
            {progress.secondsLeft !== undefined && ` · ${text.runs.left(formatDuration(progress.secondsLeft))}`}
          </>
        )}
      </Text>
    </Link>
  );
}
