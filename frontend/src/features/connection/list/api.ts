import {
  keepPreviousData,
  queryOptions,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, done } from '@/api/client';
import type { ConnectionSummary } from '@/api/types';
import { timeZone } from '@/lib/format';
import { connectionsKey } from '../keys';
import { queryOf, sortText, type ListQuery, type ListState } from './state';

const pageSize = 100;
/** Rows out of sight whose pages are asked for, so that they are there when one gets to them. */
const ahead = 40;

/** Where pages begin: what is asked for stays the same while one scrolls within them. */
export const pagesAround = (from: number, to: number) => ({
  from: Math.floor(Math.max(0, from - ahead) / pageSize) * pageSize,
  to: Math.floor((to + ahead) / pageSize) * pageSize,
});

type Asked = Pick<ListState, 'search' | 'filters' | 'sort'>;

const pageOf = (state: Asked, page: number) => {
  const query = {
    ...queryOf(state),
    sort: sortText(state.sort),
    limit: pageSize,
    ...(page > 0 ? { skip: page * pageSize } : {}),
  };
  return queryOptions({
    queryKey: [...connectionsKey, query],
    queryFn: ({ signal }) => done(api.GET('/api/v1/connections', { params: { query }, signal })),
  });
};

/** The rows between two places, and how many there are; what scrolls into view is fetched page by page. */
export function useConnectionList(state: Asked, from: number, to: number) {
  const queries = useQueryClient();
  const first = useQuery({ ...pageOf(state, 0), placeholderData: keepPreviousData, refetchInterval: 5_000 });
  const pages: number[] = [];
  const last = Math.floor(Math.max(0, (first.data?.total ?? 0) - 1) / pageSize);
  for (let page = Math.max(1, Math.floor(from / pageSize)); page <= Math.min(Math.floor(to / pageSize), last); page++)
    pages.push(page);
  const seen = useQueries({ queries: pages.map((page) => pageOf(state, page)) });
  const row = (index: number): ConnectionSummary | undefined => {
    const page = Math.floor(index / pageSize);
    return (page === 0 ? first : seen[pages.indexOf(page)])?.data?.items[index % pageSize];
  };
  /** Also of rows that nobody has scrolled to. */
  const idsBetween = useCallback(
    async (one: number, other: number) => {
      const [low, high] = one < other ? [one, other] : [other, one];
      const ids: string[] = [];
      for (let page = Math.floor(low / pageSize); page <= Math.floor(high / pageSize); page++) {
        const { items } = await queries.query({ ...pageOf(state, page), staleTime: 10_000 });
        items.forEach((item, place) => {
          const index = page * pageSize + place;
          if (index >= low && index <= high) ids.push(item.id);
        });
      }
      return ids;
    },
    [queries, state],
  );
  const failed = [first, ...seen].find((query) => query.isError);
  return { first, total: first.data?.total ?? 0, row, idsBetween, failed };
}

export const useFacets = (state: Pick<ListState, 'search' | 'filters'>, enabled: boolean) =>
  useQuery({
    queryKey: [...connectionsKey, 'facets', queryOf(state)],
    queryFn: ({ signal }) => done(api.GET('/api/v1/connections/facets', { params: { query: queryOf(state) }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });

/** The menu holds the channels that are chosen most; the service knows the others. */
export const useOtherChannels = (sought: string, enabled: boolean) =>
  useQuery({
    queryKey: ['get', '/api/v1/channels', 'to filter by', sought],
    queryFn: ({ signal }) =>
      done(api.GET('/api/v1/channels', { params: { query: { search: sought, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
    enabled: enabled && sought !== '',
  }).data?.items;

export type BulkAction =
  { action: 'TURN_ON' | 'TURN_OFF' | 'DELETE' } | { action: 'LABEL'; add: string[]; remove: string[] };
export type Chosen = { ids: string[] } | { filter: ListQuery; total: number };

const mostIds = 500;

/** More than one request takes go in several; what each says is put together. */
export async function changeMany(action: BulkAction, chosen: Chosen) {
  const change = (body: Chosen) => done(api.POST('/api/v1/connections/bulk', { body: { ...action, ...body } }));
  if (!('ids' in chosen)) return change(chosen);
  const all = { done: [] as string[], refused: [] as { id: string; name: string; code: string; message: string }[] };
  for (let start = 0; start < chosen.ids.length; start += mostIds) {
    const part = await change({ ids: chosen.ids.slice(start, start + mostIds) });
    all.done.push(...part.done);
    all.refused.push(...part.refused);
  }
  return all;
}

/** All that was shown lately. */
function shownIn(queries: QueryClient): ConnectionSummary[] {
  const pages = queries.getQueriesData<{ items?: ConnectionSummary[] }>({ queryKey: connectionsKey });
  return pages.flatMap(([, page]) => page?.items ?? []);
}

/** The names of all that was shown lately. */
export const namesIn = (queries: QueryClient) => new Map(shownIn(queries).map(({ id, name }) => [id, name] as const));

/** Which of all that was shown lately are on. */
export const onIn = (queries: QueryClient) => new Map(shownIn(queries).map(({ id, on }) => [id, on] as const));

const unready = ['NOT_CONFIGURED', 'CONFIGURATION_ERROR'] as const;
type Unready = (typeof unready)[number];
const isUnready = (status: string): status is Unready => unready.some((each) => each === status);

/** What switching on would lead to that one might not expect. */
export interface TurnOnAhead {
  /** How many would be on without being able to run. */
  counts: Record<Unready, number>;
  /** Which those are, where each was chosen by itself. */
  idle: ConnectionSummary[];
  /** How many are others' to change, as far as one knows. */
  reserved: number;
}

export async function aheadOfTurnOn(chosen: Chosen, queries: QueryClient): Promise<TurnOnAhead> {
  if ('ids' in chosen) {
    const shown = new Map(shownIn(queries).map((one) => [one.id, one]));
    const all = chosen.ids.flatMap((id) => shown.get(id) ?? []);
    const idle = all.filter(({ on, mayEdit, status }) => !on && mayEdit && isUnready(status));
    const having = (status: Unready) => idle.filter((one) => one.status === status).length;
    return {
      counts: { NOT_CONFIGURED: having('NOT_CONFIGURED'), CONFIGURATION_ERROR: having('CONFIGURATION_ERROR') },
      idle,
      reserved: all.filter(({ mayEdit }) => !mayEdit).length,
    };
  }
  const { on, status, ...others } = chosen.filter;
  // Whoever chose among those that are on switches nothing.
  const found = on
    ? []
    : (await done(api.GET('/api/v1/connections/facets', { params: { query: { ...others, on: false } } }))).status;
  const having = (wanted: Unready) =>
    status && !status.includes(wanted) ? 0 : (found.find(({ value }) => value === wanted)?.count ?? 0);
  return {
    counts: { NOT_CONFIGURED: having('NOT_CONFIGURED'), CONFIGURATION_ERROR: having('CONFIGURATION_ERROR') },
    idle: [],
    reserved: 0,
  };
}

export function exportAddress(state: Asked, columns: string[]): string {
  const asked = new URLSearchParams({ sort: sortText(state.sort), zone: timeZone() });
  for (const [name, value] of Object.entries(queryOf(state)) as [string, string | string[] | boolean][])
    for (const each of Array.isArray(value) ? value : [value]) asked.append(name, String(each));
  const served = ['favorite', 'on', 'name', 'type', 'direction', 'status', 'lastRun', 'labels', 'created', 'modified'];
  columns.filter((column) => served.includes(column)).forEach((column) => asked.append('column', column));
  return `/api/v1/connections/export.csv?${asked}`;
}
