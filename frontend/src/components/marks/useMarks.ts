import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { NamedObject } from '@/api/types';

/** Asks again for all that shows the labels and the star of a thing. */
export function useMarksChanged({ kind, id }: NamedObject) {
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['get', '/api/v1/favorites'] }),
        queries.invalidateQueries({ queryKey: ['get', '/api/v1/labels'] }),
        queries.invalidateQueries({ queryKey: ['get', '/api/v1/labels/{id}/objects'] }),
        ...(kind === 'channel'
          ? [
              queries.invalidateQueries({ queryKey: ['get', '/api/v1/channels'] }),
              queries.invalidateQueries({ queryKey: ['get', '/api/v1/channels/{id}'] }),
            ]
          : []),
        ...(kind === 'connection'
          ? [
              queries.invalidateQueries({ queryKey: ['connections', 'list'] }),
              queries.invalidateQueries({
                queryKey: ['get', '/api/v1/connections/{id}', { params: { path: { id } } }],
              }),
            ]
          : []),
        ...(kind === 'objective'
          ? [
              queries.invalidateQueries({ queryKey: ['get', '/api/v1/objectives'] }),
              queries.invalidateQueries({
                queryKey: ['get', '/api/v1/objectives/{id}', { params: { path: { id } } }],
              }),
            ]
          : []),
      ]),
    [queries, kind, id],
  );
}
