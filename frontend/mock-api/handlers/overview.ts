import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Attention, Connection, ConnectionFacets, ConnectionSummary } from '@/api/types';
import type { Db } from '../db';
import { ago } from '../fixtures/clock';
import { base, notFound, refuse } from './answers';
import { chosenOf, reservation, summary } from './connectionRules';

type Kind = keyof ConnectionFacets;

const kinds: Record<Kind, (connection: ConnectionSummary, db: Db) => { value: string; name: string }[]> = {
  label: ({ labels }) => labels.map(({ id, name }) => ({ value: id, name })),
  type: ({ type }) => [{ value: type.id, name: type.name }],
  status: ({ status }) => word(status),
  outcome: ({ lastRun }) =>
    word(
      lastRun === undefined
        ? 'NEVER_RAN'
        : lastRun.endedAt === undefined
          ? 'RUNNING'
          : lastRun.state === 'FINISHED' && lastRun.counts.rejected > 0
            ? 'FINISHED_WITH_REJECTED'
            : lastRun.state,
    ),
  direction: ({ direction }) => word(direction),
  favorite: ({ favorite }) => word(String(favorite)),
  on: ({ on }) => word(String(on)),
  creator: ({ createdBy }) => word(createdBy),
  attention: ({ attention }) => word(String(attention !== undefined)),
  objective: ({ id }, db) =>
    (ownOf(db, id)?.objectives ?? []).map((value) => ({ value, name: nameOf(db, 'objective', value) })),
  channel: ({ id }, db) => {
    const own = ownOf(db, id);
    return own ? chosenOf(own).map((value) => ({ value, name: nameOf(db, 'channel', value) })) : [];
  },
};

const ownOf = (db: Db, id: string) => db.connections.find((connection) => connection.id === id);

const nameOf = (db: Db, kind: 'objective' | 'channel', id: string) =>
  (kind === 'objective' ? db.objectives : db.channels).find((one) => one.id === id)?.name ?? id;

/** What is asked for and is not there is refused where it stands. */
function unknownIn(db: Db, wanted: Wanted, pointer = '') {
  const errors = (['objective', 'channel'] as const).flatMap((kind) =>
    (wanted[kind] ?? [])
      .filter((id) => !(kind === 'objective' ? db.objectives : db.channels).some((one) => one.id === id))
      .map((id) => ({
        pointer: `${pointer}/${kind}`,
        code: `${kind}-unknown`,
        message: `There is no ${kind} ${kind === 'objective' ? `'${id}'` : id} (any more).`,
      })),
  );
  return errors.length === 0 ? undefined : refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors });
}

const word = (value: string) => [{ value, name: value }];

const sorts: Record<string, (connection: ConnectionSummary) => string | number> = {
  name: ({ name }) => name.toLowerCase(),
  type: ({ type }) => type.name,
  status: ({ status }) => status,
  on: ({ on }) => Number(on),
  lastRun: ({ lastRun }) => lastRun?.createdAt ?? '',
  created: ({ createdAt }) => createdAt,
  modified: ({ modifiedAt }) => modifiedAt,
  favorite: ({ favorite }) => Number(favorite),
  attention: ({ attention, lastRun, modifiedAt }) =>
    `${attention ? reasons.indexOf(attention.reason) : reasons.length} ${String(
      1e13 - new Date(lastRun?.endedAt ?? modifiedAt).getTime(),
    ).padStart(13, '0')}`,
};

const reasons: Attention[] = ['CONFIGURATION_ERROR', 'RUN_FAILED', 'RECORDS_REJECTED', 'NOT_CONFIGURED'];

type Wanted = Partial<Record<Kind, string[]>> & { search?: string };

function wantedBy(query: URLSearchParams): Wanted {
  return {
    search: query.get('search') ?? '',
    ...Object.fromEntries(Object.keys(kinds).map((kind) => [kind, query.getAll(kind)])),
  };
}

function matching(db: Db, wanted: Wanted, except?: Kind) {
  const words = (wanted.search ?? '').toLowerCase().split(/\s+/);
  return db.connections
    .map((connection) => summary(db, connection))
    .filter((connection) => {
      const said = [
        connection.name,
        connection.description,
        connection.type.name,
        ...connection.labels.map((l) => l.name),
      ]
        .join(' ')
        .toLowerCase();
      return words.every((each) => said.includes(each));
    })
    .filter((connection) =>
      (Object.keys(kinds) as Kind[]).every((kind) => {
        const chosen = wanted[kind] ?? [];
        return (
          kind === except ||
          chosen.length === 0 ||
          kinds[kind](connection, db).some(({ value }) => chosen.includes(value))
        );
      }),
    );
}

