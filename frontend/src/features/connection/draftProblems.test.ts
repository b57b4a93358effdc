import { describe, expect, it } from 'vitest';
import type { Connection, ConnectionContent, Goal, ImportGoal, SetupValues } from '@/api/types';
import { sftp } from '@mock/fixtures/catalog';
import { connections } from '@mock/fixtures/connections';
import { shownGoal } from '@mock/fixtures/goals';
import { problemsOfDraft } from './draftProblems';

const sample = connections[0] as Connection;
const sampleGoal = sample.goals[0] as ImportGoal;

const problem = (pointer: string) => ({ pointer, code: 'some', message: `Mend ${pointer}` });
const saved = (pointers: string[], goals: Goal[] = sample.goals): Connection => ({
  ...sample,
  goals,
  problems: pointers.map(problem),
});
const draftOf = (
  { name, description, setup, goals, editRoles, scope, objectives }: Connection,
  change: Partial<ConnectionContent> = {},
) => ({
  name,
  description,
  setup,
  goals,
  editRoles,
  objectives,
  scope,
  ...change,
});
const stillAt = (connection: Connection, draft: ConnectionContent, secrets = {}) =>
  problemsOfDraft(sftp, connection, draft, secrets).still.map(({ pointer }) => pointer);

describe('M5 what a draft still lacks', () => {
  it('M5 stays what the service said while nothing is changed', () => {
    const connection = saved(['/setup/host', '/goals/0/matching/anyOf/0/0']);

    expect(problemsOfDraft(sftp, connection, draftOf(connection), {})).toEqual({
      still: connection.problems,
      afterSaving: 0,
    });
  });

  it('M5 does not ask for a goal that is ticked in the draft', () => {
    const off = [{ ...sampleGoal, enabled: false }];
    const connection = saved(['/goals'], off);

    expect(problemsOfDraft(sftp, connection, draftOf(connection, { goals: [sampleGoal] }), {})).toEqual({
      still: [],
      afterSaving: 0,
    });
  });

  it('M5 asks for a goal as soon as the last one is unticked', () => {
    const connection = saved([]);

    const draft = draftOf(connection, { goals: [{ ...sampleGoal, enabled: false }] });

    expect(stillAt(connection, draft)).toEqual(['/goals']);
  });

  it('M5 leaves to the next save what was changed', () => {
    const connection = saved(['/setup/host', '/secrets/password', '/goals/0/source/namePattern']);

    const draft = draftOf(connection, {
      setup: { ...connection.setup, host: 'typed.example.com' },
      goals: [{ ...sampleGoal, source: { ...sampleGoal.source, namePattern: '*.csv' } }],
    });

    expect(problemsOfDraft(sftp, connection, draft, { password: 'typed' })).toEqual({ still: [], afterSaving: 3 });
  });

  it('M5 M11 asks for a secret as long as it is needed and neither saved nor typed', () => {
    const connection = {
      ...saved(['/secrets/password']),
      secrets: { password: { set: false, setElsewhere: false } },
    };
    const draft = (change: SetupValues) => draftOf(connection, { setup: { ...connection.setup, ...change } });

    expect(stillAt(connection, draft({ username: 'typed' }))).toEqual(['/secrets/password']);
    expect(stillAt(connection, draft({ username: 'typed' }), { password: 'typed' })).toEqual([]);
    expect(stillAt(connection, draft({ authentication: 'key' }))).toEqual([]);
  });

  it('M5 M11 a secret that was given for another server may serve again', () => {
    const connection = {
      ...saved(['/secrets/password']),
      secrets: { password: { set: false, setElsewhere: true } },
    };

    const draft = draftOf(connection, { setup: { ...connection.setup, host: 'before.example.com' } });

    expect(problemsOfDraft(sftp, connection, draft, {})).toEqual({ still: [], afterSaving: 1 });
  });

  it('M5 M11 asks for the test as long as nobody has confirmed the host key', () => {
    const { hostKey, ...setup } = sample.setup;
    const learnt = { ...setup, hostKey: hostKey ?? '' };
    const never: Connection = {
      ...saved([]),
      setup,
      problems: [{ pointer: '/setup/hostKey', code: 'not-confirmed', message: 'Host key is not confirmed yet.' }],
    };

    expect(stillAt(never, draftOf(never))).toEqual(['/test']);
    expect(problemsOfDraft(sftp, never, draftOf(never, { setup: learnt }), {})).toEqual({ still: [], afterSaving: 1 });
    expect(stillAt(saved([]), draftOf(sample, { setup }))).toEqual(['/test']);
    expect(stillAt(saved([]), draftOf(sample, { setup: learnt }))).toEqual([]);
  });

  it('M5 an identifier without a mapping may be mended by the mapping', () => {
    const connection = saved(['/goals/0/matching/anyOf/0/0']);

    const draft = draftOf(connection, { goals: [{ ...sampleGoal, mapping: sampleGoal.mapping.slice(1) }] });

    expect(problemsOfDraft(sftp, connection, draft, {})).toEqual({ still: [], afterSaving: 1 });
  });

  it('M5 says nothing of a goal that is switched off or gone', () => {
    const connection = saved(['/goals/0/mapping']);

    expect(stillAt(connection, draftOf(connection, { goals: [{ ...sampleGoal, enabled: false }] }))).toEqual([
      '/goals',
    ]);
    expect(stillAt(connection, draftOf(connection, { goals: [{ ...sampleGoal, id: 'another' }] }))).toEqual([]);
  });

  it('M5 follows a goal that was dragged to another place', () => {
    const other = { ...sampleGoal, id: 'other' };
    const connection = saved(['/goals/1/mapping/2/property'], [sampleGoal, other]);

    const draft = draftOf(connection, { goals: [other, sampleGoal] });

    expect(stillAt(connection, draft)).toEqual(['/goals/0/mapping/2/property']);
  });

  it('M27 leaves to the next save what is wrong with consent, as soon as any of its rows is another one', () => {
    const row = { field: 'news', processors: [], says: 'ANSWER' as const, objective: 'newsletter' };
    const withConsent = { ...sampleGoal, consent: [row, { ...row, field: 'other' }] };
    const connection = saved(['/goals/0/consent/1/says'], [withConsent]);

    expect(stillAt(connection, draftOf(connection))).toEqual(['/goals/0/consent/1/says']);
    expect(stillAt(connection, draftOf(connection, { goals: [{ ...withConsent, consent: [row] }] }))).toEqual([]);
  });

  it('M5 M25 a value shown where another one is may be mended by either', () => {
    const connection = saved(['/goals/0/values/1/variable'], [{ ...shownGoal, enabled: true }]);
    const [first, ...others] = shownGoal.values;
    const moved = { ...shownGoal, enabled: true, values: [{ ...first!, variable: 'other' }, ...others] };

    expect(stillAt(connection, draftOf(connection))).toEqual(['/goals/0/values/1/variable']);
    expect(stillAt(connection, draftOf(connection, { goals: [moved] }))).toEqual([]);
  });

  it('M5 lacks nothing that anybody named before it was saved the first time', () => {
    expect(problemsOfDraft(sftp, undefined, draftOf(sample), {})).toEqual({ still: [], afterSaving: 0 });
  });
});

describe('M5 what a draft without a goal lacks', () => {
  const still = (draft: Goal[], before: Goal[]) => {
    const connection = saved(before.length === 0 ? ['/goals'] : [], before);
    return problemsOfDraft(sftp, connection, draftOf(connection, { goals: draft }), {}).still.map(
      ({ message }) => message,
    );
  };

  it('M5 is a goal, where there is none to switch on', () => {
    expect(still([], [sampleGoal])).toEqual(['Add a goal: it says what to import.']);
    expect(still([], [])).toEqual(['Add a goal: it says what to import.']);
  });

  it('M5 is one that is switched on, where there are some', () => {
    const off = { ...sampleGoal, enabled: false };

    expect(still([off], [sampleGoal])).toEqual(['Switch on at least one goal to run.']);
    expect(still([off], [])).toEqual(['Switch on at least one goal to run.']);
  });
});
