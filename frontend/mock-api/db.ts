import type {
  Channel,
  Connection,
  ConnectionType,
  ConnectionVersion,
  LabelRef,
  Me,
  Objective,
  Preference,
  PrivacySettings,
  Profile,
  ProfileEvent,
  Property,
  RunSummary,
  SavedView,
  ShownText,
} from '@/api/types';
import { mappingOf } from '@/api/goalParts';
import { administrator, manager, me, viewer } from './fixtures/access';
import { types } from './fixtures/catalog';
import { channelId, channels } from './fixtures/channels';
import { connectionId, connections } from './fixtures/connections';
import { ago } from './fixtures/clock';
import { consentsOf, type StoredConsents } from './fixtures/consents';
import { labelId, labels, type StoredLabel } from './fixtures/labels';
import { objectives, privacySettings } from './fixtures/objectives';
import { profiles } from './fixtures/profiles';
import { properties } from './fixtures/properties';
import { noCounts, runs } from './fixtures/runs';
import { withLongNames } from './longNames';
import { startRun, type LiveRun } from './runEngine';

export interface Db {
  me: Me;
  types: ConnectionType[];
  connections: Connection[];
  /** By connection; those of a connection that nobody looked back at are not there yet. */
  versions: Map<string, ConnectionVersion[]>;
  runs: RunSummary[];
  live: LiveRun[];
  profiles: Profile[];
  /** By profile. */
  consents: Map<string, StoredConsents>;
  /** What people did to profiles and what refusals cleared, by profile, the latest first. */
  profileChanges: Map<string, ProfileEvent[]>;
  properties: Property[];
  objectives: Objective[];
  /** Ids of deleted ones, small. */
  spentObjectives: string[];
  /** By objective; of one whose text never changed there is nothing yet. */
  shownTexts: Map<string, ShownText[]>;
  privacySettings: PrivacySettings;
  labels: StoredLabel[];
  channels: Channel[];
  /** What is no connection, by `kind id`. */
  marks: Map<string, { labels: LabelRef[]; favorite: boolean }>;
  used: { kind: string; id: string }[];
  views: SavedView[];
  preferences: Record<string, Preference>;
  signedIn: boolean;
  viewer: boolean;
  scenario: string;
  /** Nothing but who is asking can be answered. */
  broken: boolean;
  /** The hourly totals alone cannot be answered. */
  withoutCharts: boolean;
  /** How one connection does cannot be answered. */
  withoutStatus: boolean;
  /** As what came with data is worded: of a file, of a record, of what was changed. */
  worded: (words: string) => string;
}

function whoAsks(scenario: string): Me {
  if (scenario.endsWith('viewer')) return viewer;
  if (scenario === 'manager') return manager;
  return scenario === 'long' || scenario.endsWith('administrator') ? administrator : me;
}

/** What the stories of a scenario meet. */
export function freshDb(scenario = 'full'): Db {
  const db = dbOf(scenario);
  db.consents = consentsOf(db);
  db.profiles.forEach((profile) => (profile.zone = db.consents.get(profile.id)?.zone ?? profile.zone));
  return db;
}

function dbOf(scenario: string): Db {
  const db: Db = {
    me: whoAsks(scenario),
    types: structuredClone(types),
    connections: structuredClone(connections),
    versions: new Map(),
    runs: structuredClone(runs),
    live: [],
    profiles: structuredClone(profiles),
    consents: new Map(),
    profileChanges: new Map(),
    properties: structuredClone(properties),
    objectives: structuredClone(objectives),
    spentObjectives: [],
    shownTexts: new Map(),
    privacySettings: structuredClone(privacySettings),
    labels: structuredClone(labels),
    channels: structuredClone(channels),
    marks: new Map(),
    used: [],
    views: [],
    preferences: {},
    signedIn: scenario !== 'signed-out',
    viewer: scenario === 'viewer',
    scenario,
    broken: scenario === 'broken',
    withoutCharts: scenario === 'no-charts',
    withoutStatus: scenario === 'no-status',
    worded: (words) => words,
  };
  if (scenario.startsWith('empty'))
    return {
      ...db,
      connections: [],
      runs: [],
      profiles: [],
      properties: [],
      objectives: [],
      labels: [],
      channels: [],
    };
  if (scenario === 'long') return withLongNames(db);
  // Somebody keeps one for those who look after the systems.
  if (scenario.startsWith('reserved') && db.connections[1]) db.connections[1].editRoles = ['application-manager'];
  if (scenario === 'many') {
    for (const { consents } of db.objectives) {
      consents.granted *= 1_000;
      consents.refused *= 1_000;
      Object.assign(consents, { unknown: consents.unknown * 1_000 + 123_456, estimated: true });
    }
    const template = db.connections[0];
    const regions = Array.from({ length: 40 }, (_, index) => ({
      id: labelId(100 + index),
      name: `Region ${index + 1}`,
    }));
    db.labels.push(...regions.map((region) => ({ ...region, createdAt: ago(60), createdBy: 'Mara Marketer' })));
    const [site] = channels;
    if (site)
      db.channels.push(
        ...Array.from({ length: 120 }, (_, index) => ({
          ...site,
          id: channelId(100 + index),
          name: `Site ${String(index + 1).padStart(3, '0')}`,
          hostname: `site-${index + 1}.example`,
          aliases: [],
        })),
      );
    if (template)
      db.connections = Array.from({ length: 10_000 }, (_, index) => ({
        ...template,
        labels: [...template.labels, regions[index % 40], regions[(index * 7 + 1) % 40]].flatMap(
          (label) => label ?? [],
        ),
        id: connectionId(index + 1),
        name: `Store ${String(index + 1).padStart(5, '0')} customers`,
        on: index % 7 !== 0,
      }));
  }
  if (scenario === 'wide') {
    const [goal] = db.connections[0]?.goals ?? [];
    const mapping = goal ? mappingOf(goal) : [];
    const row = mapping.at(-1);
    if (row) mapping.push(...Array.from({ length: 194 }, (_, index) => ({ ...row, field: `field_${index + 7}` })));
    const late = mapping[180];
    if (late) late.property = 'mailing';
    db.connections[0]?.problems.push({
      pointer: '/goals/0/mapping/180/property',
      code: 'property-unknown',
      message: 'There is no profile property "mailing". Choose another one.',
    });
  }
  if (scenario === 'gone' && db.connections[0]) {
    db.connections[0].typeId = 'telepathy';
    db.connections[0].problems = [
      {
        pointer: '/typeId',
        code: 'type-gone',
        message: "The connection type 'telepathy' is no longer available, so this connection cannot run.",
      },
    ];
  }
  if (scenario === 'ailing') {
    const [first, , , , needy] = db.connections;
    if (first && needy)
      db.connections = [
        ...db.connections,
        ...Array.from({ length: 3 }, (_, index) => ({
          ...needy,
          id: connectionId(100 + index),
          name: `Regional desk ${index + 1}`,
        })),
        { ...first, id: connectionId(200), name: 'Outlet store', favorite: false, problems: [], goals: [] },
      ];
    const lastOfTills = db.runs[0];
    if (lastOfTills)
      lastOfTills.counts = { ...noCounts, read: 48_000, updated: 40_000, unchanged: 6_800, rejected: 1_200 };
  }
  if (scenario === 'running') startRun(db, connectionId(1), { kind: 'MANUAL', by: me.name }, 900_000);
  return db;
}
