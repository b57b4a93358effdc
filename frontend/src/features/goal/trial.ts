import type {
  ConsentRow,
  ImportGoal,
  MappedRecord,
  MappingRow,
  Processor,
  PropertyType,
  SourceRecord,
} from '@/api/types';
import type { Fields } from './fields';
import { valueTable } from './guessConsent';

type Outcome = NonNullable<MappedRecord['outcome']>;

/** Why some of the records would be rejected or held back, or lose a value. */
export interface Finding {
  /** The row at fault; absent where the record as a whole is. */
  row: number | undefined;
  /** The consent row whose values are not clear, and those values. */
  unclear?: { row: number; values: string[] };
  /** Ids of the objectives that hold the records back. */
  objectives?: string[];
  effect: 'REJECTED' | 'HELD_BACK' | 'VALUE_LEFT_OUT';
  records: number;
  /** The place of the first one among the records tried. */
  first: number;
  message: string;
}

export interface Trial {
  tried: number;
  outcomes: { outcome: Outcome; records: number }[];
  findings: Finding[];
}

const ORDER: Outcome[] = [
  'WOULD_CREATE',
  'WOULD_MATCH',
  'WOULD_CHANGE_NOTHING',
  'NO_MATCH',
  'FILTERED',
  'HELD_BACK',
  'REJECTED',
];

const EFFECTS: Finding['effect'][] = ['REJECTED', 'HELD_BACK', 'VALUE_LEFT_OUT'];

/** The unclear values of the findings before and of this one, each once. */
function together({ unclear: one }: Finding, { unclear: other }: Pick<Finding, 'unclear'>) {
  return one && other ? { unclear: { ...one, values: [...new Set([...one.values, ...other.values])] } } : {};
}

/** What a consent row was given to read, after its steps. */
function valuesOf(row: ConsentRow, effect: MappedRecord['consentRows'][number] | undefined, source?: SourceRecord) {
  const given = row.field === undefined ? [] : (source?.values[row.field] ?? []);
  return (effect?.steps.at(-1) ?? given).map((value) => value.trim()).filter((value) => value !== '');
}

/** What the goal would do to the records looked at; undefined while it is incomplete. */
export function trialOf(
  { mapping, consent }: Pick<ImportGoal, 'mapping' | 'consent'>,
  records: MappedRecord[],
  sources: SourceRecord[],
): Trial | undefined {
  if (records.length === 0 || records.some((record) => record.outcome === undefined)) return undefined;
  const findings = new Map<string, Finding>();
  const found = (key: string, at: number, finding: Omit<Finding, 'records' | 'first'>) => {
    const known = findings.get(key);
    findings.set(
      key,
      known
        ? { ...known, records: known.records + 1, ...together(known, finding) }
        : { ...finding, records: 1, first: at },
    );
  };
  records.forEach((record, at) => {
    const rejected = record.outcome === 'REJECTED';
    // One row is enough to reject a record: the first that does takes the blame.
    const blamed = record.rows.findIndex(
      (effect, row) => rejected && effect.problem && mapping[row]?.onBadValue === 'REJECT_RECORD',
    );
    record.rows.forEach((effect, row) => {
      const leavesOut = mapping[row]?.onBadValue === 'LEAVE_OUT';
      if (effect.problem && (row === blamed || leavesOut)) {
        const kind = leavesOut ? 'VALUE_LEFT_OUT' : 'REJECTED';
        found(`${kind} ${row}`, at, { row, effect: kind, message: effect.problem.message });
      }
    });
    const unclear = record.code === 'consent-unclear' ? record.consentRows.findIndex(({ problem }) => problem) : -1;
    if (unclear >= 0) {
      const row = consent[unclear];
      found(`UNCLEAR ${unclear}`, at, {
        row: undefined,
        unclear: { row: unclear, values: row ? valuesOf(row, record.consentRows[unclear], sources[at]) : [] },
        effect: 'REJECTED',
        message: record.reason ?? '',
      });
    } else if (record.heldBack) {
      const message = record.reason ?? '';
      const { objectives } = record.heldBack;
      found(`HELD_BACK ${message}`, at, { row: undefined, effect: 'HELD_BACK', objectives, message });
    } else if (rejected && blamed < 0) {
      const message = record.reason ?? '';
      found(`REJECTED ${message}`, at, { row: undefined, effect: 'REJECTED', message });
    }
  });
  return {
    tried: records.length,
    outcomes: ORDER.map((outcome) => ({
      outcome,
      records: records.filter((record) => record.outcome === outcome).length,
    })).filter(({ records }) => records > 0),
    findings: [...findings.values()].sort(
      (one, other) => EFFECTS.indexOf(one.effect) - EFFECTS.indexOf(other.effect) || other.records - one.records,
    ),
  };
}

/** The steps that bring a column's values to a property of this type, as far as the file let guess them. */
export function cleaningFor(field: Fields[number] | undefined, type: PropertyType | undefined): Processor[] {
  return field && field.guessedType === type ? field.cleaning : [];
}

/** The row with the steps that its column needs, where it has none of its own yet. */
export function cleaned(row: MappingRow, fields: Fields, type: PropertyType | undefined): MappingRow | undefined {
  const cleaning = cleaningFor(
    fields.find((field) => field.name === row.field),
    type,
  );
  return row.processors.length === 0 && cleaning.length > 0 ? { ...row, processors: cleaning } : undefined;
}

export function withRow(goal: ImportGoal, at: number, row: MappingRow): MappingRow[] {
  return goal.mapping.map((other, index) => (index === at ? row : other));
}

/** The consent rows, with these values of one of them read as no answer. */
export function sayingNothing(rows: ConsentRow[], at: number, values: string[]): ConsentRow[] {
  const nothing = Object.fromEntries(values.map((value) => [value, '']));
  return rows.map((row, index) => {
    if (index !== at) return row;
    const last = row.processors.at(-1);
    return last?.kind === 'VALUE_TABLE'
      ? { ...row, processors: [...row.processors.slice(0, -1), { ...last, table: { ...last.table, ...nothing } }] }
      : { ...row, processors: [...row.processors, valueTable(nothing)] };
  });
}
