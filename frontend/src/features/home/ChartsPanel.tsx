import { Box, Button, Group, SegmentedControl, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useMemo, useState } from 'react';
import { formatHour, formatNumber, formatShortDate, timeZone } from '@/lib/format';
import { text } from '@/lib/text';
import { useTotals } from './api';
import { BarChart, type Series } from './BarChart';
import { bucketsOf, sum, type Bucket } from './buckets';
import { Panel } from './Panel';
import { ranges, type Range } from './range';

const words = text.home.charts;

const recordSeries: Series[] = [
  { of: 'created', name: words.series.created, pattern: 'full', tone: 'good' },
  { of: 'updated', name: words.series.updated, pattern: 'stripes', tone: 'busy' },
  { of: 'unchanged', name: words.series.unchanged, pattern: 'dots', tone: 'idle' },
  { of: 'leftOut', name: words.series.leftOut, pattern: 'lines', tone: 'warn' },
  { of: 'rejected', name: words.series.rejected, pattern: 'cross', tone: 'bad' },
];
const failedSeries: Series[] = [{ of: 'failed', name: words.failed, pattern: 'cross', tone: 'bad' }];

/** How much came in and what failed, by hours or days of whoever looks. */
export function ChartsPanel({ range, onRange }: { range: Range; onRange: (range: Range) => void }) {
  const [asTable, setAsTable] = useState(false);
  const [opened] = useState(() => new Date());
  const query = useTotals(range, opened);
  const until = query.data?.until;
  const items = query.data?.items;
  const bars = useMemo(
    // The last hour is the one that has begun, as the service sees it.
    () => bucketsOf(range, items ?? [], until === undefined ? opened : new Date(new Date(until).getTime() - 1)),
    [range, items, until, opened],
  );
  const nameOf = (bar: Bucket) => (range === 'day' ? formatHour(bar.at) : formatShortDate(bar.at));
  const read = sum(bars, 'read');
  const failed = sum(bars, 'failed');
  const ended = sum(bars, 'ended');
  const axis = range === 'day' ? words.hours(timeZone()) : words.days(timeZone());
  return (
    <Panel
      title={words.title}
      query={query}
      lines={8}
      empty={() => undefined}
      action={
        <SegmentedControl
          size="xs"
          aria-label={words.range}
          value={range}
          onChange={(chosen) => onRange(chosen)}
          data={ranges.map((value) => ({ value, label: words.ranges[value] }))}
        />
      }
    >
      {() => (
        <Box p="md">
          {asTable ? (
            <TotalsTable bars={bars} nameOf={nameOf} caption={axis} />
          ) : (
            <Stack gap="lg">
              <BarChart
                title={words.recordsIn}
                summary={words.totalIn(read, words.spans[range])}
                nothing={read === 0 ? words.noRecords : undefined}
                bars={bars}
                series={recordSeries}
                nameOf={nameOf}
                say={saidOfRecords}
                height={140}
              />
              <BarChart
                title={words.failures}
                summary={words.totalFailed(failed, ended, words.spans[range])}
                nothing={failed > 0 ? undefined : ended === 0 ? words.noEnds : words.noneFailed}
                bars={bars}
                series={failedSeries}
                nameOf={nameOf}
                say={({ failed: some, ended: of }) => (of === 0 ? words.nothing : words.failedOf(some, of))}
                height={70}
                labelled
              />
            </Stack>
          )}
          <Group justify="space-between" mt="sm" gap="xs">
            <Text size="xs" c="dimmed">
              {axis}
            </Text>
            {read + ended > 0 && (
              <Button size="compact-xs" variant="subtle" onClick={() => setAsTable(!asTable)}>
                {asTable ? words.chart : words.table}
              </Button>
            )}
          </Group>
        </Box>
      )}
    </Panel>
  );
}

function saidOfRecords(bar: Bucket): string {
  if (bar.read === 0) return words.nothing;
  const parts = recordSeries.filter(({ of }) => bar[of] > 0).map(({ of, name }) => `${formatNumber(bar[of])} ${name}`);
  return `${words.read(bar.read)} = ${parts.join(' + ')}`;
}

function TotalsTable({ bars, nameOf, caption }: { bars: Bucket[]; nameOf: (bar: Bucket) => string; caption: string }) {
  return (
    <Box className="scroller" mah={360} tabIndex={0} role="group" aria-label={words.title}>
      <Table stickyHeader fz={13} horizontalSpacing={6} className="tabular">
        <VisuallyHidden component="caption">{caption}</VisuallyHidden>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.when}</Table.Th>
            {recordSeries.map(({ of, name }) => (
              <Table.Th key={of} ta="right">
                {name}
              </Table.Th>
            ))}
            <Table.Th ta="right">{words.ended}</Table.Th>
            <Table.Th ta="right">{words.failed}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bars.toReversed().map((bar) => (
            <Table.Tr key={bar.at.getTime()}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{nameOf(bar)}</Table.Td>
              {recordSeries.map(({ of }) => (
                <Table.Td key={of} ta="right">
                  {formatNumber(bar[of])}
                </Table.Td>
              ))}
              <Table.Td ta="right">{formatNumber(bar.ended)}</Table.Td>
              <Table.Td ta="right">{formatNumber(bar.failed)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}
