import { $api } from '@/api/client';

const useMe = () => $api.useQuery('get', '/api/v1/me', {}, { staleTime: 60_000 }).data;

/** Who is signed in; known wherever something is shown. */
export function useMyId(): string {
  return useMe()?.id ?? '';
}

/** The roles of the signed-in person. */
export function useMyRoles(): string[] {
  return useMe()?.roles ?? [];
}

/** What the signed-in person may do. The service decides; the page only avoids offering what would be refused. */
export function useMay(permission: string): boolean {
  return useMe()?.permissions.includes(permission) ?? false;
}
