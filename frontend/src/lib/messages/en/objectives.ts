import { many } from './many';

const colours = {
  GREY: 'Grey',
  BLUE: 'Blue',
  INDIGO: 'Indigo',
  VIOLET: 'Violet',
  GRAPE: 'Grape',
  PINK: 'Pink',
  CYAN: 'Cyan',
  TEAL: 'Teal',
  LIME: 'Lime',
};

const regimes = { OPT_IN: 'Opt-in', OPT_OUT: 'Opt-out' };

/** Words of the objectives and of the privacy settings. */
export const objectives = {
  objectives: {
    title: 'Objectives',
    purpose: 'Purposes your customers can consent to. A connection that is linked to one heeds what they said.',
    add: 'New objective',
    emptyTitle: 'No objective yet',
    emptyText:
      'An objective is a purpose that needs consent, such as a newsletter or ads. A connection that is linked to none processes every customer.',
    emptyTextToSee: (role: string) =>
      `An objective is a purpose that needs consent, such as a newsletter or ads. Somebody with the ${role} role makes them.`,
    name: 'Name',
    namePlaceholder: 'Newsletter',
    id: 'Id',
    idHelp: 'What systems that send consent call it. It cannot be changed later, and is never given to another one.',
    idBad: 'A letter first, then letters from A to Z, digits, - and _; 60 at most.',
    colour: 'Colour',
    colours,
    zones: 'Consent is needed in',
    nowhere: 'Nowhere',
    nowhereText: 'Consent is needed nowhere: this objective holds nobody back.',
    toPrivacy: 'Which zones are in use',
    notInUse: 'Not in use: it counts as rest of world, so consent is needed there.',
    changed: 'Changed',
    said: 'What customers said',
    saidHelp:
      'Of all profiles, wherever they are. Where consent is needed, and whether silence is a yes, is decided by each profile’s zone.',
    saidEstimated:
      'Consents and refusals are counted. How many said nothing is an estimate: there are too many profiles to count each time.',
    noProfiles: 'No profiles yet',
    shares: {
      granted: (amount: string, share: string) => `${amount} consented (${share})`,
      refused: (amount: string, share: string) => `${amount} refused (${share})`,
      unknown: (amount: string, share: string) => `${amount} unknown (${share})`,
    },
    about: (amount: string) => `about ${amount}`,
    sort: 'Sort by',
    sorts: {
      name: 'Name',
      granted: 'Most consented',
      refused: 'Most refused',
      unknown: 'Most unknown',
    },
    whenRefused: 'When somebody refuses it',
    cleansUp: 'Clear what only this objective justified',
    cleansUpHelp:
      'Takes from their profile, for good, the values that connections linked to this objective need and nothing else does: no connection that may still process them. Identifiers stay. It counts for refusals from now on.',
    forVisitors: 'For visitors',
    visitorTitle: 'Title',
    visitorTitleHelp: 'Empty: visitors see the name.',
    visitorText: 'Text',
    visitorTextHelp:
      'What visitors are told when they are asked. It is part of what they consent to, so every text is kept.',
    what: 'What it is',
    newTitle: 'New objective',
    newPurpose: 'A purpose that customers can consent to.',
    create: 'Create objective',
    made: (name: string) => `${name} is made`,
    saved: (name: string) => `${name} is saved`,
    stale: (by: string) => `${by} saved this objective meanwhile. Nothing of yours is saved yet.`,
    staleDiffers: (what: string[]) => `What differs: ${new Intl.ListFormat('en').format(what)}.`,
    keepMine: 'Go on with mine',
    takeTheirs: 'Take what is there',
    texts: 'What visitors were shown',
    textsHelp: 'Kept for good: consent refers to the text that was shown when it was given.',
    untilNow: 'Shown since',
    nothingShown: 'No title and no text.',
    shownSince: 'Shown from',
    fingerprint: 'Fingerprint',
    fingerprintHelp: 'SHA-256 of title, a line feed and text: whoever has both can make it anew.',
    delete: 'Delete',
    deleteTitle: (name: string) => `Delete “${name}”?`,
    deleteText: (id: string) =>
      `The texts that visitors were shown stay, and so does what customers said. The id “${id}” is never given to another objective: what they said must not come to count for another purpose.`,
    deleted: (name: string) => `${name} is deleted`,
    back: 'All objectives',
    connections: 'Connections',
    noConnections: 'No connection is linked to it, so what customers say of it holds nobody back.',
    inList: (amount: number) => `${many(amount, 'connection', 'connections')} in the list`,
    link: 'Link a connection',
    linkHelp: 'At once: it becomes a new version of that connection.',
    linkPlaceholder: 'Name of a connection',
    noConnectionFound: 'No connection of that name that you may change.',
    unlink: (name: string) => `Unlink ${name}`,
    linked: (name: string) => `${name} is linked`,
    unlinked: (name: string) => `${name} is not linked any more`,
    inUse: (amount: number) =>
      `${many(amount, 'connection uses', 'connections use')} it. Unlink them first: one that is linked to no objective processes everybody.`,
    inUseMore: (amount: number) => `and ${many(amount, 'more', 'more')}`,
  },
  privacy: {
    title: 'Privacy settings',
    purpose: 'Which privacy laws count here, and what holds for customers who have said nothing.',
    settingsText: 'Zones in use, each opt-in or opt-out.',
    zones: 'Zones in use',
    regimes,
    optInText: 'Opt-in: whoever has said nothing is held back until they consent.',
    optOutText: 'Opt-out: whoever has said nothing is processed until they refuse.',
    regimeOf: (name: string) => `What holds under ${name}`,
    usually: (regime: keyof typeof regimes) => `The law usually asks for ${regimes[regime].toLowerCase()}.`,
    restText: 'Counts for every zone that is not in use, and for customers whose zone nobody knows.',
    named: (amount: number) =>
      amount === 0 ? 'No objective names it' : many(amount, 'objective names it', 'objectives name it'),
    remove: (name: string) => `Take ${name} out of use`,
    add: 'Add a zone',
    addPlaceholder: 'Law or place, such as FADP or Japan',
    addNothing: 'No such law is known here.',
    never: 'These settings came with the product, and nobody has confirmed them yet. They are no legal advice.',
    keep: 'Confirm as they are',
    saved: 'Privacy settings are saved',
    savedBy: (by: string) => `Saved by ${by}`,
    discard: 'Discard',
    saveTitle: 'Save the privacy settings?',
    takenOut: (name: string, objectives: number) =>
      `${name} counts as rest of world from now on.${
        objectives === 0
          ? ''
          : ` ${many(objectives, 'objective that names it needs', 'objectives that name it need')} consent in the rest of the world then.`
      }`,
    added: (name: string) => `${name}: customers there no longer count as rest of world.`,
    toOptIn: (name: string) => `${name}: customers who have said nothing are held back.`,
    toOptOut: (name: string) => `${name}: customers who have said nothing are processed until they refuse.`,
    stale: (by: string) => `${by} saved the settings meanwhile. Nothing of yours is saved yet.`,
    keepMine: 'Go on with mine',
    takeTheirs: 'Take what is there',
    somebody: 'Somebody',
  },
};
