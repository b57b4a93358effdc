import { bytesOf, json } from './json';
import { attempt, scalar, text } from './values';

/**
 * Where a variable of a page lies: `shop.customer.city`, `items[0].sku`, and `dataLayer[].user.city` for the latest entry
 * of a list that has it. The service says which, and the tag takes its word for nothing: what is no such path is none.
 */
export const LATEST = '[]';

const MOST_LETTERS = 200;
const MOST_PARTS = 20;
const MOST_VALUES = 100;
const MOST_VARIABLES = 200;
/** A tag manager's list has thousands of entries on a page that stays open long, and who it is stands in the first. */
const MOST_LOOKS = 10_000;
const OF_THE_LANGUAGE = ['__proto__', 'prototype', 'constructor'];

/** Its names and places, or nothing. */
export function partsOf(path: unknown): string[] | undefined {
  if (typeof path !== 'string' || path.length > MOST_LETTERS) return undefined;
  const name = '[\\p{L}_$][\\p{L}\\d_$]*';
  // Written as a text: browsers that do not know letters of all scripts would not read the whole tag.
  if (!new RegExp(`^${name}(\\.${name}|\\[\\d{0,4}\\])*$`, 'u').test(path)) return undefined;
  const parts = (path.match(/\[]|[^.[\]]+/g) ?? []).map((part) => (/^\d/.test(part) ? `${Number(part)}` : part));
  return parts.length > MOST_PARTS || parts.some((part) => OF_THE_LANGUAGE.includes(part)) ? undefined : parts;
}

export const isOwn = (holder: object, name: string) => Object.prototype.hasOwnProperty.call(holder, name);

/** What has something inside that is the page's own: no element, no window, not even one of another site, and no map. */
export function isOpen(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  return (
    Object.prototype.toString.call(value) === '[object Object]' &&
    // A window of another site answers like an object, but to almost nothing.
    !(isOwn(value, 'window') && (value as { window: unknown }).window === value)
  );
}

/** What a variable of the page holds, as texts; none where it is absent or nothing that can be told. */
export function valuesAt(page: Window, path: string): string[] {
  const parts = attempt(() => partsOf(path));
  if (!parts) return [];
  let looks = MOST_LOOKS;

  const look = (value: unknown, at: number): string[] => {
    const part = parts[at];
    if (looks-- < 1) return [];
    if (part === undefined) return plain(value);
    if (part !== LATEST) return isOpen(value) && isOwn(value, part) ? look(value[part], at + 1) : [];
    if (!Array.isArray(value)) return [];
    for (let last = value.length - 1; last >= 0 && looks > 0; last--) {
      const found = attempt(() => look(value[last], at + 1));
      if (found && found.length > 0) return found;
    }
    return [];
  };

  return attempt(() => look((page as unknown as Record<string, unknown>)[parts[0] as string], 1)) ?? [];
}

function plain(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const found: string[] = [];
  for (let at = 0; at < Math.min(list.length, MOST_VALUES); at++) {
    const told = attempt(() => text(scalar(list[at])));
    if (told) found.push(told);
  }
  return found;
}

/** Of these variables those that are there, and no more of their values than make so many bytes. */
export function valuesOf(page: Window, paths: unknown, bytes: number): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  let left = bytes;
  for (const path of listOf(paths, MOST_VARIABLES)) {
    if (typeof path !== 'string' || isOwn(found, path)) continue;
    left -= bytesOf(json({ [path]: [] }));
    const fitting = valuesAt(page, path).filter((value) => {
      const size = bytesOf(json(value)) + 1;
      if (size > left) return false;
      left -= size;
      return true;
    });
    if (fitting.length > 0) found[path] = fitting;
    else left += bytesOf(json({ [path]: [] }));
  }
  return found;
}

export const listOf = (given: unknown, most: number): unknown[] => (Array.isArray(given) ? given.slice(0, most) : []);
