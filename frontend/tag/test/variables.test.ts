import { expect, test } from 'vitest';
import { bytesOf, json } from '../json';
import { partsOf, valuesAt, valuesOf } from '../variables';

const page = (variables: object) => variables as Window;

test('M25 a variable is names with dots, places, and the latest of a list', () => {
  expect(partsOf('shop.customer.city')).toEqual(['shop', 'customer', 'city']);
  expect(partsOf('$_1.straße.naïve')).toEqual(['$_1', 'straße', 'naïve']);
  expect(partsOf('basket.items[0][007].sku')).toEqual(['basket', 'items', '0', '7', 'sku']);
  expect(partsOf('dataLayer[].user.city')).toEqual(['dataLayer', '[]', 'user', 'city']);
  expect(partsOf(Array(20).fill('a').join('.'))).toHaveLength(20);
  expect(partsOf('a'.repeat(200))).toHaveLength(1);
});

test.each([
  '',
  '.a',
  'a.',
  'a..b',
  '[0]',
  'a[',
  'a[0',
  'a[-1]',
  'a[12345]',
  'a[b]',
  'a["b"]',
  'a[0]b',
  'a.[0]',
  '1a',
  'a b',
  'a-b',
  'a()',
  'a\n',
  '\u{1f600}',
  '__proto__.x',
  'a.prototype.x',
  'a[].constructor',
  Array(21).fill('a').join('.'),
  'a'.repeat(201),
  7,
  null,
  ['a'],
])('M25 %j is no variable, and nothing is read there', (path) => {
  expect(partsOf(path)).toBeUndefined();
  expect(valuesOf(page({ a: 'b' }), [path], 1_000)).toEqual({});
});

test('M25 texts, numbers, yes and no, dates and lists of them are read, as texts', () => {
  const shop = {
    text: ' Utrecht ',
    number: 12.5,
    zero: 0,
    no: false,
    big: 10n ** 20n,
    date: new Date(0),
    list: ['tea', 7, true, new Date(0), null, { a: 1 }, ['x'], Number.NaN, () => 'x'],
  };
  const read = (path: string) => valuesAt(page({ shop }), `shop.${path}`);

  expect(read('text')).toEqual(['Utrecht']);
  expect(read('number')).toEqual(['12.5']);
  expect(read('zero')).toEqual(['0']);
  expect(read('no')).toEqual(['false']);
  expect(read('big')).toEqual(['100000000000000000000']);
  expect(read('date')).toEqual(['1970-01-01T00:00:00.000Z']);
  expect(read('list')).toEqual(['tea', '7', 'true', '1970-01-01T00:00:00.000Z']);
  expect(read('list[1]')).toEqual(['7']);
});

test('M25 what is absent, empty or something else is not there', () => {
  const shop = {
    none: null,
    nothing: undefined,
    empty: '  ',
    no: [],
    never: new Date(Number.NaN),
    infinite: Infinity,
    call: () => 'called',
    symbol: Symbol('s'),
    object: { a: 1 },
    map: new Map([['city', 'Utrecht']]),
    objects: [{ a: 1 }],
  };
  const paths = Object.keys(shop).map((name) => `shop.${name}`);

  expect(valuesOf(page({ shop }), [...paths, 'shop.absent.city', 'absent', 'shop.map.city'], 1_000)).toEqual({});
});

test('M25 of a list the latest entry counts that has it', () => {
  const dataLayer = [
    { user: { city: 'Utrecht' }, items: [{ sku: 'A' }, { sku: 'B' }] },
    { event: 'click' },
    { user: { city: 'Gent' } },
    { user: { city: '' } },
    { user: null },
  ];
  const read = (path: string) => valuesAt(page({ dataLayer, names: ['a', '', 'b', null] }), path);

  expect(read('dataLayer[].user.city')).toEqual(['Gent']);
  expect(read('dataLayer[].items[].sku')).toEqual(['B']);
  expect(read('dataLayer[].items[0].sku')).toEqual(['A']);
  expect(read('names[]')).toEqual(['b']);
  expect(read('dataLayer[].nobody')).toEqual([]);
  expect(read('dataLayer[].user[]')).toEqual([]);
});

