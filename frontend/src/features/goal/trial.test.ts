import { describe, expect, test } from 'vitest';
import type { MappedRecord, MappingRow } from '@/api/types';
import { newRow } from '@/api/newGoal';
import { text } from '@/lib/text';
import { cleaned, cleaningFor, trialOf } from './trial';

const bad = { steps: [], result: [], problem: { code: 'bad-value', message: '“n/a” is no date.' } };
const good = { steps: [], result: ['1980-12-31'] };

function record(number: number, outcome: MappedRecord['outcome'], ...rows: MappedRecord['rows']): MappedRecord {
  return { number, rows, outcome };
}

const rejecting = newRow('born', 'birth-date');
const lenient: MappingRow = { ...newRow('phone', 'phone'), onBadValue: 'LEAVE_OUT' };

describe('M14 what a run would do to the records looked at', () => {
  test('M19 what would change nothing is told apart from what would update', () => {
    const trial = trialOf(
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
    const trial = trialOf(
      [rejecting],
      [record(1, 'REJECTED', bad), record(2, 'WOULD_CREATE', good), record(3, 'WOULD_CREATE', good)],
    );

    expect(trial?.outcomes).toEqual([
      { outcome: 'WOULD_CREATE', records: 2 },
      { outcome: 'REJECTED', records: 1 },
    ]);
  });

  test('M14 one row takes the blame for a record; values left out are named after rejections', () => {
    const trial = trialOf(
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
    const trial = trialOf([rejecting], [{ ...record(1, 'REJECTED', good), reason: 'It matches two profiles.' }]);

    expect(trial?.findings).toEqual([
      { row: undefined, effect: 'REJECTED', records: 1, first: 0, message: 'It matches two profiles.' },
    ]);
  });

  test('M14 an incomplete goal has no trial', () => {
    expect(trialOf([rejecting], [record(1, undefined, good)])).toBeUndefined();
    expect(trialOf([rejecting], [])).toBeUndefined();
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
