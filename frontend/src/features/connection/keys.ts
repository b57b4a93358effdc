/** Where the lists of connections are kept. */
export const connectionsKey = ['connections', 'list'] as const;
