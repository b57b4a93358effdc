import { formatNumber } from '../../format';
import { many } from './many';

/** Words of the list of connections and of the gallery of types. */
export const connections = {
  connections: {
    title: 'Connections',
    one: 'Connection',
    purpose: 'Links to your other systems, and how they are doing.',
    add: 'Add connection',
    searchLabel: 'Search connections',
    shown: (amount: number, more: boolean) => `${many(amount, 'connection', 'connections')}${more ? ' so far' : ''}`,
    emptyTitle: 'Connect your first system',
    emptyTitleToSee: 'No connection yet',
    emptyText: 'A connection reads customers from another system into profiles, as often as you like.',
    noMatchTitle: 'No connection fits',
    gallery: 'Choose a type',
    galleryHint: 'What should the new connection talk to?',
    galleryNothing: 'No type fits this search.',
    readMore: 'Read more',
    guideOf: (type: string) => `Guide: ${type}`,
    use: (type: string) => `Add a connection of type ${type}`,
    notYours: 'You may not change this connection.',
    turnedOn: (name: string) => `${name} is on`,
    turnedOff: (name: string) => `${name} is off`,
    statuses: {
      NOT_CONFIGURED: 'Not configured',
      READY: 'Ready to run',
      RUNNING: 'Running',
      CONFIGURATION_ERROR: 'Needs mending',
      LAST_RUN_FAILED: 'Last run failed',
      LAST_RUN_STOPPED: 'Last run stopped',
      FLOWING_WITH_ERRORS: 'Data flowing, some rejected',
      FLOWING: 'Data flowing',
    },
    stoppedRejecting: (amount: number) => `Last run stopped, ${formatNumber(amount)} rejected`,
    rejecting: (amount: number) => `Data flowing, ${formatNumber(amount)} rejected`,
  },
};
