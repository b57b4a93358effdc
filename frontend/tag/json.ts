export type Json = string | number | boolean | Json[] | { [name: string]: Json };

/**
 * As `JSON.stringify`, which would ask whatever `toJSON` a page's libraries have put on the prototypes of objects and
 * arrays. Of what is given to it there, a text alone is never asked for one.
 */
export function json(value: Json): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(json).join()}]`;
  return `{${Object.keys(value)
    .map((name) => `${JSON.stringify(name)}:${json(value[name] as Json)}`)
    .join()}}`;
}

const encoder = new TextEncoder();

/** In UTF-8, as it is sent. */
export const bytesOf = (text: string) => encoder.encode(text).length;

/** What can be stored anywhere: without halves of characters, and without the character that databases end a text at. */
export const wellFormed = (text: string) => new TextDecoder().decode(encoder.encode(text)).replace(/\0/g, '');
