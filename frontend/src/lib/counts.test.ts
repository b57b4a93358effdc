import { describe, expect, it } from 'vitest';
import { balances, countsWords } from './counts';

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

  it('M17 are said as a sentence that adds up, without what is none', () => {
    const none = {
      ...counts,
      created: 0,
      updated: 0,
      unchanged: 0,
      skippedForConsent: 0,
      skippedWithoutMatch: 0,
      filtered: 0,
    };

    expect(countsWords({ ...none, read: 30_100, created: 30_000, rejected: 100 })).toBe(
      '30,100 read = 30,000 new + 100 rejected',
    );
    expect(countsWords({ ...none, read: 0, rejected: 0 })).toBe('0 read');
  });
});
