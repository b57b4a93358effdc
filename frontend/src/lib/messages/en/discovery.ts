import { formatNumber } from '../../format';
import { many } from './many';

/** Words of Connection Discovery. */
export const discovery = {
  discovery: {
    title: 'Connection Discovery',
    purpose: 'Say what your company uses and what you want. You get proposals with reasons, and choose.',
    fromGallery: 'Not sure which type you need?',
    start: 'Let Connection Discovery propose some',
    steps: { systems: 'Systems', wishes: 'Wishes', proposals: 'Proposals', created: 'Created' },
    stepsLabel: 'Steps',
    back: 'Back',
    next: 'Next',
    anew: 'Start anew',

    website: 'Look at your website',
    websiteHint:
      'One public page is read, as a visitor without scripts sees it. Nothing in it is run, and nothing of it is kept.',
    websiteLabel: 'Address of your website',
    websitePlaceholder: 'www.example.com',
    look: 'Look',
    looking: 'Looking at the website, 15 seconds at most…',
    found: (address: string, amount: number) =>
      amount === 0
        ? `${address} names no system that is known here.`
        : `${address} gives ${many(amount, 'system', 'systems')} away.`,
    foundNothing: (looked: number) =>
      `It names ${many(looked, 'address', 'addresses')}. Tags that a tag manager loads later do not show here: choose by hand what is missing.`,
    foundHint: 'Tags that a tag manager loads later do not show here: choose by hand what is missing.',
    chooseAll: 'Choose all of them',
    moreEvidence: (amount: number) => `${formatNumber(amount)} more`,
    hasType: 'Has a connection type',
    noType: 'No type of its own yet',

    byHand: 'Choose by hand',
    searchLabel: 'Search systems',
    everyCategory: 'All',
    category: 'Category',
    amount: (name: string, amount: number) => `${name} ${formatNumber(amount)}`,
    withType: 'With a connection type of their own',
    withoutType: 'Without one yet: a universal type serves them',
    nothingFits: 'No known system fits this search.',
    addOther: (name: string) => `Add “${name}” as a system of yours`,
    otherHint: 'Your system need not be in the list: type its name into the search and add it.',
    showAll: (amount: number) => `Show all ${formatNumber(amount)}`,
    shown: (amount: number) => many(amount, 'system', 'systems'),
    chosen: (amount: number) => `Chosen: ${many(amount, 'system', 'systems')}`,
    chosenNone: 'Nothing chosen yet. Choose what your company uses, or have your website looked at.',
    removeSystem: (name: string) => `Remove ${name}`,
    needsSystem: 'Choose at least one system first.',

    wishesLabel: 'What do you want?',
    wishes: {
      BRING_DATA_IN: ['Bring data in', 'Customers and what is known of them come into profiles here.'],
      SEND_DATA_OUT: ['Send data out', 'Profiles go from here to the other system.'],
      ACTIVATE_AUDIENCES: ['Activate audiences', 'Segments become audiences of an advertising system.'],
    } as const,
    freshnessLabel: 'How fresh does it have to be?',
    freshness: {
      BATCH: ['In batches', 'By hand or by schedule, such as every night.'],
      REAL_TIME: ['In real time', 'Each change as it happens.'],
    } as const,
    needsWish: 'Choose at least one thing that you want.',
    needsFreshness: 'Choose how fresh the data has to be.',
    propose: 'Show proposals',

    unmetTitle: 'Not everything you wish is possible yet',
    withoutTypeTitle: (amount: number) =>
      amount === 1
        ? 'One of your systems has no connection type yet'
        : `${formatNumber(amount)} of your systems have no connection type yet`,
    withoutTypeText: (names: string) => `${names}. A universal type, below, serves what can write files.`,
    universal: 'Universal',
    forSystem: (name: string) => `For ${name}`,
    makeOf: (type: string) => `Make a connection of ${type}`,
    flows: 'Direction',
    can: {
      BRING_DATA_IN: 'data comes in',
      SEND_DATA_OUT: 'data goes out',
      ACTIVATE_AUDIENCES: 'audiences are activated',
    } as const,
    directions: {
      OUTBOUND: 'we connect to the other system',
      INBOUND: 'the other system connects to us',
    } as const,
    atHand: 'Have at hand',
    secret: 'secret',
    optional: 'optional',
    when: (words: string) => `(${words})`,
    willBeInstalled: 'Will be installed',
    whoInstalls: 'Not installed. An application manager or an administrator can install it; ask one of them.',
    whoLooks: (role: string) => `Looking at a website needs the ${role} role. Choose the systems from the list below.`,
    whoCreates: 'You can look at proposals; making connections needs the marketer or application manager role.',
    nothingProposed: 'Nothing can be proposed for these systems.',
    create: (amount: number) =>
      amount === 0 ? 'Make connections' : `Make ${many(amount, 'connection', 'connections')}`,
    createHint: 'They are made switched Off, with their goals prepared. Nothing runs before you switch it on.',
    needsChoice: 'Choose at least one of the proposals.',

    createdTitle: (amount: number) =>
      amount === 1
        ? 'One connection is made, switched Off'
        : `${formatNumber(amount)} connections are made, switched Off`,
    createdText: 'What is left to do stands beside each. Try it with Test connection, then switch it on.',
    left: 'Left to do',
    nothingLeft: 'Nothing: test it, then switch it on.',
    openConnection: (name: string) => `Complete ${name}`,
    goneConnection: 'This connection has been deleted.',
    toList: 'All connections',
  },
};
