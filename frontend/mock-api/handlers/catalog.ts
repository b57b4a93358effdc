import { http, HttpResponse, type HttpHandler } from 'msw';
import type { ConnectionType, PreparedGoal, UnsavedSetup } from '@/api/types';
import { newImportGoal, newRow } from '@/api/newGoal';
import type { Db } from '../db';
import { guideOf, picture, prepared } from '../fixtures/catalog';
import { base, notFound, refuse } from './answers';
import { testReport } from './setupTest';

const AROUND = 40;

/** As the service searches: first what the type itself says, then what its guide does, with the place. */
function searched(types: ConnectionType[], search: string): ConnectionType[] {
  const wanted = search.trim().toLowerCase();
  const says = (type: ConnectionType) =>
    `${type.name} ${type.vendor} ${type.category} ${type.summary}`.toLowerCase().includes(wanted);
  const inGuide = types.flatMap((type) => {
    const guide = guideOf(type)
      .replace(/[#*`|]/g, '')
      .replace(/\s+/g, ' ');
    const at = guide.toLowerCase().indexOf(wanted);
    return says(type) || at < 0
      ? []
      : [{ ...type, found: `… ${guide.slice(Math.max(0, at - AROUND), at + AROUND)} …` }];
  });
  return [...types.filter(says), ...inGuide];
}

function preparedGoals(db: Db, type: ConnectionType): PreparedGoal[] {
  const columns = prepared[type.id];
  if (!columns) return [];
  const known = columns.filter((column) => db.properties.some((property) => property.id === column.property));
  return [
    {
      goal: {
        ...newImportGoal('Opt-ins'),
        source: { ...newImportGoal('').source, folder: '', namePattern: '*_crm-optin_*.csv', pick: 'ALL_BY_NAME' },
        matching: { anyOf: known.filter((column) => column.identifier).map((column) => [column.property]) },
        mapping: known.map((column) => newRow(column.column, column.property)),
      },
      columns,
      matchBy: [['email']],
    },
  ];
}

export function catalogHandlers(db: Db): HttpHandler[] {
  const find = (id: unknown) => db.types.find((type) => type.id === id);
  return [
    http.get(`${base}/connection-types`, ({ request }) => {
      const query = new URL(request.url).searchParams;
      const installed = query.get('installed') ?? 'true';
      const asked = db.types.filter((type) => installed === 'all' || type.installed === (installed === 'true'));
      return HttpResponse.json({ items: searched(asked, query.get('search') ?? '') });
    }),
    http.get(`${base}/connection-types/:id/guide`, ({ params }) => {
      const type = find(params.id);
      return type
        ? HttpResponse.text(guideOf(type), { headers: { 'content-type': 'text/markdown' } })
        : notFound('connection-type');
    }),
    http.get(`${base}/guide-pictures/:name`, () =>
      HttpResponse.text(picture, { headers: { 'content-type': 'image/svg+xml' } }),
    ),
    http.get(`${base}/connection-types/:id/goals`, ({ params }) => {
      const type = find(params.id);
      return type ? HttpResponse.json({ items: preparedGoals(db, type) }) : notFound('connection-type');
    }),
    http.put(`${base}/connection-types/:id/installation`, ({ params }) => {
      const type = find(params.id);
      if (!type) return notFound('connection-type');
      if (!db.me.permissions.includes('types:install'))
        return refuse(403, 'permission-missing', 'This needs the permission types:install.', {
          permission: 'types:install',
        });
      Object.assign(type, { installed: true, installedAt: new Date().toISOString(), installedBy: db.me.name });
      return HttpResponse.json(type);
    }),
    http.delete(`${base}/connection-types/:id/installation`, ({ params }) => {
      const type = find(params.id);
      if (!type) return notFound('connection-type');
      const uses = db.connections.filter((connection) => connection.typeId === type.id);
      if (uses.length > 0)
        return refuse(409, 'connection-type-in-use', `${type.name} is used by ${uses.length} connections.`, {
          usedByConnections: uses.slice(0, 5).map(({ id, name }) => ({ id, name })),
          count: uses.length,
        });
      type.installed = false;
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(`${base}/connection-types/:id`, ({ params }) => {
      const type = find(params.id);
      return type ? HttpResponse.json(type) : notFound('connection-type');
    }),
    http.post<{ id: string }, Required<UnsavedSetup>>(`${base}/connection-types/:id/test`, async ({ request }) => {
      const body = await request.json();
      return HttpResponse.json(testReport({ ...body, known: {} }));
    }),
  ];
}
