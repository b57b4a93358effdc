import type { PageActivity } from '@/api/types';
import { heldBackOf, type HeldBackRecords } from '@/components/heldBack/heldBackOf';

type Day = PageActivity['days'][number];

/** What is counted of a day, in the order in which people ask. */
export const amounts = [
  'created',
  'updated',
  'unchanged',
  'shown',
  'heldBack',
  'withoutMatch',
  'filtered',
  'rejected',
] as const satisfies (keyof Day)[];

export type Amount = (typeof amounts)[number];

/** All days together; only what there is. */
export function totalsOf(days: Day[]): { of: Amount; total: number }[] {
  return amounts
    .map((of) => ({ of, total: days.reduce((sum, day) => sum + day[of], 0) }))
    .filter(({ total }) => total > 0);
}

/** Why people were held back, by rule and objectives, most first. */
export const reasonsOf = (days: Day[]): HeldBackRecords[] =>
  heldBackOf(
    days.map(({ reasons }) => ({
      heldBack: reasons.map(({ rule, objectives, times }) => ({ rule, objectives, records: times })),
    })),
  );
