import { formatNumber } from '../../format';

/** Words of what happened to a profile, and of its erasure. */
export const profileHistory = {
  history: {
    title: 'What happened',
    kinds: {
      CREATED: 'Made',
      UPDATED: 'Changed',
      UNCHANGED: 'Nothing to change',
      HELD_BACK: 'Held back for consent',
      CLEARED: 'Values cleared',
      ERASED: 'Erased',
    },
    run: (number: number, connection: string) => `Run ${formatNumber(number)} of ${connection}`,
    record: (record: number, goal: string) =>
      goal === '' ? `record ${formatNumber(record)}` : `record ${formatNumber(record)} of ${goal}`,
    page: (connection: string) => `A page told ${connection}`,
    refused: (objective: string) => `The person refused ${objective}`,
    refusedWhat: 'The person refused what these values were for',
    cleared: (properties: string[]) => `Gone for good: ${new Intl.ListFormat('en').format(properties)}`,
    unknown: 'Nobody knows any more by what',
    before: 'What it said before',
    nothing: 'nothing',
    more: 'Show earlier',
    none: 'Nothing was recorded of this profile.',
  },
  erasure: {
    title: 'An erased person',
    purpose: 'What was known of this person is gone. What stays is that somebody was here, and who erased it.',
    receipt: 'Receipt',
    at: 'Erased',
    by: 'By',
    removed: 'What went',
    counts: (of: {
      identifiers: number;
      values: number;
      statements: number;
      events: number;
      websiteEvents: number;
    }) => [
      one(of.values, 'value', 'values') + `, ${one(of.identifiers, 'identifier', 'identifiers')} among them`,
      one(of.statements, 'statement of consent', 'statements of consent'),
      ...(of.events === 0 ? [] : [`what ${one(of.events, 'change', 'changes')} remembered`]),
      ...(of.websiteEvents === 0 ? [] : [one(of.websiteEvents, 'event of their browsers', 'events of their browsers')]),
    ],
    rejected: (records: number) => `the content of ${one(records, 'rejected record', 'rejected records')}`,
    sought: 'Rejected records that name the person are being looked for. That takes a minute or two.',
    complete: 'Complete since',
    all: 'Erasures',
    allPurpose: 'Who was forgotten, when, and that it was done: how much went, and nothing of what it was.',
    receipts: 'Receipts',
    settingsText: 'The receipts of people who were erased.',
    noneTitle: 'Nobody was erased yet',
    noneText: '“Erase” on the page of a profile forgets the person. The receipt of it stands here from then on.',
    askedBy: (who: string) => `Erased by ${who}.`,
    went: ({ identifiers, values }: { identifiers: number; values: number }) =>
      `${one(values, 'value', 'values')} went, ${one(identifiers, 'identifier', 'identifiers')} among them.`,
    completeAt: (when: string) => `Complete since ${when}`,
    soughtShort: 'Rejected records that name the person are still being looked for',
    id: 'Number of the receipt',
    erase: 'Erase',
    ask: (label: string) => `Erase ${label}?`,
    askText:
      'The profile, its identifiers, its consent and what its history remembers go at once, the content of rejected records that name the person afterwards. A receipt stays. The next import makes the person again where they still stand in its files.',
    done: 'The person is erased',
  },
};

function one(count: number, singular: string, plural: string) {
  return `${formatNumber(count)} ${count === 1 ? singular : plural}`;
}
