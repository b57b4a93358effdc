import { useSyncExternalStore } from 'react';

/**
 * Whether the service still knows this browser. When the session ends while somebody is working, requests wait here
 * until it is renewed in another window; nothing that was typed is lost and the waiting request then goes on.
 */
type SessionState = 'UNKNOWN' | 'SIGNED_IN' | 'EXPIRED';

let state: SessionState = 'UNKNOWN';
let waiting: (() => void)[] = [];
const listeners = new Set<() => void>();

function change(next: SessionState) {
  if (state === next) return;
  state = next;
  listeners.forEach((listener) => listener());
}

export const session = {
  wasSignedIn: () => state !== 'UNKNOWN',

  signedIn() {
    signingOut.isOver();
    change('SIGNED_IN');
    const released = waiting;
    waiting = [];
    released.forEach((release) => release());
  },

  renewed(signal: AbortSignal): Promise<void> {
    change('EXPIRED');
    return new Promise((resolve, reject) => {
      waiting.push(resolve);
      signal.addEventListener('abort', () => reject(new DOMException('The request was given up', 'AbortError')));
    });
  },

  forget() {
    waiting = [];
    change('UNKNOWN');
  },
};

const signedOutKey = 'connections.signed-out';

/** Somebody in this tab chose to sign out; the page they come back to says that it worked. */
export const signingOut = {
  begin: () => sessionStorage.setItem(signedOutKey, 'yes'),
  happened: () => sessionStorage.getItem(signedOutKey) !== null,
  isOver: () => sessionStorage.removeItem(signedOutKey),
};

export function useSessionExpired(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state === 'EXPIRED',
  );
}

/** Other windows of the page hear on this channel that somebody has signed in again. */
export const sessionChannelName = 'connections.session';
