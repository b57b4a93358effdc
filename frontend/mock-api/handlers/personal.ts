import { http, HttpResponse, type HttpHandler } from 'msw';
import type { SavedView } from '@/api/types';
import type { Db } from '../db';
import { base, notFound, refuse } from './answers';

/** Saved views and preferences. */
export function personalHandlers(db: Db): HttpHandler[] {
  const taken = (name: string, except?: string) =>
    db.views.some((view) => view.id !== except && view.name.toLowerCase() === name.trim().toLowerCase());
  const refused = () => refuse(409, 'view-name-taken', 'You have another view of this name.');
  return [
    http.get(`${base}/views`, () => HttpResponse.json({ items: db.views })),
    http.post<never, Omit<SavedView, 'id'>>(`${base}/views`, async ({ request }) => {
      const body = await request.json();
      if (taken(body.name)) return refused();
      const view = { ...body, name: body.name.trim(), id: crypto.randomUUID() };
      db.views.push(view);
      return HttpResponse.json(view, { status: 201 });
    }),
    http.put<{ id: string }, Partial<SavedView>>(`${base}/views/:id`, async ({ params, request }) => {
      const view = db.views.find((each) => each.id === params.id);
      if (!view) return notFound('view');
      const body = await request.json();
      if (body.name !== undefined && taken(body.name, view.id)) return refused();
      return HttpResponse.json(Object.assign(view, body));
    }),
    http.delete(`${base}/views/:id`, ({ params }) => {
      db.views = db.views.filter((view) => view.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get<{ key: string }>(`${base}/preferences/:key`, ({ params }) =>
      HttpResponse.json(db.preferences[params.key] ?? { key: params.key, values: [] }),
    ),
    http.put<{ key: string }, { values: string[] }>(`${base}/preferences/:key`, async ({ params, request }) => {
      const kept = { key: params.key, values: (await request.json()).values };
      db.preferences[params.key] = kept;
      return HttpResponse.json(kept);
    }),
  ];
}