function sorted(connections: ConnectionSummary[], sort: string) {
  const descending = sort.startsWith('-');
  const value = sorts[descending ? sort.slice(1) : sort] ?? sorts.name;
  return value === undefined
    ? connections
    : connections.toSorted((a, b) => {
        const [x, y] = [value(a), value(b)];
        const order = x < y ? -1 : x > y ? 1 : 0;
        return (descending ? -order : order) || a.name.localeCompare(b.name);
      });
}

function relabel(db: Db, connection: Connection, add: string[], remove: string[]) {
  const same = (one: string, other: string) => one.toLowerCase() === other.trim().toLowerCase();
  const kept = connection.labels.filter(({ name }) => !remove.some((gone) => same(name, gone)));
  const added = add
    .filter((name) => !kept.some((label) => same(label.name, name)))
    .map((name) => {
      const known = db.labels.find((label) => same(label.name, name));
      if (known) return known;
      const made = { id: crypto.randomUUID(), name: name.trim(), createdAt: ago(0), createdBy: db.me.name };
      db.labels.push(made);
      return made;
    })
    .map(({ id, name }) => ({ id, name }));
  connection.labels = [...kept, ...added].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The list of all connections, its menus, and what is done to many. */
export function overviewHandlers(db: Db): HttpHandler[] {
  return [
    http.get(`${base}/connections`, ({ request }) => {
      const query = new URL(request.url).searchParams;
      const wanted = wantedBy(query);
      const unknown = unknownIn(db, wanted);
      if (unknown) return unknown;
      const found = sorted(matching(db, wanted), query.get('sort') ?? 'name');
      const start = Number(query.get('skip') ?? query.get('after') ?? 0);
      const end = start + Number(query.get('limit') ?? 50);
      return HttpResponse.json({
        items: found.slice(start, end),
        total: found.length,
        ...(end < found.length ? { next: String(end) } : {}),
      });
    }),
    http.get<{ id: string }>(`${base}/connections/:id/summary`, ({ params }) => {
      const connection = db.connections.find(({ id }) => id === params.id);
      if (!connection) return notFound('connection');
      if (db.withoutStatus) return refuse(500, 'internal-error', 'Something went wrong here.');
      const alike = db.connections.filter(({ name }) => name.toLowerCase() === connection.name.toLowerCase());
      return HttpResponse.json({ ...summary(db, connection), namesakes: alike.length - 1 });
    }),
    http.get(`${base}/connections/facets`, ({ request }) => {
      const wanted = wantedBy(new URL(request.url).searchParams);
      const unknown = unknownIn(db, wanted);
      if (unknown) return unknown;
      return HttpResponse.json(
        Object.fromEntries(
          (Object.keys(kinds) as Kind[]).map((kind) => {
            const counts = new Map<string, { value: string; name: string; count: number }>();
            if (kind === 'objective' || kind === 'channel')
              for (const value of wanted[kind] ?? [])
                counts.set(value, { value, name: nameOf(db, kind, value), count: 0 });
            for (const each of matching(db, wanted, kind).flatMap((one) => kinds[kind](one, db)))
              counts.set(each.value, { ...each, count: (counts.get(each.value)?.count ?? 0) + 1 });
            return [kind, [...counts.values()].toSorted((a, b) => b.count - a.count)];
          }),
        ),
      );
    }),
    http.post<
      never,
      { action: string; ids?: string[]; filter?: Record<string, unknown>; add?: string[]; remove?: string[] }
    >(`${base}/connections/bulk`, async ({ request }) => {
      const { action, ids, filter, add = [], remove = [] } = await request.json();
      const wanted = Object.fromEntries(
        Object.entries(filter ?? {}).map(([name, value]) => [
          name,
          name === 'search' || Array.isArray(value) ? value : [String(value)],
        ]),
      ) as Wanted;
      const unknown = unknownIn(db, wanted, '/filter');
      if (unknown) return unknown;
      const chosen = ids ?? matching(db, wanted).map(({ id }) => id);
      const done: string[] = [];
      const refused: { id: string; name: string; code: string; message: string }[] = [];
      for (const id of chosen) {
        const connection = db.connections.find((each) => each.id === id);
        const running = db.live.some((live) => live.summary.connectionId === id);
        if (!connection)
          refused.push({ id, name: '', code: 'connection-not-found', message: 'It may have been deleted.' });
        else if (reservation(db, connection) !== undefined)
          refused.push({
            id,
            name: connection.name,
            code: 'editing-reserved',
            message: reservation(db, connection) ?? '',
          });
        else if (action === 'DELETE' && running)
          refused.push({
            id,
            name: connection.name,
            code: 'connection-running',
            message: 'This connection is running. Stop the run or wait for its end, then delete it.',
          });
        else {
          done.push(id);
          if (action === 'LABEL') relabel(db, connection, add, remove);
          else if (action === 'DELETE') db.connections = db.connections.filter((each) => each.id !== id);
          else connection.on = action === 'TURN_ON';
        }
      }
      return HttpResponse.json({ done, refused });
    }),
  ];
}
