import { Box, Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconFileOff, IconPlayerPlay } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '@/api/client';
import type { Run, TouchedProfile } from '@/api/types';
import { asProblem } from '@/api/problem';
import { BusyButton } from '@/components/BusyButton';
import { EmptyState, NothingHere, PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { FailureBlock } from '@/components/run/FailureBlock';
import { RunProgress } from '@/components/run/RunProgress';
import { useRunLive } from '@/components/run/useRunLive';
import { RunCounts } from '@/components/RunCounts';
import { FileStateBadge, RunGoalStateBadge, RunStateBadge } from '@/components/StateBadge';
import { RelativeTime } from '@/components/Time';
import { balances } from '@/lib/counts';
import { formatBytes, formatDuration } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { useFreshAtEnd, useRate, useResume, useTouched } from './api';
import { HeldBack } from './HeldBack';
import { LeftOut } from './LeftOut';
import { RateChart, RateTable } from './RateChart';
import { RejectedRecords } from './RejectedRecords';
import { RunLog } from './RunLog';
import { StopButton } from './RunPanel';

export function RunPage({ runId }: { runId: string }) {
  const { run, going } = useRunLive(runId);
  if (run.isPending) return <Waiting lines={10} />;
  if (run.data === undefined)
    return asProblem(run.error).status === 404 ? (
      <NothingHere>
        <Button component={Link} to={paths.home()}>
          {text.problem.goHome}
        </Button>
      </NothingHere>
    ) : (
      <>
        <PageHead title={text.runPage.one} />
        <ProblemNote failure={run.error} onRetry={() => void run.refetch()} />
      </>
    );
  return <RunShown run={run.data} going={going} />;
}

function RunShown({ run, going }: { run: Run; going: boolean }) {
  useFreshAtEnd(run.id, going, run.counts.rejected);
  const emptyHanded = run.state === 'FINISHED' && run.counts.read === 0;
  return (
    <>
      <PageHead
        title={text.runs.number(run.number)}
        above={<OfConnection id={run.connectionId} name={run.connectionName} />}
        purpose={<RunFacts run={run} />}
        action={<RunActions run={run} going={going} />}
      />
      <ReadOnlyNote unless="runs:execute" />
      <Stack gap="lg">
        {run.problem && <FailureBlock problem={run.problem} to={run.connectionName} />}
        <Box className="panel" p="md">
          <Stack gap="sm">
            {(going || run.state === 'STOPPED' || run.state === 'FAILED') && (
              <RunProgress progress={run.progress} state={run.state} />
            )}
            {run.state === 'QUEUED' && <Text c="dimmed">{text.runPage.queuedFor}</Text>}
            <div>
              <RunCounts counts={run.counts} runId={run.id} />
              <LeftOut goals={run.goals} />
              <HeldBack id="held-back" goals={run.goals} />
              {!going && run.counts.read > 0 && balances(run.counts) && (
                <Text size="xs" c="dimmed" mt={4}>
                  {text.runs.balances}
                </Text>
              )}
            </div>
          </Stack>
        </Box>
        {emptyHanded && (
          <Box className="panel">
            <EmptyState picture={<IconFileOff size={36} />} title={text.runPage.emptyTitle}>
              {text.runPage.emptyText}
            </EmptyState>
          </Box>
        )}
        <div className="run-grid">
          <Stack gap="lg" miw={0}>
            <RateSection runId={run.id} going={going} />
            <Goals run={run} />
            <Files run={run} />
            <RejectedRecords runId={run.id} amount={run.counts.rejected} ended={!going} />
            <RunLog runId={run.id} going={going} />
          </Stack>
          <Stack gap="lg" miw={0}>
            {run.replays.length > 0 && (
              <Section title={text.runs.replays}>
                {run.replays.map((replay) => (
                  <Replay key={replay} runId={replay} />
                ))}
              </Section>
            )}
            <Touched runId={run.id} going={going} />
          </Stack>
        </div>
      </Stack>
    </>
  );
}

/** A run is kept longer than its connection. */
function OfConnection({ id, name }: { id: string; name: string }) {
  const connection = $api.useQuery('get', '/api/v1/connections/{id}', { params: { path: { id } } });
  if (connection.isError && asProblem(connection.error).status === 404)
    return (
      <Text c="dimmed">
        {name} {text.runPage.connectionDeleted}
      </Text>
    );
  return (
    <Link className="link" to={paths.connection(id)} style={{ overflowWrap: 'anywhere' }}>
      {name}
    </Link>
  );
}

function RunFacts({ run }: { run: Run }) {
  const { trigger, startedAt, endedAt } = run;
  const seconds =
    startedAt && endedAt ? (new Date(endedAt).getTime() - new Date(startedAt).getTime()) / 1000 : undefined;
  return (
    <Group gap={8} fz="sm">
      <RunStateBadge state={run.state} />
      <span>
        {text.runs.triggers[trigger.kind]}
        {trigger.by && ` ${text.runPage.by(trigger.by)}`}
      </span>
      <span aria-hidden>·</span>
      <RelativeTime at={startedAt ?? run.createdAt} />
      {seconds !== undefined && (
        <>
          <span aria-hidden>·</span>
          <span>{text.runs.took(formatDuration(seconds))}</span>
        </>
      )}
      {trigger.ofRun && (
        <>
          <span aria-hidden>·</span>
          <span>
            {text.runs.replayOf} <RunLink runId={trigger.ofRun} />
          </span>
        </>
      )}
    </Group>
  );
}

function RunActions({ run, going }: { run: Run; going: boolean }) {
  const mayRun = useMay('runs:execute');
  const resume = useResume(run.id);
  return (
    <Stack gap="xs" align="flex-end">
      <StopButton run={run} />
      {!going && run.resumable && (
        <BusyButton
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          disabled={!mayRun}
          title={mayRun ? undefined : text.common.noPermission}
          loading={resume.isPending}
          onClick={() => resume.mutate()}
        >
          {text.runs.resume}
        </BusyButton>
      )}
      {resume.isError && <ProblemNote failure={resume.error} title={text.runPage.resumeFailed} />}
    </Stack>
  );
}

function RateSection({ runId, going }: { runId: string; going: boolean }) {
  const rate = useRate(runId, going);
  const [asTable, setAsTable] = useState(false);
  const points = rate.data?.points ?? [];
  return (
    <Section
      title={text.runs.rateTitle}
      action={
        points.length > 1 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAsTable(!asTable)}>
            {asTable ? text.runs.rateChart : text.runs.rateTable}
          </Button>
        )
      }
    >
      {rate.isPending && <Waiting lines={4} />}
      {rate.isError && (
        <Box p="md">
          <ProblemNote failure={rate.error} onRetry={() => void rate.refetch()} />
        </Box>
      )}
      {rate.isSuccess && (asTable ? <RateTable points={points} /> : <RateChart points={points} going={going} />)}
    </Section>
  );
}

