import { describe, expect, test } from 'vitest';
import type { ConsentRow, MappedRecord, MappingRow } from '@/api/types';
import { newRow } from '@/api/newGoal';
import { text } from '@/lib/text';
import { cleaned, cleaningFor, sayingNothing, trialOf } from './trial';

const bad = { steps: [], result: [], problem: { code: 'bad-value', message: '“n/a” is no date.' } };
const good = { steps: [], result: ['1980-12-31'] };

function record(number: number, outcome: MappedRecord['outcome'], ...rows: MappedRecord['rows']): MappedRecord {
  return { number, rows, consentRows: [], consent: { granted: [], refused: [] }, outcome };
}

const tried = (mapping: MappingRow[], records: MappedRecord[]) => trialOf({ mapping, consent: [] }, records, []);

const rejecting = newRow('born', 'birth-date');
const lenient: MappingRow = { ...newRow('phone', 'phone'), onBadValue: 'LEAVE_OUT' };

describe('M14 what a run would do to the records looked at', () => {
  test('M19 what would change nothing is told apart from what would update', () => {
    const trial = tried(
      [rejecting],
      [
        record(1, 'WOULD_CHANGE_NOTHING', good),
        record(2, 'WOULD_MATCH', good),
        record(3, 'WOULD_CHANGE_NOTHING', good),
      ],
    );

    expect(trial?.outcomes.map(text.trial.outcome)).toEqual(['1 would update a profile', '2 would change nothing']);
  });

  test('M14 outcomes are counted, the good ones first', () => {
    const trial = tried(
      [rejecting],
      [record(1, 'REJECTED', bad), record(2, 'WOULD_CREATE', good), record(3, 'WOULD_CREATE', good)],
    );

    expect(trial?.outcomes).toEqual([
      { outcome: 'WOULD_CREATE', records: 2 },
      { outcome: 'REJECTED', records: 1 },
    ]);
  });

  test('M14 one row takes the blame for a record; values left out are named after rejections', () => {
    const trial = tried(
      [lenient, rejecting, rejecting],
      [
        record(1, 'WOULD_CREATE', bad, good, good),
        record(2, 'WOULD_CREATE', bad, good, good),
        record(3, 'REJECTED', good, bad, bad),
      ],
    );

    expect(trial?.findings.map(({ row, effect, records, first }) => [row, effect, records, first])).toEqual([
      [1, 'REJECTED', 1, 2],
      [0, 'VALUE_LEFT_OUT', 2, 0],
    ]);
  });

  test('M16 a record rejected as a whole is named by its reason', () => {
    const trial = tried([rejecting], [{ ...record(1, 'REJECTED', good), reason: 'It matches two profiles.' }]);

    expect(trial?.findings).toEqual([
      { row: undefined, effect: 'REJECTED', records: 1, first: 0, message: 'It matches two profiles.' },
    ]);
  });

  test('M14 an incomplete goal has no trial', () => {
    expect(tried([rejecting], [record(1, undefined, good)])).toBeUndefined();
    expect(tried([rejecting], [])).toBeUndefined();
  });
});

describe('M27 what the consent in a file does to its records', () => {
  const rows: ConsentRow[] = [{ field: 'news', processors: [], says: 'ANSWER', objective: 'newsletter' }];
  const unclear = (number: number): MappedRecord => ({
    ...record(number, 'REJECTED', good),
    code: 'consent-unclear',
    reason: `What record ${number} says is not clear.`,
    consentRows: [
      {
        steps: [],
        says: { granted: [], refused: [] },
        problem: { code: 'consent-unclear', message: 'not clear' },
      },
    ],
  });
  const source = (number: number, word: string) => ({ number, line: number + 1, values: { news: [word] } });

  test('M27 what is not clear is one finding a row, with the words that were met', () => {
    const trial = trialOf(
      { mapping: [rejecting], consent: rows },
      [unclear(1), unclear(2), unclear(3)],
      [source(1, 'perhaps'), source(2, 'later'), source(3, ' perhaps ')],
    );

    expect(trial?.findings).toEqual([
      {
        row: undefined,
        unclear: { row: 0, values: ['perhaps', 'later'] },
        effect: 'REJECTED',
        records: 3,
        first: 0,
        message: 'What record 1 says is not clear.',
      },
    ]);
  });

  test('M27 these words can be taken as no answer, beside what a table says already', () => {
    const [once] = sayingNothing(rows, 0, ['perhaps']);
    const [twice] = sayingNothing(once ? [once] : [], 0, ['later']);

    expect(twice?.processors).toEqual([
      { kind: 'VALUE_TABLE', table: { perhaps: '', later: '' }, ignoreCase: true, otherwise: 'KEEP' },
    ]);
  });

  test('M26 those that are held back are told by their reason, with the objectives that hold them back', () => {
    const held = (number: number): MappedRecord => ({
      ...record(number, 'HELD_BACK', good),
      reason: 'Not consented to "Newsletter".',
      heldBack: { rule: 'NOT_GRANTED', objectives: ['newsletter'] },
    });

    const trial = tried([rejecting], [held(1), record(2, 'WOULD_CREATE', good), held(3)]);

    expect(trial?.findings).toEqual([
      {
        row: undefined,
        effect: 'HELD_BACK',
        objectives: ['newsletter'],
        records: 2,
        first: 0,
        message: 'Not consented to "Newsletter".',
      },
    ]);
  });
});

describe('M15 steps that a column needs', () => {
  const born = {
    name: 'born',
    guessedType: 'DATE' as const,
    cleaning: [{ kind: 'DATE_FORMAT' as const, patterns: ['d.M.yyyy'] }],
    unfit: 0,
  };

  test('M15 they are offered for the guessed type only', () => {
    expect(cleaningFor(born, 'DATE')).toHaveLength(1);
    expect(cleaningFor(born, 'TEXT')).toEqual([]);
    expect(cleaningFor(undefined, 'DATE')).toEqual([]);
  });

  test('M15 a row that has steps of its own is left alone', () => {
    expect(cleaned(rejecting, [born], 'DATE')?.processors).toEqual(born.cleaning);
    expect(cleaned({ ...rejecting, processors: [{ kind: 'TRIM' }] }, [born], 'DATE')).toBeUndefined();
  });
});
