import { formatNumber } from '../../format';
import { many } from './many';

/** Words of the consent that a file brings. */
export const consent = {
  consent: {
    title: 'Consent in this file',
    summary: (rows: number) =>
      rows === 0 ? 'The file says nothing of consent' : many(rows, 'column is read', 'columns are read'),
    emptyTitle: 'Does this file say what people consented to?',
    emptyWhy:
      'Then say here which column does. A connection that is linked to an objective holds back whoever has not consented to it, where the law asks for consent: an import is often where consent comes from.',
    emptyNot: 'If it does not, there is nothing to do: what your customers said elsewhere stays as it is.',
    rules: 'How values are read',
    rulesYes: 'Yes',
    rulesYesText: 'yes, true, 1, on, granted, accepted, opt-in, subscribed',
    rulesNo: 'No',
    rulesNoText: 'no, false, 0, off, refused, declined, opt-out, unsubscribed, withdrawn',
    rulesEmpty: 'Empty',
    rulesEmptyText: 'says nothing, and changes nothing',
    rulesUnclear: 'Anything else',
    rulesUnclearText:
      'is unclear: consent is never guessed, so the record is rejected with its line and value. A step “Value table” says what other words mean.',
    rulesNewest: 'Newest wins',
    rulesNewestText:
      'of two statements about one objective, by the time at which the person made them. Without a column for that time it is when the run starts.',
    column: 'Column',
    says: 'Column says',
    saysOptions: {
      ANSWER: 'is the answer to',
      GRANTED: 'lists what is consented to',
      REFUSED: 'lists what is refused',
      ZONE: 'says which privacy law counts',
      STATED_AT: 'says when it was said',
    },
    saysHelp: {
      ANSWER: 'Yes or no to one objective.',
      GRANTED: 'Ids of objectives, such as newsletter. Several in one field: add a step “Split”.',
      REFUSED: 'Ids of objectives, such as newsletter. Several in one field: add a step “Split”.',
      ZONE: 'Such as GDPR or CCPA. Without it a new profile counts as rest of world.',
      STATED_AT: 'A date with time, which holds for all answers of the record.',
    },
    about: 'Objective',
    aboutPlaceholder: 'Which objective?',
    aboutNothing: 'No objective of that name.',
    aboutNone: 'There is no objective yet.',
    aboutMake: 'Make one',
    gone: (id: string) => `${id} (deleted)`,
    yesNo: 'yes or no',
    row: (column: string, says: string, objective: string) => [column, says, objective].filter(Boolean).join(' '),
    addRow: 'Add a column',
    removeRow: (column: string) => `Remove the row of ${column}`,
    noObjective: (row: number) => `Choose the objective of consent row ${formatNumber(row)}.`,
    noColumn: (columns: string) =>
      `The file has no column ${columns}. A run would fail, so that no refusal is overlooked.`,
    granted: (name: string) => `${name}: yes`,
    refused: (name: string) => `${name}: no`,
    zone: (name: string) => `Privacy law: ${name}`,
    statedAt: (time: string) => `Said on ${time}`,
    statedAtRun: 'Said when the run starts',
    nothing: 'Says nothing of consent',
    recordSays: 'This record says',
    unclear: 'Unclear, so the record would be rejected',
    heldBack: 'Held back',
    suggestions: 'Looks like consent',
    suggestion: {
      ANSWER: (column: string, objective: string) => `The column “${column}” is the answer to ${objective}: yes or no.`,
      GRANTED: (column: string) => `The column “${column}” lists what people consent to.`,
      REFUSED: (column: string) => `The column “${column}” lists what people refuse.`,
      ZONE: (column: string) => `The column “${column}” says which privacy law counts.`,
      STATED_AT: (column: string) => `The column “${column}” says when people said it.`,
    },
    anObjective: 'an objective that you choose',
    examples: (values: string[]) => `It holds ${values.map((value) => `“${value}”`).join(', ')}.`,
    means: (pairs: [string, string][]) => pairs.map(([from, to]) => `“${from}” means ${to}`).join(', '),
    use: 'Use it',
    useOf: (column: string) => `Use it: ${column}`,
  },
};
