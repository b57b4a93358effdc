import type { Counts, Run, RunSummary } from '@/api/types';
import type { Db } from './db';
import { ago } from './fixtures/clock';
import { goal } from './fixtures/goals';
import { noCounts, runId, sourceChanged } from './fixtures/runs';
import { sentinels } from './sentinels';

/** A run that moves while the stories watch it. */
export interface LiveRun {
  summary: RunSummary;
  begunAt: number;
  total: number;
  /** Set when somebody asked it to stop. */
  stopAt?: number;
  breaksOff?: boolean;
}

const recordsPerSecond = 12_000;
const bytesPerRecord = 148;

export function startRun(db: Db, connectionId: string, trigger: RunSummary['trigger'], total = 60_000): Run {
  const number = Math.max(0, ...db.runs.map((run) => run.number)) + 1;
  const at = new Date().toISOString();
  const summary: RunSummary = {
    id: runId(number),
    number,
    connectionId,
    connectionName: db.connections.find((connection) => connection.id === connectionId)?.name ?? '',
    state: 'RUNNING',
    trigger,
    createdAt: at,
    startedAt: at,
    counts: noCounts,
  };
  db.runs.unshift(summary);
  const breaksOff = summary.connectionName === sentinels.breaksOff;
  const live = { summary, begunAt: Date.now(), total, breaksOff };
  db.live.push(live);
  return detail(db, summary);
}

function countsOf(read: number): Counts {
  const rejected = Math.floor(read * 0.0004);
  const updated = Math.floor(read * 0.12);
  const unchanged = Math.floor(read * 0.6);
  return { ...noCounts, read, rejected, updated, unchanged, created: read - rejected - updated - unchanged };
}

/** Moves every running run to where it is now. */
export function advance(db: Db) {
  for (const live of db.live) {
    const until = Math.min(Date.now(), live.stopAt ?? Number.POSITIVE_INFINITY);
    const read = Math.min(live.total, Math.floor(((until - live.begunAt) / 1000) * recordsPerSecond));
    const ended = read >= live.total || (live.stopAt !== undefined && Date.now() > live.stopAt + 600);
    live.summary.counts = countsOf(read);
    live.summary.state =
      read >= live.total ? 'FINISHED' : ended ? 'STOPPED' : live.stopAt === undefined ? 'RUNNING' : 'STOPPING';
    if (ended) live.summary.endedAt = new Date(until).toISOString();
    if (live.breaksOff && read * 2 > live.total)
      Object.assign(live.summary, { state: 'FAILED', endedAt: new Date(until).toISOString(), problem: sourceChanged });
  }
  db.live = db.live.filter((live) => live.summary.endedAt === undefined);
}

export function stopRun(db: Db, id: string) {
  const live = db.live.find((candidate) => candidate.summary.id === id);
  if (live) live.stopAt = Date.now();
  advance(db);
}

/** A run that rejects records also leaves values out of others. */
const leftOutOf = (db: Db, { counts }: RunSummary): Run['goals'][number]['leftOut'] =>
  counts.rejected === 0
    ? []
    : [
        { property: 'phone', name: db.worded('Phone'), values: counts.rejected * 5 },
        { property: 'email', name: db.worded('E-mail'), values: counts.rejected * 2 },
      ];

/** Why they were held back; the objectives are those that there are, and one that is gone. */
function heldBackOf(db: Db, { counts }: RunSummary): Run['goals'][number]['heldBack'] {
  const all = counts.skippedForConsent;
  if (all === 0) return [];
  const [first = 'newsletter', second = 'ads'] = db.objectives.map(({ id }) => id);
  const refused = Math.floor(all / 4);
  const unreadable = Math.floor(all / 100);
  const unknown = Math.floor(all / 200);
  return [
    { rule: 'NOT_GRANTED', objectives: [first, second], records: all - refused - unreadable - unknown },
    { rule: 'REFUSED', objectives: [second], records: refused },
    { rule: 'CONSENT_UNREADABLE', objectives: [first, second], records: unreadable },
    { rule: 'OBJECTIVE_UNKNOWN', objectives: ['old-ads'], records: unknown },
  ];
}

export function detail(db: Db, summary: RunSummary): Run {
  advance(db);
  const live = db.live.find((candidate) => candidate.summary.id === summary.id);
  const total =
    live?.total ?? (summary.state === 'STOPPED' || summary.state === 'FAILED' ? 100_000 : summary.counts.read);
  const ended = summary.endedAt !== undefined;
  const seconds =
    (new Date(summary.endedAt ?? Date.now()).getTime() - new Date(summary.startedAt ?? Date.now()).getTime()) / 1000;
  const goalState = {
    QUEUED: 'WAITING',
    RUNNING: 'RUNNING',
    STOPPING: 'RUNNING',
    STOPPED: 'STOPPED',
    FAILED: 'FAILED',
    FINISHED: 'FINISHED',
  } as const;
  const file = db.worded('/customers/customers-2026-11-23.csv');
  return {
    ...summary,
    progress: {
      bytesDone: summary.counts.read * bytesPerRecord,
      bytesTotal: total * bytesPerRecord,
      share: total === 0 ? 1 : summary.counts.read / total,
      recordsPerSecond: seconds > 0 ? Math.round(summary.counts.read / seconds) : 0,
      ...(ended
        ? {}
        : { secondsLeft: Math.round((total - summary.counts.read) / recordsPerSecond), currentFile: file }),
    },
    goals: [
      {
        goalId: goal.id,
        name: goal.name,
        state: goalState[summary.state],
        counts: summary.counts,
        leftOut: leftOutOf(db, summary),
        heldBack: heldBackOf(db, summary),
        ...(summary.problem ? { problem: summary.problem } : {}),
      },
    ],
    files: [
      {
        path: file,
        size: total * bytesPerRecord,
        modified: ago(300),
        state: summary.state === 'FAILED' ? 'CHANGED' : summary.state === 'FINISHED' ? 'FINISHED' : 'READING',
      },
    ],
    fileCount: 1,
    resumable: summary.state === 'STOPPED' || summary.state === 'FAILED',
    replays: db.runs.filter((run) => run.trigger.ofRun === summary.id).map((run) => run.id),
  };
}
