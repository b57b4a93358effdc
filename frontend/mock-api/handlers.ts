import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import type {
  Connection,
  ConnectionContent,
  ConnectionSummary,
  FieldError,
  FileSource,
  Goal,
  NewConnection,
  NewProperty,
  Problem,
  SourceRecord,
  TestReport,
  TestStep,
  UnsavedSetup,
  Processor,
} from '@/api/contract';
import { advance, detail, startRun, stopRun, type Db } from './db';
import * as fixtures from './fixtures';
import { mapRecord } from './processors';

/**
 * Sentinels: what is asked decides how it ends, so that a story can meet every refusal.
 *   host `unreachable.example.com`, `moved.example.com` (other host key), secret value `wrong`
 *   folder `/missing`, `/empty`; name `Stale`; name `Invalid`; name `Already imported`
 */
export const sentinels = {
  unreachableHost: 'unreachable.example.com',
  movedHost: 'moved.example.com',
  wrongPassword: 'wrong',
  missingFolder: '/missing',
  emptyFolder: '/empty',
  staleName: 'Stale',
  invalidName: 'Invalid',
  alreadyImported: 'Already imported',
} as const;

const hostKey = 'SHA256:6n4N0n1d8oYVjV6dX3xFQy3K9mZ6Qe0u5b2JmYw8kLc';

function refuse(status: number, code: string, title: string, more: Partial<Problem> = {}) {
  const problem: Problem = {
    type: `/problems/${code}`,
    title,
    status,
    detail: title,
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
    ...more,
  };
  return HttpResponse.json(problem, { status, headers: { 'content-type': 'application/problem+json' } });
}

const notFound = (what: string) => refuse(404, `${what}-not-found`, 'There is nothing at this address.');

function testReport(connection: UnsavedSetup & { known: Record<string, boolean> }): TestReport {
  const { setup = {}, secrets = {}, known } = connection;
  const failing: Partial<Record<TestStep['id'], Omit<TestStep, 'id' | 'outcome'>>> = {};
  if (setup.host === sentinels.unreachableHost)
    failing.connect = {
      reason: 'connection-refused',
      message: 'Nothing answers at unreachable.example.com, port 22.',
      remedy: 'Check the name and the port, and ask its owner whether a firewall lets this service in.',
      technical: 'java.net.ConnectException: Connection refused',
    };
  if (setup.host === sentinels.movedHost)
    failing['host-key'] = {
      reason: 'host-key-changed',
      message: 'The server shows another host key than the one pinned here.',
      remedy:
        'Ask its owner whether the key was changed. Only then press Forget the host key, type the password again and test.',
      technical: 'expected SHA256:6n4N0n1d8…, got SHA256:u8Qp2Lx0a…',
    };
  const secretKnown = Object.values(known).some(Boolean) || Object.keys(secrets).length > 0;
  if (Object.values(secrets).includes(sentinels.wrongPassword) || !secretKnown)
    failing['sign-in'] = {
      reason: 'authentication-failed',
      message: 'The server refused the user name or the password.',
      remedy: 'Type the password again. If it still fails, ask the owner of the server to check the account.',
      technical: 'Exhausted available authentication methods',
    };
  const order = ['resolve', 'connect', 'host-key', 'sign-in', 'list-folder'] as const;
  const stop = order.findIndex((id) => failing[id]);
  const notes: Partial<Record<TestStep['id'], string>> = {
    resolve: '93.184.216.34',
    'host-key': hostKey,
    'list-folder': '14 files',
  };
  return {
    passed: stop < 0,
    steps: order.map((id, index) =>
      stop >= 0 && index > stop
        ? { id, outcome: 'NOT_REACHED' }
        : index === stop
          ? { id, outcome: 'FAILED', ...failing[id] }
          : { id, outcome: 'PASSED', ...(notes[id] ? { note: notes[id] } : {}) },
    ),
    pins: stop < 0 || stop > 2 ? { hostKey } : {},
  };
}

function invalidities(content: ConnectionContent): FieldError[] {
  const errors: FieldError[] = [];
  if (content.name.trim() === '')
    errors.push({ pointer: '/name', code: 'required', message: 'Give the connection a name.' });
  if (content.name === sentinels.invalidName) {
    errors.push({ pointer: '/setup/host', code: 'host-not-allowed', message: 'This server name is not allowed here.' });
    errors.push({
      pointer: '/goals/0/source/namePattern',
      code: 'pattern-invalid',
      message: 'The pattern has an unclosed bracket.',
    });
  }
  return errors;
}

