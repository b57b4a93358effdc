import { $api } from '@/api/client';

/** What the signed-in person may do. The service decides; the page only avoids offering what would be refused. */
export function useMay(permission: string): boolean {
  const { data } = $api.useQuery('get', '/api/v1/me', {}, { staleTime: 60_000 });
  return data?.permissions.includes(permission) ?? false;
}
