import { describe, expect, it } from 'vitest';
import { balances } from './counts';

const counts = {
  read: 100,
  created: 10,
  updated: 20,
  unchanged: 60,
  skippedForConsent: 1,
  skippedWithoutMatch: 2,
  filtered: 3,
  rejected: 4,
};

describe('M17 counts', () => {
  it('M17 balance when what was read is what became of it', () => {
    expect(balances(counts)).toBe(true);
  });

  it('M17 do not balance when one record is missing', () => {
    expect(balances({ ...counts, rejected: 3 })).toBe(false);
  });
});