function hindrances(connection: Connection): FieldError[] {
  const problems: FieldError[] = [];
  for (const field of fixtures.sftp.setup) {
    const shown =
      !field.shownWhen || field.shownWhen.isOneOf.includes(String(connection.setup[field.shownWhen.field] ?? ''));
    if (!shown || !field.required) continue;
    const filled = field.kind === 'SECRET' ? connection.secrets[field.id]?.set : connection.setup[field.id];
    if (filled === undefined || filled === '' || filled === false)
      problems.push({
        pointer: field.kind === 'SECRET' ? `/secrets/${field.id}` : `/setup/${field.id}`,
        code: 'required',
        message: `${field.label} is missing.`,
      });
  }
  if (!connection.goals.some((goal) => goal.enabled))
    problems.push({ pointer: '/goals', code: 'required', message: 'Switch on at least one goal to run.' });
  connection.goals.forEach((goal, index) => {
    if (!goal.enabled) return;
    if (goal.matching.anyOf.length === 0)
      problems.push({
        pointer: `/goals/${index}/matching/anyOf`,
        code: 'no-identifier',
        message: 'Choose an identifier to match records by.',
      });
    if (goal.mapping.length === 0)
      problems.push({
        pointer: `/goals/${index}/mapping`,
        code: 'no-mapping',
        message: 'Map at least one field to a property.',
      });
  });
  return problems;
}

function summary(db: Db, connection: Connection): ConnectionSummary {
  const lastRun = db.runs.find((run) => run.connectionId === connection.id);
  const status =
    lastRun && lastRun.endedAt === undefined
      ? 'RUNNING'
      : connection.goals.length === 0
        ? 'NOT_CONFIGURED'
        : connection.problems.length > 0
          ? 'CONFIGURATION_ERROR'
          : lastRun === undefined
            ? 'READY'
            : lastRun.state === 'FAILED'
              ? 'LAST_RUN_FAILED'
              : lastRun.counts.rejected > 0
                ? 'FLOWING_WITH_ERRORS'
                : 'FLOWING';
  const { id, name, description, on, createdAt, createdBy, modifiedAt, modifiedBy } = connection;
  return {
    id,
    name,
    description,
    on,
    status,
    createdAt,
    createdBy,
    modifiedAt,
    modifiedBy,
    type: { id: 'sftp', name: 'SFTP', logo: 'sftp', vendor: fixtures.sftp.vendor },
    ...(lastRun ? { lastRun } : {}),
  };
}

