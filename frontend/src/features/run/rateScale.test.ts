import { describe, expect, it } from 'vitest';
import { niceCeiling } from '@/lib/scale';
import { nearest, plot, summarize } from './rateScale';

const point = (second: number, recordsPerSecond: number) => ({
  at: new Date(Date.UTC(2026, 10, 23, 12, 0, second)).toISOString(),
  records: second * 1000,
  recordsPerSecond,
});

describe('M18 the chart of a run’s rate', () => {
  it.each([
    [0, 1],
    [1, 1],
    [3, 5],
    [41_000, 50_000],
    [50_000, 50_000],
    [50_001, 100_000],
  ])('ends its scale for %i at %i', (value, ceiling) => {
    expect(niceCeiling(value)).toBe(ceiling);
  });

  it('spreads the points over the time they stand for, not over their number', () => {
    const plotted = plot([point(0, 0), point(1, 50), point(4, 100)], 400, 100, 100);

    expect(plotted.map(({ x, y }) => [x, y])).toEqual([
      [0, 100],
      [100, 50],
      [400, 0],
    ]);
  });

  it('puts a single moment into the middle', () => {
    expect(plot([point(7, 10)], 400, 100, 10)[0]?.x).toBe(200);
  });

  it('says peak and mean, also of nothing', () => {
    expect(summarize([point(0, 10), point(1, 30)])).toEqual({ peak: 30, mean: 20 });
    expect(summarize([])).toEqual({ peak: 0, mean: 0 });
  });

  it('finds the moment that is pointed at', () => {
    const plotted = plot([point(0, 1), point(1, 2), point(2, 3)], 200, 100, 5);

    expect(nearest(plotted, 130)?.recordsPerSecond).toBe(2);
    expect(nearest([], 130)).toBeUndefined();
  });
});
