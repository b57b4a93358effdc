import { http, HttpResponse, type HttpHandler } from 'msw';
import type { Consents, ExplainedRule, Explanation, FieldError, Objective, Profile, RecordConsent } from '@/api/types';
import type { Db } from '../db';
import type { StoredConsents } from '../fixtures/consents';
import { readAddress, tryScope } from '../scopes';
import { sentinels } from '../sentinels';
import { base, notFound, refuse } from './answers';

/** What one person consented to, and what follows of it for a connection. */
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

  /** Here what only an objective justifies is where people live. */
  function clear(profile: Profile, { name }: Objective, at: string) {
    profile.values = profile.values.filter(({ property }) => property !== 'city');
    db.profileChanges.set(profile.id, [
      { at, kind: 'CLEARED', by: name, before: [{ property: 'city', values: [] }] },
      ...(db.profileChanges.get(profile.id) ?? []),
    ]);
  }

  function consent(connectionId: string, stored: StoredConsents): ExplainedRule {
    const linked = db.connections.find(({ id }) => id === connectionId)?.objectives ?? [];
    const zone = counted(stored.zone);
    const regime = regimeOf(zone);
    const objectives = linked.map((id) => {
      const objective = db.objectives.find((one) => one.id === id);
      const said = stored.current.find((one) => one.objective === id);
      return {
        id,
        ...(objective ? { name: objective.name } : {}),
        needsConsent: objective?.zones.some((each) => counted(each) === zone) ?? false,
        ...(said ? { answer: said.answer, at: said.at } : {}),
      };
    });
    const needing = objectives.filter(({ needsConsent }) => needsConsent);
    const names = (some: { name?: string }[]) => some.map(({ name }) => `"${name ?? ''}"`).join(' or ');
    const told = (holds: boolean, reason: string): ExplainedRule => ({
      kind: 'CONSENT',
      holds,
      decides: false,
      reason,
      ...(stored.readable ? { consent: { zone: stored.zone, countedZone: zone, regime, objectives } } : {}),
    });
    if (linked.length === 0) return told(true, 'The connection is linked to no objective: it processes everybody.');
    if (!stored.readable) return told(false, "The profile's consent could not be read.");
    if (needing.length === 0) return told(true, `None of its objectives needs consent in the zone ${named(zone)}.`);
    if (regime === 'OPT_IN')
      return needing.some(({ answer }) => answer === 'GRANTED')
        ? told(true, `Consented to at least one objective that needs consent in the zone ${named(zone)} (opt-in).`)
        : told(false, `Not consented to ${names(needing)}, which needs consent in the zone ${named(zone)} (opt-in).`);
    const refused = needing.filter(({ answer }) => answer === 'REFUSED');
    return refused.length === 0
      ? told(true, `Refused no objective that needs consent in the zone ${named(zone)} (opt-out).`)
      : told(false, `Refused ${names(refused.slice(0, 1))}, in the zone ${named(zone)} (opt-out).`);
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
      if (profile) {
        profile.version += 1;
        for (const { objective, answer } of body.statements ?? []) {
          const refused = db.objectives.find(({ id, cleansUp }) => id === objective && cleansUp);
          if (refused && answer === 'REFUSED') clear(profile, refused, at);
        }
      }
      if (body.zone !== undefined) {
        stored.zone = body.zone;
        if (profile) profile.zone = body.zone;
      }
      return HttpResponse.json(seen(params.id, stored));
    }),
    http.get<{ id: string }>(`${base}/profiles/:id/explanation`, ({ params, request }) => {
      const query = new URL(request.url).searchParams;
      const stored = db.consents.get(params.id);
      const connection = db.connections.find(({ id }) => id === query.get('connection'));
      if (!stored) return notFound('profile');
      const url = query.get('url')?.trim() ?? '';
      const address = url === '' ? undefined : readAddress(url);
      if (address && 'pointer' in address)
        return refuse(422, 'request-invalid', address.message, { errors: [address] });
      if (!connection) return notFound('connection');
      const scope = address && tryScope(db.channels, connection.scope, address);
      const rules: ExplainedRule[] = [
        {
          kind: 'ON',
          holds: connection.on,
          decides: false,
          reason: connection.on ? 'The connection is On.' : 'The connection is Off: it processes nobody.',
        },
        ...(scope
          ? [{ kind: 'SCOPE', holds: scope.active, decides: false, reason: scope.reason, scope } as const]
          : []),
        consent(connection.id, stored),
      ];
      const decides = rules.find(({ holds }) => !holds);
      if (decides) decides.decides = true;
      const explanation: Explanation = {
        profileId: params.id,
        connectionId: connection.id,
        connectionName: connection.name,
        processed: decides === undefined,
        rules,
      };
      return HttpResponse.json(explanation);
    }),
  ];
}
