import { hashKey } from '@tanstack/react-query';
import { mappingOf } from '@/api/goalParts';
import type { Connection, ConnectionContent, ConnectionType, FieldError, Goal } from '@/api/types';
import { testPlace } from '@/components/editing';
import { valueAt } from '@/lib/pointer';
import { text } from '@/lib/text';
import { isShown } from './setupRules';

/**
 * The service names what keeps the *saved* version from running. Of the draft these problems are still true where
 * nothing they speak of was changed; for the rest only the next save can tell.
 */
export function problemsOfDraft(
  type: ConnectionType,
  saved: Connection | undefined,
  draft: ConnectionContent,
  typedSecrets: Record<string, string>,
): { still: FieldError[]; afterSaving: number } {
  const still: FieldError[] = [];
  let afterSaving = 0;
  for (const problem of saved?.problems ?? []) {
    const there = inDraft(type, problem, saved as Connection, draft, typedSecrets);
    if (there === 'changed') afterSaving += 1;
    else if (there !== 'gone') still.push({ ...problem, ...there });
  }
  for (const field of saved ? type.setup : []) {
    const unknown = field.kind === 'PINNED' && isShown(type.setup, field, draft.setup) && !draft.setup[field.id];
    if (unknown && saved?.setup[field.id])
      still.push({ pointer: testPlace, code: 'not-confirmed', message: text.draft.untested(field.label) });
  }
  const runs = draft.goals.some((goal) => goal.enabled);
  const didRun = saved?.goals.some((goal) => goal.enabled) ?? false;
  if (!runs && didRun) still.push({ pointer: '/goals', code: 'required', message: noGoalWords(type, draft.goals) });
  return { still, afterSaving };
}

/** Where there is nothing to switch on, the first thing to do is to add one. */
export function noGoalWords({ mode }: Pick<ConnectionType, 'mode'>, goals: Goal[]): string {
  const words = mode === 'IN_PAGE' ? text.inPages : text.draft;
  return goals.length === 0 ? words.addGoal : words.noGoal;
}

/** Where the problem now stands, and what it says there, if nothing it depends on was changed. */
function inDraft(
  type: ConnectionType,
  { pointer, code }: FieldError,
  saved: Connection,
  draft: ConnectionContent,
  typedSecrets: Record<string, string>,
): (Pick<FieldError, 'pointer'> & Partial<FieldError>) | 'changed' | 'gone' {
  const [, kind, at = '', part, row] = pointer.split('/');
  // The type is no part of what is typed.
  if (kind === 'typeId') return { pointer };
  if (kind === 'secrets') {
    if (typedSecrets[at]) return 'changed';
    const field = type.setup.find(({ id }) => id === at);
    // One that was given for another server serves again once that one stands here again.
    const needed = field !== undefined && isShown(type.setup, field, draft.setup) && !saved.secrets[at]?.setElsewhere;
    return needed || same(saved.setup, draft.setup) ? { pointer } : 'changed';
  }
  // It is not typed: only the test fills it.
  if (code === 'not-confirmed') return valueAt(draft, pointer) ? 'changed' : { pointer: testPlace };
  if (kind !== 'goals') return same(valueAt(saved, pointer), valueAt(draft, pointer)) ? { pointer } : 'changed';
  if (at === '')
    return draft.goals.some((goal) => goal.enabled) ? 'gone' : { pointer, message: noGoalWords(type, draft.goals) };

  // Goals are found by their id: their places change when they are dragged.
  const before = saved.goals[Number(at)];
  const place = draft.goals.findIndex((goal) => goal.id === before?.id);
  const now = draft.goals[place];
  if (!before || !now?.enabled) return 'gone';
  if (!same(mendedIn(before, part, row), mendedIn(now, part, row))) return 'changed';
  return { pointer: ['', 'goals', place, ...pointer.split('/').slice(3)].join('/') };
}

/** What of a goal somebody could have changed to mend a problem of this part of it. */
function mendedIn(goal: Goal, part: string | undefined, row: string | undefined): unknown {
  if (part === 'mapping') return row === undefined ? mappingOf(goal) : mappingOf(goal)[Number(row)];
  if (goal.kind === 'IMPORT_PROFILES') {
    if (part === 'matching') return [goal.matching, goal.mapping, goal.createWhenNoMatch];
    if (part === 'consent') return goal.consent;
    if (part === 'source') return goal.source;
  }
  // Two values shown at one place: changing either mends it.
  if (goal.kind === 'EXPORT_VARIABLES' && part === 'values') return goal.values;
  return goal.name;
}

const same = (one: unknown, other: unknown) => hashKey([one]) === hashKey([other]);
