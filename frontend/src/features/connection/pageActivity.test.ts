import { expect, test } from 'vitest';
import { text } from '@/lib/text';
import { amounts, reasonsOf, totalsOf } from './pageActivity';

const none = {
  created: 0,
  updated: 0,
  unchanged: 0,
  heldBack: 0,
  withoutMatch: 0,
  filtered: 0,
  rejected: 0,
  shown: 0,
  reasons: [],
};
const refused = (times: number) => ({ rule: 'REFUSED' as const, objectives: ['ads'], reason: 'Refused.', times });

test('M25 what happened on all days is added up, and what did not happen is left out', () => {
  const days = [
    { ...none, day: '2026-11-26', created: 2, shown: 3 },
    { ...none, day: '2026-11-27', created: 1, unchanged: 5 },
  ];

  expect(totalsOf(days)).toEqual([
    { of: 'created', total: 3 },
    { of: 'unchanged', total: 5 },
    { of: 'shown', total: 3 },
  ]);
  expect(totalsOf([])).toEqual([]);
});

test('M26 the same reason of two days is one, the most frequent first', () => {
  const days = [
    { ...none, day: '2026-11-26', heldBack: 3, reasons: [refused(1), { ...refused(2), objectives: ['news'] }] },
    { ...none, day: '2026-11-27', heldBack: 4, reasons: [refused(4)] },
  ];

  expect(reasonsOf(days)).toEqual([
    { rule: 'REFUSED', objectives: ['ads'], records: 5 },
    { rule: 'REFUSED', objectives: ['news'], records: 2 },
  ]);
});

test('M25 one of a kind is said as one', () => {
  const said = (amount: number) => amounts.map((of) => `${amount} ${text.pageActivity.amounts[of](amount)}`);

  expect(said(1)).toEqual([
    '1 profile made',
    '1 profile changed',
    '1 page that said what was known',
    '1 page that was shown values',
    '1 held back for consent',
    '1 person without a profile',
    '1 not wanted by a filter',
    '1 page whose values did not fit',
  ]);
  expect(said(2).slice(0, 3)).toEqual(['2 profiles made', '2 profiles changed', '2 pages that said what was known']);
});
