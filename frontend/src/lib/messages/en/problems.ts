/** Words for what went wrong. */
export const problems = {
  problem: {
    title: 'That did not work',
    unreachable: 'The service does not answer.',
    unreachableRemedy: 'Check your network. If others cannot reach it either, tell whoever runs the service.',
    unexplained: (status: number) => `The service refused this, and did not say why (${status}).`,
    unexplainedRemedy: 'Try again. If it stays like this, tell whoever runs the service.',
    tooLong: (status: number) => `What was sent is longer than the service takes (${status}).`,
    tooLongRemedy: 'Make it shorter.',
    offline: 'You are offline. Nothing was saved or started.',
    offlineRemedy: 'What you typed stays here as a draft. Try again when you are connected.',
    notFound: 'There is nothing at this address',
    notFoundText: 'It may have been deleted, or the link is wrong.',
    trace: 'Trace',
    crashed: 'This page met an error of its own.',
    goHome: 'Go to Home',
  },
};
