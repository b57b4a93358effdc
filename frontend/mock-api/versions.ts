import type { Connection, ConnectionContent, ConnectionVersion } from '@/api/types';
import type { Db } from './db';
import { pastOf } from './fixtures/versions';

/** What was saved of it, newest first. */
export function versionsOf(db: Db, connection: Connection): ConnectionVersion[] {
  const kept = db.versions.get(connection.id) ?? [versionOf(connection), ...pastOf(connection)];
  db.versions.set(connection.id, kept);
  return kept;
}

/** Saves it as a new version. */
export function keep(db: Db, connection: Connection, content: Partial<ConnectionContent>, by: string) {
  const before = versionsOf(db, connection);
  Object.assign(connection, structuredClone(content), {
    version: connection.version + 1,
    modifiedAt: new Date().toISOString(),
    modifiedBy: by,
  });
  db.versions.set(connection.id, [versionOf(connection), ...before]);
}

/** Somebody else was quicker. */
export function keepMeanwhile(db: Db, connection: Connection) {
  const content = {
    description: 'Reworded meanwhile.',
    setup: { ...connection.setup, username: 'tills-reader' },
    goals: connection.goals.map((goal) =>
      goal.kind === 'IMPORT_PROFILES' ? { ...goal, source: { ...goal.source, folder: '/customers/new' } } : goal,
    ),
  };
  keep(db, connection, content, 'Ines Integrator');
}

function versionOf({
  version,
  name,
  description,
  setup,
  goals,
  editRoles,
  objectives,
  scope,
  modifiedAt,
  modifiedBy,
}: Connection): ConnectionVersion {
  return structuredClone({
    version,
    savedAt: modifiedAt,
    savedBy: modifiedBy,
    name,
    description,
    setup: Object.fromEntries(Object.entries(setup).map(([field, value]) => [field, String(value)])),
    goals,
    editRoles,
    objectives,
    scope,
  });
}
