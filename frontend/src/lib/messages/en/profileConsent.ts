import { formatNumber } from '../../format';
import { many } from './many';

/** Words of what one person consented to. */
export const profileConsent = {
  profileConsent: {
    title: 'Consent',
    emptyTitle: 'Nothing to consent to yet',
    emptyText:
      'An objective is a purpose that needs consent, such as a newsletter. Once there is one, what this person said of it stands here: files bring it, other systems send it, or you record it.',
    toObjectives: 'Objectives',
    nothingSaid:
      'This person has said nothing yet. Files bring consent (“Consent in this file” of a goal), other systems send it, or record here what you were told.',
    nothingSaidToSee:
      'This person has said nothing yet. Files bring consent (“Consent in this file” of a goal), and other systems send it.',
    answers: { GRANTED: 'Consents', REFUSED: 'Refuses', UNKNOWN: 'Unknown' },
    silence: {
      OPT_IN: 'Silence counts as a no.',
      OPT_OUT: 'Silence counts as a yes.',
      FREE: 'Needs no consent under this law.',
    },
    law: 'Privacy law',
    where: (name: string, place: string) => `${name} (${place})`,
    regimes: {
      OPT_IN: 'opt-in: held back until they consent',
      OPT_OUT: 'opt-out: processed until they refuse',
    },
    notInUse: (law: string, counted: string) => `${law} is not in use here, so ${counted} counts.`,
    toPrivacy: 'Privacy settings',
    changeLaw: 'Change the privacy law',
    lawNothing: 'No such law is known here.',
    unreadableTitle: 'What this person consented to cannot be read',
    unreadable:
      'What is stored is in no form that this version knows. No connection that needs consent processes this profile, and nothing can be recorded over it: it may be evidence. Ask whoever runs the service.',
    fromRun: (connection: string) => `Run of ${connection}`,
    recordedBy: (who: string) => `Recorded by ${who}`,
    fromUnknown: 'Where from is not known',
    shown: 'What they were shown',
    shownNow: 'This is still what visitors are shown.',
    shownSince: 'Visitors are shown another text by now.',
    shownUnknown: 'There is no text here with this fingerprint:',
    past: (amount: number) => many(amount, 'earlier statement', 'earlier statements'),
    pastOf: (objective: string, amount: number) =>
      `${many(amount, 'earlier statement', 'earlier statements')} about ${objective}`,
    pastFirst: (amount: number) =>
      `Of the statements that count no more, the latest ${formatNumber(amount)} are shown.`,
    more: (amount: number) => `${many(amount, 'more objective', 'more objectives')}, of which they said nothing`,
    grant: 'Consents',
    refuse: 'Refuses',
    about: (answer: string, objective: string) => `${answer} to ${objective}`,
    refuses: (objective: string) => `Refuses ${objective}`,
    pending: (amount: number) => `${many(amount, 'change', 'changes')} not recorded yet`,
    restored: 'What you chose before is back. It is not recorded yet.',
    source: 'Where did this person say so?',
    sourceHelp: 'Kept as evidence, such as “By phone” or a ticket’s number. The time is now.',
    clears: (objectives: string[]) =>
      `What only ${new Intl.ListFormat('en').format(objectives)} justified is cleared from this profile within seconds, for good.`,
    record: 'Record',
    discard: 'Discard',
    recorded: 'Consent is recorded',
    notRecorded: 'This was not recorded',
  },
  explain: {
    title: 'Explain',
    teach:
      'Choose a connection to see whether it would process this person, and why: whether it is On, what its channels say of a page, and what the person consented to. These are the rules that runs ask, as everything is saved now.',
    connection: 'Connection',
    connectionPlaceholder: 'Type a part of its name',
    nothingFound: 'No connection of that name.',
    notSearched: 'Connections cannot be searched at the moment.',
    gone: 'There is no such connection (any more). Choose another one.',
    page: 'Page (optional)',
    pageHelp: 'For what happens on pages: its address.',
    pageNeeded: 'Page',
    pageNeededHelp: 'This connection works on pages: the address of the one that you mean.',
    yes: 'Yes,',
    no: 'No,',
    onThePage: 'That depends on the page:',
    processesOnPages: 'processes this person only on pages where it is active. Give the address of one.',
    processes: 'processes this person.',
    processesNot: 'does not process this person.',
    rules: 'The rules, in the order in which they are asked',
    kinds: { ON: 'Switch', SCOPE: 'Channels', CONSENT: 'Consent' },
    holds: 'Holds',
    fails: 'Does not hold',
    decides: 'Decides',
    noPage: 'Channels were not asked: a run is on no page. Give one to ask them too.',
    noPageYet: 'Channels were not asked: they decide page by page.',
    ofConnection: 'Explain for a profile…',
    choose: 'Choose a profile to see whether this connection would process it, and why:',
  },
};
