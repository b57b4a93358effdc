import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Consents, FieldError, RecordConsent } from '@/api/types';
import type { Db } from '../db';
import type { StoredConsents } from '../fixtures/consents';
import { sentinels } from '../sentinels';
import { base, notFound, refuse } from './answers';

/** What one person consented to. */
export function consentHandlers(db: Db): HttpHandler[] {
  const named = (code: string) =>
    [...db.privacySettings.zones, ...db.privacySettings.others].find((zone) => zone.code === code)?.name ?? code;
  const inUse = (code: string) => db.privacySettings.zones.find((zone) => zone.code === code);
  const counted = (code: string) => (inUse(code) ? code : 'rest-of-world');
  const regimeOf = (code: string) => inUse(counted(code))?.regime ?? 'OPT_IN';

  function seen(id: string, { readable, zone, current, past }: StoredConsents): Consents {
    const version = db.profiles.find((profile) => profile.id === id)?.version ?? 1;
    return readable
      ? { profileId: id, version, readable, zone, countedZone: counted(zone), regime: regimeOf(zone), current, past }
      : { profileId: id, version, readable, current: [], past: [] };
  }

  function faults({ statements = [], source, zone }: RecordConsent): FieldError[] {
    const errors: FieldError[] = statements.flatMap(({ objective }, index) =>
      db.objectives.some(({ id }) => id === objective) && source !== sentinels.goneObjective
        ? []
        : [
            {
              pointer: `/statements/${index}/objective`,
              code: 'objective-unknown',
              message: `There is no objective '${objective}' (any more).`,
            },
          ],
    );
    if (zone !== undefined && named(zone) === zone)
      errors.push({ pointer: '/zone', code: 'zone-unknown', message: `'${zone}' is no zone that is known.` });
    return errors;
  }

  return [
    http.get<{ id: string }>(`${base}/profiles/:id/consents`, ({ params }) => {
      const stored = db.consents.get(params.id);
      return stored ? HttpResponse.json(seen(params.id, stored)) : notFound('profile');
    }),
    http.post<{ id: string }, RecordConsent>(`${base}/profiles/:id/consents`, async ({ params, request }) => {
      const stored = db.consents.get(params.id);
      if (!stored) return notFound('profile');
      const body = await request.json();
      if (body.source === sentinels.brokenSource) {
        return refuse(500, 'internal-error', 'Something went wrong here.');
      }
      if (body.source === sentinels.unreadableSince) stored.readable = false;
      if (!stored.readable)
        return refuse(409, 'consent-unreadable', 'What is stored of the profile’s consent cannot be read.');
      const errors = faults(body);
      if (errors.length > 0) return refuse(422, 'request-invalid', errors[0]?.message ?? '', { errors });
      const at = new Date().toISOString();
      for (const { objective, answer } of body.statements ?? []) {
        const before = stored.current.find((one) => one.objective === objective);
        if (before) stored.past = [before, ...stored.past];
        stored.current = [
          ...stored.current.filter((one) => one !== before),
          {
            objective,
            objectiveName: db.objectives.find(({ id }) => id === objective)?.name ?? objective,
            answer,
            at,
            evidence: {
              kind: 'STATED',
              recordedAt: at,
              by: db.me.name,
              ...(body.source ? { source: body.source } : {}),
            },
          },
        ];
      }
      const profile = db.profiles.find(({ id }) => id === params.id);
      if (profile) profile.version += 1;
      if (body.zone !== undefined) {
        stored.zone = body.zone;
        if (profile) profile.zone = body.zone;
      }
      return HttpResponse.json(seen(params.id, stored));
    }),
  ];
}
