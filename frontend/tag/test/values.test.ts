import { afterEach, expect, test } from 'vitest';
import { bytesOf, json } from '../json';
import { address, flat, names, text, texts } from '../values';

const hostile = Array.prototype as { toJSON?: () => string };

afterEach(() => {
  delete hostile.toJSON;
  delete (Object.prototype as { toJSON?: () => string }).toJSON;
});

test('M25 what a page says of an event becomes names and plain values', () => {
  const made = flat({
    sku: ' A-1 ',
    price: 12.5,
    gift: false,
    big: 12345678901234567890n,
    at: new Date(0),
    never: new Date(Number.NaN),
    nothing: undefined,
    none: null,
    no: Number.NaN,
    call: () => 1,
    symbol: Symbol('s'),
    items: [{ sku: 'A' }, { sku: 'B' }],
    sizes: ['S', 42, null, Number.NaN, new Date(0)],
    empty: [],
    deep: { a: { b: { c: { d: 1 } } } },
    map: new Map([['a', 1]]),
    '': 'nameless',
  });

  expect({ ...made }).toEqual({
    sku: 'A-1',
    price: 12.5,
    gift: false,
    big: '12345678901234567890',
    at: '1970-01-01T00:00:00.000Z',
    sizes: ['S', 42, '1970-01-01T00:00:00.000Z'],
    'items.0.sku': 'A',
    'items.1.sku': 'B',
  });
});

test('M25 what has itself inside is told once', () => {
  const cycle: Record<string, unknown> = { name: 'cycle' };
  cycle.self = cycle;
  cycle.list = [cycle];

  expect({ ...flat(cycle) }).toEqual({ name: 'cycle' });
});

test('M25 however much a page says, little is sent', () => {
  const wide = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`p${n}`, n]));
  const long = { text: 'x'.repeat(10_000_000), ['n'.repeat(1_000)]: 1 };
  const large = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`p${n}`, '\u{1f600}'.repeat(1_000)]));

  expect(Object.keys(flat(wide))).toHaveLength(50);
  expect(Object.keys(flat(new Array(50_000_000)))).toHaveLength(0);
  expect(flat({ list: new Array(50_000_000).fill(1, 0, 100) }).list).toHaveLength(50);
  expect(flat({ list: new Array(50_000_000).fill({ a: 1 }, 0, 100) })['list.49.a']).toBe(1);
  expect(flat(long).text).toHaveLength(1_000);
  expect(Object.keys(flat(long)).every((name) => name.length <= 100)).toBe(true);
  expect(bytesOf(json(flat(large)))).toBeLessThan(17_000);
  for (const none of [undefined, null, 'text', 7, () => 1]) expect({ ...flat(none) }).toEqual({});
});

test('M25 names that mean something to an object are names like others', () => {
  const made = flat(JSON.parse('{"__proto__": {"polluted": 1}, "constructor": "c", "toString": "t"}'));

  expect(json(made)).toBe('{"__proto__.polluted":1,"constructor":"c","toString":"t"}');
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('M25 what is written is JSON, whatever the page’s libraries have taught its lists and objects', () => {
  const value = { 'a"b': ['c', 1.5, true, { '</script>': '\u2028\n' }], '': {} };
  hostile.toJSON = () => 'spoilt';
  Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'spoilt', configurable: true });
  const written = json(value);
  delete hostile.toJSON;
  delete (Object.prototype as { toJSON?: () => string }).toJSON;

  expect(JSON.parse(written)).toEqual(value);
});

test('M25 a text is cut between characters', () => {
  expect(text('ab\u{1f600}', 3)).toBe('ab\ufffd');
  expect(text('a\0b\ud800')).toBe('ab\ufffd');
  expect(text({ toString: () => 'x' })).toBe('');
});

test('M25 an address that is too long loses its query, then its end', () => {
  const long = 'x'.repeat(3_000);

  expect(address(`https://shop.example/a?${long}#b`)).toBe('https://shop.example/a');
  expect(address(`https://shop.example/${long}`)).toHaveLength(2_000);
  expect(address('https://shop.example/a?b#c')).toBe('https://shop.example/a?b#c');
});

test('M27 objectives and what was shown of them are names and texts, few enough for one statement', () => {
  const many = Array.from({ length: 500 }, (_, n) => `objective-${n}`);
  const shown = Object.fromEntries(many.map((name) => [name, '\u20ac'.repeat(6_000)]));

  expect(names(many)).toHaveLength(100);
  expect(names('ads')).toEqual(['ads']);
  expect(names(new Array(50_000_000))).toEqual([]);
  expect(names(['ads', 'ads', 7, null, {}, ' '])).toEqual(['ads', '7']);
  expect(bytesOf(json(texts(shown, 100, 6_000, 35_000)))).toBeLessThan(36_000);
  expect(Object.keys(texts(shown, 100, 6_000, 35_000))).toEqual(['objective-0']);
});
