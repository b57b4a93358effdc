import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Db } from '../db';
import { me } from '../fixtures/access';
import { ago } from '../fixtures/clock';
import { detail, startRun, stopRun } from '../runEngine';
import { hourlyTotals } from '../hourlyTotals';
import { sentinels } from '../sentinels';
import { pageActivity } from '../pageActivity';
import { base, notFound, page, refuse } from './answers';

export function runHandlers(db: Db): HttpHandler[] {
  const find = (id: unknown) => db.runs.find((run) => run.id === id);

  return [
    http.get<{ id: string }>(`${base}/connections/:id/page-activity`, ({ params }) => {
      const connection = db.connections.find((candidate) => candidate.id === params.id);
      return connection ? HttpResponse.json(pageActivity(connection)) : notFound('connection');
    }),
    http.post<{ id: string }, { rereadFinished?: boolean }>(
      `${base}/connections/:id/runs`,
      async ({ params, request }) => {
        const connection = db.connections.find((candidate) => candidate.id === params.id);
        if (!connection) return notFound('connection');
        if (db.types.find(({ id }) => id === connection.typeId)?.mode === 'IN_PAGE')
          return refuse(
            409,
            'connection-runs-in-pages',
            'The website tag runs this connection, on every page where it is active. It has no runs to start.',
          );
        const { rereadFinished = false } = await request.json();
        const running = db.live.find((live) => live.summary.connectionId === connection.id);
        if (!connection.on) return refuse(409, 'connection-off', 'The connection is off.');
        if (connection.problems.length > 0)
          return refuse(409, 'connection-incomplete', 'The connection is not complete.', {
            errors: connection.problems,
          });
        if (running) return refuse(409, 'run-in-progress', 'A run is going on already.', { runId: running.summary.id });
        if (connection.name === sentinels.alreadyImported && !rereadFinished)
          return refuse(409, 'files-already-imported', 'Every file that fits was imported before.', {
            files: ['/customers/customers-2026-11-23.csv'],
          });
        return HttpResponse.json(startRun(db, connection.id, { kind: 'MANUAL', by: me.name }), {
          status: 202,
        });
      },
    ),
    http.get(`${base}/connections/:id/runs`, ({ params }) =>
      HttpResponse.json({ items: db.runs.filter((run) => run.connectionId === params.id) }),
    ),
    http.get(`${base}/runs`, ({ request }) => {
      const state = new URL(request.url).searchParams.get('state');
      const wanted = db.runs.filter(
        ({ endedAt }) => state === null || (state === 'running') === (endedAt === undefined),
      );
      return HttpResponse.json(page(request, wanted));
    }),
    http.get(`${base}/runs/hourly-totals`, ({ request }) => {
      if (db.withoutCharts) return refuse(500, 'internal-error', 'Something went wrong here.');
      return HttpResponse.json(hourlyTotals(db, Number(new URL(request.url).searchParams.get('hours') ?? 24)));
    }),
    http.get(`${base}/runs/:id`, ({ params }) => {
      const run = find(params.id);
      return run ? HttpResponse.json(detail(db, run)) : notFound('run');
    }),
    http.get(`${base}/runs/:id/events`, ({ params, request }) => {
      const run = find(params.id);
      if (!run) return notFound('run');
      const encoder = new TextEncoder();
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          const tell = () => {
            const now = detail(db, run);
            controller.enqueue(encoder.encode(`event: run\ndata: ${JSON.stringify(now)}\n\n`));
            if (now.endedAt === undefined) return;
            clearInterval(ticking);
            controller.close();
          };
          const ticking = setInterval(tell, 500);
          request.signal.addEventListener('abort', () => clearInterval(ticking));
          tell();
        },
      });
      return new HttpResponse(stream, { headers: { 'content-type': 'text/event-stream' } });
    }),
    http.get(`${base}/runs/:id/rate`, ({ params }) => {
      const run = find(params.id);
      if (!run) return notFound('run');
      const begun = new Date(run.startedAt ?? run.createdAt).getTime();
      const seconds = Math.max(1, (new Date(run.endedAt ?? Date.now()).getTime() - begun) / 1000);
      const points =
        run.endedAt === undefined ? Math.min(60, Math.floor(seconds)) : Math.min(60, Math.max(2, Math.floor(seconds)));
      const mean = run.counts.read / seconds;
      return HttpResponse.json({
        points: Array.from({ length: points }, (_, index) => ({
          at: new Date(begun + (index / Math.max(1, points - 1)) * seconds * 1000).toISOString(),
          records: Math.round((index / Math.max(1, points - 1)) * run.counts.read),
          recordsPerSecond: index === 0 ? 0 : Math.round(mean * (1 + 0.25 * Math.sin(index * 1.3))),
        })),
      });
    }),
    http.get(`${base}/runs/:id/log`, ({ params }) => {
      const run = find(params.id);
      if (!run) return notFound('run');
      return HttpResponse.json({
        items: [
          {
            at: run.createdAt,
            level: 'INFO',
            message: db.worded('The run began with 1 file: customers-2026-11-23.csv (14.9 MB).'),
          },
          { at: run.createdAt, level: 'INFO', message: 'Two lanes: customers are matched by their number alone.' },
          ...(run.counts.rejected > 0
            ? [{ at: run.createdAt, level: 'WARN', message: `${run.counts.rejected} records were rejected.` }]
            : []),
          ...(run.problem ? [{ at: run.endedAt ?? run.createdAt, level: 'ERROR', message: run.problem.message }] : []),
        ],
      });
    }),
    http.get(`${base}/runs/:id/profiles`, () =>
      HttpResponse.json({
        items: [
          ...db.profiles.slice(0, 8).map((profile, index) => ({
            profileId: profile.id,
            disposition: index === 7 ? 'SKIPPED_FOR_CONSENT' : index % 3 === 0 ? 'CREATED' : 'UPDATED',
            at: ago(95),
            deleted: false,
            label: db.worded(profile.values.find((value) => value.property === 'email')?.values[0] ?? profile.id),
          })),
          {
            profileId: '0199e000-0000-7000-8000-00000009d001',
            disposition: 'UPDATED',
            at: ago(95),
            deleted: true,
            label: 'Profile 00000009d001',
          },
        ],
      }),
    ),
    http.get(`${base}/runs/:id/rejected.csv`, () =>
      HttpResponse.text(
        'file,line,record,reason,message,field,value,raw\r\n"","9","8","ragged-line","Too few fields.","","","C-100999;half@example.com;Half"\r\n',
        {
          headers: { 'content-type': 'text/csv', 'content-disposition': 'attachment; filename="rejected.csv"' },
        },
      ),
    ),
    http.get(`${base}/runs/:id/rejected`, ({ params, request }) => {
      const run = find(params.id);
      const rejected = Array.from({ length: run?.counts.rejected ?? 0 }, (_, index) => ({
        number: index * 31 + 8,
        line: index * 31 + 9,
        file: db.worded('customers-2026-11-23.csv'),
        reason: index % 4 === 0 ? 'ragged-line' : 'bad-value',
        message: db.worded(
          index % 4 === 0
            ? 'The record has 3 fields where 11 are expected.'
            : index % 4 === 1
              ? `The value "0${index}" of the field "phone" is not a phone number.`
              : 'The value "j.mueller(at)example" of the field "email" is not an e-mail address.',
        ),
        ...(index % 4 === 0
          ? {}
          : index % 4 === 1
            ? { field: db.worded('phone'), value: db.worded(`0${index}`) }
            : { field: db.worded('email'), value: db.worded('j.mueller(at)example') }),
        raw: db.worded(
          index % 4 === 0
            ? 'C-100999;half@example.com;Half'
            : 'C-100336;j.mueller(at)example;Jürgen;Müller;06-12345676;Köln;DE',
        ),
      }));
      return HttpResponse.json(page(request, rejected));
    }),
    http.post(`${base}/runs/:id/stop`, ({ params }) => {
      stopRun(db, String(params.id));
      return new HttpResponse(null, { status: 202 });
    }),
    http.post(`${base}/runs/:id/resume`, ({ params }) => {
      const run = find(params.id);
      if (!run) return notFound('run');
      if (run.state !== 'STOPPED' && run.state !== 'FAILED')
        return refuse(409, 'run-not-resumable', 'Only a stopped or failed run can be resumed.');
      run.state = 'RUNNING';
      delete run.endedAt;
      delete run.problem;
      db.live.push({ summary: run, begunAt: Date.now() - (run.counts.read / 12_000) * 1000, total: 100_000 });
      return new HttpResponse(null, { status: 202 });
    }),
    http.post(`${base}/runs/:id/replay`, async ({ params, request }) => {
      const run = find(params.id);
      if (!run) return notFound('run');
      const [header = ''] = (await request.text()).split('\n');
      if (!header.split(',').includes('raw')) {
        const message = 'This is not the file of rejected records: the column raw is missing.';
        return refuse(422, 'request-invalid', message, {
          errors: [{ pointer: '/file', code: 'mended-column-missing', message }],
        });
      }
      return HttpResponse.json(startRun(db, run.connectionId, { kind: 'REPLAY', by: me.name, ofRun: run.id }, 5_000), {
        status: 202,
      });
    }),
  ];
}
