import { json } from './json';
import { isOpen, LATEST, partsOf } from './variables';
import { attempt } from './values';

type Value = string | number | boolean | (string | number | boolean)[];

/** A place in the page, and what the tag put there. */
interface Put {
  holder: object;
  name: string;
  value: unknown;
}

export interface Shown {
  /** Shows these values and none beside them: what the tag showed before and is not among them goes. */
  show(values: unknown): void;
  /** Whether what lies there now is of the tag. */
  holds(path: string): boolean;
}

const MOST_SHOWN = 500;
const EVENT = 'connections:values';

/**
 * What the tag writes into a page. It touches only what it made itself: an object of the page gets another value in it, but
 * nothing that is there already becomes something else.
 */
export function shownOn(page: Window & typeof globalThis): Shown {
  const values = new Map<string, Put>();
  /** Objects on the way that were not there, the outer ones first. */
  let made: Put[] = [];

  const there = (holder: object, name: string) => Object.getOwnPropertyDescriptor(holder, name);
  const isStill = ({ holder, name, value }: Put) =>
    attempt(() => {
      const found = there(holder, name);
      return found !== undefined && 'value' in found && found.value === value;
    }) === true;
  const set = ({ holder, name, value }: Put) =>
    Reflect.defineProperty(holder, name, { value, configurable: true, enumerable: true, writable: true });

  function remove(put: Put): boolean {
    if (!isStill(put)) return false;
    const { holder, name } = put;
    const gone = attempt(() => Reflect.deleteProperty(holder, name)) === true;
    // It was put at the end of a list of the page, which is to be as long as it was.
    if (gone && Array.isArray(holder) && Number(name) === holder.length - 1) attempt(() => (holder.length -= 1));
    return gone;
  }

  /** Where the page has frozen what it is in, with the innermost object of the tag around it that can go. */
  function takeAway(put: Put): boolean {
    if (!isStill(put)) return false;
    if (remove(put)) return true;
    const around = made.find(({ value }) => value === put.holder);
    return around !== undefined && takeAway(around);
  }

  function hide(path: string): boolean {
    const put = values.get(path);
    if (!put) return false;
    const gone = takeAway(put);
    // What does not go stays known: it is no word of the page, and may go the next time.
    if (gone || !isStill(put)) values.delete(path);
    return gone;
  }

  /** How far the way leads, and in what it ends; nothing where it leads through something that is not to be touched. */
  function reach(parts: readonly string[]): [object, number] | undefined {
    let holder: object = page;
    for (let at = 0; at < parts.length - 1; at++) {
      const found = there(holder, parts[at] as string);
      if (!found) return [holder, at];
      // Behind a getter of the page there is whatever the page makes there.
      if (!isPlain(found.value)) return undefined;
      holder = found.value;
    }
    return [holder, parts.length - 1];
  }

  const isThere = (parts: readonly string[], put: Put) => isStill(put) && reach(parts)?.[0] === put.holder;

  /** Whether it is there now and was not before. */
  function put(path: string, value: Value): boolean {
    const parts = partsOf(path);
    if (!parts || parts.includes(LATEST)) return false;
    const before = values.get(path);
    if (before && isThere(parts, before)) {
      if (json(before.value as Value) === json(value)) return false;
      if (keep(path, { ...before, value })) return true;
    }
    const changed = hide(path);
    const reached = reach(parts);
    if (!reached) return changed;
    const [holder, at] = reached;
    const last = parts.length - 1;
    const name = parts[at] as string;
    // Also what it has from elsewhere, as an element of the page answers to a name, is there.
    if (name in holder || parts.slice(at).some((inner) => inner in Object.prototype)) return changed;
    if (Array.isArray(holder) && name !== `${holder.length}`) return changed;
    const inside: Put[] = [];
    let content: unknown = value;
    for (let inner = last; inner > at; inner--) {
      const object = { [parts[inner] as string]: content };
      inside.unshift({ holder: object, name: parts[inner] as string, value: content });
      content = object;
    }
    const outer = { holder, name, value: content };
    const own = inside.pop();
    if (!own) return keep(path, outer) || changed;
    if (!set(outer)) return changed;
    made.push(outer, ...inside);
    values.set(path, own);
    return true;
  }

  function keep(path: string, place: Put): boolean {
    if (!set(place)) return false;
    values.set(path, place);
    return true;
  }

  /** Whether nothing is in it but objects of the tag with nothing in them. */
  const isHollow = ({ value }: Put): boolean =>
    Object.keys(value as object).every((name) =>
      made.some((put) => put.holder === value && put.name === name && isStill(put) && isHollow(put)),
    );

  function clear() {
    made = made.reverse().filter((put) => isStill(put) && !(isHollow(put) && remove(put)));
    made.reverse();
  }

  return {
    holds: (path) => {
      const put = values.get(path);
      return put !== undefined && attempt(() => isThere(partsOf(path) ?? [], put)) === true;
    },
    show: (given) => {
      const next = wanted(given);
      let changed = false;
      for (const path of [...values.keys()]) if (!next.has(path)) changed = hide(path) || changed;
      // Twice: with one that had to be shown in a new object others may have gone that were shown already.
      for (let turn = 0; turn < 2; turn++) {
        next.forEach((value, path) => {
          if (attempt(() => put(path, value))) changed = true;
        });
      }
      attempt(clear);
      if (changed) attempt(() => page.dispatchEvent(new page.CustomEvent(EVENT)));
    },
  };
}

/** Objects that were written as such: nobody's class, and nothing that the browser brings. */
function isPlain(value: unknown): value is object {
  if (!isOpen(value)) return false;
  const kind: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || kind === null || Object.getPrototypeOf(kind) === null;
}

function wanted(given: unknown): Map<string, Value> {
  const found = new Map<string, Value>();
  if (!isOpen(given)) return found;
  for (const path of Object.keys(given).slice(0, MOST_SHOWN)) {
    const value = given[path];
    if (isScalar(value)) found.set(path, value);
    else if (Array.isArray(value)) found.set(path, value.filter(isScalar));
  }
  return found;
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
