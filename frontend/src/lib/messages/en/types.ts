import { formatNumber } from '../../format';
import { many } from './many';

/** Words of connection types: the gallery, their guides, installing them. */
export const types = {
  types: {
    title: 'Connection types',
    purpose: 'What connections can be made of, and how each is set up.',
    searchLabel: 'Search types and guides',
    shown: (amount: number) => many(amount, 'type', 'types'),
    category: 'Category',
    everyCategory: 'All',
    amount: (name: string, amount: number) => `${name} ${formatNumber(amount)}`,
    showAll: 'Show all',
    allGuides: 'All types and their guides',
    installed: 'Installed',
    notInstalled: 'Not installed',
    install: 'Install',
    installAndAdd: (type: string) => `Install ${type} and add a connection`,
    installAndUse: 'Install and add a connection',
    installing: 'Installing…',
    installedNow: (type: string) => `${type} is installed`,
    uninstall: 'Uninstall',
    uninstalled: (type: string) => `${type} is uninstalled`,
    usedBy: 'Used by',
    allUses: (amount: number) => `All ${formatNumber(amount)}`,
    whoInstalls: 'Not installed. An application manager or an administrator can install it; ask one of them.',
    nothingInstalled: 'No installed type fits. Show all to look through the whole gallery.',
    contents: 'On this page',
    needsInstall: (type: string) => `${type} is not installed yet, so a connection of it cannot be saved.`,
  },
};
