import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import type { Connection, ConnectionContent, NewConnection, UnsavedSetup } from '@/api/types';
import type { Db } from '../db';
import { me } from '../fixtures/access';
import { connectionId } from '../fixtures/connections';
import { stopRun } from '../runEngine';
import { sentinels } from '../sentinels';
import { keep, keepMeanwhile } from '../versions';
import { base, notFound, refuse, versioned } from './answers';
import { hindrances, invalidities, reservation, seen } from './connectionRules';
import { testReport } from './setupTest';

export function connectionHandlers(db: Db): HttpHandler[] {
  const asked = new Set<string>();
  const find = (id: unknown) => db.connections.find((connection) => connection.id === id);
  const refused = (connection: Connection) => {
    const why = reservation(db, connection);
    return why === undefined ? undefined : refuse(403, 'editing-reserved', why);
  };

  return [
    http.post<never, NewConnection>(`${base}/connections`, async ({ request }) => {
      const body = await request.json();
      const type = db.types.find((one) => one.id === body.typeId);
      if (type && (!type.installed || body.name === sentinels.uninstalledName))
        return refuse(
          409,
          'connection-type-not-installed',
          `${type.name} is not installed, so no connection can be made of it. Install it first, or ask an application manager to. Nothing of what you typed is lost.`,
        );
      const errors = invalidities(db, body);
      if (errors.length > 0)
        return refuse(422, 'request-invalid', 'The connection cannot be saved like this.', { errors });
      const at = new Date().toISOString();
      const connection: Connection = {
        ...body,
        scope: body.scope ?? { kind: 'EVERYWHERE' },
        channels: [],
        id: connectionId(db.connections.length + 100),
        version: 1,
        on: false,
        secrets: {},
        mayEdit: true,
        problems: [],
        labels: [],
        favorite: false,
        createdAt: at,
        createdBy: me.name,
        modifiedAt: at,
        modifiedBy: me.name,
      };
      connection.problems = hindrances(db, connection);
      db.connections.unshift(connection);
      return versioned(seen(db, connection), 201);
    }),
    http.get(`${base}/connections/:id`, ({ params }) => {
      const connection = find(params.id);
      return connection ? versioned(seen(db, connection)) : notFound('connection');
    }),
    http.put<{ id: string }, ConnectionContent>(`${base}/connections/:id`, async ({ params, request }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      const body = await request.json();
      if (body.name === sentinels.reservedName)
        keep(db, connection, { editRoles: ['application-manager'] }, 'Ines Integrator');
      const reserved = refused(connection);
      if (reserved) return reserved;
      if (body.name === sentinels.staleName && !asked.has(connection.id)) {
        asked.add(connection.id);
        keepMeanwhile(db, connection);
      }
      const match = request.headers.get('If-Match');
      if (match === null) return refuse(428, 'if-match-missing', 'The header If-Match is missing.');
      if (match !== `"${connection.version}"`)
        return refuse(412, 'connection-changed', 'Somebody else saved this connection meanwhile.', {
          current: seen(db, connection),
        });
      const errors = invalidities(db, body);
      if (errors.length > 0)
        return refuse(422, 'request-invalid', 'The connection cannot be saved like this.', { errors });
      keep(db, connection, body, me.name);
      connection.problems = hindrances(db, connection);
      return versioned(seen(db, connection));
    }),
    http.delete(`${base}/connections/:id`, ({ params }) => {
      const connection = find(params.id);
      const reserved = connection && refused(connection);
      if (reserved) return reserved;
      if (db.live.some((live) => live.summary.connectionId === params.id))
        return refuse(409, 'connection-running', 'The connection is running. Stop its run first.');
      db.connections = db.connections.filter(({ id }) => id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.put<{ id: string }, { on: boolean }>(`${base}/connections/:id/on`, async ({ params, request }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      const reserved = refused(connection);
      if (reserved) return reserved;
      connection.on = (await request.json()).on;
      if (!connection.on)
        db.live
          .filter((live) => live.summary.connectionId === connection.id)
          .forEach((live) => stopRun(db, live.summary.id));
      return versioned(seen(db, connection));
    }),
    http.put<{ id: string; field: string }, { value: string }>(
      `${base}/connections/:id/secrets/:field`,
      ({ params }) => {
        const connection = find(params.id);
        if (!connection) return notFound('connection');
        const reserved = refused(connection);
        if (reserved) return reserved;
        connection.secrets[params.field] = {
          set: true,
          setElsewhere: false,
          setAt: new Date().toISOString(),
          setBy: me.name,
        };
        connection.problems = hindrances(db, connection);
        return new HttpResponse(null, { status: 204 });
      },
    ),
    http.delete(`${base}/connections/:id/secrets/:field`, ({ params }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      const reserved = refused(connection);
      if (reserved) return reserved;
      connection.secrets[String(params.field)] = { set: false, setElsewhere: false };
      connection.problems = hindrances(db, connection);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post<{ id: string }, UnsavedSetup>(`${base}/connections/:id/test`, async ({ params, request }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      const body = await request.json();
      const known = Object.fromEntries(
        Object.entries(connection.secrets).map(([field, secret]) => [field, secret.set]),
      );
      if (body.setup?.host === sentinels.slowHost) await delay(2_000);
      return HttpResponse.json(
        testReport({ setup: body.setup ?? connection.setup, secrets: body.secrets ?? {}, known }),
      );
    }),
  ];
}
