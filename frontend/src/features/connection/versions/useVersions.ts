import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, done } from '@/api/client';
import type { Connection, ConnectionVersion } from '@/api/types';

/** Where the page keeps what was saved of a connection. */
export const versionsKey = (id: string) => ['connections', 'versions', id] as const;

const atOnce = 21;

/** What was saved of a connection, newest first; asked for anew with each save. */
export function useVersions({ id, version }: Connection) {
  const query = useInfiniteQuery({
    queryKey: [...versionsKey(id), version],
    queryFn: ({ pageParam, signal }) =>
      done(
        api.GET('/api/v1/connections/{connection}/versions', {
          params: { path: { connection: id }, query: { limit: atOnce, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  const all: ConnectionVersion[] = query.data?.pages.flatMap(({ items }) => items) ?? [];
  // What a version changed is known once the one before it is there, so the last one waits for the next page.
  return { query, all, shown: query.hasNextPage ? all.slice(0, -1) : all };
}
