import type { ConnectionType, Goal, GoalKind, ImportGoal, MappingRow } from './types';
import { freshId } from '@/lib/ids';
import { text } from '@/lib/text';

/** A goal of a kind that still has to be told what to do. */
export function newGoal(kind: GoalKind): Goal {
  const name = text.goal.newNames[kind];
  switch (kind) {
    case 'IMPORT_PROFILES':
      return newImportGoal(name);
    case 'IMPORT_VARIABLES':
      return { kind, id: freshId(), name, enabled: true, createWhenNoMatch: true, mapping: [] };
    case 'EXPORT_VARIABLES':
      return { kind, id: freshId(), name, enabled: true, values: [] };
  }
}

/**
 * What a new connection begins with that works in pages: nothing to choose, and nothing of profiles leaves before
 * somebody says so.
 */
export const firstGoals = ({ goalKinds }: Pick<ConnectionType, 'goalKinds'>) =>
  goalKinds
    .filter((kind) => kind !== 'IMPORT_PROFILES')
    .map((kind) => ({ ...newGoal(kind), enabled: kind !== 'EXPORT_VARIABLES' }));

export function newImportGoal(name: string): ImportGoal {
  return {
    kind: 'IMPORT_PROFILES',
    id: freshId(),
    name,
    enabled: true,
    source: {
      kind: 'FILES',
      folder: '/',
      namePattern: '*.csv',
      pick: 'NEWEST',
      compression: 'AUTO',
      afterImport: { kind: 'LEAVE' },
    },
    matching: { anyOf: [] },
    createWhenNoMatch: true,
    mapping: [],
    consent: [],
  };
}

export function newRow(field: string | undefined, property: string): MappingRow {
  return {
    ...(field === undefined ? {} : { field }),
    processors: [],
    property,
    strategy: 'SET',
    restriction: 'ALL_PROFILES',
    onBadValue: 'REJECT_RECORD',
  };
}
