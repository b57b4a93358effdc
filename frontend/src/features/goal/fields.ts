import type { SourcePreview } from '@/api/types';
import { text } from '@/lib/text';

export type Fields = SourcePreview['fields'];

/** Several values as one reads them. */
export const said = (values: string[] | undefined) =>
  values && values.length > 0 ? values.join(' · ') : text.goal.empty;

/** The choices of a select, from the words for them. */
export const options = <K extends string>(words: Record<K, string>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));
