import type { RatePoint } from '@/api/types';

export interface Plotted extends RatePoint {
  x: number;
  y: number;
}

/** Where the points lie in a box; a single moment lies in its middle. */
export function plot(points: RatePoint[], width: number, height: number, ceiling: number): Plotted[] {
  const times = points.map((point) => new Date(point.at).getTime());
  const first = times[0] ?? 0;
  const span = (times.at(-1) ?? first) - first;
  return points.map((point, index) => ({
    ...point,
    x: span === 0 ? width / 2 : (((times[index] ?? first) - first) / span) * width,
    y: height - (Math.min(point.recordsPerSecond, ceiling) / ceiling) * height,
  }));
}

export function summarize(points: RatePoint[]): { peak: number; mean: number } {
  const rates = points.map((point) => point.recordsPerSecond);
  if (rates.length === 0) return { peak: 0, mean: 0 };
  return { peak: Math.max(...rates), mean: rates.reduce((sum, rate) => sum + rate, 0) / rates.length };
}

export function nearest(points: Plotted[], x: number): Plotted | undefined {
  return points.reduce<Plotted | undefined>(
    (best, point) => (best === undefined || Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best),
    undefined,
  );
}
