import { z } from 'zod';

/** How far back the charts look. */
export const ranges = ['day', 'week', 'month'] as const;
export type Range = (typeof ranges)[number];

export const homeSearch = z.object({ range: z.enum(ranges).optional().catch(undefined) });
