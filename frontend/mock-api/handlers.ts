import { getResponse, http, type HttpHandler } from 'msw';
import type { Db } from './db';
import { base } from './handlers/answers';
import { accessHandlers, type Pace } from './handlers/access';
import { auditHandlers } from './handlers/audit';
import { catalogHandlers } from './handlers/catalog';
import { channelHandlers } from './handlers/channels';
import { consentHandlers } from './handlers/consents';
import { connectionHandlers } from './handlers/connections';
import { discoveryHandlers } from './handlers/discovery';
import { goalHandlers } from './handlers/goals';
import { labelHandlers } from './handlers/labels';
import { objectiveHandlers } from './handlers/objectives';
import { overviewHandlers } from './handlers/overview';
import { personalHandlers } from './handlers/personal';
import { profileHandlers } from './handlers/profiles';
import { propertyHandlers } from './handlers/properties';
import { runHandlers } from './handlers/runs';
import { versionHandlers } from './handlers/versions';

/** The whole mock API, one file a feature. What every request passes comes first. */
export function handlers(db: Db, pace: Pace = { milliseconds: 0 }): HttpHandler[] {
  return [
    ...accessHandlers(db, pace),
    dispatcher([
      ...auditHandlers(db),
      ...catalogHandlers(db),
      ...channelHandlers(db),
      ...discoveryHandlers(db),
      ...objectiveHandlers(db),
      ...overviewHandlers(db),
      ...personalHandlers(db),
      ...connectionHandlers(db),
      ...goalHandlers(db),
      ...labelHandlers(db),
      ...consentHandlers(db),
      ...profileHandlers(db),
      ...propertyHandlers(db),
      ...runHandlers(db),
      ...versionHandlers(db),
    ]),
  ];
}

/** MSW compiles the path and reads the cookies for each handler it tries: only those of the collection are tried. */
function dispatcher(all: HttpHandler[]): HttpHandler {
  const collection = (path: string) => path.slice(base.length + 1).split('/', 1)[0];
  const byCollection = new Map<string | undefined, HttpHandler[]>();
  for (const handler of all) {
    const name = collection(String(handler.info.path));
    byCollection.set(name, [...(byCollection.get(name) ?? []), handler]);
  }
  return http.all(`${base}/*`, ({ request }) => {
    const of = byCollection.get(collection(new URL(request.url).pathname)) ?? [];
    return getResponse(
      of.filter(({ info }) => info.method === request.method),
      request,
    );
  });
}
