import { propertiesNeededBy } from '@/api/goalParts';
import type { Goal } from '@/api/types';

const once = (ids: string[]) => [...new Set(ids)].filter((id) => id !== '');

/** Ids of the properties that goals match by or write, each once, in the order of their first use. */
export const propertiesOf = (goals: Goal[]): string[] =>
  once(goals.filter(({ kind }) => kind !== 'EXPORT_VARIABLES').flatMap(propertiesNeededBy));

/** Ids of those that goals show to pages. */
export const propertiesShownBy = (goals: Goal[]): string[] =>
  once(goals.filter(({ kind }) => kind === 'EXPORT_VARIABLES').flatMap(propertiesNeededBy));
