import { Box, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleX, IconInfoCircle } from '@tabler/icons-react';
import type { LogLine } from '@/api/types';
import { ProblemNote, Section, Waiting } from '@/components/Frame';
import { isLost, ShowMore } from '@/components/ShowMore';
import { formatTimeOfDay } from '@/lib/format';
import { text } from '@/lib/text';
import { useLog } from './api';

const levels = {
  INFO: [IconInfoCircle, 'idle'],
  WARN: [IconAlertTriangle, 'warn'],
  ERROR: [IconCircleX, 'bad'],
} as const;

function Line({ line }: { line: LogLine }) {
  const [Glyph, tone] = levels[line.level];
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start" px="md" py={4}>
      <Text
        component="time"
        dateTime={line.at}
        size="xs"
        c="dimmed"
        className="tabular"
        style={{ flex: 'none', lineHeight: '20px' }}
      >
        {formatTimeOfDay(line.at)}
      </Text>
      <Glyph
        size={16}
        role="img"
        aria-label={text.runs.levels[line.level]}
        style={{ color: `var(--state-${tone})`, flex: 'none', marginTop: 2 }}
      />
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {line.message}
      </Text>
    </Group>
  );
}

export function RunLog({ runId, going }: { runId: string; going: boolean }) {
  const log = useLog(runId, going);
  const lines = log.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section
      id="log"
      title={text.runs.log}
      action={
        going && (
          <Text size="xs" c="dimmed">
            {text.runPage.follows}
          </Text>
        )
      }
    >
      {log.isPending && <Waiting lines={4} />}
      {isLost(log) && (
        <Box p="md">
          <ProblemNote failure={log.error} onRetry={() => void log.refetch()} />
        </Box>
      )}
      {log.isSuccess && lines.length === 0 && (
        <Text c="dimmed" size="sm" p="md">
          {text.runs.noLog}
        </Text>
      )}
      {lines.length > 0 && (
        <Box className="scroller" mah={420} py={6} tabIndex={0} role="log" aria-label={text.runs.log} aria-live="off">
          <ol style={{ margin: 0, padding: 0, listStyle: 'none' }}>
            {lines.map((line, index) => (
              <Line key={`${line.at} ${index}`} line={line} />
            ))}
          </ol>
        </Box>
      )}
      <ShowMore of={log}>{text.common.loadMore}</ShowMore>
    </Section>
  );
}
