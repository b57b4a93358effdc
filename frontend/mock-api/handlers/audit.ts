import { http, HttpResponse, type HttpHandler } from 'msw';
import type { AuditEvent } from '@/api/types';
import { auditEvents } from '../fixtures/audit';
import type { Db } from '../db';
import { base, page, refuse } from './answers';

/** Only administrators read it; the others never ask. */
export function auditHandlers(db: Db): HttpHandler[] {
  const worded = (event: AuditEvent): AuditEvent => ({
    ...event,
    actor: { ...event.actor, name: db.worded(event.actor.name) },
    client: db.worded(event.client),
    object: { ...event.object, name: db.worded(event.object.name), gone: isGone(event.object) },
    changes: event.changes.map((change) => ({
      ...change,
      what: db.worded(change.what),
      ...(change.before === undefined ? {} : { before: db.worded(change.before) }),
      ...(change.after === undefined ? {} : { after: db.worded(change.after) }),
    })),
  });
  const isGone = ({ kind, id }: Omit<AuditEvent['object'], 'gone'>) =>
    (kind === 'connection' && !db.connections.some((one) => one.id === id)) ||
    (kind === 'run' && !db.runs.some((one) => one.id === id));
  return [
    http.get(`${base}/audit-events`, ({ request }) => {
      if (!db.me.roles.includes('administrator'))
        return refuse(403, 'permission-missing', 'Your role does not allow this.', { permission: 'audit:read' });
      const query = new URL(request.url).searchParams;
      const wanted = db.scenario === 'empty-administrator' ? [] : auditEvents.filter((event) => matches(event, query));
      return HttpResponse.json(page(request, wanted.map(worded)));
    }),
  ];
}

function matches(event: AuditEvent, query: URLSearchParams): boolean {
  const is = (name: string, value: string | undefined) => (query.get(name) ?? value) === value;
  const search = query.get('search')?.toLowerCase() ?? '';
  const from = query.get('from');
  const to = query.get('to');
  return (
    is('actor', event.actor.id) &&
    is('action', event.action) &&
    is('objectKind', event.object.kind) &&
    is('objectId', event.object.id) &&
    (from === null || event.at >= from) &&
    (to === null || event.at < to) &&
    JSON.stringify([event.actor.name, event.object.name, event.address, event.changes]).toLowerCase().includes(search)
  );
}
