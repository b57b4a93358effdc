import { z } from 'zod';
import type { PropertyType } from '@/api/types';
import { tooLong } from '@/lib/longest';
import { text } from '@/lib/text';

const types = Object.keys(text.properties.types) as [PropertyType, ...PropertyType[]];

export const longestId = 64;

/** What is typed of a property. */
export const schema = z.object({
  name: z
    .string()
    .trim()
    .min(1, text.common.required)
    .max(...tooLong(text.common.aName, 100)),
  id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, text.properties.idBad),
  type: z.enum(types),
  choices: z.array(z.string()),
  identifier: z.boolean(),
  pii: z.boolean(),
});

export type Content = z.infer<typeof schema>;
