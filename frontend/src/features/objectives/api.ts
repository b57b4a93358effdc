import { useQueryClient } from '@tanstack/react-query';

/** Asks again for all that tells of objectives. */
export function useObjectivesChanged() {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [
        '/api/v1/objectives',
        '/api/v1/objectives/{id}',
        '/api/v1/objectives/{id}/texts',
        '/api/v1/privacy-settings',
        '/api/v1/favorites',
        '/api/v1/labels',
      ].map((path) => queries.invalidateQueries({ queryKey: ['get', path] })),
    );
}
