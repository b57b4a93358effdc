import { http, HttpResponse } from 'msw';
import { setupWorker } from 'msw/browser';
import { me, viewer } from './fixtures/access';
import { freshDb } from './db';
import { handlers } from './handlers';
import { refuse } from './handlers/answers';
import { keepMeanwhile } from './versions';

declare global {
  interface Window {
    /** What a story may do that a person cannot. */
    mockApi?: {
      endSession: () => void;
      renewSession: (as?: 'viewer') => void;
      /** Somebody else saves a connection. */
      saveMeanwhile: (connection: string) => void;
      /** Somebody else deletes one. */
      deleteMeanwhile: (connection: string) => void;
      /** The service stops to answer, or does again. */
      goAway: (away: boolean) => void;
      /** The charts can be answered again. */
      mendCharts: () => void;
      /** So can how a connection does. */
      mendStatus: () => void;
    };
  }
}

/** The service says why, unless its server has not even read the address. */
function tooLong({ pathname, search }: URL) {
  const { length } = pathname + search;
  if (length > 65_536) return new HttpResponse(null, { status: 414, headers: { 'content-length': '0' } });
  return length > 8_000 ? refuse(414, 'address-too-long', 'An address has at most 8,000 characters.') : undefined;
}

/** `?mock=empty|many|wide|long|slow|broken|no-charts|no-status|ailing|running|signed-out|viewer|manager|administrator` chooses what the stories meet; it holds for the tab. */
export async function startMockApi(): Promise<void> {
  const asked = new URL(window.location.href).searchParams.get('mock');
  if (asked !== null) sessionStorage.setItem('mock', asked);
  const scenario = sessionStorage.getItem('mock') ?? 'full';
  const db = freshDb(scenario);
  let away = false;
  const network = http.all('*/api/*', ({ request }) => {
    if (away || !navigator.onLine) return HttpResponse.error();
    return tooLong(new URL(request.url));
  });
  window.mockApi = {
    endSession: () => {
      db.signedIn = false;
    },
    renewSession: (as) => {
      db.signedIn = true;
      db.viewer = as === 'viewer';
      db.me = as === 'viewer' ? viewer : me;
    },
    saveMeanwhile: (id) => {
      const connection = db.connections.find((one) => one.id === id);
      if (connection) keepMeanwhile(db, connection);
    },
    deleteMeanwhile: (id) => {
      db.connections = db.connections.filter((one) => one.id !== id);
    },
    mendCharts: () => {
      db.withoutCharts = false;
    },
    mendStatus: () => {
      db.withoutStatus = false;
    },
    goAway: (now) => {
      away = now;
    },
  };
  await setupWorker(network, ...handlers(db, { milliseconds: scenario === 'slow' ? 'infinite' : 40 })).start({
    onUnhandledRequest: 'bypass',
    quiet: true,
  });
}
