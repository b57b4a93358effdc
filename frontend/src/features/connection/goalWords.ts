import { consentOf, mappingOf } from '@/api/goalParts';
import type { ConnectionContent, ConsentRow, FileSource, MappingRow, Processor, SharedValue } from '@/api/types';
import { signWords } from '@/lib/signs';
import { text } from '@/lib/text';

/** A row of a mapping in words: column → property, strategy, and what else is said of it. */
export function rowWords(row: MappingRow, nameOf: (propertyId: string) => string): string {
  return [
    `${row.field ?? text.goal.noField} → ${nameOf(row.property)}`,
    text.goal.strategies[row.strategy],
    ...row.processors.map(processorWords),
    ...(row.restriction === 'ALL_PROFILES' ? [] : [text.goal.restrictions[row.restriction]]),
    ...(row.onBadValue === 'REJECT_RECORD' ? [] : [text.goal.onBadValues[row.onBadValue]]),
  ].join(', ');
}

/** What a page is shown, in words: property → variable. */
export const sharedWords = ({ property, variable }: SharedValue, nameOf: (propertyId: string) => string) =>
  `${nameOf(property)} → ${variable || text.conflict.empty}`;

/** A consent row in words: column → what it says, of which objective, and through which steps. */
export const consentWords = ({ field, says, objective, processors }: ConsentRow) =>
  [
    `${field ?? text.goal.noField} → ${text.conflict.says[says]}${objective === undefined ? '' : ` ${objective}`}`,
    ...processors.map(processorWords),
  ].join(', ');

function processorWords(processor: Processor): string {
  const details = detailsOf(processor).filter((detail) => detail !== undefined && detail !== '');
  const kind = text.processors.kinds[processor.kind];
  return details.length === 0 ? kind : `${kind} (${details.join(' · ')})`;
}

function detailsOf(processor: Processor): (string | undefined)[] {
  switch (processor.kind) {
    case 'TRIM':
    case 'CLEAN_EMAIL':
    case 'HASH':
      return [];
    case 'CHANGE_CASE':
      return [text.processors.cases[processor.to], processor.locale];
    case 'CONCATENATE':
      return [...processor.fields, quoted(processor.separator)];
    case 'FIXED_VALUE':
      return [quoted(processor.value)];
    case 'DATE_FORMAT':
      return [...processor.patterns, processor.locale, processor.zone];
    case 'NUMBER_FORMAT':
      return [quoted(processor.decimalSeparator), processor.groupingSeparator && quoted(processor.groupingSeparator)];
    case 'CLEAN_PHONE':
      return [processor.region];
    case 'REGEX_FILTER':
      return [
        processor.pattern,
        processor.inverted ? text.processors.inverted : undefined,
        text.processors.onMisses[processor.onMiss],
      ];
    case 'REGEX_REPLACE':
      return [`${processor.pattern} → ${quoted(processor.replacement)}`];
    case 'SPLIT':
      return [quoted(processor.separator)];
    case 'VALUE_TABLE':
      return [
        ...Object.entries(processor.table).map(([from, to]) => `${from} → ${to}`),
        processor.ignoreCase ? text.processors.ignoreCase : undefined,
        `${text.processors.otherwise}: ${text.processors.otherwises[processor.otherwise]}`,
      ];
    case 'EXPRESSION':
      return [processor.formula];
  }
}

const quoted = (value: string) => `“${value}”`;

/** How each part of a source reads. */
export const sourceWords: { [K in keyof Required<FileSource>]: (value: FileSource[K]) => string } = {
  kind: () => '',
  folder: (folder) => folder || text.conflict.empty,
  namePattern: (pattern) => pattern || text.conflict.empty,
  pick: (pick) => text.goal.picks[pick],
  compression: (compression) => text.goal.compressions[compression],
  afterImport: ({ kind, folder }) => [text.goal.afterImports[kind], folder].filter(Boolean).join(': '),
  format: (format) => {
    if (format === undefined) return text.goal.compressions.AUTO;
    const encoding = text.goal.encodings[format.encoding];
    if (format.kind === 'JSON_LINES') return `${text.goal.formats.JSON_LINES}, ${encoding}`;
    return [
      text.goal.formats.CSV,
      encoding,
      signWords(format.separator),
      format.quote && `${text.goal.quote} ${format.quote}`,
      format.escape && `${text.goal.escape} ${format.escape}`,
      format.header ? text.conflict.header : text.conflict.noHeader,
    ]
      .filter(Boolean)
      .join(', ');
  },
};

/** Where in a goal or a scope a JSON pointer leads, in words; elsewhere the message names the field itself. */
export function placeWords(
  pointer: string,
  content: ConnectionContent,
  nameOf: (propertyId: string) => string,
): string {
  const [, kind, at, part, rowAt] = pointer.split('/');
  if (kind === 'objectives') return text.related.objectives;
  if (kind === 'scope') return text.scope.title;
  const goal = kind === 'goals' ? content.goals[Number(at)] : undefined;
  if (!goal) return '';
  const steps = text.goal.steps;
  if (part === 'source') return `${goal.name}, ${pointer.includes('/source/format') ? steps.options : steps.files}`;
  if (part === 'matching') return `${goal.name}, ${steps.identifiers}`;
  if (part === 'consent') {
    const column = rowAt === undefined ? undefined : consentOf(goal)[Number(rowAt)]?.field;
    return [goal.name, column === undefined ? text.consent.title : `${text.consent.title} (${column})`].join(', ');
  }
  if (part === 'values') {
    const value = goal.kind === 'EXPORT_VARIABLES' && rowAt !== undefined ? goal.values[Number(rowAt)] : undefined;
    const shown = value && (value.variable || (value.property && nameOf(value.property)));
    return [goal.name, shown ? `${steps.values} (${shown})` : steps.values].join(', ');
  }
  if (part !== 'mapping') return goal.name;
  const row = rowAt === undefined ? undefined : mappingOf(goal)[Number(rowAt)];
  const rowName = row && (row.field ?? (row.property && nameOf(row.property)));
  return [goal.name, rowName ? `${steps.mapping} (${rowName})` : steps.mapping].join(', ');
}
