import type { Counts, HourlyTotal } from '@/api/types';
import type { Range } from './range';

/** A bar: an hour, or a day of whoever looks. */
export interface Bucket {
  /** Its beginning. */
  at: Date;
  created: number;
  updated: number;
  unchanged: number;
  /** Held back for consent, without a match, or filtered out: all on purpose. */
  leftOut: number;
  rejected: number;
  read: number;
  ended: number;
  failed: number;
}

const hour = 3_600_000;
const daysOf: Record<Range, number> = { day: 1, week: 7, month: 30 };

/** Midnight so many days before, also where the clocks were changed in between. */
function midnight(now: Date, daysBefore: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysBefore);
}

const startOfHour = (time: Date) => new Date(Math.floor(time.getTime() / hour) * hour);

/** How many hours of UTC have to be asked for: those that have begun count. */
export function hoursOf(range: Range, now: Date): number {
  if (range === 'day') return 24;
  const first = startOfHour(midnight(now, daysOf[range] - 1));
  return (startOfHour(now).getTime() - first.getTime()) / hour + 1;
}

/** One for every hour or day of the range, in their order, also where nothing happened. */
export function bucketsOf(range: Range, totals: HourlyTotal[], now: Date): Bucket[] {
  const starts =
    range === 'day'
      ? Array.from({ length: 24 }, (_, index) => new Date(startOfHour(now).getTime() - (23 - index) * hour))
      : Array.from({ length: daysOf[range] }, (_, index) => midnight(now, daysOf[range] - 1 - index));
  const buckets = starts.map(empty);
  for (const total of totals) {
    const at = new Date(total.hour).getTime();
    // Where a zone is half an hour off, an hour belongs to the day in which it begins.
    const bucket = buckets.findLast((each) => each.at.getTime() <= at);
    if (bucket) add(bucket, total);
  }
  return buckets;
}

function empty(at: Date): Bucket {
  return { at, created: 0, updated: 0, unchanged: 0, leftOut: 0, rejected: 0, read: 0, ended: 0, failed: 0 };
}

function add(bucket: Bucket, { recordsIn, runs }: HourlyTotal) {
  bucket.created += recordsIn.created;
  bucket.updated += recordsIn.updated;
  bucket.unchanged += recordsIn.unchanged;
  bucket.leftOut += leftOut(recordsIn);
  bucket.rejected += recordsIn.rejected;
  bucket.read += recordsIn.read;
  bucket.ended += runs.finished + runs.stopped + runs.failed;
  bucket.failed += runs.failed;
}

const leftOut = (counts: Counts) => counts.skippedForConsent + counts.skippedWithoutMatch + counts.filtered;

export type Amount = Exclude<keyof Bucket, 'at'>;

export const sum = (buckets: Bucket[], amount: Amount) => buckets.reduce((all, bucket) => all + bucket[amount], 0);
