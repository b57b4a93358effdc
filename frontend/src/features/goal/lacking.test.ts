import { describe, expect, it } from 'vitest';
import type { FieldError, SourcePreview } from '@/api/types';
import { format, goal } from '@mock/fixtures/goals';
import { lackingOf } from './lacking';

const nothingSaid = (): FieldError[] => [];

function seen(names: string[], kind: 'CSV' | 'JSON_LINES' = 'CSV'): SourcePreview {
  return {
    files: [],
    format: kind === 'CSV' ? format : { kind, encoding: 'UTF_8' },
    detected: format,
    fields: names.map((name) => ({ name, guessedType: 'TEXT' as const, cleaning: [], unfit: 0 })),
    records: [],
    broken: [],
  };
}

const columns = goal.mapping.flatMap(({ field }) => field ?? []);
const words = (errors: FieldError[]) => errors.map(({ message }) => message);

describe('M14 what a goal lacks beside the files that it reads', () => {
  it('M14 is nothing while its columns are there, or nobody has looked', () => {
    for (const found of [seen([...columns, 'more']), seen([]), undefined]) {
      const lacking = lackingOf(goal, '/goals/0', nothingSaid, found);

      expect(lacking.mapping).toEqual([]);
      expect(lacking.identifiers).toEqual([]);
    }
  });

  it('M14 are all its columns, where the file has others: each step says it, with the way there', () => {
    const lacking = lackingOf(goal, '/goals/0', nothingSaid, seen(['Column 1', 'Column 2', 'Column 3', 'Column 4']));

    expect(lacking.mapping).toEqual([
      {
        pointer: '/goals/0/mapping/0/field',
        code: 'no-column',
        message:
          'The file has none of the columns that are mapped. It has “Column 1”, “Column 2”, “Column 3” and 1 more. Is the switch for the header right?',
      },
    ]);
    expect(words(lacking.identifiers)).toEqual(['The columns of the identifiers are not in the file.']);
  });

  it('M14 are the columns that are gone, by name; identifiers are fine while one kind of them is there', () => {
    const lacking = lackingOf(
      goal,
      '/goals/0',
      nothingSaid,
      seen(columns.filter((name) => name !== 'email' && name !== 'born')),
    );

    expect(words(lacking.mapping)).toEqual(['The file has no column “email” and “born”.']);
    expect(lacking.mapping[0]?.pointer).toBe('/goals/0/mapping/1/field');
    expect(lacking.identifiers).toEqual([]);
  });

  it('M14 a line of JSON that does not name a field says nothing of the others', () => {
    expect(lackingOf(goal, '/goals/0', nothingSaid, seen(['email'], 'JSON_LINES')).mapping).toEqual([]);
  });
});

describe('M27 what the consent rows of a goal lack', () => {
  const withConsent = {
    ...goal,
    consent: [
      { field: 'newsletter', processors: [], says: 'ANSWER' as const, objective: 'newsletter' },
      { field: 'zone', processors: [], says: 'ZONE' as const },
      { processors: [], says: 'ANSWER' as const },
    ],
  };

  it('M27 a column that the file does not have, because no run would read it, and an objective', () => {
    const lacking = lackingOf(withConsent, '/goals/0', nothingSaid, seen(columns)).consent;

    expect(lacking.map(({ pointer }) => pointer)).toEqual(['/goals/0/consent/2/objective', '/goals/0/consent/1/field']);
    expect(words(lacking)[1]).toBe(
      'The file has no column “zone”. A run would fail, so that no refusal is overlooked.',
    );
  });

  it('M27 what the service said of a row is not said twice', () => {
    const said = { pointer: '/goals/0/consent/2/objective', code: 'required', message: 'Say which.' };

    expect(
      words(lackingOf(withConsent, '/goals/0', (at) => (at === '/goals/0/consent' ? [said] : []), undefined).consent),
    ).toEqual(['Say which.']);
  });
});
