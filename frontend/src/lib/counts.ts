import { formatNumber } from './format';
import { text } from './text';

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

/** As a sentence that adds up. */
export function countsWords(counts: Record<CountKind | 'read', number>): string {
  const parts = countKinds
    .filter((kind) => counts[kind] > 0)
    .map((kind) => `${formatNumber(counts[kind])} ${text.runs.counts[kind]}`);
  const read = `${formatNumber(counts.read)} ${text.runs.read}`;
  return parts.length === 0 ? read : `${read} ${text.runs.equals} ${parts.join(` ${text.runs.plus} `)}`;
}
