import { http, HttpResponse, type HttpHandler } from 'msw';
import { propertiesNeededBy } from '@/api/goalParts';
import type { Goal, NewProperty } from '@/api/types';
import type { Db } from '../db';
import { sentinels } from '../sentinels';
import { base, notFound, refuse } from './answers';

/** What deleting it would cost. */
function usesOf(db: Db, id: string) {
  const needs = (goal: Goal) => propertiesNeededBy(goal).includes(id);
  return {
    usedBy: db.connections
      .filter(({ goals }) => goals.some(needs))
      .map((connection) => ({ connectionId: connection.id, connectionName: connection.name })),
    profiles: {
      atLeast: db.profiles.filter(({ values }) => values.some(({ property }) => property === id)).length,
      exact: true,
    },
  };
}

export function propertyHandlers(db: Db): HttpHandler[] {
  return [
    http.get(`${base}/profile-properties`, () => HttpResponse.json({ items: db.properties })),
    http.post<never, NewProperty>(`${base}/profile-properties`, async ({ request }) => {
      const body = await request.json();
      if (db.properties.some((property) => property.id === body.id))
        return refuse(409, 'property-id-taken', 'A property with this id exists already.', {
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
    http.get<{ id: string }>(`${base}/profile-properties/:id/uses`, ({ params }) =>
      HttpResponse.json(usesOf(db, params.id)),
    ),
    http.delete<{ id: string }>(`${base}/profile-properties/:id`, ({ params, request }) => {
      const { usedBy, profiles } = usesOf(db, params.id);
      if (params.id === sentinels.propertyNeededSince) profiles.atLeast = 1;
      const having = profiles.atLeast;
      if (usedBy.length + having > 0 && !new URL(request.url).searchParams.has('force'))
        return refuse(
          409,
          'property-in-use',
          usedBy.length > 0
            ? `The property '${params.id}' is mapped by '${usedBy[0]?.connectionName}'.`
            : `${having} profiles have values of the property '${params.id}', which are deleted with it for good.`,
          { usedBy, profiles },
        );
      db.properties = db.properties.filter((property) => property.id !== params.id);
      return new HttpResponse(null, { status: 204 });
    }),
  ];
}
