import { $api } from '@/api/client';
import type { ImportGoal, PreparedColumn, Property } from '@/api/types';
import type { Fields } from './fields';

/** What the connection's type knows of its files: each column once, and by what a goal would match. */
export function usePrepared(typeId: string, goal: ImportGoal) {
  const { data } = $api.useQuery(
    'get',
    '/api/v1/connection-types/{id}/goals',
    { params: { path: { id: typeId } } },
    { staleTime: Infinity, retry: false },
  );
  const prepared = data?.items ?? [];
  // Several goals of one type read different files; the name pattern tells which this one is.
  const own =
    prepared.find((one) => one.goal.kind === goal.kind && one.goal.source.namePattern === goal.source.namePattern) ??
    (prepared.length === 1 ? prepared[0] : undefined);
  return { columns: own?.columns ?? [], matchBy: own?.matchBy ?? [] };
}

/** The columns as far as the type knows them, until somebody has looked into a file. */
export const fieldsOf = (columns: PreparedColumn[]): Fields =>
  columns.map(({ column, type, cleaning }) => ({ name: column, guessedType: type, cleaning, unfit: 0 }));

/** The columns that no row takes yet, into a property or as what somebody said. */
export function remainingOf(fields: Fields, { mapping, consent }: ImportGoal): Fields {
  const taken = new Set([...mapping, ...consent].map(({ field }) => field));
  return fields.filter(({ name }) => !taken.has(name));
}

/** Properties by which a goal could match: what is one in another spelling is the same. */
function identifiersOf(goal: ImportGoal, added: readonly string[], properties: Identifying[]) {
  const mapped = new Set([...goal.mapping.map((row) => row.property), ...added].map((id) => id.toLowerCase()));
  const identifiers = new Map(
    properties.filter(({ identifier }) => identifier).map(({ id }) => [id.toLowerCase(), id] as const),
  );
  return (id: string) => (mapped.has(id.toLowerCase()) ? identifiers.get(id.toLowerCase()) : undefined);
}

type Identifying = Pick<Property, 'id' | 'identifier'>;

const given = (goal: ImportGoal) => goal.matching.anyOf.filter((group) => group.length > 0);
const keyOf = (group: string[]) => JSON.stringify(group.map((id) => id.toLowerCase()).sort());

/** What the type matches by, as far as all of it is mapped once these are added. */
function completeGroups(goal: ImportGoal, added: readonly string[], matchBy: string[][], properties: Identifying[]) {
  const identifierOf = identifiersOf(goal, added, properties);
  return matchBy.flatMap((group) => {
    const ids = group.map(identifierOf).filter((id) => id !== undefined);
    return ids.length === group.length ? [ids] : [];
  });
}

/** What is ticked before anybody chose: what the type matches by, unless somebody chose something else before. */
export function suggestedMatch(
  goal: ImportGoal,
  added: readonly string[],
  matchBy: string[][],
  properties: Identifying[],
) {
  const prepared = new Set(matchBy.map(keyOf));
  if (!given(goal).every((group) => prepared.has(keyOf(group)))) return [];
  return completeGroups(goal, added, matchBy, properties).flat();
}

/**
 * What a goal matches by, with what a person chose as further alternatives: what matched before still does.
 * Identifiers that the type takes together, such as a shop and its customer number, are one alternative.
 */
export function matchingWith(
  goal: ImportGoal,
  added: readonly string[],
  matchBy: string[][],
  properties: Identifying[],
  chosen: string[],
): ImportGoal['matching'] {
  const identifierOf = identifiersOf(goal, added, properties);
  const ids = new Set(chosen.map(identifierOf).filter((id) => id !== undefined));
  const together = completeGroups(goal, added, matchBy, properties).filter((group) => group.every((id) => ids.has(id)));
  const alone = [...ids].filter((id) => !together.flat().includes(id)).map((id) => [id]);
  const anyOf = [...given(goal), ...together, ...alone];
  return { anyOf: anyOf.filter((group, at) => anyOf.findIndex((other) => keyOf(other) === keyOf(group)) === at) };
}
