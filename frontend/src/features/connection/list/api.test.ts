// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { timeZone } from '@/lib/format';
import { exportAddress } from './api';
import { listSearch, stateOf } from './state';

test('M1 the download has what the list shows, with times as they are where it is read', () => {
  const state = stateOf(listSearch.parse({ search: 'tills', status: ['FLOWING'], sort: '-lastRun' }));

  const asked = new URL(exportAddress(state, ['name', 'nextRun', 'status']), 'https://here.example').searchParams;

  expect(asked.get('zone')).toBe(timeZone());
  expect(asked.get('sort')).toBe('-lastRun');
  expect(asked.getAll('column')).toEqual(['name', 'status']);
  expect(asked.getAll('status')).toEqual(['FLOWING']);
});
