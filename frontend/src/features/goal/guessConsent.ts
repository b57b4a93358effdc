import type { ConsentRow, Objective, Processor, SourceRecord } from '@/api/types';
import { slug } from '@/lib/slug';
import type { Fields } from './fields';

/** A column that looks as if it said something of consent, with the row that would read it. */
export interface Guess {
  row: ConsentRow;
  /** Some of its values, each once. */
  examples: string[];
}

/** Words that the service takes for yes and no by itself. */
const YES = new Set('true yes y 1 on granted consented accepted opt-in opted-in subscribed'.split(' '));
const NO = new Set(
  'false no n 0 off refused denied declined rejected withdrawn revoked opt-out opted-out unsubscribed'.split(' '),
);
/** Those of other languages, which a table of values has to turn into ours. */
const FOREIGN_YES = new Set('j ja jawel o oui si s\u00ed sim tak wahr vrai waar'.split(' '));
const FOREIGN_NO = new Set('nee nein non nein n\u00e3o nao nie falsch faux onwaar'.split(' '));

const CONSENT =
  /consent|(^|-)opt-?(in|out)|permission|agree|subscri|gdpr|toestemming|akkoord|aangemeld|einwilligung|zustimmung|accepte/;
const MARKETING = /newsletter|nieuwsbrief|marketing|mailing|mail-ok|sms-ok|(^|-)ads?(-|$)|advert/;
const REFUSAL =
  /refus|opt-?out|unsubscri|denied|declin|withdr|objected|do-not|(^|-)no-|weiger|afgemeld|abgelehnt|abgemeldet|widerruf/;
const ZONE = /zone|legislation|law|jurisdiction|regime|wetgeving|recht/;
const TIME = /(^|-)(at|on|date|time|datum|tijd|when|since|zeit)(-|$)/;

interface Known {
  objectives: Pick<Objective, 'id' | 'name'>[];
  /** Ids of those that the connection is linked to. */
  linked: string[];
  isZone: (value: string) => boolean;
}

/** What the columns look like by their names and their values; those that a row reads already are left out. */
export function guessConsent(fields: Fields, records: SourceRecord[], rows: ConsentRow[], known: Known): Guess[] {
  const taken = new Set(rows.map(({ field }) => field));
  const guesses: Guess[] = [];
  const says = (kind: ConsentRow['says']) =>
    [...rows, ...guesses.map(({ row }) => row)].some((row) => row.says === kind);
  const answered = () =>
    new Set([...rows, ...guesses.map(({ row }) => row)].flatMap(({ objective }) => objective ?? []));
  for (const field of fields) {
    if (taken.has(field.name)) continue;
    const values = distinct(records.flatMap((record) => record.values[field.name] ?? []));
    const row = guessOf(field, values, known, says, answered());
    if (row) guesses.push({ row, examples: values.slice(0, 3) });
  }
  // A time alone says when, but not what.
  const all = [...rows, ...guesses.map(({ row }) => row)];
  return all.some((row) => row.says !== 'STATED_AT') ? guesses : [];
}

function guessOf(
  { name: field, guessedType }: Fields[number],
  values: string[],
  known: Known,
  says: (kind: ConsentRow['says']) => boolean,
  answered: Set<string>,
): ConsentRow | undefined {
  const name = key(field);
  const named = CONSENT.test(name) || MARKETING.test(name) || REFUSAL.test(name);
  if (!says('ZONE') && ZONE.test(name) && values.length > 0 && values.every(known.isZone))
    return { field, processors: [], says: 'ZONE' };
  if (!says('STATED_AT') && named && (guessedType === 'DATE' || guessedType === 'DATE_TIME' || TIME.test(name)))
    return { field, processors: [], says: 'STATED_AT' };
  const objective = objectiveOf(name, known.objectives);
  if (values.length > 0 && (named || objective)) {
    const processors = REFUSAL.test(name) ? turnedAround(values) : understood(values);
    const only = known.linked.length === 1 ? known.linked[0] : undefined;
    const about = objective?.id ?? only;
    if (processors && !(about !== undefined && answered.has(about)))
      return { field, processors, says: 'ANSWER', ...(about === undefined ? {} : { objective: about }) };
  }
  return listOf(field, values, known);
}

/** A column whose values are ids of objectives, alone or several in one field. */
function listOf(field: string, values: string[], { objectives }: Known): ConsentRow | undefined {
  const ids = new Set(objectives.map(({ id }) => id));
  if (values.length === 0) return undefined;
  const says = REFUSAL.test(key(field)) ? 'REFUSED' : 'GRANTED';
  if (values.every((value) => ids.has(value))) return { field, processors: [], says };
  const separator = [',', ';', '|'].find((sign) =>
    values.every((value) => value.split(sign).every((part) => ids.has(part.trim()))),
  );
  return separator === undefined ? undefined : { field, processors: [{ kind: 'SPLIT', separator }], says };
}

/** The objective that the column is named after: `newsletter_ok` after Newsletter. The longest name counts. */
function objectiveOf(column: string, objectives: Known['objectives']) {
  return objectives
    .filter(({ id, name }) => [id, name].some((each) => key(each) !== '' && `-${column}-`.includes(`-${key(each)}-`)))
    .toSorted((one, other) => other.name.length - one.name.length)[0];
}

/** The steps without which the values are not understood; undefined where some say neither yes nor no. */
function understood(values: string[]): Processor[] | undefined {
  const table: Record<string, string> = {};
  for (const value of values) {
    const word = value.toLowerCase();
    if (YES.has(word) || NO.has(word)) continue;
    if (FOREIGN_YES.has(word)) table[value] = 'yes';
    else if (FOREIGN_NO.has(word)) table[value] = 'no';
    else return undefined;
  }
  return Object.keys(table).length === 0 ? [] : [valueTable(table)];
}

/** Of a column that asks whether people refuse, where yes is a no. A word that was not seen must not come through. */
function turnedAround(values: string[]): Processor[] | undefined {
  const table: Record<string, string> = { ...TURNED };
  for (const value of values) {
    const word = value.toLowerCase();
    if (word in TURNED) continue;
    if (FOREIGN_YES.has(word)) table[word] = 'no';
    else if (FOREIGN_NO.has(word)) table[word] = 'yes';
    // Words such as “unsubscribed” say what they say, whatever the column is called.
    else return understood(values);
  }
  return [{ ...valueTable(table), otherwise: 'BAD_VALUE' }];
}

const TURNED: Record<string, string> = {
  yes: 'no',
  true: 'no',
  y: 'no',
  '1': 'no',
  on: 'no',
  no: 'yes',
  false: 'yes',
  n: 'yes',
  '0': 'yes',
  off: 'yes',
};

/** Letters and digits, with a dash between words: `Newsletter_OK`, `newsletterOk`. */
const key = (name: string) => slug(name.replace(/([a-z])([A-Z])/g, '$1-$2')).replace(/_+/g, '-');

export const valueTable = (table: Record<string, string>): Extract<Processor, { kind: 'VALUE_TABLE' }> => ({
  kind: 'VALUE_TABLE',
  table,
  ignoreCase: true,
  otherwise: 'KEEP',
});

const distinct = (values: string[]) =>
  [...new Set(values.map((value) => value.trim()))].filter((value) => value !== '');
