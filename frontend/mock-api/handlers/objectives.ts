import { http, HttpResponse, type HttpHandler } from 'msw';
import type {
  ChangedObjective,
  FieldError,
  NewObjective,
  Objective,
  PrivacySettings,
  PrivacySettingsContent,
} from '@/api/types';
import type { Db } from '../db';
import { knownZones, textOf } from '../fixtures/objectives';
import { sentinels } from '../sentinels';
import { base, notFound, page, refuse, versioned } from './answers';

type Link = { id: string; connectionId: string };

const key = (id: string) => id.toLowerCase();

/** Objectives and privacy settings. */
export function objectiveHandlers(db: Db): HttpHandler[] {
  const find = (id: string) => db.objectives.find((objective) => objective.id === id);
  const byName = () => db.objectives.toSorted((a, b) => a.name.localeCompare(b.name));

  function seen(objective: Objective): Objective {
    return { ...objective, ...db.marks.get(`objective ${objective.id}`) };
  }
  function wrong(body: ChangedObjective): FieldError[] {
    return body.name.trim() === ''
      ? [{ pointer: '/name', code: 'required', message: 'Give the objective a name.' }]
      : [];
  }
  function seenSettings(): PrivacySettings {
    const named = (code: string) => db.objectives.filter(({ zones }) => zones.includes(code)).length;
    const counted = <Z extends { code: string }>(zone: Z) => ({ ...zone, objectives: named(zone.code) });
    return {
      ...db.privacySettings,
      zones: db.privacySettings.zones.map(counted),
      others: db.privacySettings.others.map(counted),
    };
  }

  function link({ id, connectionId }: Link, on: boolean) {
    const connection = db.connections.find((candidate) => candidate.id === connectionId);
    if (!find(id)) return notFound('objective');
    if (!connection) return notFound('connection');
    const others = connection.objectives.filter((linked) => linked !== id);
    if (connection.objectives.includes(id) !== on)
      Object.assign(connection, { objectives: on ? [...others, id] : others, version: connection.version + 1 });
    return new HttpResponse(null, { status: 204 });
  }

  return [
    http.get(`${base}/objectives`, () => HttpResponse.json({ items: byName().map(seen) })),
    http.post<never, NewObjective>(`${base}/objectives`, async ({ request }) => {
      const body = await request.json();
      const errors = wrong(body);
      if (!/^[A-Za-z][A-Za-z0-9_-]{0,59}$/.test(body.id))
        errors.unshift({
          pointer: '/id',
          code: 'not-an-id',
          message: "An objective's id has 1 to 60 letters from A to Z, digits, _ and -, a letter first.",
        });
      if (errors.length > 0) return refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors });
      const there = db.objectives.find(({ id }) => key(id) === key(body.id));
      if (there)
        return refuse(
          409,
          'objective-id-taken',
          `There is an objective '${there.id}' already (upper and lower case count as the same here). Use it, or choose another id.`,
          { deleted: false },
        );
      if (db.spentObjectives.includes(key(body.id)))
        return refuse(
          409,
          'objective-id-taken',
          `The id '${body.id}' was that of an objective which is deleted. What people said about it must not come to count for another purpose, so the id is never used again. Choose another one, such as '${body.id}-2'.`,
          { deleted: true },
        );
      const now = new Date().toISOString();
      const made: Objective = {
        title: '',
        text: '',
        colour: 'GREY',
        cleansUp: false,
        ...body,
        version: 1,
        textFingerprint: '',
        labels: [],
        favorite: false,
        consents: { granted: 0, refused: 0, unknown: 100_000, estimated: false },
        createdAt: now,
        createdBy: db.me.name,
        modifiedAt: now,
        modifiedBy: db.me.name,
      };
      db.objectives.push(made);
      db.shownTexts.set(made.id, [textOf(made)]);
      return versioned(made, 201);
    }),
    http.get<{ id: string }>(`${base}/objectives/:id`, ({ params }) => {
      const found = find(params.id);
      return found ? versioned(seen(found)) : notFound('objective');
    }),
    http.put<{ id: string }, ChangedObjective>(`${base}/objectives/:id`, async ({ params, request }) => {
      const found = find(params.id);
      if (!found) return notFound('objective');
      const body = await request.json();
      if (body.name === sentinels.staleName && request.headers.get('If-Match') === '"1"') {
        Object.assign(found, { version: 2, name: 'Monthly letter', modifiedBy: 'Noah Neighbour' });
        found.modifiedAt = new Date().toISOString();
      }
      if (request.headers.get('If-Match') !== `"${found.version}"`)
        return refuse(412, 'objective-changed', `${found.modifiedBy} saved this objective meanwhile.`, {
          current: seen(found),
        });
      const errors = wrong(body);
      if (errors.length > 0) return refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors });
      const before = textOf(found);
      Object.assign(found, body, {
        version: found.version + 1,
        modifiedAt: new Date().toISOString(),
        modifiedBy: db.me.name,
      });
      if (before.title !== found.title || before.text !== found.text)
        db.shownTexts.set(found.id, [textOf(found), ...(db.shownTexts.get(found.id) ?? [before])]);
      return versioned(seen(found));
    }),
    http.delete<{ id: string }>(`${base}/objectives/:id`, ({ params }) => {
      const found = find(params.id);
      if (!found) return notFound('objective');
      const users = db.connections.filter(({ objectives }) => objectives.includes(found.id));
      if (users.length > 0)
        return refuse(409, 'objective-in-use', `The objective '${found.name}' is used by '${users[0]?.name}'.`, {
          usedBy: users.slice(0, 10).map(({ id, name }) => ({ connectionId: id, connectionName: name })),
          count: users.length,
        });
      db.objectives = db.objectives.filter(({ id }) => id !== params.id);
      db.spentObjectives.push(key(params.id));
      return new HttpResponse(null, { status: 204 });
    }),
    http.get<{ id: string }>(`${base}/objectives/:id/connections`, ({ params, request }) =>
      find(params.id)
        ? HttpResponse.json(
            page(
              request,
              db.connections
                .filter(({ objectives }) => objectives.includes(params.id))
                .map(({ id, name, on, mayEdit }) => ({ id, name, on, mayEdit }))
                .toSorted((a, b) => a.name.localeCompare(b.name)),
            ),
          )
        : notFound('objective'),
    ),
    http.put<Link>(`${base}/objectives/:id/connections/:connectionId`, ({ params }) => link(params, true)),
    http.delete<Link>(`${base}/objectives/:id/connections/:connectionId`, ({ params }) => link(params, false)),
    http.get<{ id: string }>(`${base}/objectives/:id/texts`, ({ params }) => {
      const found = find(params.id);
      const texts = db.shownTexts.get(params.id) ?? (found ? [textOf(found)] : undefined);
      return texts ? HttpResponse.json({ items: texts }) : notFound('objective');
    }),
    http.get(`${base}/privacy-settings`, () => versioned(seenSettings())),
    http.put<never, PrivacySettingsContent>(`${base}/privacy-settings`, async ({ request }) => {
      const { zones } = await request.json();
      if (request.headers.get('If-Match') !== `"${db.privacySettings.version}"`)
        return refuse(412, 'privacy-settings-changed', 'Somebody saved the privacy settings meanwhile.', {
          current: seenSettings(),
        });
      db.privacySettings = {
        version: db.privacySettings.version + 1,
        zones: knownZones.flatMap((zone) => {
          const wanted = zones.find(({ code }) => code === zone.code);
          return wanted ? [{ ...zone, regime: wanted.regime }] : [];
        }),
        others: knownZones.filter(({ code }) => !zones.some((zone) => zone.code === code)),
        savedAt: new Date().toISOString(),
        savedBy: db.me.name,
      };
      return versioned(seenSettings());
    }),
  ];
}
