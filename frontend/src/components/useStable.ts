import { hashKey } from '@tanstack/react-query';
import { useState } from 'react';

/** The value as it was when it last said something else: what is drawn from it alone is not drawn again. */
export function useStable<T>(value: T): T {
  const [kept, setKept] = useState(value);
  if (kept === value || hashKey([kept]) === hashKey([value])) return kept;
  setKept(value);
  return value;
}
