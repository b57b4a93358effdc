import { useQueryClient } from '@tanstack/react-query';
import { $api, api, done } from '@/api/client';
import type { Property, PropertyType } from '@/api/contract';
import { slug } from '@/lib/slug';

export function useProperties() {
  const queries = useQueryClient();
  const query = $api.useQuery('get', '/api/v1/profile-properties', {}, { staleTime: 30_000 });
  async function create(name: string, type: PropertyType, identifier = false): Promise<Property> {
    const property = await done(
      api.POST('/api/v1/profile-properties', {
        body: { id: slug(name), name, type, identifier, pii: type === 'EMAIL' || type === 'PHONE' },
      }),
    );
    await queries.invalidateQueries({ queryKey: ['get', '/api/v1/profile-properties'] });
    return property;
  }
  return { properties: query.data?.items ?? [], create };
}
