import { hashKey } from '@tanstack/react-query';
import type {
  ConnectionContent,
  ConnectionType,
  ExportVariablesGoal,
  Goal,
  ImportGoal,
  ImportVariablesGoal,
  MappingRow,
  SetupValue,
} from '@/api/types';
import { text } from '@/lib/text';
import { rightsWords } from './editRights';
import { consentWords, rowWords, sharedWords, sourceWords } from './goalWords';
import { scopeWords } from './scope/scopeWords';

export type Side = 'theirs' | 'mine';

/** One thing that is not the same in what they saved and in what I typed. */
export interface Difference {
  key: string;
  label: string;
  /** How it was before either changed it, where that is known. */
  before?: string;
  theirs: string;
  mine: string;
  /** Who changed it; what both changed has to be decided by a person. */
  by: Side | 'both';
}

export interface Versions {
  type: ConnectionType;
  /** What both began with, where it is known. */
  base: ConnectionContent | undefined;
  theirs: ConnectionContent;
  mine: ConnectionContent;
  nameOf: (propertyId: string) => string;
  nameOfChannel: (channelId: string) => string;
}

/**
 * Lays what I typed over what they saved, field by field. What only one of us changed is taken as that one has it;
 * what both changed is taken as chosen, and as mine while nothing is chosen.
 */
