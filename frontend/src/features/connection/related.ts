import type { Goal } from '@/api/types';

/** Ids of the properties that goals match by or write, each once, in the order of their first use. */
export function propertiesOf(goals: Goal[]): string[] {
  const found = goals.flatMap((goal) => [
    ...goal.matching.anyOf.flat(),
    ...goal.mapping.map(({ property }) => property),
  ]);
  return [...new Set(found)].filter((id) => id !== '');
}
