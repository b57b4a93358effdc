import { setupWorker } from 'msw/browser';
import { freshDb } from './db';
import { handlers } from './handlers';

declare global {
  interface Window {
    /** What a story may do that a person cannot: end the session from outside. */
    mockApi?: { endSession: () => void; renewSession: () => void };
  }
}

/** `?mock=empty|many|long|slow|broken|running|signed-out|viewer` chooses what the stories meet; it holds for the tab. */
export async function startMockApi(): Promise<void> {
  const asked = new URL(window.location.href).searchParams.get('mock');
  if (asked !== null) sessionStorage.setItem('mock', asked);
  const scenario = sessionStorage.getItem('mock') ?? 'full';
  const db = freshDb(scenario);
  window.mockApi = {
    endSession: () => {
      db.signedIn = false;
    },
    renewSession: () => {
      db.signedIn = true;
    },
  };
  await setupWorker(...handlers(db, { milliseconds: scenario === 'slow' ? 'infinite' : 40 })).start({
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
}
