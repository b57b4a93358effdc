import { Text } from '@mantine/core';
import type { RunGoal } from '@/api/types';
import { text } from '@/lib/text';
import { leftOutOf } from './leftOutOf';

/** Values left out do not show in the counts: their records went on. */
export function LeftOut({ goals }: { goals: RunGoal[] }) {
  const leftOut = leftOutOf(goals);
  if (leftOut.length === 0) return null;
  return (
    <Text size="sm" mt={4} className="tabular" style={{ overflowWrap: 'anywhere' }}>
      {text.runPage.leftOut(leftOut)}
    </Text>
  );
}
