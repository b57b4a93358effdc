import type { RunGoal } from '@/api/types';

export type HeldBackRecords = RunGoal['heldBack'][number];

/** What names the rule and the objectives together. */
export const verdictOf = ({ rule, objectives }: Pick<HeldBackRecords, 'rule' | 'objectives'>) =>
  [rule, ...objectives].join(' ');

/** What all goals together held back, by rule and objectives, most first. */
export function heldBackOf(goals: Pick<RunGoal, 'heldBack'>[]): HeldBackRecords[] {
  const found = new Map<string, HeldBackRecords>();
  for (const one of goals.flatMap((goal) => goal.heldBack)) {
    const verdict = verdictOf(one);
    found.set(verdict, { ...one, records: one.records + (found.get(verdict)?.records ?? 0) });
  }
  return [...found.values()].sort((one, other) => other.records - one.records);
}
