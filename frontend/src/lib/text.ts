import { editing } from './messages/editing';
import { en } from './messages/en';
import { pages } from './messages/pages';

const english = { ...en, ...pages, ...editing };

/** A second language is a file that satisfies this type. */
export type Messages = typeof english;

export const text: Messages = english;
