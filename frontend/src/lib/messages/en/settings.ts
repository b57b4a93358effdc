import { many } from './many';

/** Words of the settings and of the profile properties. */
export const settings = {
  settings: {
    title: 'Settings',
    purpose: 'How this product is set up for everyone.',
    propertiesText: 'What is known about a customer: names, types, identifiers.',
  },
  properties: {
    title: 'Profile properties',
    purpose: 'What is known about a customer. Every property can have several values.',
    add: 'Add property',
    name: 'Name',
    id: 'Id',
    idHelp: 'Small letters, digits, dashes and underscores. It cannot be changed later.',
    idBad: 'Small letters, digits, - and _ only; 64 at most.',
    type: 'Type',
    types: {
      TEXT: 'Text',
      NUMBER: 'Whole number',
      DECIMAL: 'Decimal number',
      DATE_TIME: 'Date and time',
      DATE: 'Date',
      EMAIL: 'E-mail address',
      PHONE: 'Phone number',
      BOOLEAN: 'Yes or no',
      CHOICE: 'Choice',
    },
    choices: 'Choices',
    choicesHelp: 'Press Enter after each.',
    identifier: 'Identifier',
    identifierHelp: 'Its value names one profile at most; profiles can be found and matched by it.',
    pii: 'Personal data',
    piiHelp: 'Says who somebody is, alone or with other data.',
    emptyTitle: 'No property yet',
    emptyTextToSee: (role: string) => `Somebody with the ${role} role adds them here, or an import from its columns.`,
    emptyText: 'Add them here, or let an import create them from its columns.',
    editTitle: (name: string) => `Edit ${name}`,
    deleteTitle: (name: string) => `Delete “${name}”?`,
    deleteText: 'All profiles lose their values of it, for good.',
    deleteUnused: 'No connection needs it, and no profile has values of it.',
    lookingForUses: 'Looking who needs it…',
    usedBy: (amount: number) => `${many(amount, 'connection needs', 'connections need')} it, and cannot run without:`,
    held: (amount: number, exact: boolean) =>
      amount === 0
        ? 'Profiles may have values of it.'
        : `${exact ? '' : 'At least '}${many(amount, 'profile has', 'profiles have')} values of it.`,
    deleteAnyway: 'Delete it anyway',
  },
};
