import type {
  ImportGoal,
  MappedConsentRow,
  MappedRecord,
  MappedRow,
  MappingRow,
  Processor,
  Property,
  SourceRecord,
} from '@/api/types';
import { altogether, heard, heldBack, nothingSaid, type Privacy } from './consent';

/** What the service does with a mapping, as far as the stories of the page need it. */
interface Worked {
  values: string[];
  problem?: { code: string; message: string };
  filtered?: boolean;
}

function each(values: string[], change: (value: string) => string): Worked {
  return { values: values.map(change) };
}

const title = (value: string) =>
  value
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());

function pattern(text: string): RegExp | undefined {
  try {
    return new RegExp(text, 'u');
  } catch {
    return undefined;
  }
}

function asDate(value: string, patterns: string[]): string | undefined {
  for (const candidate of patterns) {
    const names: string[] = [];
    const source = candidate.replace(/yyyy|uuuu|MM|dd|M|d|[.*+?^${}()|[\]\\]/g, (part) => {
      const name = /^[yu]/.test(part) ? 'year' : part.startsWith('M') ? 'month' : part.startsWith('d') ? 'day' : '';
      if (name === '') return `\\${part}`;
      names.push(name);
      return name === 'year' ? '(\\d{4})' : '(\\d{1,2})';
    });
    const found = new RegExp(`^${source}$`).exec(value);
    if (found) {
      const at = (name: string) => (found[names.indexOf(name) + 1] ?? '').padStart(2, '0');
      return `${at('year')}-${at('month')}-${at('day')}`;
    }
  }
  return undefined;
}

function work(values: string[], processor: Processor, record: SourceRecord): Worked {
  switch (processor.kind) {
    case 'TRIM':
      return each(values, (value) => value.trim());
    case 'CHANGE_CASE':
      return each(values, (value) =>
        processor.to === 'UPPER' ? value.toUpperCase() : processor.to === 'LOWER' ? value.toLowerCase() : title(value),
      );
    case 'CONCATENATE':
      return {
        values: [
          [...values, ...processor.fields.flatMap((field) => record.values[field] ?? [])].join(processor.separator),
        ],
      };
    case 'FIXED_VALUE':
      return { values: [processor.value] };
    case 'DATE_FORMAT': {
      const dates = values.map((value) => asDate(value, processor.patterns));
      const bad = values.find((_, index) => dates[index] === undefined);
      return bad === undefined
        ? { values: dates.map((date) => date ?? '') }
        : { values: [], problem: { code: 'date-unreadable', message: `“${bad}” fits none of the date patterns.` } };
    }
    case 'NUMBER_FORMAT':
      return each(values, (value) =>
        value
          .replaceAll(processor.groupingSeparator || '\u0000', '')
          .replace(processor.decimalSeparator || '\u0000', '.'),
      );
    case 'CLEAN_EMAIL': {
      const cleaned = values.map((value) => value.trim().toLowerCase());
      const bad = cleaned.find((value) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value));
      return bad === undefined
        ? { values: cleaned }
        : { values: [], problem: { code: 'not-an-email', message: `“${bad}” is not an e-mail address.` } };
    }
    case 'CLEAN_PHONE':
      return each(values, (value) => `+31${value.replace(/\D/g, '').replace(/^(0|31)/, '')}`);
    case 'HASH':
      return each(values, (value) => {
        let hash = 0x811c9dc5;
        for (const letter of value) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
        return hash.toString(16).padStart(8, '0').repeat(8);
      });
    case 'REGEX_FILTER': {
      const expression = pattern(processor.pattern);
      if (!expression) return { values, problem: { code: 'pattern-invalid', message: 'The pattern cannot be read.' } };
      const kept = values.filter((value) => expression.test(value) !== (processor.inverted ?? false));
      return { values: kept, filtered: kept.length < values.length && processor.onMiss === 'FILTER_RECORD' };
    }
    case 'REGEX_REPLACE': {
      const expression = pattern(processor.pattern);
      if (!expression) return { values, problem: { code: 'pattern-invalid', message: 'The pattern cannot be read.' } };
      return each(values, (value) => value.replace(new RegExp(expression, 'gu'), processor.replacement));
    }
    case 'SPLIT':
      return { values: values.flatMap((value) => value.split(processor.separator || ',')).map((part) => part.trim()) };
    case 'VALUE_TABLE': {
      const found = (value: string) =>
        Object.entries(processor.table).find(([from]) =>
          processor.ignoreCase ? from.toLowerCase() === value.toLowerCase() : from === value,
        )?.[1];
      const missing = values.find((value) => found(value) === undefined);
      if (missing !== undefined && processor.otherwise === 'BAD_VALUE')
        return { values: [], problem: { code: 'not-in-table', message: `“${missing}” is not in the value table.` } };
      return {
        values: values.flatMap((value) => found(value) ?? (processor.otherwise === 'KEEP' ? [value] : [])),
      };
    }
    case 'EXPRESSION':
      return processor.formula.trim().endsWith('+')
        ? {
            values,
            problem: { code: 'formula-invalid', message: 'The formula ends too early: something must follow “+”.' },
          }
        : each(values, (value) => (processor.formula.includes('size(') ? String(value.length) : value));
  }
}

