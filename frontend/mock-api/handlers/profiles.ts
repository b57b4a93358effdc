import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Erasure, Profile, ProfileEvent } from '@/api/types';
import type { Db } from '../db';
import { me } from '../fixtures/access';
import { sentinels } from '../sentinels';
import { base, notFound, refuse } from './answers';

export function profileHandlers(db: Db): HttpHandler[] {
  const asked = new Set<string>();
  const erasures: Erasure[] = [];
  const edits = db.profileChanges;

  return [
    http.get(`${base}/profiles`, ({ request }) => {
      const identifier = new URL(request.url).searchParams.get('identifier')?.trim();
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
              Object.entries(profile.identifiers).some(([property, values]) =>
                values.includes(property === 'email' ? identifier.toLowerCase() : identifier),
              ),
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
          return refuse(422, 'request-invalid', 'A value does not fit.', {
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
        const before = profile.values
          .filter(({ property, values: held }) => JSON.stringify(held) !== JSON.stringify(values[property] ?? []))
          .map(({ property, values: held }) => ({ property, values: held }));
        edits.set(profile.id, [
          { at: new Date().toISOString(), kind: 'UPDATED', by: me.name, before },
          ...(edits.get(profile.id) ?? []),
        ]);
        const person = { kind: 'PERSON', by: me.name, at: new Date().toISOString() } as const;
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
    http.get<{ id: string }>(`${base}/profiles/:id/history`, ({ params, request }) => {
      const profile = db.profiles.find((candidate) => candidate.id === params.id);
      const erasure = erasures.find(({ profileId }) => profileId === params.id);
      if (!profile && !erasure) return notFound('profile');
      const query = new URL(request.url).searchParams;
      const all = [
        ...(erasure ? [{ at: erasure.at, kind: 'ERASED' as const, by: erasure.by, before: [] }] : []),
        ...(edits.get(params.id) ?? []),
        ...(profile ? whatRunsDid(profile) : []),
      ];
      const from = Number(query.get('after') ?? 0);
      const limit = Number(query.get('limit') ?? 50);
      return HttpResponse.json({
        items: all.slice(from, from + limit),
        ...(all.length > from + limit ? { next: String(from + limit) } : {}),
      });
    }),
    http.get(`${base}/erasures`, ({ request }) => {
      const profile = new URL(request.url).searchParams.get('profile');
      return HttpResponse.json({
        items: erasures.filter(({ profileId }) => profile === null || profile === profileId),
      });
    }),
    http.delete<{ id: string }>(`${base}/profiles/:id`, ({ params }) => {
      const profile = db.profiles.find((candidate) => candidate.id === params.id);
      if (!profile) return notFound('profile');
      db.profiles = db.profiles.filter((candidate) => candidate !== profile);
      const at = new Date().toISOString();
      const erasure: Erasure = {
        id: crypto.randomUUID(),
        profileId: params.id,
        at,
        by: me.name,
        removed: {
          identifiers: profile.values.filter(({ property }) => ['customer-number', 'email'].includes(property)).length,
          values: profile.values.reduce((sum, { values }) => sum + values.length, 0),
          statements: db.consents.get(params.id)?.current.length ?? 0,
          events: edits.get(params.id)?.length ?? 0,
          websiteEvents: 12,
          rejectedRecords: 1,
        },
        completedAt: at,
      };
      erasures.unshift(erasure);
      edits.set(
        params.id,
        // What it said and refused is forgotten with the person; of people it stays who changed something.
        (edits.get(params.id) ?? []).map(({ by, ...event }) => ({
          ...event,
          before: [],
          ...(by === undefined || event.kind === 'CLEARED' ? {} : { by }),
        })),
      );
      return HttpResponse.json(erasure);
    }),
  ];
}

/** A run a night for a month: the oldest made the profile, and then one was held back, one changed it. */
function whatRunsDid(profile: Profile): ProfileEvent[] {
  const origin = profile.values.map(({ origin: from }) => from).find(({ kind }) => kind === 'RUN');
  if (!origin?.runId || !origin.connectionId) return [];
  const run = { id: origin.runId, connectionId: origin.connectionId, connectionName: origin.connectionName ?? '' };
  const first = new Date(origin.at ?? profile.createdAt).getTime();
  return Array.from({ length: 30 }, (_, night) => ({
    at: new Date(first - night * 86_400_000).toISOString(),
    kind: night === 29 ? 'CREATED' : night === 1 ? 'HELD_BACK' : night === 2 ? 'UPDATED' : ('UNCHANGED' as const),
    run: { ...run, number: 30 - night, goal: 'Customers', record: 1_204 + night },
    before:
      night === 2
        ? [
            { property: 'last-name', values: ['de Vries'] },
            { property: 'city', values: [] },
          ]
        : [],
  }));
}
