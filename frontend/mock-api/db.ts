import type { Connection, Profile, Property, RunSummary } from '@/api/types';
import { me } from './fixtures/access';
import { connectionId, connections } from './fixtures/connections';
import { profiles } from './fixtures/profiles';
import { properties } from './fixtures/properties';
import { runs } from './fixtures/runs';
import { withLongNames } from './longNames';
import { startRun, type LiveRun } from './runEngine';

export interface Db {
  connections: Connection[];
  runs: RunSummary[];
  live: LiveRun[];
  profiles: Profile[];
  properties: Property[];
  signedIn: boolean;
  viewer: boolean;
  /** Nothing but who is asking can be answered. */
  broken: boolean;
}

export function freshDb(scenario = 'full'): Db {
  const db: Db = {
    connections: structuredClone(connections),
    runs: structuredClone(runs),
    live: [],
    profiles: structuredClone(profiles),
    properties: structuredClone(properties),
    signedIn: scenario !== 'signed-out',
    viewer: scenario === 'viewer',
    broken: scenario === 'broken',
  };
  if (scenario === 'empty') return { ...db, connections: [], runs: [], profiles: [], properties: [] };
  if (scenario === 'long') return withLongNames(db);
  if (scenario === 'many') {
    const template = db.connections[0];
    if (template)
      db.connections = Array.from({ length: 10_000 }, (_, index) => ({
        ...template,
        id: connectionId(index + 1),
        name: `Store ${String(index + 1).padStart(5, '0')} customers`,
        on: index % 7 !== 0,
      }));
  }
  if (scenario === 'running') startRun(db, connectionId(1), { kind: 'MANUAL', by: me.name }, 900_000);
  return db;
}
