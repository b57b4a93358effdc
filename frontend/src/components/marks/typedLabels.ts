const MAX_LENGTH = 60;

export const sameName = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
export const isTooLong = (name: string) => Array.from(name).length > MAX_LENGTH;
export const asName = (typed: string) => typed.trim().replace(/\s+/g, ' ');

/** A comma ends a label. Behind the last one somebody still types, unless all of it was pasted. */
export function typedLabels(typed: string, pasted: boolean): { ended: string[]; rest: string } {
  const parts = typed.split(',');
  const rest = pasted && parts.length > 1 ? '' : (parts.pop() ?? '');
  const ended = parts
    .map(asName)
    .filter((name, at, all) => name !== '' && all.findIndex((other) => sameName(other, name)) === at);
  return { ended, rest: parts.length > 0 ? rest.trimStart() : rest };
}
