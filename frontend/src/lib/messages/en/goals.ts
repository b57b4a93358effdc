import { formatNumber } from '../../format';
import { many } from './many';

const trialOutcomes = {
  WOULD_CREATE: 'would make a new profile',
  WOULD_MATCH: 'would update a profile',
  WOULD_CHANGE_NOTHING: 'would change nothing',
  NO_MATCH: 'would be skipped for want of a match',
  FILTERED: 'would be filtered out',
  HELD_BACK: 'would be held back for consent',
  REJECTED: 'would be rejected',
};

/** The first few by name. */
function listed(names: string[]): string {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`${formatNumber(more)} more`] : [])].join(', ').replace(/, ([^,]*)$/, ' and $1');
}

/** Words of a goal: its steps, its mapping, and what a run would do. */
export const goals = {
  goal: {
    name: 'Name of the goal',
    newNames: {
      IMPORT_PROFILES: 'Import customers',
      IMPORT_VARIABLES: 'Page variables into profiles',
      EXPORT_VARIABLES: 'Profile values for the page',
    },
    steps: {
      files: 'Which files',
      options: 'Options',
      rows: 'First rows',
      identifiers: 'Identifiers',
      mapping: 'Mapping',
      values: 'What the page sees',
    },
    complete: 'Complete',
    folder: 'Folder',
    folderHelp: 'On the server, for example /customers.',
    namePattern: 'Name pattern',
    namePatternHelp: '* stands for any letters, ? for one: customers-*.csv',
    pick: 'Take',
    picks: {
      NEWEST: 'only the newest file',
      ALL_BY_NAME: 'all files, in order of name',
      ALL_BY_TIME: 'all files, oldest first',
    },
    compression: 'Compression',
    compressions: { AUTO: 'As the file itself shows', NONE: 'None', GZIP: 'gzip', ZIP: 'zip' },
    afterImport: 'After the import',
    afterImports: {
      LEAVE: 'leave the file as it is',
      MARK_DONE: 'rename it with “.done” at the end',
      DELETE: 'delete the file',
      MOVE: 'move it to another folder',
    },
    moveTo: 'Move to folder',
    look: 'Look into the files',
    lookAgain: 'Look again',
    toTest: 'Go to Test connection',
    looking: 'Reading the first rows…',
    saveToLook: 'Save the connection first, then its files can be read.',
    lookNeeds: 'Reading the files needs the marketer or application manager role.',
    filesFound: (amount: number) => many(amount, 'file would be read', 'files would be read'),
    alreadyImported: 'imported before',
    noFiles: 'No file fits.',
    format: 'Format',
    formats: { CSV: 'Delimited text (CSV)', JSON_LINES: 'JSON Lines' },
    detected: 'Detected',
    useDetected: 'Use what was detected',
    encoding: 'Encoding',
    encodings: {
      UTF_8: 'UTF-8',
      UTF_16_LE: 'UTF-16 little-endian',
      UTF_16_BE: 'UTF-16 big-endian',
      WINDOWS_1252: 'Windows-1252',
    },
    separator: 'Separator',
    separatorOne: 'One sign, or its name: Tab, Space, U+0001.',
    signs: {
      ',': 'Comma',
      ';': 'Semicolon',
      '\t': 'Tab',
      '|': 'Bar',
      ':': 'Colon',
      '^': 'Caret',
      '~': 'Tilde',
      '\u00a6': 'Broken bar',
      '\u00a7': 'Section sign',
      ' ': 'Space',
      '\u0001': 'Start of heading (U+0001)',
      '\u001f': 'Unit separator (U+001F)',
    } as Record<string, string>,
    quote: 'Quote',
    escape: 'Escape',
    header: 'The first line has the names of the columns',
    rowsSummary: (rows: number, fields: number) => `${many(rows, 'row', 'rows')}, ${many(fields, 'field', 'fields')}`,
    rowsNone: 'Look into the files to see their first rows here.',
    brokenTitle: (amount: number) => `${many(amount, 'line', 'lines')} that a run would reject`,
    identifiersHint: 'A record belongs to the profile that has the same values in all identifiers of one line.',
    identifiersNone:
      'No property is an identifier yet. Mark one when you add fields to the mapping below, or create one under Settings, Properties.',
    or: 'or',
    and: 'and',
    addAlternative: 'Add an alternative',
    addIdentifier: 'and also by',
    matchBy: 'Match by',
    removeAlternative: 'Remove this alternative',
    noIdentifier: 'Choose at least one identifier.',
    noPattern: 'Say which files to read, such as customers-*.csv.',
    notMapped: (name: string) => `${name} is not mapped below, so it can never match.`,
    create: 'Create a profile when there is no match',
    createOff: 'Records without a match are skipped and counted.',
    noProperty: (row: number) => `Choose the property of row ${formatNumber(row)}.`,
    mappingSummary: (rows: number) => many(rows, 'field mapped', 'fields mapped'),
    mappingNone: 'Map at least one field.',
    noColumnFits: (there: string[]) =>
      `The file has none of the columns that are mapped. It has ${listed(there)}. Is the switch for the header right?`,
    noColumn: (columns: string[]) => `The file has no column ${listed(columns)}.`,
    noIdentifierColumn: 'The columns of the identifiers are not in the file.',
    field: 'From',
    noField: 'no field (fixed value)',
    property: 'To property',
    chooseProperty: 'Choose or type a name',
    noSuchProperty: 'None of these.',
    createProperty: (name: string) => `Create “${name}”`,
    strategy: 'How',
    strategies: {
      SET: 'set',
      ADD: 'add',
      SUM: 'sum up',
      SET_IF_EMPTY: 'set if empty',
      SET_OR_CLEAR: 'set or clear',
      REMOVE: 'remove',
    },
    strategyHelp: {
      SET: 'Replaces what the profile has. An empty field changes nothing.',
      ADD: 'Adds to what the profile has, without doubles.',
      SUM: 'Adds the number to the one the profile has.',
      SET_IF_EMPTY: 'Only if the profile has no value yet.',
      SET_OR_CLEAR: 'Replaces what the profile has; an empty field clears it.',
      REMOVE: 'Takes this value away from the profile.',
    },
    restriction: 'For',
    restrictions: {
      ALL_PROFILES: 'all profiles',
      NEW_PROFILES_ONLY: 'new profiles only',
      EXISTING_PROFILES_ONLY: 'existing profiles only',
    },
    onBadValue: 'If the value does not fit',
    onBadValues: { REJECT_RECORD: 'reject the record', LEAVE_OUT: 'leave the value out' },
    onBadValueHelp: {
      REJECT_RECORD: 'The whole record is not imported, and listed with the reason.',
      LEAVE_OUT: 'The rest of the record is imported. Identifiers always have to fit.',
    },
    cleanUp: 'Steps',
    unfit: (amount: number) => `${many(amount, 'value does', 'values do')} not fit`,
    rowOptions: 'More for this row',
    removeRow: (name: string) => `Remove the row of ${name}`,
    addRow: 'Add mapping',
    addRemaining: 'Add remaining fields',
    addRemainingHint: (amount: number) =>
      `Maps ${many(amount, 'field', 'fields')} that ${amount === 1 ? 'has' : 'have'} no row yet.`,
    willMatch: (groups: string[][], more: boolean) => {
      const all = groups.map((names) => names.join(' and ')).join(', or by ');
      if (groups.length === 0)
        return 'This goal does not match by anything yet: tick what tells one customer from another.';
      return more ? `This goal will match by ${all}.` : `This goal goes on matching by ${all}.`;
    },
    allMapped: 'Every field has a row already.',
    prefix: 'Prefix for new properties',
    prefixHelp: 'Put before the name of each new property, for example “Shop ”.',
    newProperty: 'new',
    example: 'Example',
    effect: 'Becomes',
    empty: 'empty',
    before: 'Before',
    after: 'After',
    record: (number: number, line: number) => `Record ${formatNumber(number)} · line ${formatNumber(line)}`,
    previousRecord: 'Previous record',
    nextRecord: 'Next record',
    outcomes: {
      WOULD_MATCH: 'would update a profile',
      WOULD_CHANGE_NOTHING: 'would change nothing: the profile has it all',
      WOULD_CREATE: 'would make a new profile',
      NO_MATCH: 'would be skipped: no match',
      FILTERED: 'would be filtered out',
      REJECTED: 'would be rejected',
      HELD_BACK: 'would be held back for consent',
    },
    outcome: (words: string) => `This record ${words}.`,
  },
  step: {
    missing: (messages: string[]) =>
      messages.length === 1 ? (messages[0] ?? '') : `${formatNumber(messages.length)} things to mend`,
    notLooked: 'Not looked at yet',
    changedSince: 'Changed since the last look',
    looking: 'Looking…',
    unreadable: 'Could not be read',
    noFiles: 'No file fits yet',
  },
  trial: {
    title: 'What a run would do',
    said: (amount: number) => `Of the first ${many(amount, 'record', 'records')}, as the profiles are now:`,
    outcome: ({ outcome, records }: { outcome: keyof typeof trialOutcomes; records: number }) =>
      `${formatNumber(records)} ${trialOutcomes[outcome]}`,
    effect: (effect: 'REJECTED' | 'HELD_BACK' | 'VALUE_LEFT_OUT', amount: number) =>
      effect === 'REJECTED'
        ? `${many(amount, 'record', 'records')} rejected:`
        : effect === 'HELD_BACK'
          ? `${many(amount, 'record', 'records')} held back:`
          : `${many(amount, 'value', 'values')} left out:`,
    show: 'Show the first',
    clean: (steps: string) => `Add: ${steps}`,
    leaveOut: 'Leave the value out instead',
    noAnswer: (values: string[]) =>
      values.length === 1
        ? `Take “${values[0] ?? ''}” as no answer`
        : `Take these ${formatNumber(values.length)} values as no answer`,
  },
};
