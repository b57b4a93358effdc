import { Group, Progress, Text } from '@mantine/core';
import type { RunProgress as Facts, RunState } from '@/api/types';
import { formatBytes, formatDuration, formatNumber, formatShare } from '@/lib/format';
import { text } from '@/lib/text';

/** How far a run is: share done, rate and time left. */
export function RunProgress({ progress, state }: { progress: Facts; state: RunState }) {
  const share = Math.min(1, Math.max(0, progress.share));
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={6} className="tabular">
        <Text fw={600}>{formatShare(share)}</Text>
        <Text size="sm" c="dimmed">
          {text.runPage.of(formatBytes(progress.bytesDone), formatBytes(progress.bytesTotal))}
          {state === 'RUNNING' && ` · ${text.runs.rate(formatNumber(progress.recordsPerSecond))}`}
          {state === 'RUNNING' &&
            progress.secondsLeft !== undefined &&
            ` · ${text.runs.left(formatDuration(progress.secondsLeft))}`}
        </Text>
      </Group>
      <Progress
        value={share * 100}
        size="md"
        radius="sm"
        aria-label={text.runs.progress}
        color={state === 'FAILED' ? 'red' : state === 'STOPPED' || state === 'STOPPING' ? 'yellow' : 'accent'}
      />
      {progress.currentFile !== undefined && (
        <Text size="sm" c="dimmed" mt={6} className="clipped">
          {text.runPage.reading(progress.currentFile)}
        </Text>
      )}
    </div>
  );
}