export function reconcile(
  { type, base, theirs, mine, nameOf, nameOfChannel }: Versions,
  choices: Record<string, Side> = {},
): { differences: Difference[]; merged: ConnectionContent } {
  const differences: Difference[] = [];

  function pick<T>(
    key: string,
    label: string,
    say: (value: T, of: Side | 'before') => string,
    values: Record<Side, T> & { base?: T },
  ): T {
    if (same(values.theirs, values.mine)) return values.mine;
    const known = 'base' in values && base !== undefined;
    const by =
      known && same(values.base, values.mine) ? 'theirs' : known && same(values.base, values.theirs) ? 'mine' : 'both';
    differences.push({
      key,
      label,
      theirs: say(values.theirs, 'theirs'),
      mine: say(values.mine, 'mine'),
      by,
      ...(known ? { before: say(values.base as T, 'before') } : {}),
    });
    return values[by === 'both' ? (choices[key] ?? 'mine') : by];
  }

  const each = <T>(of: (content: ConnectionContent) => T) => ({
    theirs: of(theirs),
    mine: of(mine),
    ...(base === undefined ? {} : { base: of(base) }),
  });

  const name = pick(
    'name',
    text.editor.name,
    asIs,
    each((content) => content.name),
  );
  const description = pick(
    'description',
    text.editor.description,
    asIs,
    each((content) => content.description),
  );
  const editRoles = pick(
    'editRoles',
    text.rights.label,
    rightsWords,
    each((content) => content.editRoles),
  );
  const objectives = pick(
    'objectives',
    text.conflict.objectives,
    (ids) => ids.join(', ') || text.conflict.empty,
    each((content) => content.objectives),
  );
  const scope = pick(
    'scope',
    text.scope.title,
    (value) => scopeWords(value, nameOfChannel),
    each((content) => content.scope),
  );

  const setup: ConnectionContent['setup'] = {};
  for (const id of union(Object.keys(theirs.setup), Object.keys(mine.setup))) {
    const field = type.setup.find((candidate) => candidate.id === id);
    const say = (value: SetupValue | undefined) =>
      value === undefined || value === ''
        ? text.conflict.empty
        : typeof value === 'boolean'
          ? value
            ? text.common.yes
            : text.common.no
          : (field?.options?.find((option) => option.value === value)?.label ?? String(value));
    const value = pick<SetupValue | undefined>(
      `setup/${id}`,
      field?.label ?? id,
      say,
      each((content) => content.setup[id]),
    );
    if (value !== undefined) setup[id] = value;
  }

  const goalOf = (id: string) => (content: ConnectionContent) => content.goals.find((goal) => goal.id === id);
  const goals = new Map<string, Goal>();
  for (const id of union(ids(theirs), ids(mine))) {
    const [one, other] = [goalOf(id)(theirs), goalOf(id)(mine)];
    if (one && other) {
      goals.set(id, mergedGoal(id, one, other, base && goalOf(id)(base)));
      continue;
    }
    const before = base && goalOf(id)(base);
    const becameOf = (goal: Goal | undefined, of: Side | 'before') => {
      if (before === undefined) return goal ? text.conflict.added : text.conflict.notThere;
      if (of === 'before') return text.conflict.there;
      if (goal === undefined) return text.conflict.removed;
      return same(goal, before) ? text.conflict.unchanged : text.conflict.changed;
    };
    const kept = pick(`goal/${id}`, text.conflict.goal((one ?? other)?.name ?? ''), becameOf, each(goalOf(id)));
    if (kept) goals.set(id, kept);
  }

  function mergedGoal(id: string, one: Goal, other: Goal, before: Goal | undefined): Goal {
    const was = <G extends Goal>(kind: G['kind']) => (before?.kind === kind ? (before as G) : undefined);
    if (one.kind === 'IMPORT_PROFILES' && other.kind === 'IMPORT_PROFILES')
      return mergedImport(partsOf(id, one, other, was<ImportGoal>(one.kind)), other);
    if (one.kind === 'IMPORT_VARIABLES' && other.kind === 'IMPORT_VARIABLES') {
      const parts = partsOf(id, one, other, was<ImportVariablesGoal>(one.kind));
      return { ...other, ...named(parts), createWhenNoMatch: created(parts), mapping: mergedMapping(parts) };
    }
    if (one.kind === 'EXPORT_VARIABLES' && other.kind === 'EXPORT_VARIABLES') {
      const parts = partsOf(id, one, other, was<ExportVariablesGoal>(one.kind));
      return { ...other, ...named(parts), values: mergedValues(parts) };
    }
    // No goal becomes one of another kind.
    return other;
  }

  function partsOf<G extends Goal>(id: string, one: G, other: G, before: G | undefined): Parts<G> {
    const part: Parts<G>['part'] = (key, label, of, say) =>
      pick(`goal/${id}/${key}`, text.conflict.partOfGoal(other.name, label), say, {
        theirs: of(one),
        mine: of(other),
        ...(before === undefined ? {} : { base: of(before) }),
      });
    return { one, other, before, part };
  }

  function named<G extends Goal>({ other, part }: Parts<G>) {
    const on = other.kind === 'IMPORT_PROFILES' ? text.conflict.partOfRun : text.conflict.switchedOn;
    return {
      name: part('name', text.goal.name, (goal) => goal.name, asIs),
      enabled: part('enabled', on, (goal) => goal.enabled, yesOrNo),
    };
  }

  function created<G extends ImportGoal | ImportVariablesGoal>({ part }: Parts<G>) {
    return part('create', text.goal.create, (goal) => goal.createWhenNoMatch, yesOrNo);
  }

  /** Rows that both sides have are merged one by one, in the order of who moved them. */
  function mergedRows<G extends Goal, R>(
    { one, other, before, part }: Parts<G>,
    key: string,
    rowsOf: (goal: G) => Map<string, R>,
    labelOf: (row: R) => string,
    say: (row: R) => string,
  ): R[] {
    const [theirRows, myRows] = [rowsOf(one), rowsOf(other)];
    const oldRows = before ? rowsOf(before) : new Map<string, R>();
    const rows = new Map<string, R>();
    for (const id of union([...theirRows.keys()], [...myRows.keys()])) {
      const shown = myRows.get(id) ?? theirRows.get(id);
      const row = part<R | undefined>(
        `${key}/${id}`,
        shown === undefined ? '' : labelOf(shown),
        (goal) => rowsOf(goal).get(id),
        (value) =>
          value !== undefined ? say(value) : oldRows.has(id) ? text.conflict.removed : text.conflict.notThere,
      );
      if (row !== undefined) rows.set(id, row);
    }
    const iMovedRows = !same(shared(oldRows, myRows), shared(myRows, oldRows));
    const order = iMovedRows || before === undefined ? [myRows, theirRows] : [theirRows, myRows];
    return union(...order.map((side) => [...side.keys()])).flatMap((id) => rows.get(id) ?? []);
  }

  function mergedMapping<G extends ImportGoal | ImportVariablesGoal>(parts: Parts<G>) {
    return mergedRows(
      parts,
      'row',
      (goal) => keyedRows(goal.mapping),
      (row) => text.conflict.row(row.field ?? text.goal.noField),
      (row) => rowWords(row, nameOf),
    );
  }

  function mergedValues(parts: Parts<ExportVariablesGoal>) {
    return mergedRows(
      parts,
      'value',
      (goal) => keyedBy(goal.values, ({ property }) => property),
      ({ property }) => text.conflict.shown(nameOf(property)),
      (value) => sharedWords(value, nameOf),
    );
  }

  function mergedImport(parts: Parts<ImportGoal>, other: ImportGoal): ImportGoal {
    const { part } = parts;
    const sourcePart = <K extends keyof ImportGoal['source']>(key: K, label: string) =>
      part(`source/${key}`, label, (goal) => goal.source[key], sourceWords[key]);

    const source: ImportGoal['source'] = {
      kind: 'FILES',
      folder: sourcePart('folder', text.goal.folder),
      namePattern: sourcePart('namePattern', text.goal.namePattern),
      pick: sourcePart('pick', text.goal.pick),
      compression: sourcePart('compression', text.goal.compression),
      afterImport: sourcePart('afterImport', text.goal.afterImport),
    };
    const format = sourcePart('format', text.goal.format);
    if (format !== undefined) source.format = format;
    const mapping = mergedMapping(parts);

    return {
      ...other,
      ...named(parts),
      source,
      matching: part(
        'matching',
        text.goal.steps.identifiers,
        (goal) => goal.matching,
        ({ anyOf }) =>
          anyOf.map((all) => all.map(nameOf).join(` ${text.goal.and} `)).join(` ${text.goal.or} `) ||
          text.conflict.empty,
      ),
      createWhenNoMatch: created(parts),
      consent: part(
        'consent',
        text.conflict.consent,
        (goal) => goal.consent,
        (rows) => rows.map(consentWords).join('; ') || text.conflict.empty,
      ),
      mapping,
    };
  }

  const nameOfGoal = (id: string) =>
    [mine, theirs, base].map((content) => content && goalOf(id)(content)?.name).find((found) => found !== undefined) ??
    '';
  const inAll = (id: string) => [theirs, mine, base ?? mine].every((content) => ids(content).includes(id));
  const order = pick(
    'order',
    text.conflict.order,
    (list) => list.map(nameOfGoal).join(` ${text.conflict.then} `),
    each((content) => ids(content).filter(inAll)),
  );
  const mineLeads = same(order, ids(mine).filter(inAll));
  const sequence = mineLeads ? union(ids(mine), ids(theirs)) : union(ids(theirs), ids(mine));

  return {
    differences,
    merged: {
      name,
      description,
      editRoles,
      scope,
      objectives,
      setup,
      goals: sequence.flatMap((id) => goals.get(id) ?? []),
    },
  };
}