function typeProblem(values: string[], property: Property | undefined): MappedRow['problem'] {
  if (!property) return { code: 'property-unknown', message: 'This property does not exist.' };
  const bad = values.find((value) => {
    switch (property.type) {
      case 'EMAIL':
        return !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value);
      case 'NUMBER':
        return !/^-?\d+$/.test(value);
      case 'DECIMAL':
        return !/^-?\d+(\.\d+)?$/.test(value);
      case 'DATE':
        return !/^\d{4}-\d{2}-\d{2}$/.test(value);
      case 'TEXT':
      case 'DATE_TIME':
      case 'PHONE':
      case 'BOOLEAN':
      case 'CHOICE':
        return false;
    }
  });
  return bad === undefined
    ? undefined
    : { code: 'value-not-of-type', message: `“${bad}” does not fit “${property.name}”.` };
}

function worked(
  processors: Processor[],
  field: string | undefined,
  record: SourceRecord,
): Worked & { steps: string[][] } {
  let values = (field === undefined ? [] : (record.values[field] ?? [])).filter((value) => value !== '');
  const steps: string[][] = [];
  let filtered = false;
  for (const processor of processors) {
    const done = work(values, processor, record);
    values = done.values;
    filtered ||= done.filtered ?? false;
    steps.push(values);
    if (done.problem) return { values, steps, filtered, problem: done.problem };
  }
  return { values, steps, filtered };
}

export function mapRecord(
  record: SourceRecord,
  goal: ImportGoal,
  db: Privacy & { properties: Property[] },
): MappedRecord {
  const mapped = mapRows(record, goal.mapping, db.properties);
  const consentRows = goal.consent.map((row): MappedConsentRow => {
    const { values, steps, problem } = worked(row.processors, row.field, record);
    return { steps, ...(problem ? { says: nothingSaid, problem } : heard(row, values, db)) };
  });
  const consent = altogether(consentRows.map(({ says }) => says));
  const problem = consentRows.find((row) => row.problem)?.problem;
  const seen = { ...mapped, consentRows, consent };
  if (mapped.outcome === 'FILTERED' || mapped.outcome === 'REJECTED') return seen;
  if (problem) return { ...seen, outcome: 'REJECTED', code: 'consent-unclear', reason: problem.message };
  const held = heldBack(consent, db);
  return held ? { ...seen, ...held, outcome: 'HELD_BACK' } : seen;
}

function mapRows(record: SourceRecord, rows: MappingRow[], properties: Property[]) {
  const filters: boolean[] = [];
  const mapped = rows.map((row): MappedRow => {
    const { values, steps, filtered, problem: bad } = worked(row.processors, row.field, record);
    if (filtered) filters.push(true);
    if (bad) return { steps, result: [], problem: bad };
    const problem = typeProblem(
      values,
      properties.find((property) => property.id === row.property),
    );
    return problem ? { steps, result: [], problem } : { steps, result: values };
  });
  const failed = rows.findIndex((row, index) => mapped[index]?.problem && row.onBadValue === 'REJECT_RECORD');
  if (filters.length > 0)
    return { number: record.number, rows: mapped, outcome: 'FILTERED' as const, reason: 'A filter leaves it out.' };
  if (failed >= 0) {
    const reason = mapped[failed]?.problem?.message;
    return { number: record.number, rows: mapped, outcome: 'REJECTED' as const, code: 'bad-value', reason };
  }
  const known: MappedRecord['outcome'] = record.number % 8 === 0 ? 'WOULD_CHANGE_NOTHING' : 'WOULD_MATCH';
  const outcome: MappedRecord['outcome'] = record.number % 4 === 0 ? known : 'WOULD_CREATE';
  return { number: record.number, rows: mapped, outcome };
}
