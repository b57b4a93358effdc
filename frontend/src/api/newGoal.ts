import type { Goal, MappingRow } from './types';
import { freshId } from '@/lib/ids';

export function newGoal(name: string): Goal {
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
