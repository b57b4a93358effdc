import { en } from './messages/en';

/** A second language satisfies this type. */
export type Messages = typeof en;

export const text: Messages = en;
