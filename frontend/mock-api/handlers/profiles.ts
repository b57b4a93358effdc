import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Db } from '../db';
import { me } from '../fixtures/access';
import { sentinels } from '../sentinels';
import { base, notFound, refuse } from './answers';

export function profileHandlers(db: Db): HttpHandler[] {
  const asked = new Set<string>();

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
    http.delete(`${base}/profiles/:id`, ({ params }) => {
      db.profiles = db.profiles.filter((profile) => profile.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
