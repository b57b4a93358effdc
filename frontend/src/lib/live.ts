import { useSyncExternalStore } from 'react';

/** Which streams of live updates are broken just now; the frame says so quietly. */
const broken = new Set<string>();
const listeners = new Set<() => void>();

export function markLive(stream: string, works: boolean) {
  const changed = works ? broken.delete(stream) : !broken.has(stream) && broken.add(stream).size > 0;
  if (changed) listeners.forEach((listener) => listener());
}

export function useLiveInterrupted(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => broken.size > 0,
  );
}
