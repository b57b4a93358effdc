import type { RunGoal } from '@/api/types';

type LeftOut = RunGoal['leftOut'][number];

/** What all goals together left out, by property, most first. */
export function leftOutOf(goals: RunGoal[]): LeftOut[] {
  const found = new Map<string, LeftOut>();
  for (const one of goals.flatMap((goal) => goal.leftOut))
    found.set(one.property, { ...one, values: one.values + (found.get(one.property)?.values ?? 0) });
  return [...found.values()].sort((one, other) => other.values - one.values);
}
