import { Box, Group, Text } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useId, useState, type KeyboardEvent } from 'react';
import { formatCompact, formatNumber } from '@/lib/format';
import { niceCeiling } from '@/lib/scale';
import { text } from '@/lib/text';
import { axisParts } from './axis';
import { sum, type Amount, type Bucket } from './buckets';

const words = text.home.charts;

type Pattern = 'full' | 'stripes' | 'dots' | 'lines' | 'cross';

export interface Series {
  of: Amount;
  name: string;
  /** What tells it from the others where colours do not. */
  pattern: Pattern;
  tone: 'good' | 'busy' | 'idle' | 'warn' | 'bad';
}

interface Props {
  title: string;
  /** All of it in a sentence. */
  summary: string;
  /** What to say instead of a chart where it would be empty. */
  nothing: string | undefined;
  bars: Bucket[];
  /** From the foot of a bar to its top. */
  series: Series[];
  nameOf: (bar: Bucket) => string;
  say: (bar: Bucket) => string;
  height: number;
  /** With the number over each bar. */
  labelled?: boolean;
}

const gutter = { left: 44, right: 4, top: 16, bottom: 22 };
const leastHeight = 2;

/** Bars that are told apart by pattern as well as by colour, walked by arrow keys, each said in words. */
export function BarChart({ title, summary, nothing, bars, series, nameOf, say, height, labelled }: Props) {
  const { ref, width: measured } = useElementSize();
  const [chosen, setChosen] = useState<number>();
  const id = useId();
  const width = Math.max(160, measured - gutter.left - gutter.right);
  const total = (bar: Bucket) => series.reduce((all, { of }) => all + bar[of], 0);
  const ceiling = niceCeiling(Math.max(0, ...bars.map(total)));
  const step = width / bars.length;
  const used = series.filter(({ of }) => sum(bars, of) > 0);
  const at = chosen === undefined ? undefined : bars[chosen];

  const walk = (event: KeyboardEvent) => {
    const last = bars.length - 1;
    const from = chosen ?? last;
    const to = {
      ArrowLeft: Math.max(0, from - 1),
      ArrowDown: Math.max(0, from - 1),
      ArrowRight: Math.min(last, from + 1),
      ArrowUp: Math.min(last, from + 1),
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setChosen(to);
  };

  if (nothing !== undefined)
    return (
      <Box>
        <Text fw={600} size="sm">
          {title}
        </Text>
        <Text size="sm" c="dimmed" mt={4}>
          {nothing}
        </Text>
      </Box>
    );
  const ticks = Math.max(1, Math.ceil(bars.length / Math.max(2, Math.floor(width / 88))));
  return (
    <Box>
      <Text fw={600} size="sm">
        {title}
      </Text>
      <Text size="xs" c="dimmed" mt={2} mih={18} className="tabular">
        {at ? words.bar(nameOf(at), say(at)) : summary}
      </Text>
      {series.length > 1 && (
        <Group gap="4px 12px" mt={6} className="tabular">
          {used.map((one) => (
            <Group key={one.of} gap={6} wrap="nowrap">
              <svg width={14} height={14} aria-hidden>
                <Patterns id={`${id}key`} series={[one]} />
                <rect width={14} height={14} rx={2} fill={`url(#${id}key${one.of})`} stroke={ink(one)} />
              </svg>
              <Text size="xs">
                {formatNumber(sum(bars, one.of))} {one.name}
              </Text>
            </Group>
          ))}
        </Group>
      )}
      <div
        ref={ref}
        role="slider"
        tabIndex={0}
        aria-label={words.walk(title)}
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={(chosen ?? bars.length - 1) + 1}
        aria-valuetext={at ? words.bar(nameOf(at), say(at)) : summary}
        onKeyDown={walk}
        onFocus={() => setChosen((before) => before ?? bars.length - 1)}
        onBlur={() => setChosen(undefined)}
        onPointerMove={(event) => {
          const x = event.clientX - event.currentTarget.getBoundingClientRect().left - gutter.left;
          const index = Math.floor(x / step);
          setChosen(bars[index] ? index : undefined);
        }}
        onPointerLeave={() => setChosen(undefined)}
      >
        <svg width="100%" height={height + gutter.top + gutter.bottom} style={{ display: 'block' }} aria-hidden>
          <Patterns id={id} series={series} />
          <g transform={`translate(${gutter.left},${gutter.top})`} fontSize={11} fill="var(--mantine-color-dimmed)">
            {axisParts(ceiling).map((part) => (
              <g key={part} transform={`translate(0,${height - part * height})`}>
                <line x2={width} stroke="var(--hairline)" strokeDasharray={part === 0 ? undefined : '3 3'} />
                <text x={-8} dy="0.32em" textAnchor="end">
                  {formatCompact(part * ceiling)}
                </text>
              </g>
            ))}
            {chosen !== undefined && (
              <rect x={chosen * step} width={step} height={height} fill="var(--tint-busy)" opacity={0.9} />
            )}
            {bars.map((bar, index) => (
              <g key={bar.at.getTime()} transform={`translate(${(index + 0.12) * step},0)`}>
                <Bar bar={bar} series={series} id={id} width={step * 0.76} height={height} ceiling={ceiling} />
                {labelled && total(bar) > 0 && (
                  <text
                    x={step * 0.38}
                    y={height - (total(bar) / ceiling) * height - 5}
                    textAnchor="middle"
                    fill="var(--mantine-color-text)"
                  >
                    {formatCompact(total(bar))}
                  </text>
                )}
                {(bars.length - 1 - index) % ticks === 0 && (
                  <text
                    x={step * 0.38}
                    y={height + 16}
                    textAnchor={index === bars.length - 1 ? 'end' : 'middle'}
                    dx={index === bars.length - 1 ? step * 0.5 : 0}
                  >
                    {nameOf(bar)}
                  </text>
                )}
              </g>
            ))}
          </g>
        </svg>
      </div>
    </Box>
  );
}

function Bar({
  bar,
  series,
  id,
  width,
  height,
  ceiling,
}: {
  bar: Bucket;
  series: Series[];
  id: string;
  width: number;
  height: number;
  ceiling: number;
}) {
  let foot = height;
  return series.map((one) => {
    if (bar[one.of] === 0) return null;
    // However few they are among the others, they can be seen.
    const tall = Math.max(leastHeight, (bar[one.of] / ceiling) * height);
    foot -= tall;
    return (
      <rect
        key={one.of}
        y={foot}
        width={width}
        height={tall}
        fill={`url(#${id}${one.of})`}
        stroke={ink(one)}
        strokeWidth={0.75}
      />
    );
  });
}

const ink = ({ tone }: Series) => `var(--state-${tone})`;

function Patterns({ id, series }: { id: string; series: Series[] }) {
  return (
    <defs>
      {series.map((one) => (
        <pattern key={one.of} id={`${id}${one.of}`} width={6} height={6} patternUnits="userSpaceOnUse">
          <rect width={6} height={6} fill={one.pattern === 'full' ? ink(one) : `var(--tint-${one.tone})`} />
          {marks[one.pattern] && <path d={marks[one.pattern]} stroke={ink(one)} strokeWidth={1.4} />}
          {one.pattern === 'dots' && <circle cx={3} cy={3} r={1.1} fill={ink(one)} />}
        </pattern>
      ))}
    </defs>
  );
}

/** Each meets itself at the edges of its tile. */
const marks: Record<Pattern, string | undefined> = {
  full: undefined,
  dots: undefined,
  stripes: 'M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2',
  lines: 'M0,3 h6',
  cross: 'M0,0 l6,6 M0,6 l6,-6',
};