export function handlers(db: Db, pace: { milliseconds: number | 'infinite' } = { milliseconds: 0 }): HttpHandler[] {
  const base = '/api/v1';
  const asked = new Set<string>();
  const find = (id: unknown) => db.connections.find((connection) => connection.id === id);
  const findRun = (id: unknown) => db.runs.find((run) => run.id === id);
  const answer = (connection: Connection, status = 200) =>
    HttpResponse.json(connection, { status, headers: { etag: `"${connection.version}"` } });

  return [
    http.all('/api/*', async ({ request }) => {
      if (pace.milliseconds !== 0) await delay(pace.milliseconds);
      if (!db.signedIn) return refuse(401, 'not-signed-in', 'Nobody is signed in.');
      if (request.method !== 'GET' && request.headers.get('X-Connections-Request') !== '1')
        return refuse(403, 'csrf-header-missing', 'The header X-Connections-Request is missing.');
      if (db.viewer && request.method !== 'GET')
        return refuse(403, 'permission-missing', 'Your role does not allow this.');
      advance(db);
      return undefined;
    }),

    http.get(`${base}/me`, () => HttpResponse.json(db.viewer ? fixtures.viewer : fixtures.me)),
    http.get(`${base}/connection-types`, () => HttpResponse.json({ items: [fixtures.sftp] })),
    http.get(`${base}/connection-types/:id/guide`, () =>
      HttpResponse.text(fixtures.guide, { headers: { 'content-type': 'text/markdown' } }),
    ),
    http.get(`${base}/connection-types/:id`, ({ params }) =>
      params.id === 'sftp' ? HttpResponse.json(fixtures.sftp) : notFound('connection-type'),
    ),
    http.post<{ id: string }, Required<UnsavedSetup>>(`${base}/connection-types/:id/test`, async ({ request }) => {
      const body = await request.json();
      return HttpResponse.json(testReport({ ...body, known: {} }));
    }),

    http.get(`${base}/connections`, ({ request }) => {
      const query = new URL(request.url).searchParams;
      const search = (query.get('search') ?? '').toLowerCase();
      const limit = Number(query.get('limit') ?? 50);
      const start = Number(query.get('after') ?? 0);
      const found = db.connections.filter((connection) =>
        `${connection.name} ${connection.description}`.toLowerCase().includes(search),
      );
      const next = start + limit < found.length ? String(start + limit) : undefined;
      return HttpResponse.json({
        items: found.slice(start, start + limit).map((connection) => summary(db, connection)),
        ...(next === undefined ? {} : { next }),
      });
    }),
    http.post<never, NewConnection>(`${base}/connections`, async ({ request }) => {
      const body = await request.json();
      const errors = invalidities(body);
      if (errors.length > 0)
        return refuse(422, 'connection-invalid', 'The connection cannot be saved like this.', { errors });
      const at = new Date().toISOString();
      const connection: Connection = {
        ...body,
        id: fixtures.connectionId(db.connections.length + 100),
        version: 1,
        on: false,
        secrets: {},
        problems: [],
        createdAt: at,
        createdBy: fixtures.me.name,
        modifiedAt: at,
        modifiedBy: fixtures.me.name,
      };
      connection.problems = hindrances(connection);
      db.connections.unshift(connection);
      return answer(connection, 201);
    }),
    http.get(`${base}/connections/:id`, ({ params }) => {
      const connection = find(params.id);
      return connection ? answer(connection) : notFound('connection');
    }),
    http.put<{ id: string }, ConnectionContent>(`${base}/connections/:id`, async ({ params, request }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      const body = await request.json();
      if (body.name === sentinels.staleName && !asked.has(connection.id)) {
        asked.add(connection.id);
        Object.assign(connection, {
          version: connection.version + 1,
          description: 'Reworded meanwhile.',
          setup: { ...connection.setup, username: 'tills-reader' },
          goals: connection.goals.map((goal) => ({ ...goal, source: { ...goal.source, folder: '/customers/new' } })),
          modifiedBy: 'Ines Integrator',
          modifiedAt: new Date().toISOString(),
        });
      }
      const match = request.headers.get('If-Match');
      if (match === null) return refuse(428, 'if-match-missing', 'The header If-Match is missing.');
      if (match !== `"${connection.version}"`)
        return refuse(412, 'connection-changed', 'Somebody else saved this connection meanwhile.', {
          current: connection,
        });
      const errors = invalidities(body);
      if (errors.length > 0)
        return refuse(422, 'connection-invalid', 'The connection cannot be saved like this.', { errors });
      Object.assign(connection, body, {
        version: connection.version + 1,
        modifiedAt: new Date().toISOString(),
        modifiedBy: fixtures.me.name,
      });
      connection.problems = hindrances(connection);
      return answer(connection);
    }),
    http.delete(`${base}/connections/:id`, ({ params }) => {
      if (db.live.some((live) => live.summary.connectionId === params.id))
        return refuse(409, 'connection-running', 'The connection is running. Stop its run first.');
      db.connections = db.connections.filter((connection) => connection.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.put<{ id: string }, { on: boolean }>(`${base}/connections/:id/on`, async ({ params, request }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      connection.on = (await request.json()).on;
      if (!connection.on)
        db.live
          .filter((live) => live.summary.connectionId === connection.id)
          .forEach((live) => stopRun(db, live.summary.id));
      return answer(connection);
    }),
    http.put<{ id: string; field: string }, { value: string }>(
      `${base}/connections/:id/secrets/:field`,
      ({ params }) => {
        const connection = find(params.id);
        if (!connection) return notFound('connection');
        connection.secrets[params.field] = {
          set: true,
          setElsewhere: false,
          setAt: new Date().toISOString(),
          setBy: fixtures.me.name,
        };
        connection.problems = hindrances(connection);
        return new HttpResponse(null, { status: 204 });
      },
    ),
    http.delete(`${base}/connections/:id/secrets/:field`, ({ params }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      connection.secrets[String(params.field)] = { set: false, setElsewhere: false };
      connection.problems = hindrances(connection);
      return new HttpResponse(null, { status: 204 });
    }),
    http.post<{ id: string }, UnsavedSetup>(`${base}/connections/:id/test`, async ({ params, request }) => {
      const connection = find(params.id);
      if (!connection) return notFound('connection');
      const body = await request.json();
      const known = Object.fromEntries(
        Object.entries(connection.secrets).map(([field, secret]) => [field, secret.set]),
      );
      return HttpResponse.json(
        testReport({ setup: { ...connection.setup, ...body.setup }, secrets: body.secrets ?? {}, known }),
      );
    }),
    http.post<{ id: string }, { source: FileSource } & UnsavedSetup>(
      `${base}/connections/:id/source-preview`,
      async ({ request }) => {
        const { source } = await request.json();
        if (source.folder === sentinels.missingFolder)
          return refuse(422, 'source-unreadable', 'The folder /missing does not exist on the server.', {
            reason: 'folder-missing',
            remedy: 'Check how the folder is written, capitals included, or ask the owner of the server.',
          });
        const used = source.format ?? fixtures.format;
        const header = used.kind === 'JSON_LINES' || used.header;
        const files =
          source.folder === sentinels.emptyFolder
            ? []
            : ['2026-11-23', '2026-11-22'].map((day, index) => ({
                path: `${source.folder}/customers-${day}.csv`,
                name: `customers-${day}.csv`,
                size: 14_872_331 - index * 40_000,
                modified: fixtures.ago(300 + index * 1440),
                alreadyImported: index > 0,
              }));
        const rightSeparator = used.kind === 'CSV' && used.separator === ';';
        const rename = (record: SourceRecord): SourceRecord =>
          header
            ? record
            : {
                ...record,
                values: Object.fromEntries(
                  Object.values(record.values).map((value, index) => [`Column ${index + 1}`, value]),
                ),
              };
        const glue = (record: SourceRecord): SourceRecord => ({
          ...record,
          values: { [Object.keys(record.values).join(';')]: [Object.values(record.values).join(';')] },
        });
        const records =
          files.length === 0 ? [] : fixtures.records.map((record) => (rightSeparator ? rename(record) : glue(record)));
        const guesses = {
          email: 'EMAIL',
          phone: 'PHONE',
          born: 'DATE',
          points: 'NUMBER',
          spent: 'DECIMAL',
          newsletter: 'BOOLEAN',
        } as const;
        const cleaning: Record<string, Processor[]> = {
          phone: [{ kind: 'CLEAN_PHONE', region: 'NL' }],
          born: [{ kind: 'DATE_FORMAT', patterns: ['yyyy-MM-dd', 'd-M-yyyy'] }],
          spent: [{ kind: 'NUMBER_FORMAT', decimalSeparator: ',', groupingSeparator: '.' }],
        };
        return HttpResponse.json({
          files,
          format: used,
          detected: fixtures.format,
          fields: Object.entries(records[0]?.values ?? {}).map(([name, values]) => ({
            name,
            guessedType: name in guesses ? guesses[name as keyof typeof guesses] : 'TEXT',
            ...(values[0] === undefined ? {} : { example: values[0] }),
            cleaning: cleaning[name] ?? [],
            unfit: 0,
          })),
          records,
          broken:
            files.length === 0
              ? []
              : [
                  {
                    line: 9,
                    reason: 'ragged-line',
                    message: 'The record has 3 fields where 11 are expected.',
                    raw: 'C-100999;half@example.com;Half',
                  },
                ],
          ...(files.length === 0 ? { note: 'No file in this folder fits the name pattern.' } : {}),
        });
      },
    ),
    http.post<{ id: string }, { goal: Goal; records: SourceRecord[] }>(
      `${base}/connections/:id/mapping-preview`,
      async ({ request }) => {
        const { goal, records } = await request.json();
        return HttpResponse.json({ records: records.map((record) => mapRecord(record, goal.mapping, db.properties)) });
      },
    ),

    http.post<{ id: string }, { rereadFinished?: boolean }>(
      `${base}/connections/:id/runs`,
      async ({ params, request }) => {
        const connection = find(params.id);
        if (!connection) return notFound('connection');
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
        return HttpResponse.json(startRun(db, connection.id, { kind: 'MANUAL', by: fixtures.me.name }), {
          status: 202,
        });
      },
    ),
    http.get(`${base}/connections/:id/runs`, ({ params }) =>
      HttpResponse.json({ items: db.runs.filter((run) => run.connectionId === params.id) }),
    ),
    http.get(`${base}/runs`, ({ request }) => {
      const state = new URL(request.url).searchParams.get('state');
      return HttpResponse.json({
        items: state === 'running' ? db.runs.filter((run) => run.endedAt === undefined) : db.runs.slice(0, 50),
      });
    }),
    http.get(`${base}/runs/:id`, ({ params }) => {
      const run = findRun(params.id);
      return run ? HttpResponse.json(detail(db, run)) : notFound('run');
    }),
    http.get(`${base}/runs/:id/events`, ({ params, request }) => {
      const run = findRun(params.id);
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
      const run = findRun(params.id);
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
      const run = findRun(params.id);
      if (!run) return notFound('run');
      return HttpResponse.json({
        items: [
          {
            at: run.createdAt,
            level: 'INFO',
            message: 'The run began with 1 file: customers-2026-11-23.csv (14.9 MB).',
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
        items: db.profiles.slice(0, 8).map((profile, index) => ({
          profileId: profile.id,
          disposition: index % 3 === 0 ? 'CREATED' : 'UPDATED',
          at: fixtures.ago(95),
          label: profile.values.find((value) => value.property === 'email')?.values[0] ?? profile.id,
        })),
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
    http.get(`${base}/runs/:id/rejected`, ({ params }) => {
      const run = findRun(params.id);
      return HttpResponse.json({
        items: Array.from({ length: run?.counts.rejected ?? 0 }, (_, index) => ({
          number: index * 31 + 8,
          line: index * 31 + 9,
          file: 'customers-2026-11-23.csv',
          reason: index % 4 === 0 ? 'ragged-line' : 'bad-value',
          message:
            index % 4 === 0
              ? 'The record has 3 fields where 11 are expected.'
              : index % 4 === 1
                ? `The value "0${index}" of the field "phone" is not a phone number.`
                : 'The value "j.mueller(at)example" of the field "email" is not an e-mail address.',
          ...(index % 4 === 0
            ? {}
            : index % 4 === 1
              ? { field: 'phone', value: `0${index}` }
              : { field: 'email', value: 'j.mueller(at)example' }),
          raw:
            index % 4 === 0
              ? 'C-100999;half@example.com;Half'
              : 'C-100336;j.mueller(at)example;Jürgen;Müller;06-12345676;Köln;DE',
        })),
      });
    }),
    http.post(`${base}/runs/:id/stop`, ({ params }) => {
      stopRun(db, String(params.id));
      return new HttpResponse(null, { status: 202 });
    }),
    http.post(`${base}/runs/:id/resume`, ({ params }) => {
      const run = findRun(params.id);
      if (!run) return notFound('run');
      if (run.state !== 'STOPPED' && run.state !== 'FAILED')
        return refuse(409, 'run-not-resumable', 'Only a stopped or failed run can be resumed.');
      run.state = 'RUNNING';
      delete run.endedAt;
      delete run.problem;
      db.live.push({ summary: run, begunAt: Date.now() - (run.counts.read / 12_000) * 1000, total: 100_000 });
      return new HttpResponse(null, { status: 202 });
    }),
    http.post(`${base}/runs/:id/replay`, ({ params }) => {
      const run = findRun(params.id);
      if (!run) return notFound('run');
      return HttpResponse.json(
        startRun(db, run.connectionId, { kind: 'REPLAY', by: fixtures.me.name, ofRun: run.id }, 5_000),
        { status: 202 },
      );
    }),

    http.get(`${base}/profile-properties`, () => HttpResponse.json({ items: db.properties })),
    http.post<never, NewProperty>(`${base}/profile-properties`, async ({ request }) => {
      const body = await request.json();
      if (db.properties.some((property) => property.id === body.id))
        return refuse(409, 'property-exists', 'A property with this id exists already.', {
          errors: [{ pointer: '/id', code: 'taken', message: 'This id is taken.' }],
        });
      const property = { ...body, number: db.properties.length + 1 };
      db.properties.push(property);
      return HttpResponse.json(property, { status: 201 });
    }),
    http.post<never, { items: NewProperty[] }>(`${base}/profile-properties/batch`, async ({ request }) => {
      const { items } = await request.json();
      const taken = items.find((item) => db.properties.some((property) => property.id === item.id));
      if (taken) return refuse(409, 'property-id-taken', `There is a property with the id ${taken.id} already.`);
      const made = items.map((item, index) => ({ ...item, number: db.properties.length + 1 + index }));
      db.properties.push(...made);
      return HttpResponse.json({ items: made }, { status: 201 });
    }),
    http.put<{ id: string }, { name: string; choices?: string[]; pii: boolean }>(
      `${base}/profile-properties/:id`,
      async ({ params, request }) => {
        const property = db.properties.find((candidate) => candidate.id === params.id);
        if (!property) return notFound('property');
        return HttpResponse.json(Object.assign(property, await request.json()));
      },
    ),
    http.delete<{ id: string }>(`${base}/profile-properties/:id`, ({ params, request }) => {
      const users = db.connections.filter((connection) =>
        connection.goals.some((goal) => goal.mapping.some((row) => row.property === params.id)),
      );
      const having = db.profiles.filter(({ values }) => values.some(({ property }) => property === params.id)).length;
      if (users.length + having > 0 && !new URL(request.url).searchParams.has('force'))
        return refuse(
          409,
          'property-in-use',
          users.length > 0
            ? `The property '${params.id}' is mapped by '${users[0]?.name}'.`
            : `${having} profiles have values of the property '${params.id}', which are deleted with it for good.`,
          {
            usedBy: users.map((connection) => ({ connectionId: connection.id, connectionName: connection.name })),
            profiles: { atLeast: having, exact: true },
          },
        );
      db.properties = db.properties.filter((property) => property.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(`${base}/profiles`, ({ request }) => {
      const identifier = new URL(request.url).searchParams.get('identifier')?.trim().toLowerCase();
      const identifiers = ['customer-number', 'email'];
      return HttpResponse.json({
        items: db.profiles
          .map((profile) => ({
            id: profile.id,
            label: ['first-name', 'last-name']
              .flatMap((id) => profile.values.find((value) => value.property === id)?.values ?? [])
              .join(' '),
            identifiers: Object.fromEntries(
              profile.values
                .filter((value) => identifiers.includes(value.property))
                .map((value) => [value.property, value.values]),
            ),
            modifiedAt: profile.modifiedAt,
          }))
          .filter(
            (profile) =>
              !identifier ||
              Object.values(profile.identifiers)
                .flat()
                .some((value) => value.toLowerCase() === identifier),
          ),
      });
    }),
    http.get(`${base}/profiles/:id`, ({ params }) => {
      const profile = db.profiles.find((candidate) => candidate.id === params.id);
      return profile ? HttpResponse.json(profile) : notFound('profile');
    }),
    http.put<{ id: string }, { values: Record<string, string[]> }>(
      `${base}/profiles/:id`,
      async ({ params, request }) => {
        const profile = db.profiles.find((candidate) => candidate.id === params.id);
        if (!profile) return notFound('profile');
        const { values } = await request.json();
        if (values['last-name']?.includes(sentinels.staleName) && !asked.has(profile.id)) {
          asked.add(profile.id);
          profile.version += 1;
        }
        if (request.headers.get('If-Match') !== `"${profile.version}"`)
          return refuse(412, 'profile-changed', 'Somebody or a run changed this profile meanwhile.');
        const email = values.email?.find((value) => !value.includes('@'));
        if (email !== undefined)
          return refuse(422, 'profile-invalid', 'A value does not fit.', {
            errors: [
              { pointer: '/values/email/0', code: 'not-an-email', message: `“${email}” is not an e-mail address.` },
            ],
          });
        const holder = db.profiles.find(
          (other) =>
            other !== profile &&
            other.values.some(
              (value) =>
                ['email', 'customer-number'].includes(value.property) &&
                value.values.some((held) => values[value.property]?.includes(held)),
            ),
        );
        if (holder)
          return refuse(409, 'identifier-taken', 'Another profile has this identifier.', { profileId: holder.id });
        const person = { kind: 'PERSON', by: fixtures.me.name, at: new Date().toISOString() } as const;
        // What is left out goes, as in the service.
        profile.values = Object.entries(values)
          .filter(([, list]) => list.length > 0)
          .map(([property, list]) => {
            const held = profile.values.find((value) => value.property === property);
            const same = held !== undefined && JSON.stringify(held.values) === JSON.stringify(list);
            return same ? held : { property, values: list, origin: person };
          });
        profile.version += 1;
        return HttpResponse.json(profile);
      },
    ),
    http.delete(`${base}/profiles/:id`, ({ params }) => {
      db.profiles = db.profiles.filter((profile) => profile.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
