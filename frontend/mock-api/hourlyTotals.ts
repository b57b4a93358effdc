import type { HourlyTotal, HourlyTotals, RunSummary } from '@/api/types';
import type { Db } from './db';
import { noCounts } from './fixtures/runs';

const hour = 3_600_000;
const startOfHour = (at: number) => Math.floor(at / hour) * hour;

/** What the runs of the mock did, and before them a month of nights and noons that went well but for two. */
export function hourlyTotals(db: Db, hours: number): HourlyTotals {
  const until = startOfHour(Date.now()) + hour;
  const from = until - hours * hour;
  const found = new Map<number, HourlyTotal>();
  const at = (time: number) => {
    const start = startOfHour(time);
    const total = found.get(start) ?? {
      hour: new Date(start).toISOString(),
      recordsIn: { ...noCounts },
      runs: { finished: 0, stopped: 0, failed: 0 },
    };
    if (start >= from) found.set(start, total);
    return total;
  };
  const count = ({ counts, state }: Pick<RunSummary, 'counts' | 'state'>, time: number) => {
    const { recordsIn, runs } = at(time);
    for (const kind of Object.keys(noCounts) as (keyof typeof noCounts)[]) recordsIn[kind] += counts[kind];
    if (state === 'FINISHED') runs.finished++;
    else if (state === 'STOPPED') runs.stopped++;
    else if (state === 'FAILED') runs.failed++;
  };
  for (const run of db.runs) count(run, new Date(run.endedAt ?? Date.now()).getTime());
  if (db.runs.length > 0)
    for (let day = 4; day < 31; day++)
      for (const [time, size] of [
        [2, 100_000],
        [12, 40_000],
      ] as const) {
        const failed = (day * 7 + time) % 13 === 0;
        const read = Math.round(size * (0.7 + 0.3 * Math.sin(day * 1.7 + time)) * (failed ? 0.2 : 1));
        const updated = Math.round(read * 0.2);
        const created = Math.round(read * (day > 20 ? 0.3 : 0.02));
        const [rejected, filtered] = [Math.round(read * 0.01), Math.round(read * 0.05)];
        count(
          {
            state: failed ? 'FAILED' : 'FINISHED',
            counts: {
              ...noCounts,
              read,
              created,
              updated,
              rejected,
              filtered,
              unchanged: read - created - updated - rejected - filtered,
            },
          },
          new Date(until).setUTCHours(time, 0, 0, 0) - day * 24 * hour,
        );
      }
  return {
    from: new Date(from).toISOString(),
    until: new Date(until).toISOString(),
    items: [...found.values()].sort((a, b) => (a.hour < b.hour ? -1 : 1)),
  };
}
