import { formatNumber } from '../../format';
import { many } from './many';

const labelsWords = (names: string[]) =>
  `${names.length === 1 ? 'Label' : 'Labels'} ${new Intl.ListFormat('en').format(names)} ${names.length === 1 ? 'is' : 'are'}`;

/** Words of labels and stars. */
export const labels = {
  labels: {
    title: 'Labels',
    purpose: 'One vocabulary over everything here. A label is made by using it.',
    settingsText: 'Rename, merge and delete the words that people put on things.',
    add: 'Add label',
    of: (name: string) => `Labels of ${name}`,
    typeHere: 'Type a label',
    create: (name: string) => `Create “${name}”`,
    nothing: 'No such label yet.',
    most: (amount: number) => `That is all: ${amount} labels at most.`,
    uses: (amount: number) => many(amount, 'use', 'uses'),
    open: (name: string) => `Label ${name}: what else has it`,
    remove: (name: string) => `Remove label ${name}`,
    removed: (names: string[]) => `${labelsWords(names)} removed`,
    added: (names: string[]) => `${labelsWords(names)} added`,
    others: 'Others with this label',
    noOthers: 'Nothing else has it.',
    all: 'Show all',
    kinds: {
      connection: 'Connection',
      'profile-property': 'Profile property',
      objective: 'Objective',
      label: 'Label',
      channel: 'Channel',
    },
    /** Which of those it is, by how it begins. */
    tooLong: (names: string[]) => {
      const [first = '', ...others] = names;
      const begin = Array.from(first).slice(0, 24).join('').trim();
      const more = others.length > 0 ? ` and ${many(others.length, 'other', 'others')}` : '';
      return `“${begin}…”${more} ${more ? 'are' : 'is'} too long: a label has at most 60 characters.`;
    },
    searchLabel: 'Search labels',
    name: 'Label',
    used: 'Used by',
    objects: (amount: number) => (amount === 0 ? 'Nothing' : many(amount, 'thing', 'things')),
    made: 'Made',
    shown: (amount: number, more: boolean) =>
      more ? `The ${formatNumber(amount)} most used labels` : many(amount, 'label', 'labels'),
    more: 'Show more',
    showObjects: (name: string, amount: number) => `${many(amount, 'thing', 'things')} with the label ${name}`,
    rename: (name: string) => `Rename ${name}`,
    renamed: (name: string) => `The label is now called ${name}`,
    taken: (name: string) => `There is a label “${name}” already. Merge the two, or choose another name.`,
    mergeInstead: (name: string) => `Merge into ${name}`,
    merge: (name: string) => `Merge ${name} into another label`,
    mergeTitle: (name: string) => `Merge “${name}”`,
    mergeInto: 'Merge into',
    mergeChoose: 'Choose first what it is merged into.',
    mergeText: (name: string, into: string, amount: number) =>
      `${
        amount === 0 ? `Nothing has “${name}”.` : `${many(amount, 'thing gets', 'things get')} “${into}” instead.`
      } The label “${name}” is gone then; this cannot be undone.`,
    mergeAction: 'Merge',
    merged: (name: string, into: string) => `${name} is now ${into}`,
    delete: (name: string) => `Delete ${name}`,
    deleteTitle: (name: string) => `Delete the label “${name}”?`,
    deleteText: (amount: number) =>
      amount === 0
        ? 'Nothing has it.'
        : `${many(amount, 'thing loses', 'things lose')} it. The things themselves stay as they are.`,
    deleted: (name: string) => `The label ${name} is deleted`,
    emptyTitle: 'No label yet',
    emptyText: 'Put a word on connections that belong together, such as a campaign. Open one and choose “Add label”.',
    noMatchTitle: 'No label fits',
    noMatchText: (search: string) => `No label has “${search}” in its name.`,
    clearSearch: 'Clear the search',
  },
  favorites: {
    title: 'Favorites',
    star: (name: string) => `Star ${name}`,
    unstar: (name: string) => `Take the star from ${name}`,
    starred: (name: string) => `${name} is a favorite`,
    unstarred: (name: string) => `${name} is no favorite any more`,
  },
};
