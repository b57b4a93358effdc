import { useSyncExternalStore } from 'react';

/**
 * Whether the service still knows this browser, and whom it takes it for. When the session ends while somebody is
 * working, requests wait here until it is renewed in another window; nothing that was typed is lost and the waiting
 * request then goes on. Where somebody else signs in, it never does: it was not asked in their name.
 */
type SessionState = 'UNKNOWN' | 'SIGNED_IN' | 'EXPIRED';

let state: SessionState = 'UNKNOWN';
let user: string | undefined;
let waiting: (() => void)[] = [];
const listeners = new Set<() => void>();

function change(next: SessionState) {
  if (state === next) return;
  state = next;
  listeners.forEach((listener) => listener());
}

export const session = {
  wasSignedIn: () => state !== 'UNKNOWN',

  /** Answers whether this is somebody else than before. */
  signedIn(id: string): boolean {
    signingOut.isOver();
    const another = user !== undefined && user !== id;
    user = id;
    const released = another ? [] : waiting;
    waiting = [];
    change('SIGNED_IN');
    released.forEach((release) => release());
    return another;
  },

  renewed(signal: AbortSignal): Promise<void> {
    change('EXPIRED');
    return new Promise((resolve, reject) => {
      waiting.push(resolve);
      signal.addEventListener('abort', () => reject(new DOMException('The request was given up', 'AbortError')));
    });
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

/** Windows of the page tell each other on this channel who is signed in. */
export const sessionChannelName = 'connections.session';
