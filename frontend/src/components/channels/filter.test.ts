import { describe, expect, test } from 'vitest';
import { asked, channelSearch, isFiltered } from './filter';

const now = Date.parse('2026-11-30T12:00:00Z');

describe('M24 how channels are looked for', () => {
  test('without a filter all are asked for', () => {
    expect(asked({}, now)).toEqual({});
    expect(isFiltered({})).toBe(false);
  });

  test('every filter is asked in the words of the API', () => {
    expect(asked({ search: 'shop', kind: 'WEBSITE', label: 'x', seen: 'week' }, now)).toEqual({
      search: 'shop',
      kind: ['WEBSITE'],
      label: ['x'],
      seenSince: '2026-11-23T12:00:00.000Z',
    });
    expect(asked({ seen: 'month' }, now)).toEqual({ seenSince: '2026-10-31T12:00:00.000Z' });
    expect(asked({ seen: 'not-month' }, now)).toEqual({ notSeenSince: '2026-10-31T12:00:00.000Z' });
    expect(asked({ seen: 'never' }, now)).toEqual({ notSeenSince: '1970-01-01T00:00:00Z' });
  });

  test('what the address cannot mean is passed over', () => {
    expect(channelSearch.parse({ search: '', kind: 'PIGEON', seen: 'yesterday', label: 3 })).toEqual({});
    expect(isFiltered({ seen: 'never' })).toBe(true);
  });
});
