import { many } from './many';

/** Words of the icon that says how a connection does, and of what is related to it. */
export const status = {
  status: {
    title: 'Status',
    words: { UNSAVED: 'Not saved yet', UNKNOWN: 'Not known' },
    meanings: {
      UNSAVED: 'It is new. Save it to switch it on.',
      UNKNOWN: 'How it does could not be found out. The page asks again by itself.',
      NOT_CONFIGURED: 'Something is still missing, so it has never run.',
      READY: 'All that it needs is there. It has never run.',
      RUNNING: 'A run is under way.',
      CONFIGURATION_ERROR: 'It cannot run until somebody mends what is set up.',
      LAST_RUN_FAILED: 'The last run broke off. Nothing that it had done is lost.',
      LAST_RUN_STOPPED: 'The last run was stopped before its end. What it had done stays, and it can go on from there.',
      FLOWING_WITH_ERRORS: 'The last run did its work, and rejected some records.',
      FLOWING: 'The last run did all that it should.',
    },
    label: (word: string, on: boolean | undefined) => `Status: ${word}${on === false ? ', switched off' : ''}`,
    comesIn: 'Data comes from the other system into profiles.',
    noGoal: 'No goal is switched on, so no data goes either way.',
    noGoalYet: 'It has no goal yet, so no data goes either way.',
    off: 'It is switched off: nothing starts it.',
    mend: 'Show me where',
    lastRun: 'Look at the last run',
    rejected: (amount: number) => `Look at ${many(amount, 'rejected record', 'rejected records')}`,
  },
  related: {
    title: 'Related',
    type: 'Connection type',
    properties: 'Fills these properties',
    toProperties: 'All properties',
    allProperties: (amount: number) => `All ${amount} properties`,
    objectives: 'Objectives',
    noObjective: 'None is linked: every customer in its data is processed.',
    toObjectives: 'What objectives are for',
    labelled: (label: string) => `Also “${label}”`,
  },
};
