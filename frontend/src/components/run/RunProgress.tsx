import { Group, Progress, Text } from '@mantine/core';
import type { RunProgress as Facts, RunState } from '@/api/types';
import { formatBytes, formatDuration, formatNumber, formatShare } from '@/lib/format';
import { text } from '@/lib/text';

/** Nobody knows yet how much there is to read. */
export const isStarting = ({ bytesTotal }: Facts, state: RunState) =>
  bytesTotal === 0 && (state === 'QUEUED' || state === 'RUNNING');

/** How far a run is: share done, rate and time left. */
export function RunProgress({ progress, state }: { progress: Facts; state: RunState }) {
  const share = Math.min(1, Math.max(0, progress.share));
  const starting = isStarting(progress, state);
  return (
    <div>
      <Group justify="space-between" gap="xs" mb={6} className="tabular">
        <Text fw={600}>{starting ? text.runs.starting : formatShare(share)}</Text>
        <Text size="sm" c="dimmed">
          {!starting && text.runPage.of(formatBytes(progress.bytesDone), formatBytes(progress.bytesTotal))}
          {!starting && state === 'RUNNING' && ` · ${text.runs.rate(formatNumber(progress.recordsPerSecond))}`}
          {!starting &&
            state === 'RUNNING' &&
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
