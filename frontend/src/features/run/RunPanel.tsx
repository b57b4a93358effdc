import { Box, Button, Group, List, Text, Tooltip } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { $api, api, done } from '@/api/client';
import type { Connection, Run, RunSummary } from '@/api/types';
import { asProblem } from '@/api/problem';
import { BusyButton } from '@/components/BusyButton';
import { Confirm } from '@/components/confirm';
import { ProblemNote, Section, Waiting } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { RunProgress } from '@/components/run/RunProgress';
import { useRunLive } from '@/components/run/useRunLive';
import { RunCounts } from '@/components/RunCounts';
import { RunStateBadge } from '@/components/StateBadge';
import { RelativeTime } from '@/components/Time';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { freshKey } from '@/lib/ids';

/** Nobody waits for it: without a network it would hold up Run now, long after its answer was clear. */
function askAgain(queries: QueryClient) {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/runs') });
}

/** Run now, what is running, and what ran. */
export function RunPanel({ connection, dirty }: { connection: Connection; dirty: boolean }) {
  const queries = useQueryClient();
  const mayRun = useMay('runs:execute');
  const [again, setAgain] = useState<string[]>();
  const history = $api.useQuery(
    'get',
    '/api/v1/connections/{connection}/runs',
    { params: { path: { connection: connection.id } } },
    { refetchInterval: 5_000 },
  );
  const runs = history.data?.items ?? [];
  const going = runs.find((run) => run.endedAt === undefined);
  const start = useMutation({
    mutationFn: (rereadFinished: boolean) =>
      done(
        api.POST('/api/v1/connections/{connection}/runs', {
          params: { path: { connection: connection.id }, header: { 'Idempotency-Key': freshKey() } },
          body: { rereadFinished },
        }),
      ),
    onSuccess: () => setAgain(undefined),
    onError: (failure) => {
      const problem = asProblem(failure);
      if (problem.type === '/problems/files-already-imported') setAgain(problem.files);
    },
    onSettled: () => askAgain(queries),
  });
  const hindrance = !mayRun
    ? text.common.noPermission
    : dirty
      ? text.runs.saveFirst
      : !connection.on
        ? text.runs.isOff
        : connection.problems.length > 0
          ? text.runs.incomplete
          : going
            ? text.runs.alreadyRunning
            : undefined;
  const asking = again !== undefined;

  return (
    <Section
      title={text.runs.history}
      action={
        <Tooltip label={hindrance} disabled={hindrance === undefined}>
          <BusyButton
            size="xs"
            leftSection={<IconPlayerPlay size={15} aria-hidden />}
            loading={start.isPending && !asking}
            data-disabled={hindrance !== undefined || undefined}
            aria-disabled={hindrance !== undefined}
            aria-description={hindrance}
            onClick={() => {
              if (hindrance === undefined) start.mutate(false);
            }}
          >
            {text.runs.runNow}
          </BusyButton>
        </Tooltip>
      }
    >
      {hindrance !== undefined && !going && (
        <Text size="sm" c="dimmed" px="md" py="sm">
          {hindrance}
        </Text>
      )}
      {start.isError && !asking && (
        <Box p="md">
          <ProblemNote failure={start.error} />
        </Box>
      )}
      {going && <LiveRun id={going.id} />}
      {history.isPending && <Waiting lines={3} />}
      {history.isError && <ProblemNote failure={history.error} onRetry={() => void history.refetch()} />}
      {history.isSuccess && runs.length === 0 && (
        <Text c="dimmed" size="sm" p="md">
          {text.runs.none}
        </Text>
      )}
      {runs
        .filter((run) => run !== going)
        .map((run) => (
          <HistoryRow key={run.id} run={run} />
        ))}
      <Confirm
        opened={asking}
        title={text.runs.rereadTitle}
        action={text.runs.reread}
        busy={start.isPending}
        onConfirm={() => start.mutate(true)}
        onClose={() => {
          setAgain(undefined);
          start.reset();
        }}
      >
        <Text>{text.runs.rereadText}</Text>
        <List size="sm">
          {again?.map((file) => (
            <List.Item key={file}>{file}</List.Item>
          ))}
        </List>
      </Confirm>
    </Section>
  );
}

function HistoryRow({ run }: { run: RunSummary }) {
  return (
    <Box px="md" py="sm" style={{ borderTop: '1px solid var(--hairline)' }}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <RunStateBadge state={run.state} />
          <Link to={paths.run(run.id)} className="link">
            {text.runs.number(run.number)}
          </Link>
        </Group>
        <Text size="sm" c="dimmed">
          <RelativeTime at={run.startedAt ?? run.createdAt} /> {run.trigger.by && text.common.by(run.trigger.by)}
        </Text>
      </Group>
      <Box mt={4}>
        <RunCounts counts={run.counts} runId={run.id} />
      </Box>
      {run.problem && (
        <Text size="sm" mt={4} style={{ color: 'var(--state-bad)' }}>
          {run.problem.message}
        </Text>
      )}
    </Box>
  );
}

function LiveRun({ id }: { id: string }) {
  const queries = useQueryClient();
  const { data: run } = useRunLive(id).run;
  const ended = run?.endedAt !== undefined;
  useEffect(() => {
    if (ended) askAgain(queries);
  }, [ended, queries]);
  if (!run) return null;
  if (ended) return <HistoryRow run={run} />;
  return (
    <Box p="md" style={{ background: 'var(--tint-busy)' }}>
      <Group justify="space-between" mb="xs">
        <Group gap="sm">
          <RunStateBadge state={run.state} />
          <Link to={paths.run(run.id)} className="link">
            {text.runs.number(run.number)}
          </Link>
        </Group>
        <StopButton run={run} />
      </Group>
      <RunProgress progress={run.progress} state={run.state} />
      <Box mt="xs">
        <RunCounts counts={run.counts} runId={run.id} />
      </Box>
    </Box>
  );
}

export function StopButton({ run }: { run: Run }) {
  const queries = useQueryClient();
  const mayRun = useMay('runs:execute');
  const [asking, setAsking] = useState(false);
  const stop = useMutation({
    mutationFn: () => done(api.POST('/api/v1/runs/{id}/stop', { params: { path: { id: run.id } } })),
    onSuccess: () => setAsking(false),
    onSettled: () => askAgain(queries),
  });
  if (run.endedAt !== undefined) return null;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlayerStop size={15} aria-hidden />}
        disabled={!mayRun || run.state === 'STOPPING'}
        onClick={() => setAsking(true)}
      >
        {text.runs.stop}
      </Button>
      <Confirm
        opened={asking}
        title={text.runs.stopTitle}
        action={text.runs.stop}
        busy={stop.isPending}
        onConfirm={() => stop.mutate()}
        onClose={() => setAsking(false)}
      >
        <Text>{text.runs.stopText}</Text>
        {stop.isError && <ProblemNote failure={stop.error} />}
      </Confirm>
    </>
  );
}
