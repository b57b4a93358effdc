import { propertiesNeededBy } from '@/api/goalParts';
import type { Goal } from '@/api/types';

/** Ids of the properties that goals match by or write, each once, in the order of their first use. */
export function propertiesOf(goals: Goal[]): string[] {
  return [...new Set(goals.flatMap(propertiesNeededBy))].filter((id) => id !== '');
}
