import { bytesOf, json, wellFormed } from './json';

/**
 * What a page hands over can be anything: the tag makes of it names and values that are its own, flat and of bounded
 * size, and leaves out what throws.
 */
type Plain = string | number | boolean;
export type Flat = Record<string, Plain | Plain[]>;

const MAX_NAME = 100;
const MAX_TEXT = 1_000;
const MAX_ADDRESS = 2_000;
const MAX_FIELDS = 50;
const MAX_DEPTH = 4;
const MAX_LOOKS = 1_000;
const MAX_BYTES = 16_000;

export const attempt = <Result>(what: () => Result): Result | undefined => {
  try {
    return what();
  } catch {
    return undefined;
  }
};

/** The text that a value is, and an empty one where it is none. */
export function text(value: unknown, longest = MAX_TEXT): string {
  const plain = isPlain(value) ? `${value}` : '';
  return wellFormed(plain.slice(0, longest)).trim();
}

/** ES2018 does not know the last of these; browsers do. */
const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean', 'bigint'].includes(typeof value);

export function scalar(value: unknown): Plain | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' || typeof value === 'bigint') return text(value);
  return value instanceof Date ? attempt(() => Date.prototype.toISOString.call(value)) : undefined;
}

/** A list of nothing but plain values. */
function listed(list: unknown[]): Plain[] | undefined {
  const found: Plain[] = [];
  for (let at = 0; at < Math.min(list.length, MAX_FIELDS); at++) {
    const value = list[at];
    if (typeof value === 'object' && value !== null && !(value instanceof Date)) return undefined;
    const plain = scalar(value);
    if (plain !== undefined) found.push(plain);
  }
  return found;
}

/**
 * Names inside of names are joined with dots. A list of plain values is a property with several of them; places in any
 * other list count from 0: `items.0.sku`.
 */
export function flat(given: unknown): Flat {
  const found = Object.create(null) as Flat;
  const above: object[] = [];
  let fields = MAX_FIELDS;
  let looks = MAX_LOOKS;
  let bytes = MAX_BYTES;

  const put = (name: string, plain: Plain | Plain[] | undefined) => {
    const short = text(name, MAX_NAME);
    if (plain === undefined || !short || short in found) return;
    const size = bytesOf(json({ [short]: plain }));
    if (size > bytes) return;
    bytes -= size;
    fields--;
    found[short] = plain;
  };

  const visit = (value: unknown, name: string) => {
    if (fields < 1 || looks-- < 1) return;
    if (typeof value !== 'object' || value === null || value instanceof Date) {
      if (name) put(name, scalar(value));
      return;
    }
    const list = Array.isArray(value);
    // Elements, windows, maps and the like have nothing to tell that way.
    if (!list && Object.prototype.toString.call(value) !== '[object Object]') return;
    const plain = list && name ? listed(value) : undefined;
    if (plain) {
      if (plain.length > 0) put(name, plain);
      return;
    }
    if (above.length >= MAX_DEPTH || above.includes(value)) return;
    above.push(value);
    // The names of a list of millions would take longer to make than all the rest.
    const names = list ? Array.from({ length: Math.min(value.length, MAX_FIELDS) }, (_, at) => `${at}`) : keys(value);
    for (const inner of names) {
      if (fields < 1 || looks < 1) break;
      attempt(() => visit((value as Record<string, unknown>)[inner], name ? `${name}.${inner}` : inner));
    }
    above.pop();
  };

  attempt(() => visit(given, ''));
  return found;
}

const keys = (value: object) => attempt(() => Object.keys(value)) ?? [];

/** Texts by name, none inside of another; what would make more bytes than these is left out. */
export function texts(given: unknown, most: number, longest: number, bytes: number): Record<string, string> {
  const found = Object.create(null) as Record<string, string>;
  if (typeof given !== 'object' || given === null) return found;
  let left = bytes;
  let count = 0;
  for (const key of keys(given).slice(0, MAX_LOOKS)) {
    const name = text(key, MAX_NAME);
    const value = attempt(() => text((given as Record<string, unknown>)[key], longest));
    const size = value ? bytesOf(json({ [name]: value })) : 0;
    if (!value || !name || name in found || size > left) continue;
    left -= size;
    found[name] = value;
    if (++count >= most) break;
  }
  return found;
}

/** Names without repetition, from a list or a single one. */
export function names(given: unknown, most = MAX_NAME): string[] {
  const list: unknown[] = Array.isArray(given) ? given : [given];
  const found: string[] = [];
  for (let at = 0; at < Math.min(list.length, MAX_LOOKS) && found.length < most; at++) {
    const name = attempt(() => text(list[at], MAX_NAME));
    if (name && !found.includes(name)) found.push(name);
  }
  return found;
}

/** The address of a page; without its query where that makes it too long. */
export function address(href: unknown): string {
  const whole = text(href, MAX_ADDRESS + 1);
  return whole.length > MAX_ADDRESS ? (whole.split(/[?#]/)[0] ?? '').slice(0, MAX_ADDRESS) : whole;
}
