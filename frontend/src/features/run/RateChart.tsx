import { Box, Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { RatePoint } from '@/api/contract';
import { Section } from '@/components/Frame';
import { formatNumber, formatTimeOfDay } from '@/lib/format';
import { text } from '@/lib/text';

const width = 720;
const height = 160;
const left = 64;
const bottom = 24;

/** The rate over time: a line with numbers at its axes, and the same as a table. */
export function RateChart({ points }: { points: RatePoint[] }) {
  const [asTable, setAsTable] = useState(false);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 2)
    return (
      <Section title={text.runs.rateTitle}>
        <Text c="dimmed" size="sm" p="md">
          {text.runs.rateNone}
        </Text>
      </Section>
    );
  const from = new Date(first.at).getTime();
  const span = Math.max(1, new Date(last.at).getTime() - from);
  const peak = Math.max(1, ...points.map((point) => point.recordsPerSecond));
  const x = (point: RatePoint) => left + ((new Date(point.at).getTime() - from) / span) * (width - left - 8);
  const y = (rate: number) => 8 + (1 - rate / peak) * (height - bottom - 8);
  const line = points.map((point) => `${x(point).toFixed(1)},${y(point.recordsPerSecond).toFixed(1)}`).join(' ');
  const summary = text.runs.rateSummary(formatNumber(peak), formatNumber((last.records / span) * 1000));
  return (
    <Section
      title={text.runs.rateTitle}
      action={
        <Button size="compact-sm" variant="subtle" onClick={() => setAsTable(!asTable)}>
          {asTable ? text.runs.rateChart : text.runs.rateTable}
        </Button>
      }
    >
      <Box p="md">
        {asTable ? (
          <Box className="scroller" mah={260} tabIndex={0} role="group" aria-label={text.runs.rateTitle}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{text.runs.time}</Table.Th>
                  <Table.Th ta="right">{text.runs.recordsSoFar}</Table.Th>
                  <Table.Th ta="right">{text.runs.rateTitle}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {points.map((point) => (
                  <Table.Tr key={point.at}>
                    <Table.Td>{formatTimeOfDay(point.at)}</Table.Td>
                    <Table.Td ta="right">{formatNumber(point.records)}</Table.Td>
                    <Table.Td ta="right">{formatNumber(point.recordsPerSecond)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Box>
        ) : (
          <svg
            viewBox={`0 0 ${width} ${height}`}
            width="100%"
            role="img"
            aria-label={`${text.runs.rateTitle}. ${summary}`}
          >
            {[0, peak / 2, peak].map((rate) => (
              <g key={rate}>
                <line x1={left} x2={width} y1={y(rate)} y2={y(rate)} stroke="var(--hairline)" />
                <text x={left - 8} y={y(rate) + 4} textAnchor="end" fontSize="11" fill="var(--mantine-color-dimmed)">
                  {formatNumber(rate)}
                </text>
              </g>
            ))}
            <polygon points={`${left},${y(0)} ${line} ${x(last)},${y(0)}`} fill="var(--tint-busy)" />
            <polyline points={line} fill="none" stroke="var(--state-busy)" strokeWidth="2" strokeLinejoin="round" />
            {[first, last].map((point, index) => (
              <text
                key={point.at}
                x={x(point)}
                y={height - 4}
                fontSize="11"
                textAnchor={index === 0 ? 'start' : 'end'}
                fill="var(--mantine-color-dimmed)"
              >
                {formatTimeOfDay(point.at)}
              </text>
            ))}
          </svg>
        )}
        <Text size="sm" c="dimmed" mt="xs">
          {summary}
        </Text>
      </Box>
    </Section>
  );
}
