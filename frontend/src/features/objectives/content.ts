import { z } from 'zod';
import type { FieldError, Objective, ObjectiveColour } from '@/api/types';
import { tooLong } from '@/lib/longest';
import { text } from '@/lib/text';

const colours = Object.keys(text.objectives.colours) as [ObjectiveColour, ...ObjectiveColour[]];

export const schema = z.object({
  name: z
    .string()
    .trim()
    .min(1, text.common.required)
    .max(...tooLong(text.common.aName, 100)),
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, text.objectives.idBad),
  zones: z.array(z.string()),
  title: z.string().max(...tooLong(text.objectives.aTitle, 200)),
  text: z.string().max(...tooLong(text.objectives.theText, 5_000)),
  colour: z.enum(colours),
  cleansUp: z.boolean(),
});

export type Content = z.infer<typeof schema>;

export const nothing: Content = { name: '', id: '', zones: [], title: '', text: '', colour: 'BLUE', cleansUp: false };

export const contentOf = ({ name, id, zones, title, text: shown, colour, cleansUp }: Objective): Content => ({
  name,
  id,
  zones,
  title,
  text: shown,
  colour,
  cleansUp,
});

/** The field that what is wrong belongs to: that of a zone to all of them. */
export function fieldOf({ pointer }: FieldError): keyof Content | undefined {
  const field = pointer.split('/')[1] ?? '';
  return field in schema.shape ? (field as keyof Content) : undefined;
}

const words: Record<keyof Content, string> = {
  name: text.objectives.name,
  id: text.objectives.id,
  zones: text.objectives.zones,
  title: text.objectives.visitorTitle,
  text: text.objectives.visitorText,
  colour: text.objectives.colour,
  cleansUp: text.objectives.whenRefused,
};

/** What is not the same in both, as the page calls it. */
export function differing(mine: Content, theirs: Content): string[] {
  return (Object.keys(words) as (keyof Content)[])
    .filter((field) => JSON.stringify(sorted(mine[field])) !== JSON.stringify(sorted(theirs[field])))
    .map((field) => words[field]);
}

const sorted = (value: string | string[] | boolean) =>
  Array.isArray(value) ? value.toSorted() : typeof value === 'string' ? value.trim() : value;
