import { createContext, useContext } from 'react';
import type { Connection, FieldError, SetupValues } from '@/api/types';

/** Where the access can be tested, as a place to lead to; the content has no such place. */
export const testPlace = '/test';

/** What the parts of the connection editor share beside the form itself. */
export interface Editing {
  connectionId: string | undefined;
  typeId: string;
  /** Whether it works in pages, and so has no runs. */
  inPages: boolean;
  saved: Connection | undefined;
  /** Typed but not yet saved; lives in memory only. */
  secrets: Record<string, string>;
  setup: () => SetupValues;
  /** All that is wrong at this JSON pointer or below it. */
  issues: (pointer: string) => FieldError[];
  /** The first of them, in words. */
  issue: (pointer: string) => string | undefined;
  /** Shows the place that a JSON pointer names and puts the focus there. */
  leadTo: (pointer: string) => void;
  mayWrite: boolean;
  /** Testing the access and looking into files, which changes nothing. */
  mayTry: boolean;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('This part belongs inside the connection editor');
  return editing;
}
