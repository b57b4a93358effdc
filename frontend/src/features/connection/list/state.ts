import { z } from 'zod';
import type { Schemas } from '@/api/types';
import { columnIds, type ColumnId } from './columns';

/** What the list can be narrowed by, in the words of the API. */
export const filterKinds = [
  'status',
  'outcome',
  'label',
  'type',
  'direction',
  'creator',
  'favorite',
  'on',
  'attention',
  'objective',
  'channel',
] as const;
export type FilterKind = (typeof filterKinds)[number];
export type Filters = Partial<Record<FilterKind, string[]>>;

export const sortKeys = [
  'name',
  'type',
  'status',
  'on',
  'lastRun',
  'created',
  'modified',
  'favorite',
  'attention',
] as const;
export type SortKey = (typeof sortKeys)[number];

/** The list as somebody looks at it: all of it stands in the address, so that a link shows the same. */
export interface ListState {
  search: string;
  filters: Filters;
  sort: { key: SortKey; descending: boolean };
  /** Undefined: as the person likes them. */
  columns?: ColumnId[] | undefined;
}

const values = z.array(z.string()).optional().catch(undefined);
const either = z.boolean().optional().catch(undefined);

export const listSearch = z.object({
  search: z.string().optional().catch(undefined),
  /** Of the gallery, which lies over the list. */
  gallery: either,
  all: either,
  category: z.string().optional().catch(undefined),
  sort: z.string().optional().catch(undefined),
  status: values,
  outcome: values,
  label: values,
  type: values,
  direction: values,
  creator: values,
  favorite: either,
  on: either,
  attention: either,
  objective: values,
  channel: values,
  columns: z.array(z.enum(columnIds)).optional().catch(undefined),
});
export type ListSearch = z.infer<typeof listSearch>;

const yesNo = new Set<FilterKind>(['favorite', 'on', 'attention']);

export function sortOf(text: string | undefined): ListState['sort'] {
  const descending = text?.startsWith('-') ?? false;
  const key = sortKeys.find((each) => each === (descending ? text?.slice(1) : text));
  return key ? { key, descending } : { key: 'name', descending: false };
}

export const sortText = ({ key, descending }: ListState['sort']) => (descending ? '-' : '') + key;

export function stateOf(search: ListSearch): ListState {
  const filters: Filters = {};
  for (const kind of filterKinds) {
    const value = search[kind];
    if (Array.isArray(value) && value.length > 0) filters[kind] = value;
    else if (typeof value === 'boolean') filters[kind] = [String(value)];
  }
  return { search: search.search ?? '', filters, sort: sortOf(search.sort), columns: search.columns };
}

export function searchOf({ search, filters, sort, columns }: ListState): ListSearch {
  const sorted = sortText(sort);
  return {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...Object.fromEntries(filterKinds.flatMap((kind) => (filters[kind] ? [[kind, filters[kind]]] : []))),
    ...Object.fromEntries(
      [...yesNo].flatMap((kind) => (filters[kind]?.length === 1 ? [[kind, filters[kind].includes('true')]] : [])),
    ),
    ...(sorted === 'name' ? {} : { sort: sorted }),
    ...(columns ? { columns } : {}),
  };
}

/** As the API reads it behind the question mark. What an address says wrongly the API refuses, naming the field. */
export type ListQuery = Schemas['ConnectionListFilter'];

export function queryOf({ search, filters }: Pick<ListState, 'search' | 'filters'>): ListQuery {
  const { favorite, on, attention, ...many } = filters;
  return {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(many as Omit<ListQuery, 'favorite' | 'on' | 'attention'>),
    // Both chosen is as good as none.
    ...(favorite?.length === 1 ? { favorite: favorite[0] === 'true' } : {}),
    ...(on?.length === 1 ? { on: on[0] === 'true' } : {}),
    ...(attention?.length === 1 ? { attention: attention[0] === 'true' } : {}),
  };
}

export const isFiltered = ({ search, filters }: ListState) =>
  search.trim() !== '' || Object.values(filters).some((chosen) => chosen.length > 0);

export function toggled(filters: Filters, kind: FilterKind, value: string): Filters {
  const chosen = filters[kind] ?? [];
  const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  const { [kind]: _, ...others } = filters;
  return next.length > 0 ? { ...others, [kind]: next } : others;
}
