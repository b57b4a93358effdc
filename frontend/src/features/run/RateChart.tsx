import { Box, Table, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useState } from 'react';
import type { RatePoint } from '@/api/types';
import { formatNumber, formatTimeOfDay } from '@/lib/format';
import { niceCeiling } from '@/lib/scale';
import { text } from '@/lib/text';
import { nearest, plot, summarize, type Plotted } from './rateScale';

const height = 150;
const gutter = { left: 64, top: 10, bottom: 24, right: 8 };

export function RateTable({ points }: { points: RatePoint[] }) {
  return (
    <Box className="scroller" mah={280} tabIndex={0} role="group" aria-label={text.runs.rateTitle}>
      <Table stickyHeader horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.runs.time}</Table.Th>
            <Table.Th ta="right">{text.runs.rateTitle}</Table.Th>
            <Table.Th ta="right">{text.runs.recordsSoFar}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map((point) => (
            <Table.Tr key={point.at}>
              <Table.Td>{formatTimeOfDay(point.at)}</Table.Td>
              <Table.Td ta="right">{formatNumber(point.recordsPerSecond)}</Table.Td>
              <Table.Td ta="right">{formatNumber(point.records)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
}

export function RateChart({ points, going }: { points: RatePoint[]; going: boolean }) {
  const { ref, width: measured } = useElementSize();
  const [pointed, setPointed] = useState<Plotted>();
  const width = Math.max(120, measured - gutter.left - gutter.right);
  const { peak, mean } = summarize(points);
  const ceiling = niceCeiling(peak);
  const plotted = plot(points, width, height, ceiling);
  const first = points[0];
  const last = points.at(-1);
  // One moment is no course yet, and a dot in an empty chart looks like one.
  if (!first || !last || points.length < 2) {
    return (
      <Text c="dimmed" size="sm" p="md" role="status">
        {going
          ? text.runs.rateMeasuring
          : first
            ? text.runs.rateOnce(formatNumber(first.recordsPerSecond))
            : text.runs.rateNone}
      </Text>
    );
  }
  const line = plotted.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)},${y.toFixed(1)}`).join('');
  const area = `${line}L${String(plotted.at(-1)?.x ?? 0)},${height}L${String(plotted[0]?.x ?? 0)},${height}Z`;
  const summary = text.runs.rateSummary(formatNumber(peak), formatNumber(mean));
  const span = text.runPage.chartFrom(formatTimeOfDay(first.at), formatTimeOfDay(last.at));
  return (
    <Box p="md">
      <Text size="sm" c="dimmed" mb="xs" className="tabular" mih={20}>
        {pointed
          ? `${formatTimeOfDay(pointed.at)} · ${text.runs.rate(formatNumber(pointed.recordsPerSecond))} · ${text.runPage.records(formatNumber(pointed.records))}`
          : summary}
      </Text>
      <div ref={ref}>
        <svg
          role="img"
          aria-label={`${text.runs.rateTitle}. ${summary} ${span}`}
          width="100%"
          height={height + gutter.top + gutter.bottom}
          style={{ display: 'block' }}
          onPointerMove={(event) =>
            setPointed(nearest(plotted, event.clientX - event.currentTarget.getBoundingClientRect().left - gutter.left))
          }
          onPointerLeave={() => setPointed(undefined)}
        >
          <g transform={`translate(${gutter.left},${gutter.top})`} fontSize={11} fill="var(--mantine-color-dimmed)">
            {[0, 0.5, 1].map((part) => (
              <g key={part} transform={`translate(0,${height - part * height})`}>
                <line x2={width} stroke="var(--hairline)" strokeDasharray={part === 0 ? undefined : '3 3'} />
                <text x={-10} dy="0.32em" textAnchor="end">
                  {formatNumber(part * ceiling)}
                </text>
              </g>
            ))}
            <path d={area} fill="var(--state-busy)" opacity={0.1} />
            <path d={line} fill="none" stroke="var(--state-busy)" strokeWidth={1.75} strokeLinejoin="round" />
            {pointed && (
              <>
                <line x1={pointed.x} x2={pointed.x} y2={height} stroke="var(--mantine-color-dimmed)" strokeWidth={1} />
                <circle
                  cx={pointed.x}
                  cy={pointed.y}
                  r={4}
                  fill="var(--state-busy)"
                  stroke="var(--mantine-color-body)"
                  strokeWidth={2}
                />
              </>
            )}
            <text y={height + 18}>{formatTimeOfDay(first.at)}</text>
            <text x={width} y={height + 18} textAnchor="end">
              {formatTimeOfDay(last.at)}
            </text>
          </g>
        </svg>
      </div>
    </Box>
  );
}
