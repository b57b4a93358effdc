import type { ConsentRow, Goal, MappingRow } from './types';

/** The rows that lead into properties; a goal that only shows values has none. */
export const mappingOf = (goal: Goal): MappingRow[] => (goal.kind === 'EXPORT_VARIABLES' ? [] : goal.mapping);

export const consentOf = (goal: Goal): ConsentRow[] => (goal.kind === 'IMPORT_PROFILES' ? goal.consent : []);

/** Ids of the properties that a goal needs, as often as it does. */
export function propertiesNeededBy(goal: Goal): string[] {
  switch (goal.kind) {
    case 'IMPORT_PROFILES':
      return [...goal.matching.anyOf.flat(), ...goal.mapping.map(({ property }) => property)];
    case 'IMPORT_VARIABLES':
      return goal.mapping.map(({ property }) => property);
    case 'EXPORT_VARIABLES':
      return goal.values.map(({ property }) => property);
  }
}