/** Both sides of a goal, what they began with, and how one of its parts is picked. */
interface Parts<G extends Goal> {
  one: G;
  other: G;
  before: G | undefined;
  part: <T>(key: string, label: string, of: (goal: G) => T, say: (value: T) => string) => T;
}

/** A row is known by its column; where a column has several rows, by which of them it is. */
export const keyedRows = (rows: MappingRow[]) =>
  keyedBy(rows, ({ field, property }) => (field === undefined ? `=${property}` : field));

function keyedBy<R>(rows: R[], keyOf: (row: R) => string): Map<string, R> {
  const keyed = new Map<string, R>();
  for (const row of rows) {
    const key = keyOf(row);
    let number = 1;
    while (keyed.has(`${key}#${number}`)) number += 1;
    keyed.set(`${key}#${number}`, row);
  }
  return keyed;
}

const yesOrNo = (value: boolean) => (value ? text.common.yes : text.common.no);
const asIs = (value: string) => value || text.conflict.empty;
const same = (one: unknown, other: unknown) => hashKey([one]) === hashKey([other]);
const ids = (content: ConnectionContent) => content.goals.map((goal) => goal.id);
const union = (...lists: string[][]) => [...new Set(lists.flat())];
const shared = (one: Map<string, unknown>, other: Map<string, unknown>) =>
  [...one.keys()].filter((key) => other.has(key));
