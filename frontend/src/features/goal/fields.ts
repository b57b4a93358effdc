import type { ConsentRow, MappingRow, SourcePreview, SourceRecord } from '@/api/types';
import { text } from '@/lib/text';

export type Fields = SourcePreview['fields'];

/** Several values as one reads them. */
export const said = (values: string[] | undefined) =>
  values && values.length > 0 ? values.join(' · ') : text.goal.empty;

/** What the example record has in the row's column, before anything is done to it. */
export const exampleOf = ({ field }: MappingRow | ConsentRow, record: SourceRecord | undefined) =>
  field === undefined ? [] : (record?.values[field] ?? []);

/** The choices of a select, from the words for them. */
export const options = <K extends string>(words: Record<K, string>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));
