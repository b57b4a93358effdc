import { Alert, Box, Button, Code, FileButton, Group, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import { IconBulb, IconDownload, IconUpload } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Run } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote, Section, Waiting } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { useRunLive } from '@/components/run/useRunLive';
import { isLost } from '@/components/ShowMore';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { freshKey } from '@/lib/ids';
import { useRejected, useReplay } from './api';
import { faultOf, grouped, type Group as FaultGroup } from './rejectedGroups';

const step = 50;

export function RejectedRecords({ runId, amount, ended }: { runId: string; amount: number; ended: boolean }) {
  const rejected = useRejected(runId);
  const replay = useReplay(runId);
  const mayRun = useMay('runs:execute');
  const reset = useRef<() => void>(null);
  const records = rejected.data?.pages.flatMap((page) => page.items) ?? [];
  const [chosen, setChosen] = useState<string>();
  const [shown, setShown] = useState(step);
  const wanted = useRouterState({ select: ({ location }) => location.hash === 'rejected' });
  const there = !rejected.isPending;
  useEffect(() => {
    if (wanted && there) document.getElementById('rejected')?.scrollIntoView();
  }, [wanted, there]);
  const groups = grouped(records);
  const matching = chosen === undefined ? records : records.filter((record) => faultOf(record) === chosen);
  const choose = (words: string | undefined) => {
    setChosen(words);
    setShown(step);
  };
  const upload = (file: File | null) => {
    if (file === null) return;
    replay.mutate({ file, key: freshKey() }, { onSettled: () => reset.current?.() });
  };
  return (
    <Section
      id="rejected"
      title={text.runs.rejected}
      action={
        amount > 0 && (
          <Group gap="xs">
            <Button
              component="a"
              href={paths.rejectedCsv(runId)}
              download
              size="xs"
              variant="default"
              leftSection={<IconDownload size={15} aria-hidden />}
            >
              {text.runs.download}
            </Button>
            {ended && mayRun && (
              <FileButton onChange={upload} accept=".csv,text/csv" resetRef={reset}>
                {(props) => (
                  <BusyButton
                    {...props}
                    size="xs"
                    leftSection={<IconUpload size={15} aria-hidden />}
                    loading={replay.isPending}
                  >
                    {text.runs.replay}
                  </BusyButton>
                )}
              </FileButton>
            )}
          </Group>
        )
      }
    >
      {replay.isError && (
        <Box p="md">
          <ProblemNote failure={replay.error} title={text.runPage.uploadFailed} />
        </Box>
      )}
      {replay.isSuccess && <Replayed replay={replay.data} />}
      {amount === 0 && (
        <Text c="dimmed" size="sm" p="md">
          {text.runs.noRejected}
        </Text>
      )}
      {amount > 0 && rejected.isPending && <Waiting lines={4} />}
      {isLost(rejected) && (
        <Box p="md">
          <ProblemNote failure={rejected.error} onRetry={() => void rejected.refetch()} />
        </Box>
      )}
      {records.length > 0 && (
        <>
          {ended && !mayRun && (
            <Text size="sm" c="dimmed" px="md" pt="md">
              {text.runPage.whoMends(text.common.roles.either)}
            </Text>
          )}
          {ended && mayRun && (
            <Alert
              icon={<IconBulb size={18} aria-hidden />}
              title={text.runPage.mendTitle}
              m="md"
              variant="light"
              color="accent"
              bg="var(--tint-busy)"
            >
              <ol style={{ margin: 0, paddingInlineStart: 20, display: 'grid', gap: 4 }}>
                {text.runPage.mend.map((step) => (
                  <li key={step}>{step}</li>
                ))}
              </ol>
            </Alert>
          )}
          <Groups
            groups={groups}
            counted={records.length}
            complete={!rejected.hasNextPage}
            chosen={chosen}
            onChoose={choose}
          />
          <Box className="scroller rejected-scroller" tabIndex={0} role="group" aria-label={text.runs.rejected}>
            <Table stickyHeader verticalSpacing="xs" horizontalSpacing="md" className="rejected-table stacked-table">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th ta="right" w={80}>
                    {text.runs.line}
                  </Table.Th>
                  <Table.Th className="said-in-reason">{text.runs.field}</Table.Th>
                  <Table.Th className="said-in-reason">{text.runs.value}</Table.Th>
                  <Table.Th>{text.runs.reason}</Table.Th>
                  <Table.Th>{text.runs.raw}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {matching.slice(0, shown).map((record) => (
                  <Table.Tr key={`${record.file ?? ''} ${record.number}`}>
                    <Table.Td data-label={text.runs.line} ta="right" style={{ verticalAlign: 'top' }}>
                      {formatNumber(record.line)}
                    </Table.Td>
                    <Table.Td
                      className="said-in-reason"
                      data-label={text.runs.field}
                      maw={160}
                      style={{ verticalAlign: 'top', overflowWrap: 'anywhere' }}
                    >
                      {record.field}
                    </Table.Td>
                    <Table.Td
                      className="said-in-reason"
                      data-label={text.runs.value}
                      maw={220}
                      style={{ verticalAlign: 'top' }}
                    >
                      {record.value !== undefined && (
                        <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{record.value}</Code>
                      )}
                    </Table.Td>
                    <Table.Td data-label={text.runs.reason} style={{ verticalAlign: 'top' }}>
                      <Text size="sm">{record.message}</Text>
                      <Text size="xs" c="dimmed">
                        {record.file}
                      </Text>
                    </Table.Td>
                    <Table.Td data-label={text.runs.raw} style={{ verticalAlign: 'top' }}>
                      <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{record.raw}</Code>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Box>
          {(rejected.hasNextPage || matching.length > shown) && (
            <Stack align="center" p="sm" gap={6}>
              <Text size="xs" c="dimmed" role="status">
                {text.rejected.shown(
                  Math.min(shown, matching.length),
                  chosen === undefined ? Math.max(amount, matching.length) : matching.length,
                )}
              </Text>
              {rejected.isFetchNextPageError && (
                <ProblemNote failure={rejected.error} onRetry={() => void rejected.fetchNextPage()} />
              )}
              <BusyButton
                variant="default"
                size="xs"
                loading={rejected.isFetchingNextPage}
                onClick={() => {
                  setShown(shown + step);
                  if (shown + step > matching.length && rejected.hasNextPage) void rejected.fetchNextPage();
                }}
              >
                {text.common.loadMore}
              </BusyButton>
            </Stack>
          )}
        </>
      )}
    </Section>
  );
}

/** What has become of the records that were uploaded. */
function Replayed({ replay }: { replay: Run }) {
  const { run } = useRunLive(replay.id);
  const { state, counts } = run.data ?? replay;
  const words = text.runs.replayed;
  const done = state === 'FINISHED';
  const tint = { STOPPED: 'warn', FAILED: 'bad', FINISHED: counts.rejected > 0 ? 'warn' : 'good' };
  return (
    <Group
      role="status"
      p="md"
      gap="sm"
      style={{ background: `var(--tint-${state in tint ? tint[state as keyof typeof tint] : 'busy'})` }}
    >
      <Text fw={500}>{done ? words.FINISHED(counts.rejected) : words[state]}</Text>
      <Link className="link" to={paths.run(replay.id)}>
        {text.runPage.openReplay}
      </Link>
    </Group>
  );
}

/** How many have which fault; one of them chosen, only its records are shown. */
function Groups(props: {
  groups: FaultGroup[];
  counted: number;
  complete: boolean;
  chosen: string | undefined;
  onChoose: (words: string | undefined) => void;
}) {
  const { groups, counted, complete, chosen, onChoose } = props;
  const chip = (words: string | undefined, label: string) => (
    <UnstyledButton key={label} className="chip" aria-pressed={chosen === words} onClick={() => onChoose(words)}>
      {label}
    </UnstyledButton>
  );
  return (
    <Box px="md" pt="sm" pb="md">
      <Group gap={6} role="group" aria-label={text.rejected.groups}>
        {chip(undefined, complete ? text.rejected.all(counted) : text.rejected.first(counted))}
        {groups.map(({ words, amount }) => chip(words, text.rejected.group(words, amount)))}
      </Group>
      {!complete && (
        <Text size="xs" c="dimmed" mt={6}>
          {text.rejected.among(counted)}
        </Text>
      )}
    </Box>
  );
}
