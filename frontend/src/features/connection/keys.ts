/** Where the lists of connections are kept. */
export const connectionsKey = ['connections', 'list'] as const;

/** What is said of saving: one thing at a time. */
export const savingNote = 'saving';
