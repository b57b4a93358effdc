import { useDeferredValue, type ReactNode } from 'react';
import { Waiting } from './Frame';

/** What may be drawn a moment after what people came for. Whoever is led to a place in it waits for `data-drawing`. */
export function Later({ lines, children }: { lines: number; children: ReactNode }) {
  const drawn = useDeferredValue(true, false);
  if (drawn) return children;
  return (
    <div data-drawing>
      <Waiting lines={lines} />
    </div>
  );
}
