export const countKinds = [
  'created',
  'updated',
  'unchanged',
  'skippedForConsent',
  'skippedWithoutMatch',
  'filtered',
  'rejected',
] as const;

export type CountKind = (typeof countKinds)[number];

/** What was read is what became of it, always. */
export function balances(counts: Record<CountKind | 'read', number>): boolean {
  return counts.read === countKinds.reduce((sum, kind) => sum + counts[kind], 0);
}
