import { $api } from '@/api/client';
import type { Goal, MappingRow, PreparedColumn, Property } from '@/api/types';
import type { Fields } from './fields';

/** What the connection's type knows of its files: each column once, and by what a goal would match. */
export function usePrepared(typeId: string, goal: Goal) {
  const { data } = $api.useQuery(
    'get',
    '/api/v1/connection-types/{id}/goals',
    { params: { path: { id: typeId } } },
    { staleTime: Infinity, retry: false },
  );
  const prepared = data?.items ?? [];
  // Several goals of one type read different files; the name pattern tells which this one is.
  const own =
    prepared.find((one) => one.goal.source.namePattern === goal.source.namePattern) ??
    (prepared.length === 1 ? prepared[0] : undefined);
  return { columns: own?.columns ?? [], matchBy: own?.matchBy ?? [] };
}

/** The columns as far as the type knows them, until somebody has looked into a file. */
export const fieldsOf = (columns: PreparedColumn[]): Fields =>
  columns.map(({ column, type, cleaning }) => ({ name: column, guessedType: type, cleaning, unfit: 0 }));

/** Groups of identifiers that are all mapped now; a goal that matches by something already keeps that. */
export function matchingWith(goal: Goal, rows: MappingRow[], matchBy: string[][], properties: Property[]) {
  if (goal.matching.anyOf.some((group) => group.length > 0)) return goal.matching;
  const mapped = new Set([...goal.mapping, ...rows].map((row) => row.property.toLowerCase()));
  const identifiers = new Map(
    properties.filter((property) => property.identifier).map((property) => [property.id.toLowerCase(), property.id]),
  );
  const anyOf = matchBy
    .filter((group) => group.every((id) => mapped.has(id.toLowerCase()) && identifiers.has(id.toLowerCase())))
    .map((group) => group.map((id) => identifiers.get(id.toLowerCase()) ?? id));
  return { anyOf };
}
