import { describe, expect, it } from 'vitest';
import type { ConsentRow, PropertyType, SourceRecord } from '@/api/types';
import { guessConsent } from './guessConsent';

const objectives = [
  { id: 'newsletter', name: 'Newsletter' },
  { id: 'Google_Ads_Consent', name: 'Personalised ads' },
];
const isZone = (value: string) => ['gdpr', 'ccpa'].includes(value.toLowerCase());

function guesses(
  columns: Record<string, string[]>,
  {
    linked = [],
    rows = [],
    types = {},
  }: { linked?: string[]; rows?: ConsentRow[]; types?: Record<string, PropertyType> } = {},
) {
  const names = Object.keys(columns);
  const amount = Math.max(...Object.values(columns).map((values) => values.length));
  const records = Array.from({ length: amount }, (_, at): SourceRecord => ({
    number: at + 1,
    line: at + 2,
    values: Object.fromEntries(
      names.map((name) => [name, [columns[name]?.[at] ?? ''].filter((value) => value !== '')]),
    ),
  }));
  const fields = names.map((name) => ({ name, guessedType: types[name] ?? 'TEXT', cleaning: [], unfit: 0 }));
  return guessConsent(fields, records, rows, { objectives, linked, isZone }).map(({ row }) => row);
}

describe('M27 the columns that look like consent', () => {
  it('M27 a column named after an objective answers it, in our words or in others', () => {
    expect(guesses({ newsletter_ok: ['yes', 'no', ''], city: ['Utrecht'] })).toEqual([
      { field: 'newsletter_ok', processors: [], says: 'ANSWER', objective: 'newsletter' },
    ]);
    expect(guesses({ newsletterOk: ['J', 'N'] })).toEqual([
      {
        field: 'newsletterOk',
        processors: [{ kind: 'VALUE_TABLE', table: { J: 'yes' }, ignoreCase: true, otherwise: 'KEEP' }],
        says: 'ANSWER',
        objective: 'newsletter',
      },
    ]);
  });

  it('M27 in a column that asks whether people refuse, yes is a no, and a word that nobody has seen is no yes', () => {
    const [row] = guesses({ newsletter_opt_out: ['1', '0'] });

    expect(row).toMatchObject({ says: 'ANSWER', objective: 'newsletter' });
    expect(row?.processors).toMatchObject([{ otherwise: 'BAD_VALUE', table: { '1': 'no', '0': 'yes', yes: 'no' } }]);
  });

  it('M27 one that names no objective is about the only one that the connection is linked to, or a person says it', () => {
    expect(guesses({ consent: ['yes'] }, { linked: ['Google_Ads_Consent'] })).toMatchObject([
      { says: 'ANSWER', objective: 'Google_Ads_Consent' },
    ]);
    expect(guesses({ consent: ['yes'] }, { linked: ['newsletter', 'Google_Ads_Consent'] })).toEqual([
      { field: 'consent', processors: [], says: 'ANSWER' },
    ]);
  });

  it('M27 ids of objectives, zones and times are known by their values', () => {
    const found = guesses(
      {
        objectives: ['newsletter,Google_Ads_Consent', 'newsletter'],
        refused: ['newsletter', ''],
        privacy_zone: ['GDPR', 'ccpa'],
        consent_date: ['2026-05-03', '2026-05-04'],
      },
      { types: { consent_date: 'DATE' } },
    );

    expect(found).toEqual([
      { field: 'objectives', processors: [{ kind: 'SPLIT', separator: ',' }], says: 'GRANTED' },
      { field: 'refused', processors: [], says: 'REFUSED' },
      { field: 'privacy_zone', processors: [], says: 'ZONE' },
      { field: 'consent_date', processors: [], says: 'STATED_AT' },
    ]);
  });

  it('M27 nothing is guessed of values that say neither, of what is read already, and of a time alone', () => {
    expect(guesses({ newsletter: ['weekly', 'monthly'], delivery_zone: ['north'], leads: ['yes'] })).toEqual([]);
    expect(guesses({ consent_date: ['2026-05-03'] })).toEqual([]);
    expect(
      guesses(
        { newsletter: ['yes'], newsletter_2: ['yes'] },
        { rows: [{ field: 'newsletter', processors: [], says: 'ANSWER', objective: 'newsletter' }] },
      ),
    ).toEqual([]);
  });
});
