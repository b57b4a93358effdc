import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, done } from '@/api/client';

const typesKey = ['get', '/api/v1/connection-types'];

function useChange(change: (id: string) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    // Waited for, so that whoever goes on from here sees the type as it is now.
    onSuccess: (_, id) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: typesKey }),
        queries.invalidateQueries({
          queryKey: ['get', '/api/v1/connection-types/{id}', { params: { path: { id } } }],
        }),
      ]),
  });
}

export const useInstalling = () =>
  useChange((id) => done(api.PUT('/api/v1/connection-types/{id}/installation', { params: { path: { id } } })));

export const useUninstalling = () =>
  useChange((id) => done(api.DELETE('/api/v1/connection-types/{id}/installation', { params: { path: { id } } })));
