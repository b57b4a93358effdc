import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { $api, api, done } from '@/api/client';
import { useRunningRuns } from '@/components/run/useRunningRuns';
import { hoursOf } from './buckets';
import type { Range } from './range';

/** Where the list of connections keeps its pages: what changes them asks for these again too. */
const listKey = ['connections', 'list'];
const calmly = 30_000;

export const shownAttention = 6;

const attentionQuery = { attention: true, sort: 'attention', limit: shownAttention };

export const useAttention = () =>
  useQuery({
    queryKey: [...listKey, attentionQuery],
    queryFn: ({ signal }) => done(api.GET('/api/v1/connections', { params: { query: attentionQuery }, signal })),
    refetchInterval: calmly,
  });

const starredQuery = { favorite: true, limit: 200 };

/** How the starred connections do. */
export const useStarredConnections = () =>
  useQuery({
    queryKey: [...listKey, starredQuery],
    queryFn: ({ signal }) => done(api.GET('/api/v1/connections', { params: { query: starredQuery }, signal })),
    refetchInterval: calmly,
  });

export const useFavorites = () => $api.useQuery('get', '/api/v1/favorites', { params: { query: { limit: 200 } } });

export const useLastUsed = () =>
  $api.useQuery('get', '/api/v1/last-used', { params: { query: { limit: 6 } } }, { staleTime: 0 });

const endedKey = ['get', '/api/v1/runs', { params: { query: { state: 'ended', limit: 6 } } }];

export const useEndedRuns = () =>
  $api.useQuery(
    'get',
    '/api/v1/runs',
    { params: { query: { state: 'ended', limit: 6 } } },
    { refetchInterval: calmly },
  );

const totalsKey = ['get', '/api/v1/runs/hourly-totals'];

export const useTotals = (range: Range, now: Date) =>
  $api.useQuery(
    'get',
    '/api/v1/runs/hourly-totals',
    { params: { query: { hours: hoursOf(range, now) } } },
    { refetchInterval: calmly, placeholderData: keepPreviousData },
  );

/** What runs; when a run ends, all that tells of ended ones is asked for again. */
export function useRunningAndWhatEnds() {
  const running = useRunningRuns();
  const queries = useQueryClient();
  const before = useRef<string[]>([]);
  useEffect(() => {
    if (!running.data) return;
    const now = running.data.items.map(({ id }) => id);
    if (before.current.some((id) => !now.includes(id)))
      for (const queryKey of [endedKey, totalsKey, listKey]) void queries.invalidateQueries({ queryKey });
    before.current = now;
  }, [running.data, queries]);
  return running;
}