test('M25 only what a page’s own variables hold is read, and no function of it is called', () => {
  class Customer {
    city = 'Utrecht';
    get inherited() {
      return 'inherited';
    }
  }
  const called: string[] = [];
  const shop = Object.assign(new Customer(), {
    toString: () => called.push('toString'),
    toJSON: () => called.push('toJSON'),
    valueOf: () => called.push('valueOf'),
    [Symbol.toPrimitive]: () => called.push('toPrimitive'),
  });
  const names = ['shop', 'shop.city', 'shop.inherited', 'shop.toString', 'shop.toString.name', 'shop.toString.length'];

  expect(valuesOf(page({ shop }), names, 1_000)).toEqual({ 'shop.city': ['Utrecht'] });
  expect(called).toEqual([]);
});

test('M25 a hostile page loses what it spoils, and nothing else', () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const cycle: Record<string, unknown> = {};
  cycle.self = cycle;
  const elsewhere = { closed: false, length: 3 } as Record<string, unknown>;
  elsewhere.window = elsewhere;
  const shop = {
    get bad(): string {
      throw new Error('bad');
    },
    list: [
      'first',
      revoked.proxy,
      {
        get city(): string {
          throw new Error('bad');
        },
      },
    ],
    cycle,
    revoked: revoked.proxy,
    fake: { [Symbol.toStringTag]: 'HTMLDivElement', city: 'x' },
    frozen: Object.freeze({ city: 'Frozen' }),
    proxy: new Proxy({ city: 'Proxied' }, {}),
    lying: new Proxy([], { get: (_, name) => (name === 'length' ? 1e15 : undefined) }),
    frame: elsewhere,
    good: 'good',
  };
  const read = valuesOf(
    page({ shop }),
    [
      'shop.bad',
      'shop.list',
      'shop.list[].city',
      `shop.cycle${'.self'.repeat(18)}`,
      'shop.revoked',
      'shop.revoked.city',
      'shop.fake.city',
      'shop.frozen.city',
      'shop.proxy.city',
      'shop.lying',
      'shop.lying[].city',
      'shop.frame.length',
      'shop.good',
    ],
    16_000,
  );

  expect(read).toEqual({
    'shop.list': ['first'],
    'shop.frozen.city': ['Frozen'],
    'shop.proxy.city': ['Proxied'],
    'shop.good': ['good'],
  });
});

test('M25 however much a page holds, little is read, and what is beyond is left out', () => {
  const long = 'x'.repeat(1_000_000);
  const shop = {
    long,
    many: Array.from({ length: 1_000_000 }, (_, n) => n),
    holes: new Array(50_000_000),
    deep: new Array(10_000).fill(new Array(10_000).fill(new Array(10_000).fill({}))),
    recent: [{ city: 'Utrecht' }, ...new Array<object>(3_000).fill({})],
    old: [{ city: 'Utrecht' }, ...new Array<object>(100_000).fill({})],
    wide: Array.from({ length: 100 }, () => '\u20ac'.repeat(1_000)),
    last: 'last',
  };
  const paths = ['long', 'many', 'holes', 'deep[][][].city', 'old[].city', 'recent[].city', 'wide', 'last'].map(
    (name) => `shop.${name}`,
  );
  const read = valuesOf(page({ shop }), paths, 13_500);

  expect(read['shop.long']).toEqual(['x'.repeat(1_000)]);
  expect(read['shop.many']).toHaveLength(100);
  expect(Object.keys(read)).toEqual(['shop.long', 'shop.many', 'shop.recent[].city', 'shop.wide', 'shop.last']);
  expect(bytesOf(json(read))).toBeLessThanOrEqual(13_500);
  expect(valuesOf(page({ shop }), ['shop.last', 'shop.long'], 40)).toEqual({ 'shop.last': ['last'] });
});
