import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { $api, api, done, send } from '@/api/client';
import type { Run } from '@/api/types';
import { paths } from '@/lib/paths';

const whileGoing = (going: boolean, every: number) => ({ refetchInterval: going ? every : (false as const) });
const of = (id: string) => ({ params: { path: { id } } });

export function useRate(runId: string, going: boolean) {
  return $api.useQuery('get', '/api/v1/runs/{id}/rate', of(runId), whileGoing(going, 2_000));
}

export function useTouched(runId: string, going: boolean) {
  return $api.useQuery('get', '/api/v1/runs/{id}/profiles', of(runId), whileGoing(going, 2_000));
}

export function useLog(runId: string, going: boolean) {
  return useInfiniteQuery({
    queryKey: ['runs', runId, 'log'],
    queryFn: ({ pageParam, signal }) =>
      done(
        api.GET('/api/v1/runs/{id}/log', {
          params: { path: { id: runId }, query: { limit: 200, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    ...whileGoing(going, 2_000),
  });
}

/** So many are fetched by themselves, so that what is wrong can be counted. */
export const rejectedAtOnce = 1_000;

export function useRejected(runId: string) {
  const query = useInfiniteQuery({
    queryKey: ['runs', runId, 'rejected'],
    queryFn: ({ pageParam, signal }) =>
      done(
        api.GET('/api/v1/runs/{id}/rejected', {
          params: { path: { id: runId }, query: { limit: 200, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  const loaded = query.data?.pages.reduce((sum, page) => sum + page.items.length, 0) ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError && loaded < rejectedAtOnce) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, loaded, fetchNextPage]);
  return query;
}

/** What was asked while the run went on is old the moment it ends. */
export function useFreshAtEnd(runId: string, going: boolean, rejected: number) {
  const client = useQueryClient();
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['runs', runId] });
  }, [client, runId, going, rejected]);
  useEffect(() => {
    if (going) return;
    for (const path of ['/api/v1/runs/{id}/rate', '/api/v1/runs/{id}/profiles'] as const)
      void client.invalidateQueries({ queryKey: $api.queryOptions('get', path, of(runId)).queryKey });
  }, [client, runId, going]);
}

export function useResume(runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => done(api.POST('/api/v1/runs/{id}/resume', of(runId))),
    onSettled: () =>
      client.invalidateQueries({ queryKey: $api.queryOptions('get', '/api/v1/runs/{id}', of(runId)).queryKey }),
  });
}

/** `key` makes a repeated upload of the same file one run. */
export function useReplay(runId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, key }: { file: File; key: string }) =>
      send<Run>(paths.replay(runId), {
        method: 'POST',
        body: file,
        headers: { 'Content-Type': 'text/csv', 'Idempotency-Key': key },
      }),
    // The run that was mended now names its replay.
    onSuccess: () =>
      client.invalidateQueries({ queryKey: $api.queryOptions('get', '/api/v1/runs/{id}', of(runId)).queryKey }),
  });
}
