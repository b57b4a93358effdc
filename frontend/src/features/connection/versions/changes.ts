import { mappingOf } from '@/api/goalParts';
import type { ConnectionContent, ConnectionType, ConnectionVersion, SetupValue } from '@/api/types';
import { text } from '@/lib/text';
import { keyedRows, reconcile } from '../conflict';

/** One thing that is not the same in two versions, in words. */
export interface Change {
  key: string;
  label: string;
  before: string;
  after: string;
}

export interface Words {
  type: ConnectionType;
  nameOf: (propertyId: string) => string;
  nameOfChannel: (channelId: string) => string;
}

/** What stood in a version, with values as the form has them: a version keeps each as text. */
export function contentOfVersion(type: ConnectionType, version: ConnectionVersion): ConnectionContent {
  const { name, description, goals, editRoles, scope, objectives } = version;
  const setup = Object.entries(version.setup).map(([id, value]): [string, SetupValue] => {
    const kind = type.setup.find((field) => field.id === id)?.kind;
    if (kind === 'WHOLE_NUMBER') return [id, Number(value)];
    return [id, kind === 'YES_NO' ? value === 'true' : value];
  });
  return { name, description, setup: Object.fromEntries(setup), goals, editRoles, scope, objectives };
}

/** What became of the one on the way to the other, as the dialog of two people who saved says it. */
export function changesBetween(
  { type, ...names }: Words,
  before: ConnectionVersion,
  after: ConnectionVersion,
): Change[] {
  const [base, theirs] = [contentOfVersion(type, before), contentOfVersion(type, after)];
  const { differences } = reconcile({ type, ...names, base, theirs, mine: base });
  return [
    ...differences.map(({ key, label, before: was = '', theirs: now }) => ({ key, label, before: was, after: now })),
    ...movedRows(base, theirs),
  ];
}

/** Rows of a mapping that came to stand in another order; merging two people's work just takes one of both. */
function movedRows(before: ConnectionContent, after: ConnectionContent): Change[] {
  return after.goals.flatMap((goal) => {
    const was = before.goals.find(({ id }) => id === goal.id);
    if (!was) return [];
    const [oldRows, newRows] = [keyedRows(mappingOf(was)), keyedRows(mappingOf(goal))];
    const columns = (rows: typeof oldRows, others: typeof oldRows) =>
      [...rows]
        .filter(([key]) => others.has(key))
        .map(([, row]) => row.field ?? text.goal.noField)
        .join(', ');
    const [old, now] = [columns(oldRows, newRows), columns(newRows, oldRows)];
    if (old === now) return [];
    return [
      {
        key: `goal/${goal.id}/rows`,
        label: text.conflict.partOfGoal(was.name, text.versions.rowOrder),
        before: old,
        after: now,
      },
    ];
  });
}
