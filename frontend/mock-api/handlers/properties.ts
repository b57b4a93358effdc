import { http, HttpResponse, type HttpHandler } from 'msw';
import type { NewProperty } from '@/api/types';
import type { Db } from '../db';
import { base, notFound, refuse } from './answers';

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
  ];
}
