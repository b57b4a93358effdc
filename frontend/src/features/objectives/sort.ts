import { z } from 'zod';
import type { Messages } from '@/lib/text';
import { text } from '@/lib/text';

export type ObjectiveSort = keyof Messages['objectives']['sorts'];

export const objectiveSorts = Object.keys(text.objectives.sorts) as [ObjectiveSort, ...ObjectiveSort[]];

/** It stands in the address. */
export const objectiveSearch = z.object({ sort: z.enum(objectiveSorts).optional().catch(undefined) });
