import { formatNumber } from '../format';

const things = (amount: number, one: string, more: string) => `${formatNumber(amount)} ${amount === 1 ? one : more}`;

/** Words for editing a connection with others, and for what a draft still lacks. */
export const editing = {
  draft: {
    noGoal: 'Switch on at least one goal to run.',
    afterSaving: (amount: number) =>
      `${things(amount, 'thing that was', 'things that were')} missing ${amount === 1 ? 'is' : 'are'} looked at again when you save.`,
  },
  step: {
    missing: (messages: string[]) =>
      messages.length === 1 ? (messages[0] ?? '') : `${formatNumber(messages.length)} things to mend`,
    notLooked: 'Not looked at yet',
    changedSince: 'Changed since the last look',
    looking: 'Looking…',
    unreadable: 'Could not be read',
    noFiles: 'No file fits yet',
  },
  conflict: {
    title: 'Somebody saved this meanwhile',
    intro: (who: string) => `${who} saved this connection`,
    introEnd: ', while you were editing it. Nothing of yours is lost.',
    both: (amount: number) => `${things(amount, 'thing', 'things')} that both of you changed: choose which stays`,
    theirsOnly: (amount: number) => `${things(amount, 'thing', 'things')} that only they changed: taken over`,
    mineOnly: (amount: number) => `${things(amount, 'thing', 'things')} that only you changed: kept`,
    none: 'What they saved is the same as what you typed.',
    before: 'Before',
    theirs: 'Theirs',
    mine: 'Yours',
    what: 'What',
    undecided: (amount: number) =>
      `Choose for ${amount === 1 ? 'the one thing' : `the ${formatNumber(amount)} things`} that both of you changed.`,
    merge: 'Keep editing on top of theirs',
    takeTheirs: 'Take theirs, drop mine',
    keepMine: 'Save mine over it',
    merged: 'Yours now stands on top of theirs. It is not saved yet.',
    empty: 'empty',
    goal: (name: string) => `Goal “${name}”`,
    partOfGoal: (goal: string, part: string) => `${goal}: ${part}`,
    partOfRun: 'Part of a run',
    row: (column: string) => `mapping of ${column}`,
    order: 'Order of the goals',
    then: 'then',
    added: 'added',
    removed: 'removed',
    there: 'was there',
    notThere: 'not there',
    unchanged: 'kept as it was',
    changed: 'changed',
    header: 'first line has names',
    noHeader: 'no line of names',
  },
};
