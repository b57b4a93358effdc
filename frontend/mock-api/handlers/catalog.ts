import { http, HttpResponse, type HttpHandler } from 'msw';
import type { UnsavedSetup } from '@/api/types';
import { guide, sftp } from '../fixtures/catalog';
import { base, notFound } from './answers';
import { testReport } from './setupTest';

export function catalogHandlers(): HttpHandler[] {
  return [
    http.get(`${base}/connection-types`, () => HttpResponse.json({ items: [sftp] })),
    http.get(`${base}/connection-types/:id/guide`, () =>
      HttpResponse.text(guide, { headers: { 'content-type': 'text/markdown' } }),
    ),
    http.get(`${base}/connection-types/:id`, ({ params }) =>
      params.id === 'sftp' ? HttpResponse.json(sftp) : notFound('connection-type'),
    ),
    http.post<{ id: string }, Required<UnsavedSetup>>(`${base}/connection-types/:id/test`, async ({ request }) => {
      const body = await request.json();
      return HttpResponse.json(testReport({ ...body, known: {} }));
    }),
  ];
}