function Goals({ run }: { run: Run }) {
  return (
    <Section title={text.runs.goals}>
      {run.goals.map((goal) => (
        <Stack key={goal.goalId} gap={6} className="row-plain">
          <Group justify="space-between" wrap="nowrap">
            <Text fw={500} truncate>
              {goal.name}
            </Text>
            <RunGoalStateBadge state={goal.state} />
          </Group>
          <div>
            <RunCounts counts={goal.counts} runId={run.id} />
            {run.goals.length > 1 && (
              <>
                <LeftOut goals={[goal]} />
                <HeldBack goals={[goal]} />
              </>
            )}
          </div>
          {/* With one goal the run's own failure says it already. */}
          {goal.problem && goal.problem.message !== run.problem?.message && (
            <FailureBlock problem={goal.problem} to={text.runPage.goal(goal.name)} />
          )}
        </Stack>
      ))}
    </Section>
  );
}

function Files({ run }: { run: Run }) {
  return (
    <Section id="files" title={text.runs.files}>
      {run.files.length === 0 && (
        <Text c="dimmed" size="sm" p="md">
          {text.goal.noFiles}
        </Text>
      )}
      {run.files.length > 0 && (
        <Box className="scroller" tabIndex={0} role="group" aria-label={text.runs.files}>
          <Table verticalSpacing="xs" horizontalSpacing="md" className="stacked-table">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.runs.file}</Table.Th>
                <Table.Th ta="right">{text.runs.size}</Table.Th>
                <Table.Th>{text.runPage.modified}</Table.Th>
                <Table.Th>{text.runs.state}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {run.files.map((file) => (
                <Table.Tr key={file.path}>
                  <Table.Td data-label={text.runs.file} style={{ overflowWrap: 'anywhere' }}>
                    <bdi>{file.path}</bdi>
                  </Table.Td>
                  <Table.Td data-label={text.runs.size} ta="right" style={{ whiteSpace: 'nowrap' }}>
                    <span>{formatBytes(file.size)}</span>
                  </Table.Td>
                  <Table.Td data-label={text.runPage.modified} style={{ whiteSpace: 'nowrap' }}>
                    <RelativeTime at={file.modified} />
                  </Table.Td>
                  <Table.Td data-label={text.runs.state}>
                    <FileStateBadge state={file.state} ended={run.endedAt !== undefined} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Box>
      )}
      {run.fileCount > run.files.length && (
        <Text c="dimmed" size="sm" p="md">
          {text.runPage.moreFiles(run.fileCount - run.files.length)}
        </Text>
      )}
    </Section>
  );
}

function Touched({ runId, going }: { runId: string; going: boolean }) {
  const touched = useTouched(runId, going);
  return (
    <Section id="profiles" title={text.runs.profiles}>
      {touched.isPending && <Waiting lines={5} />}
      {touched.isError && (
        <Box p="md">
          <ProblemNote failure={touched.error} onRetry={() => void touched.refetch()} />
        </Box>
      )}
      {touched.data?.items.length === 0 && (
        <Text c="dimmed" size="sm" p="md">
          {text.runs.noProfiles}
        </Text>
      )}
      {touched.data?.items.map((profile, index) => {
        const key = `${profile.profileId} ${index}`;
        return profile.deleted ? (
          <Box key={key} className="row-plain" style={{ padding: '8px 16px' }}>
            <TouchedLine profile={profile} />
          </Box>
        ) : (
          <Link key={key} to={paths.profile(profile.profileId)} className="row-link" style={{ padding: '8px 16px' }}>
            <TouchedLine profile={profile} />
          </Link>
        );
      })}
    </Section>
  );
}

function TouchedLine({ profile: { label, disposition, deleted } }: { profile: TouchedProfile }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm" fw={500} truncate c={deleted ? 'dimmed' : undefined}>
        {label} {deleted && text.runPage.profileDeleted}
      </Text>
      <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
        {text.runs.dispositions[disposition]}
      </Text>
    </Group>
  );
}

function RunLink({ runId }: { runId: string }) {
  const { run } = useRunLive(runId);
  return (
    <Link className="link" to={paths.run(runId)}>
      {run.data ? text.runs.number(run.data.number) : text.runPage.replayRun}
    </Link>
  );
}

function Replay({ runId }: { runId: string }) {
  const { run } = useRunLive(runId);
  return (
    <Stack gap={6} className="row-plain">
      <Group justify="space-between" wrap="nowrap">
        <Link className="link" to={paths.run(runId)}>
          {run.data ? text.runs.number(run.data.number) : text.runPage.replayRun}
        </Link>
        {run.data && <RunStateBadge state={run.data.state} />}
      </Group>
      {run.data && <RunCounts counts={run.data.counts} />}
    </Stack>
  );
}
