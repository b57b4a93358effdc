import { formatNumber } from '../../format';

const orOf = (names: string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(names);

/** Words of the profiles. */
export const profiles = {
  profiles: {
    title: 'Profiles',
    purpose: 'Your customers: find one by any identifier, see where each value came from.',
    search: 'Find by identifier',
    searchHint: (names: string[]) =>
      names.length === 0
        ? 'No property is an identifier yet, so nobody can be found.'
        : `${orOf(names)}, written exactly as it stands in the profile. In texts, capitals count.`,
    last: 'Last created',
    found: (value: string) => `Profiles with “${value}”`,
    emptyTitle: 'No profiles yet',
    emptyText: 'Profiles appear here as soon as the first import has run.',
    noMatchTitle: 'Nobody has this identifier',
    noMatchText: (names: string[]) =>
      names.length === 0
        ? 'No property is an identifier yet, so nobody can be found.'
        : `Searched: ${names.join(', ')}. A value is only found whole and as it stands in the profile, capitals included for texts.`,
    name: 'Name',
    identifiers: 'Identifiers',
    modified: 'Changed',
    values: 'Values',
    property: 'Property',
    value: 'Value',
    origin: 'Where from',
    fromRun: (connection: string) => `Run of ${connection}`,
    fromPage: (connection: string) => `Read from a page for ${connection}`,
    fromPerson: (who: string) => `Typed by ${who}`,
    fromUnknown: 'Not known',
    editValues: (name: string) => `Edit ${name}`,
    valueOf: (name: string, number: number) => `${name}, value ${formatNumber(number)}`,
    addValue: 'Add a value',
    addProperty: 'Add a property',
    taken: 'Another profile has this identifier.',
    openOther: 'Open that profile',
    created: 'Created',
    zone: 'Legislation zone',
    stale: 'Somebody or a run changed this profile meanwhile. It is shown anew; please look and save again.',
  },
  profilePage: {
    one: 'Profile',
    back: 'Profiles',
    searchButton: 'Find',
    personal: 'Personal data',
    noValues: 'Nothing is known about this customer yet.',
    unknownProperty: 'This property was deleted',
    removeValue: (name: string, number: number) => `Remove value ${formatNumber(number)} of ${name}`,
    saved: (name: string) => `${name} is saved`,
    notSaved: 'This could not be saved',
    staleTitle: 'Somebody or a run changed this profile meanwhile',
    staleText: (name: string) => `Decide which values of “${name}” stay. Everything else keeps what it has now.`,
    theirs: 'There now',
    mine: 'Yours',
    takeTheirs: 'Keep what is there',
    takeMine: 'Save mine over it',
    bad: {
      NUMBER: 'Write a whole number, such as 42.',
      DECIMAL: 'Write a number with a dot, such as 19.95.',
      DATE: 'Write a date as 2026-11-23.',
      DATE_TIME: 'Write a date and time as 2026-11-23T18:30:00Z.',
      EMAIL: 'Write an e-mail address, such as zoe@example.com.',
      BOOLEAN: 'Choose yes or no.',
      CHOICE: 'Choose one of the list.',
    },
    doubled: 'This value stands here twice.',
    nothing: '–',
    id: 'Profile',
  },
};
