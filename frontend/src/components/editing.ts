import { createContext, useContext } from 'react';
import type { Connection, SetupValues } from '@/api/contract';

/** What the parts of the connection editor share beside the form itself. */
export interface Editing {
  connectionId: string | undefined;
  saved: Connection | undefined;
  /** Typed but not yet saved; lives in memory only. */
  secrets: Record<string, string>;
  setup: () => SetupValues;
  /** What is wrong at this JSON pointer, in words. */
  issue: (pointer: string) => string | undefined;
  mayWrite: boolean;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('This part belongs inside the connection editor');
  return editing;
}
