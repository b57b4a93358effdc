import { slug } from './slug';

export const headingId = (words: string) => `guide-${slug(words)}`;

/** The second-level headings of a Markdown text, in their order; those inside code are none. */
export function headingsOf(source: string): string[] {
  let code = false;
  return source.split('\n').flatMap((line) => {
    if (line.startsWith('```')) code = !code;
    return !code && line.startsWith('## ') ? [line.slice(3).trim()] : [];
  });
}
