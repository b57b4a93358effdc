import type { Consents, ConsentStatement, Objective } from '@/api/types';

export interface AboutObjective {
  id: string;
  name: string;
  /** What the person said last; undefined: nothing. */
  said: ConsentStatement | undefined;
  /** What counts no more, the latest first. */
  past: ConsentStatement[];
  /** Under the law that counts for the person. */
  needsConsent: boolean;
}

const REST_OF_WORLD = 'rest-of-world';

/**
 * Every objective with what the person said of it. First those that were spoken of, then those of which silence matters;
 * each by name.
 */
export function aboutObjectives(
  { current, past, countedZone }: Pick<Consents, 'current' | 'past' | 'countedZone'>,
  objectives: Pick<Objective, 'id' | 'name' | 'zones'>[],
  zonesInUse: string[],
): AboutObjective[] {
  const named = new Map(objectives.map(({ id, name }) => [id, name]));
  for (const { objective, objectiveName } of [...current, ...past])
    if (!named.has(objective)) named.set(objective, objectiveName ?? objective);
  const counted = (zone: string) => (zonesInUse.includes(zone) ? zone : REST_OF_WORLD);
  const needing = new Set(
    objectives
      .filter(({ zones }) => countedZone !== undefined && zones.map(counted).includes(countedZone))
      .map(({ id }) => id),
  );
  const rank = ({ said, past: before, needsConsent }: AboutObjective) =>
    said || before.length > 0 ? 0 : needsConsent ? 1 : 2;
  return [...named]
    .map(([id, name]) => ({
      id,
      name,
      said: current.find(({ objective }) => objective === id),
      past: past.filter(({ objective }) => objective === id),
      needsConsent: needing.has(id),
    }))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
}
