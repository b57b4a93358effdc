import { Box, Button, Code, FileButton, Group, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload, IconPlayerPlay, IconUpload } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { $api, api, done, send } from '@/api/client';
import type { Page, Run } from '@/api/contract';
import { PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { RunCounts } from '@/components/RunCounts';
import { FileStateBadge, RunGoalStateBadge, RunStateBadge } from '@/components/StateBadge';
import { RelativeTime } from '@/components/Time';
import { balances } from '@/lib/counts';
import { formatBytes, formatDuration, formatTimeOfDay } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { RateChart } from './RateChart';
import { RunProgressBar, StopButton } from './RunPanel';
import { useLiveRun } from './useLiveRun';

export function RunPage({ id }: { id: string }) {
  const query = useLiveRun(id);
  const run = query.data;
  const every = run && run.endedAt === undefined ? 2_000 : false;
  const rate = $api.useQuery('get', '/api/v1/runs/{id}/rate', { params: { path: { id } } }, { refetchInterval: every });
  const touched = $api.useQuery(
    'get',
    '/api/v1/runs/{id}/profiles',
    { params: { path: { id } } },
    { refetchInterval: every },
  );
  if (query.isError) return <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />;
  if (!run) return <Waiting lines={10} />;
  const going = run.endedAt === undefined;
  const began = run.startedAt ?? run.createdAt;

  return (
    <>
      <PageHead
        title={text.runs.number(run.number)}
        above={
          <Link to={paths.connection(run.connectionId)} className="link">
            {run.connectionName}
          </Link>
        }
        purpose={
          <Group gap="xs" mt={4}>
            <RunStateBadge state={run.state} />
            <Text size="sm">
              {text.runs.triggers[run.trigger.kind]} {run.trigger.by && text.common.by(run.trigger.by)} ·{' '}
              <RelativeTime at={began} />
              {run.endedAt &&
                ` · ${text.runs.took(formatDuration((new Date(run.endedAt).getTime() - new Date(began).getTime()) / 1000))}`}
            </Text>
          </Group>
        }
        action={
          <Group>
            <StopButton run={run} />
            {!going && run.resumable && <ResumeButton run={run} />}
          </Group>
        }
      />
      <Stack gap="lg">
        {run.problem && <Failure run={run} />}
        {(run.trigger.ofRun ?? run.replays[0]) && (
          <Text size="sm">
            {run.trigger.ofRun && (
              <>
                {text.runs.replayOf} <RunLink id={run.trigger.ofRun} />{' '}
              </>
            )}
            {run.replays.length > 0 && text.runs.replays}{' '}
            {run.replays.map((replay) => (
              <RunLink key={replay} id={replay} />
            ))}
          </Text>
        )}
        <Box className="panel" p="md">
          {going && <RunProgressBar run={run} />}
          <Box mt={going ? 'sm' : 0}>
            <RunCounts counts={run.counts} runId={run.id} />
          </Box>
          {!going && balances(run.counts) && (
            <Text size="xs" c="dimmed" mt={4}>
              {text.runs.balances}
            </Text>
          )}
        </Box>
        <RateChart points={rate.data?.points ?? []} />
        <Section title={text.runs.goals}>
          {run.goals.map((goal) => (
            <Box key={goal.goalId} px="md" py="sm">
              <Group gap="sm" mb={4}>
                <RunGoalStateBadge state={goal.state} />
                <Text fw={500}>{goal.name}</Text>
              </Group>
              <RunCounts counts={goal.counts} />
            </Box>
          ))}
        </Section>
        <Section title={text.runs.files} id="files">
          <Scroll label={text.runs.files}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{text.runs.file}</Table.Th>
                  <Table.Th ta="right">{text.runs.size}</Table.Th>
                  <Table.Th>{text.runs.state}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {run.files.map((file) => (
                  <Table.Tr key={file.path}>
                    <Table.Td>{file.path}</Table.Td>
                    <Table.Td ta="right">{formatBytes(file.size)}</Table.Td>
                    <Table.Td>
                      <FileStateBadge state={file.state} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Scroll>
        </Section>
        <Rejected run={run} />
        <Section title={text.runs.profiles} id="profiles">
          {touched.isSuccess && touched.data.items.length === 0 && <Quiet>{text.runs.noProfiles}</Quiet>}
          {touched.data?.items.map((profile) => (
            <Link key={profile.profileId + profile.at} to={paths.profile(profile.profileId)} className="row-link">
              <Group justify="space-between">
                <Text>{profile.label}</Text>
                <Text size="sm" c="dimmed">
                  {text.runs.dispositions[profile.disposition] ?? profile.disposition} ·{' '}
                  <RelativeTime at={profile.at} />
                </Text>
              </Group>
            </Link>
          ))}
        </Section>
        <Log run={run} />
      </Stack>
    </>
  );
}

const Quiet = ({ children }: { children: ReactNode }) => (
  <Text c="dimmed" size="sm" p="md">
    {children}
  </Text>
);

const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  <Box className="scroller" mah={420} role="group" aria-label={label} tabIndex={0}>
    {children}
  </Box>
);

function RunLink({ id }: { id: string }) {
  const { data } = $api.useQuery('get', '/api/v1/runs/{id}', { params: { path: { id } } });
  return (
    <Link to={paths.run(id)} className="link">
      {data ? text.runs.number(data.number) : id}
    </Link>
  );
}

/** What happened, to what, why, what to do, and the technical words folded. */
function Failure({ run }: { run: Run }) {
  if (!run.problem) return null;
  const failed = run.goals.filter((goal) => goal.state === 'FAILED').map((goal) => goal.name);
  return (
    <Box role="alert" p="md" style={{ borderRadius: 8, background: 'var(--tint-bad)' }}>
      <Text fw={600} style={{ color: 'var(--state-bad)' }}>
        {text.runs.whatHappened}
      </Text>
      <dl style={{ margin: '8px 0 0', display: 'grid', gridTemplateColumns: 'max-content 1fr', gap: '4px 16px' }}>
        <dt>{text.runs.toWhat}</dt>
        <dd style={{ margin: 0 }}>{failed.join(', ') || run.connectionName}</dd>
        <dt>{text.runs.why}</dt>
        <dd style={{ margin: 0 }}>{run.problem.message}</dd>
        <dt>{text.runs.whatToDo}</dt>
        <dd style={{ margin: 0 }}>{run.problem.remedy}</dd>
      </dl>
      <details style={{ marginTop: 8 }}>
        <summary style={{ cursor: 'pointer', fontSize: 13 }}>{text.common.technical}</summary>
        <Code block mt={4} style={{ whiteSpace: 'pre-wrap' }}>
          {[run.problem.code, run.problem.technical].filter(Boolean).join('\n')}
        </Code>
      </details>
    </Box>
  );
}

function ResumeButton({ run }: { run: Run }) {
  const queries = useQueryClient();
  const mayRun = useMay('runs:execute');
  const resume = useMutation({
    mutationFn: () => done(api.POST('/api/v1/runs/{id}/resume', { params: { path: { id: run.id } } })),
    onSuccess: () => notifications.show({ message: text.runs.resumed }),
    onError: (failure) => notifications.show({ message: <ProblemNote failure={failure} />, color: 'red' }),
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/runs') }),
  });
  return (
    <Button
      leftSection={<IconPlayerPlay size={16} aria-hidden />}
      disabled={!mayRun}
      loading={resume.isPending}
      onClick={() => resume.mutate()}
    >
      {text.runs.resume}
    </Button>
  );
}

function usePages<T>(key: string, id: string, every: number | false, load: (after: string) => Promise<Page<T>>) {
  return useInfiniteQuery({
    queryKey: ['get', `/api/v1/runs/{id}/${key}`, id],
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: every,
  });
}

function Rejected({ run }: { run: Run }) {
  const router = useRouter();
  const mayRun = useMay('runs:execute');
  const query = usePages('rejected', run.id, run.endedAt === undefined ? 4_000 : false, (after) =>
    done(api.GET('/api/v1/runs/{id}/rejected', { params: { path: { id: run.id }, query: after ? { after } : {} } })),
  );
  const replay = useMutation({
    mutationFn: (file: File) =>
      send<Run>(paths.replay(run.id), {
        method: 'POST',
        body: file,
        headers: { 'content-type': 'text/csv', 'Idempotency-Key': crypto.randomUUID() },
      }),
    onSuccess: (started) => {
      notifications.show({ message: text.runs.replayed });
      void router.navigate({ to: paths.run(started.id) });
    },
  });
  const records = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      title={text.runs.rejected}
      id="rejected"
      action={
        records.length > 0 && (
          <Group gap="xs">
            <Button
              component="a"
              href={paths.rejectedCsv(run.id)}
              download
              size="xs"
              variant="default"
              leftSection={<IconDownload size={15} aria-hidden />}
            >
              {text.runs.download}
            </Button>
            <FileButton accept=".csv,.txt,.jsonl,text/csv" onChange={(file) => file && replay.mutate(file)}>
              {(props) => (
                <Button
                  {...props}
                  size="xs"
                  variant="default"
                  disabled={!mayRun || run.endedAt === undefined}
                  loading={replay.isPending}
                  leftSection={<IconUpload size={15} aria-hidden />}
                >
                  {text.runs.replay}
                </Button>
              )}
            </FileButton>
          </Group>
        )
      }
    >
      {query.isError && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      {replay.isError && <ProblemNote failure={replay.error} />}
      {query.isSuccess && records.length === 0 && <Quiet>{text.runs.noRejected}</Quiet>}
      {records.length > 0 && (
        <>
          <Quiet>{text.runs.replayHint}</Quiet>
          <Scroll label={text.runs.rejected}>
            <Table stickyHeader>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{text.runs.line}</Table.Th>
                  <Table.Th>{text.runs.reason}</Table.Th>
                  <Table.Th>{text.runs.raw}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {records.map((record) => (
                  <Table.Tr key={`${record.file ?? ''} ${record.number}`}>
                    <Table.Td>{record.line}</Table.Td>
                    <Table.Td>{record.message}</Table.Td>
                    <Table.Td>
                      <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{record.raw}</Code>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Scroll>
          {query.hasNextPage && (
            <Button
              m="sm"
              size="xs"
              variant="subtle"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {text.common.loadMore}
            </Button>
          )}
        </>
      )}
    </Section>
  );
}

function Log({ run }: { run: Run }) {
  const query = usePages('log', run.id, run.endedAt === undefined ? 3_000 : false, (after) =>
    done(api.GET('/api/v1/runs/{id}/log', { params: { path: { id: run.id }, query: after ? { after } : {} } })),
  );
  const lines = query.data?.pages.flatMap((page) => page.items) ?? [];
  const tone = { INFO: 'idle', WARN: 'warn', ERROR: 'bad' } as const;
  return (
    <Section title={text.runs.log} id="log">
      {query.isError && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && lines.length === 0 && <Quiet>{text.runs.noLog}</Quiet>}
      {lines.length > 0 && (
        <Scroll label={text.runs.log}>
          <Box p="md" ff="monospace" fz={13}>
            {lines.map((line, index) => (
              <Group key={index} gap="sm" wrap="nowrap" align="flex-start">
                <span style={{ whiteSpace: 'nowrap', color: 'var(--mantine-color-dimmed)' }}>
                  {formatTimeOfDay(line.at)}
                </span>
                <span style={{ color: `var(--state-${tone[line.level]})`, flex: 'none', width: 64 }}>
                  {text.runs.levels[line.level]}
                </span>
                <span style={{ overflowWrap: 'anywhere' }}>{line.message}</span>
              </Group>
            ))}
          </Box>
        </Scroll>
      )}
      {query.hasNextPage && (
        <Button
          m="sm"
          size="xs"
          variant="subtle"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {text.common.loadMore}
        </Button>
      )}
    </Section>
  );
}
