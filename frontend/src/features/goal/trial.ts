import type { Goal, MappedRecord, MappingRow, Processor, PropertyType } from '@/api/types';
import type { Fields } from './fields';

type Outcome = NonNullable<MappedRecord['outcome']>;

/** Why some of the records would be rejected, or lose a value. */
export interface Finding {
  /** The row at fault; absent where the record as a whole is. */
  row: number | undefined;
  effect: 'REJECTED' | 'VALUE_LEFT_OUT';
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

/** What the goal would do to the records looked at; undefined while it is incomplete. */
export function trialOf(mapping: MappingRow[], records: MappedRecord[]): Trial | undefined {
  if (records.length === 0 || records.some((record) => record.outcome === undefined)) return undefined;
  const findings = new Map<string, Finding>();
  const found = (key: string, at: number, finding: Omit<Finding, 'records' | 'first'>) => {
    const known = findings.get(key);
    findings.set(key, known ? { ...known, records: known.records + 1 } : { ...finding, records: 1, first: at });
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
    if (rejected && blamed < 0) {
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
      (one, other) =>
        Number(one.effect === 'VALUE_LEFT_OUT') - Number(other.effect === 'VALUE_LEFT_OUT') ||
        other.records - one.records,
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

export function withRow(goal: Goal, at: number, row: MappingRow): MappingRow[] {
  return goal.mapping.map((other, index) => (index === at ? row : other));
}
