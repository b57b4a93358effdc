/** Words of the home page. */
export const home = {
  home: {
    title: 'Home',
    purpose: 'What ran, what is running, and what to do next.',
    running: 'Running now',
    nothingRunning: 'Nothing is running. Runs that go on appear here as they happen.',
    runsUnknown: 'What is running cannot be said now.',
    lastRuns: 'Last runs',
    noRuns: 'No run yet. Open a connection and press Run now.',
    attention: 'Needs attention',
    connections: 'Connections',
    allConnections: 'All connections',
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
