import { formatNumber } from '../../format';
import { many } from './many';

const records = (amount: number) => many(amount, 'record', 'records');
const runs = (amount: number) => many(amount, 'run', 'runs');

/** Words of the home page. */
export const home = {
  home: {
    title: 'Home',
    purpose: 'What needs you, what is running, and how it went.',
    running: 'Running now',
    nothingRunning: 'Nothing is running. Runs that go on appear here as they happen.',
    next: 'Due next',
    nothingDue: 'Nothing is scheduled. Connections run when somebody presses Run now.',
    lastRuns: 'What ran',
    noRuns: 'No run has ended yet. Open a connection and press Run now.',
    noRunsToSee: 'No run has ended yet. Each stands here as soon as it has.',
    allConnections: 'All connections',
    attention: {
      title: 'Needs attention',
      nothing: 'Nothing needs you. Connections that fail or miss something appear here, each with what to do.',
      all: (amount: number) => `All ${formatNumber(amount)}`,
      reasons: {
        CONFIGURATION_ERROR: 'Needs mending',
        RUN_FAILED: 'Last run failed',
        RECORDS_REJECTED: 'Many rejected',
        NOT_CONFIGURED: 'Not configured',
      },
      rejected: (rejected: number, read: number, share: string) =>
        `${formatNumber(rejected)} of ${records(read)} (${share}) could not be used.`,
      mend: 'Mend it where it stands',
      openSetup: 'Check the setup, then run again',
      openRun: 'Open the run: see why, mend it, resume or run again',
      replay: 'Download the rejected records, mend them, replay them',
      complete: 'Complete it, or switch it off',
      seePlace: 'See where it is',
      seeSetup: 'Look at the setup',
      seeRun: 'Open the run and see why',
      seeRejected: 'Look at the rejected records',
      whoMends: (role: string) => `Mending and running them needs the ${role} role.`,
      nothingToSee: 'All is well. Connections that fail or miss something appear here.',
    },
    favorites: {
      title: 'Favorites',
      none: 'Nothing is starred. Star what you look at every day, and it stands here.',
      all: 'All starred connections',
    },
    lastUsed: {
      title: 'Last opened',
      none: 'What you open stands here, the latest first.',
    },
    charts: {
      title: 'Records and failures',
      range: 'How far back',
      ranges: { day: '24 hours', week: '7 days', month: '30 days' },
      spans: { day: 'in the last 24 hours', week: 'in the last 7 days', month: 'in the last 30 days' },
      recordsIn: 'Records in',
      failures: 'Failed runs',
      totalIn: (read: number, span: string) => `${records(read)} read ${span}`,
      totalFailed: (failed: number, ended: number, span: string) =>
        failed === 0
          ? `None of ${runs(ended)} failed ${span}`
          : `${formatNumber(failed)} of ${runs(ended)} failed ${span}`,
      series: {
        created: 'new',
        updated: 'updated',
        unchanged: 'unchanged',
        leftOut: 'left out',
        rejected: 'rejected',
      },
      noRecords: 'No record was read in this time. Bars appear as soon as a connection runs.',
      noEnds: 'No run ended in this time.',
      noneFailed: 'No run failed.',
      hours: (zone: string) => `Hours of your time zone, ${zone}`,
      days: (zone: string) => `Days of your time zone, ${zone}`,
      walk: (chart: string) => `${chart}, bar by bar`,
      bar: (when: string, what: string) => `${when}: ${what}`,
      read: (read: number) => `${records(read)} read`,
      nothing: 'nothing',
      failedOf: (failed: number, ended: number) => `${formatNumber(failed)} of ${runs(ended)} failed`,
      table: 'Show as a table',
      chart: 'Show as charts',
      when: 'When',
      ended: 'Runs ended',
      failed: 'Failed',
    },
    welcome: {
      title: 'Bring your first customers in',
      text: 'Connect one system, run it, and see each customer with all that is known. Choose a type, and the steps below tick themselves off.',
      action: 'Add your first connection',
    },
    welcomeToSee: {
      title: 'Nothing is connected yet',
      text: (role: string) =>
        `As soon as somebody with the ${role} role has connected a system and run it, you see here how it goes.`,
    },
    steps: {
      title: 'First steps',
      progress: (done: number, all: number) => `${done} of ${all} done`,
      connection: ['Add a connection', 'Say where your customers’ data is.'] as const,
      complete: ['Set it up and test it', 'Sign in to the other system and choose identifiers and fields.'] as const,
      run: ['Run it', 'Watch the records arrive and the counts balance.'] as const,
      profile: ['Open a profile', 'See every value and where it came from.'] as const,
    },
  },
};
