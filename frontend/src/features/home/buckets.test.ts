import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HourlyTotal } from '@/api/types';
import { bucketsOf, hoursOf, sum } from './buckets';

const total = (hour: string, read: number, failed = 0): HourlyTotal => ({
  hour,
  recordsIn: {
    read,
    created: read,
    updated: 0,
    unchanged: 0,
    skippedForConsent: 0,
    skippedWithoutMatch: 0,
    filtered: 0,
    rejected: 0,
  },
  runs: { finished: 1, stopped: 0, failed },
});

const zone = process.env.TZ;

function inZone(name: string) {
  process.env.TZ = name;
}

beforeEach(() => inZone('Europe/Amsterdam'));
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('M29 the bars of the charts', () => {
  it('are 24 hours that end with the one that has begun', () => {
    const now = new Date('2026-11-23T12:30:00Z');

    const bars = bucketsOf('day', [total('2026-11-23T12:00:00Z', 5), total('2026-11-22T13:00:00Z', 3)], now);

    expect(hoursOf('day', now)).toBe(24);
    expect(bars).toHaveLength(24);
    expect(bars[0]).toMatchObject({ at: new Date('2026-11-22T13:00:00Z'), read: 3 });
    expect(bars[23]).toMatchObject({ at: new Date('2026-11-23T12:00:00Z'), read: 5 });
    expect(sum(bars, 'read')).toBe(8);
  });

  it('are days of whoever looks, not of UTC', () => {
    const now = new Date('2026-11-23T12:30:00Z');

    // 23:00 UTC is the next day in Amsterdam.
    const bars = bucketsOf('week', [total('2026-11-20T22:00:00Z', 1), total('2026-11-20T23:00:00Z', 2)], now);

    expect(bars.map(({ read }) => read)).toEqual([0, 0, 0, 1, 2, 0, 0]);
  });

  it.each([
    // Clocks went back on 25 October and forward on 29 March.
    ['2026-10-27T12:30:00Z', 'week', 6 * 24 + 1 + 14],
    ['2026-03-31T12:30:00Z', 'week', 6 * 24 - 1 + 15],
  ] as const)('reach whole days over a change of clocks, %s', (now, range, hours) => {
    const bars = bucketsOf(range, [], new Date(now));

    expect(hoursOf(range, new Date(now))).toBe(hours);
    expect(bars.map(({ at }) => at.getHours())).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(new Set(bars.map(({ at }) => at.getDate())).size).toBe(7);
  });

  it('ask for no more than the service keeps, in every zone and at every hour', () => {
    for (const name of ['Pacific/Kiritimati', 'Asia/Kolkata', 'Europe/Amsterdam', 'Pacific/Pago_Pago']) {
      inZone(name);
      for (let hour = 0; hour < 24; hour++)
        expect(hoursOf('month', new Date(Date.UTC(2026, 10, 1, hour, 59)))).toBeLessThanOrEqual(744);
    }
  });

  it('put an hour into the day in which it begins where a zone is half an hour off', () => {
    inZone('Asia/Kolkata');
    const now = new Date('2026-11-23T12:30:00Z');

    // 18:00 UTC is 23:30 there.
    const bars = bucketsOf('week', [total('2026-11-21T18:00:00Z', 7)], now);

    expect(bars.map(({ read }) => read)).toEqual([0, 0, 0, 0, 7, 0, 0]);
  });
});
