import { http, HttpResponse, type HttpHandler } from 'msw';
import type { FieldError, Label, LabelRef, NamedObject } from '@/api/types';
import type { Db } from '../db';
import { me } from '../fixtures/access';
import { labelId, type StoredLabel } from '../fixtures/labels';
import { base, notFound, page, refuse } from './answers';
import { reservation } from './connectionRules';

const MOST = 20;
const key = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();

interface Marked {
  object: NamedObject;
  marks: { labels: LabelRef[]; favorite: boolean };
}

/** Labels, stars and what was used last. */
export function labelHandlers(db: Db): HttpHandler[] {
  let made = db.labels.length;

  function marksOf(kind: string, id: string) {
    const at = `${kind} ${id}`;
    const marks = db.marks.get(at) ?? { labels: [], favorite: false };
    db.marks.set(at, marks);
    return marks;
  }
  const all = (): Marked[] =>
    [
      ...db.connections.map((connection) => ({
        object: { kind: 'connection' as const, id: connection.id, name: connection.name },
        marks: connection,
      })),
      ...db.properties.map(({ id, name }) => ({
        object: { kind: 'profile-property' as const, id, name },
        marks: marksOf('profile-property', id),
      })),
      ...db.objectives.map(({ id, name }) => ({
        object: { kind: 'objective' as const, id, name },
        marks: marksOf('objective', id),
      })),
      ...db.channels.map((channel) => ({
        object: { kind: 'channel' as const, id: channel.id, name: channel.name },
        marks: channel,
      })),
      ...db.labels.map(({ id, name }) => ({
        object: { kind: 'label' as const, id, name },
        marks: marksOf('label', id),
      })),
    ].toSorted((a, b) => a.object.name.localeCompare(b.object.name));
  const find = (kind: string, id: string) => all().find(({ object }) => object.kind === kind && object.id === id);
  const withLabel = (id: string) => all().filter(({ marks }) => marks.labels.some((label) => label.id === id));
  const used = (label: StoredLabel): Label => ({ ...label, uses: withLabel(label.id).length });
  const byName = (name: string) => db.labels.find((label) => key(label.name) === key(name));
  const label = (id: unknown) => db.labels.find((candidate) => candidate.id === id);

  function wrong(pointer: string, name: string): FieldError[] {
    if (name.trim() === '') return [{ pointer, code: 'required', message: 'Give the label a name.' }];
    if (name.includes(','))
      return [{ pointer, code: 'comma', message: 'A label has no comma: it separates one label from the next.' }];
    if (Array.from(name).length > 60)
      return [{ pointer, code: 'too-long', message: 'A label has at most 60 characters.' }];
    return [];
  }
  function create(name: string): StoredLabel {
    const one = {
      id: labelId(++made),
      name: name.trim().replace(/\s+/g, ' '),
      createdAt: new Date().toISOString(),
      createdBy: me.name,
    };
    db.labels.push(one);
    return one;
  }
  function change(
    found: Marked | undefined,
    what: 'connection' | 'property' | 'objective' | 'channel',
    add: string[],
    remove: string[],
  ) {
    if (!found) return notFound(what);
    const connection = db.connections.find(({ id }) => found.object.kind === 'connection' && id === found.object.id);
    const reserved = connection && reservation(db, connection);
    if (reserved !== undefined) return refuse(403, 'editing-reserved', reserved);
    const errors = add.flatMap((name, index) => wrong(`/add/${index}`, name));
    if (errors.length > 0) return refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors });
    const kept = found.marks.labels.filter(({ name }) => !remove.some((gone) => key(gone) === key(name)));
    const added = add
      .filter((name) => !kept.some((one) => key(one.name) === key(name)))
      .map((name) => byName(name) ?? create(name))
      .map(({ id, name }) => ({ id, name }));
    if (kept.length + added.length > MOST)
      return refuse(422, 'request-invalid', `One object has at most ${MOST} labels.`, {
        errors: [{ pointer: '/add', code: 'too-many', message: `One object has at most ${MOST} labels.` }],
      });
    found.marks.labels = [...kept, ...added].toSorted((a, b) => a.name.localeCompare(b.name));
    return HttpResponse.json({ items: found.marks.labels });
  }

  const changing = (path: string, kind: string, what: 'connection' | 'property' | 'objective' | 'channel') =>
    http.patch<{ id: string }, { add?: string[]; remove?: string[] }>(
      `${base}/${path}/:id/labels`,
      async ({ params, request }) => {
        const { add = [], remove = [] } = await request.json();
        return change(find(kind, params.id), what, add, remove);
      },
    );
  const replacing = (path: string, kind: string, what: 'connection' | 'property' | 'objective' | 'channel') =>
    http.put<{ id: string }, { names: string[] }>(`${base}/${path}/:id/labels`, async ({ params, request }) => {
      const { names } = await request.json();
      const found = find(kind, params.id);
      const gone = found?.marks.labels
        .map(({ name }) => name)
        .filter((name) => !names.some((n) => key(n) === key(name)));
      return change(found, what, names, gone ?? []);
    });

  return [
    changing('connections', 'connection', 'connection'),
    replacing('connections', 'connection', 'connection'),
    changing('profile-properties', 'profile-property', 'property'),
    replacing('profile-properties', 'profile-property', 'property'),
    changing('objectives', 'objective', 'objective'),
    replacing('objectives', 'objective', 'objective'),
    changing('channels', 'channel', 'channel'),
    replacing('channels', 'channel', 'channel'),
    http.get(`${base}/labels`, ({ request }) => {
      const search = key(new URL(request.url).searchParams.get('search') ?? '');
      const found = db.labels
        .filter(({ name }) => key(name).includes(search))
        .map(used)
        .toSorted((a, b) => b.uses - a.uses || a.name.localeCompare(b.name));
      return HttpResponse.json(page(request, found));
    }),
    http.post<never, { name: string }>(`${base}/labels`, async ({ request }) => {
      const { name } = await request.json();
      const errors = wrong('/name', name);
      if (errors.length > 0) return refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors });
      const taken = byName(name);
      if (taken) return refuse(409, 'label-name-taken', 'Another label has this name.', { label: taken });
      return HttpResponse.json(used(create(name)), { status: 201 });
    }),
    http.get(`${base}/labels/:id`, ({ params }) => {
      const one = label(params.id);
      return one ? HttpResponse.json(used(one)) : notFound('label');
    }),
    http.put<{ id: string }, { name: string }>(`${base}/labels/:id`, async ({ params, request }) => {
      const one = label(params.id);
      if (!one) return notFound('label');
      const { name } = await request.json();
      const errors = wrong('/name', name);
      if (errors.length > 0) return refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors });
      const taken = byName(name);
      if (taken && taken.id !== one.id)
        return refuse(409, 'label-name-taken', 'Another label has this name.', {
          label: { id: taken.id, name: taken.name },
        });
      one.name = name.trim();
      for (const { marks } of withLabel(one.id))
        marks.labels = marks.labels.map((each) => (each.id === one.id ? { id: one.id, name: one.name } : each));
      return HttpResponse.json(used(one));
    }),
    http.post<{ id: string }, { into: string }>(`${base}/labels/:id/merge`, async ({ params, request }) => {
      const one = label(params.id);
      const into = label((await request.json()).into);
      if (!one || !into) return notFound('label');
      const had = withLabel(one.id);
      for (const { marks } of had)
        marks.labels = [
          ...marks.labels.filter(({ id }) => id !== one.id && id !== into.id),
          { id: into.id, name: into.name },
        ];
      db.labels = db.labels.filter(({ id }) => id !== one.id);
      return HttpResponse.json({ label: used(into), objects: had.length });
    }),
    http.delete<{ id: string }>(`${base}/labels/:id`, ({ params }) => {
      if (!label(params.id)) return notFound('label');
      const had = withLabel(params.id);
      for (const { marks } of had) marks.labels = marks.labels.filter(({ id }) => id !== params.id);
      db.labels = db.labels.filter(({ id }) => id !== params.id);
      return HttpResponse.json({ objects: had.length });
    }),
    http.get<{ id: string }>(`${base}/labels/:id/objects`, ({ params, request }) =>
      label(params.id)
        ? HttpResponse.json(
            page(
              request,
              withLabel(params.id).map(({ object }) => object),
            ),
          )
        : notFound('label'),
    ),
    http.get(`${base}/favorites`, ({ request }) =>
      HttpResponse.json(
        page(
          request,
          all()
            .filter(({ marks }) => marks.favorite)
            .map(({ object }) => object),
        ),
      ),
    ),
    http.put<{ kind: string; id: string }>(`${base}/favorites/:kind/:id`, ({ params }) => {
      const found = find(params.kind, params.id);
      if (!found) return notFound('object');
      found.marks.favorite = true;
      return new HttpResponse(null, { status: 204 });
    }),
    http.delete<{ kind: string; id: string }>(`${base}/favorites/:kind/:id`, ({ params }) => {
      const found = find(params.kind, params.id);
      if (found) found.marks.favorite = false;
      return new HttpResponse(null, { status: 204 });
    }),
    http.get(`${base}/last-used`, () =>
      HttpResponse.json({
        items: db.used.flatMap(({ kind, id }) => {
          const found = find(kind, id);
          return found ? [{ ...found.object, usedAt: new Date().toISOString() }] : [];
        }),
      }),
    ),
    http.put<{ kind: string; id: string }>(`${base}/last-used/:kind/:id`, ({ params }) => {
      if (!find(params.kind, params.id)) return notFound('object');
      db.used = [params, ...db.used.filter(({ kind, id }) => kind !== params.kind || id !== params.id)];
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
