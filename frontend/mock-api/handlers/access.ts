import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import { advance } from '../runEngine';
import type { Db } from '../db';
import { base, refuse } from './answers';

/** How long an answer takes. */
export interface Pace {
  milliseconds: number | 'infinite';
}

/** First what every request passes, then who is asking. */
export function accessHandlers(db: Db, pace: Pace): HttpHandler[] {
  return [
    http.all('/api/*', async ({ request }) => {
      const asksWho = request.url.endsWith('/me');
      if (pace.milliseconds !== 0 && !(asksWho && pace.milliseconds === 'infinite')) await delay(pace.milliseconds);
      if (!db.signedIn) return refuse(401, 'not-signed-in', 'Nobody is signed in.');
      if (request.method !== 'GET' && request.headers.get('X-Connections-Request') !== '1')
        return refuse(403, 'csrf-header-missing', 'The header X-Connections-Request is missing.');
      // To read a thing is enough to star it, to ask what could be made, and to try a page.
      const own = /\/(favorites|last-used|discovery\/proposals|scope-trials|channels\/try)/.test(
        new URL(request.url).pathname,
      );
      if (db.viewer && !own && request.method !== 'GET')
        return refuse(403, 'permission-missing', 'Your role does not allow this.', {
          permission: 'connections:write',
        });
      if (db.broken && !asksWho) return refuse(500, 'internal-error', 'Something went wrong here.');
      advance(db);
      return undefined;
    }),

    http.get(`${base}/me`, () => HttpResponse.json(db.me)),
  ];
}
