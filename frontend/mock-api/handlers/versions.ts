import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Connection, ConnectionVersion, NewCopy, SetupValue } from '@/api/types';
import type { Db } from '../db';
import { connectionId } from '../fixtures/connections';
import { keep, versionsOf } from '../versions';
import { base, notFound, page, refuse, versioned } from './answers';
import { hindrances, invalidities, reservation, seen } from './connectionRules';

export function versionHandlers(db: Db): HttpHandler[] {
  const find = (id: unknown) => db.connections.find((connection) => connection.id === id);
  const versions = `${base}/connections/:id/versions`;

  return [
    http.get(versions, ({ params, request }) => {
      const connection = find(params.id);
      return connection ? HttpResponse.json(page(request, versionsOf(db, connection))) : notFound('connection');
    }),
    http.get(`${versions}/:version`, ({ params }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      const wanted = versionsOf(db, connection).find(({ version }) => String(version) === params.version);
      return wanted ? HttpResponse.json(wanted) : notFound('version');
    }),
    http.post(`${versions}/:version/restore`, ({ params, request }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      const wanted = versionsOf(db, connection).find(({ version }) => String(version) === params.version);
      if (!wanted) return notFound('version');
      const reserved = reservation(db, connection);
      if (reserved !== undefined) return refuse(403, 'editing-reserved', reserved);
      const match = request.headers.get('If-Match');
      if (match === null) return refuse(428, 'if-match-missing', 'The header If-Match is missing.');
      if (match !== `"${connection.version}"`)
        return refuse(412, 'connection-changed', 'Somebody else saved this connection meanwhile.', {
          current: seen(db, connection),
        });
      const { name, description, goals, editRoles, scope, objectives } = wanted;
      const content = { name, description, setup: typed(db, connection, wanted), goals, editRoles, scope, objectives };
      const errors = invalidities(db, content);
      if (errors.length > 0)
        return refuse(422, 'request-invalid', 'The connection cannot be saved like this.', { errors });
      keep(db, connection, content, db.me.name);
      connection.problems = hindrances(db, connection);
      return versioned(seen(db, connection));
    }),
    http.post<{ id: string }, NewCopy>(`${base}/connections/:id/copies`, async ({ params, request }) => {
      const original = find(params.id);
      if (!original) return notFound('connection');
      const { name, withSecrets, unsaved } = await request.json();
      const reserved = reservation(db, original);
      if (withSecrets && reserved !== undefined) return refuse(403, 'editing-reserved', reserved);
      const {
        description,
        setup,
        goals,
        scope,
        objectives,
        editRoles: wanted,
      } = { ...original, ...unsaved } as Connection;
      const chosen = JSON.stringify(wanted) !== JSON.stringify(original.editRoles);
      const editRoles = chosen || reserved === undefined ? wanted : [];
      const content = { name: name.trim(), description, setup, goals, editRoles, scope, objectives };
      const errors = invalidities(db, content);
      if (errors.length > 0)
        return refuse(422, 'request-invalid', 'The connection cannot be saved like this.', { errors });
      const at = new Date().toISOString();
      const copy: Connection = {
        ...structuredClone(content),
        channels: [],
        id: connectionId(db.connections.length + 100),
        typeId: original.typeId,
        version: 1,
        on: false,
        goals: goals.map((goal) => ({ ...structuredClone(goal), id: crypto.randomUUID() })),
        secrets: withSecrets ? structuredClone(original.secrets) : {},
        mayEdit: true,
        problems: [],
        labels: [],
        favorite: false,
        createdAt: at,
        createdBy: db.me.name,
        modifiedAt: at,
        modifiedBy: db.me.name,
      };
      copy.problems = hindrances(db, copy);
      db.connections.unshift(copy);
      return versioned(seen(db, copy), 201);
    }),
  ];
}

/** A version keeps each value as text. */
function typed(db: Db, { typeId }: Connection, { setup }: ConnectionVersion): Connection['setup'] {
  const fields = db.types.find(({ id }) => id === typeId)?.setup ?? [];
  const kindOf = (id: string) => fields.find((field) => field.id === id)?.kind;
  return Object.fromEntries(
    Object.entries(setup).map(([id, value]): [string, SetupValue] => {
      const kind = kindOf(id);
      if (kind === 'WHOLE_NUMBER') return [id, Number(value)];
      return [id, kind === 'YES_NO' ? value === 'true' : value];
    }),
  );
}
