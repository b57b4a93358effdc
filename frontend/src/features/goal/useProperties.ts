import { useQueryClient } from '@tanstack/react-query';
import { $api, api, done } from '@/api/client';
import type { NewProperty, Property, PropertyType } from '@/api/types';
import { slug } from '@/lib/slug';

interface Wanted {
  name: string;
  type: PropertyType;
  identifier: boolean;
}

const PERSONAL = /name|birth|born|geboren|geburt|naam|nom|street|address|adres|strasse|stra\u00dfe/i;

function property({ name, type, identifier }: Wanted, taken: Set<string>): NewProperty {
  const base = slug(name).slice(0, 60) || 'property';
  let id = base;
  for (let next = 2; taken.has(id); next++) id = `${base}-${next}`;
  taken.add(id);
  return { id, name, type, identifier, pii: type === 'EMAIL' || type === 'PHONE' || PERSONAL.test(name) };
}

export function useProperties() {
  const queries = useQueryClient();
  const query = $api.useQuery('get', '/api/v1/profile-properties', {}, { staleTime: 30_000 });
  const properties = query.data?.items ?? [];
  /** Makes all of them or none, in one request. */
  async function create(wanted: Wanted[]): Promise<Property[]> {
    if (wanted.length === 0) return [];
    const taken = new Set(properties.map(({ id }) => id.toLowerCase()));
    const made = await done(
      api.POST('/api/v1/profile-properties/batch', { body: { items: wanted.map((one) => property(one, taken)) } }),
    );
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/profile-properties'] });
    return made.items;
  }
  return { properties, create };
}
