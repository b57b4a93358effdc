import { formatNumber } from '../../format';
import { many } from './many';

/** Words for looking back at what was saved, going back to it, and for copies. */
export const versions = {
  versions: {
    action: 'Versions',
    title: (name: string) => `Versions of ${name}`,
    purpose: 'Each save is a version. Going back to one makes a new version, so nothing is ever lost.',
    version: (version: number) => `Version ${formatNumber(version)}`,
    current: 'current',
    isCurrent: (version: number) => `Version ${formatNumber(version)} (current)`,
    option: (version: string, who: string) => `${version}, ${who}`,
    first: 'How it began.',
    oldest: 'The oldest version that is kept.',
    same: 'Saved without a change.',
    rowOrder: 'order of the mapping',
    changes: (version: number) => `What version ${formatNumber(version)} changed`,
    allChanges: (amount: number) => `Show all ${formatNumber(amount)} changes`,
    fewerChanges: 'Show fewer',
    more: 'Show older versions',
    emptyTitle: 'No version yet',
    emptyText: 'As soon as somebody saves this connection, what was saved is listed here.',
    compare: 'Compare',
    compareThis: (version: number) => `Compare version ${formatNumber(version)}`,
    compareTitle: 'Compare two versions',
    back: 'All versions',
    from: 'This version',
    to: 'with this one',
    differ: (amount: number) => many(amount, 'thing differs', 'things differ'),
    equal: 'The two are the same.',
    twice: 'This is the same version twice. Choose another one on either side.',
    restore: 'Restore',
    restoreThis: (version: number) => `Restore version ${formatNumber(version)}`,
    restoreTitle: (version: number) => `Restore version ${formatNumber(version)}?`,
    restoreText: (current: number) =>
      `What stood in it becomes version ${formatNumber(current + 1)}, the newest one. Nothing is lost: version ${formatNumber(current)} stays in the list.`,
    restoreSecrets:
      'Passwords and keys are not part of versions: they stay as they are. Where another server comes back, they may have to be typed again.',
    unsaved: 'You have changes here that are not saved. Restoring discards them.',
    discardAndRestore: 'Discard and restore',
    willChange: (amount: number) => many(amount, 'thing changes', 'things change'),
    nothingChanges: 'It is the same as what is there now.',
    now: (version: number) => `Now (version ${formatNumber(version)})`,
    then: (version: number) => `Version ${formatNumber(version)}`,
    meanwhile: (who: string) => `${who} saved this connection`,
    meanwhileEnd: ', so nothing was restored yet. What changes is shown anew: look at it, then restore again.',
    restored: (version: number, now: number) =>
      `Version ${formatNumber(version)} is restored, as version ${formatNumber(now)}.`,
    restoredLacking: (version: number, now: number) =>
      `Version ${formatNumber(version)} is restored, as version ${formatNumber(now)}. What keeps it from running stands at the top.`,
  },
  saveAs: {
    action: 'Save as…',
    title: (name: string) => `Save “${name}” as another connection`,
    text: 'The copy is switched off and begins without a run history.',
    textInPages: 'The copy is switched off.',
    name: 'Name of the copy',
    nameOf: (name: string) => `Copy of ${name}`,
    withSecrets: 'Copy the secrets too',
    withSecretsHelp:
      'The saved passwords and keys that belong to the same server go along; nobody gets to see them. Without them you type them into the copy.',
    secretsReserved: 'The secrets stay with whoever may change this connection. You type them into the copy.',
    unsaved:
      'What you changed here and did not save goes into the copy. This connection stays as it was saved, and your changes wait here as a draft.',
    unsavedSecrets:
      'A secret that you typed and did not save goes nowhere: save first to copy it, or type it into the copy.',
    make: 'Make the copy',
    made: (name: string) => `${name} is made. It is switched off.`,
  },
};
