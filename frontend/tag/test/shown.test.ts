import { expect, test, vi } from 'vitest';
import { shownOn } from '../shown';
import { valuesAt } from '../variables';

const opened = (variables: object = {}) => {
  const heard = vi.fn();
  const page = { dispatchEvent: heard, CustomEvent, ...variables } as unknown as Window & typeof globalThis;
  // Those are the page's own, but none of its variables.
  for (const name of ['dispatchEvent', 'CustomEvent']) Object.defineProperty(page, name, { enumerable: false });
  return { page, heard, shown: shownOn(page), seen: page as unknown as Record<string, unknown> };
};

test('M25 values are shown at their places, and told of once', () => {
  const { heard, shown, seen } = opened();
  shown.show({ 'profile.city': 'Utrecht', 'profile.interests': ['tea', 'plants'], points: 7, 'a.b.c.yes': true });

  expect(seen).toEqual({
    profile: { city: 'Utrecht', interests: ['tea', 'plants'] },
    points: 7,
    a: { b: { c: { yes: true } } },
  });
  expect(heard.mock.calls).toMatchObject([[{ type: 'connections:values' }]]);
});

test('M25 an answer that says the same changes nothing and is not told of', () => {
  const { heard, shown, seen } = opened();
  shown.show({ 'profile.interests': ['tea'], 'profile.city': 'Utrecht' });
  const { interests } = seen.profile as { interests: unknown };
  shown.show({ 'profile.city': 'Utrecht', 'profile.interests': ['tea'] });

  expect(heard).toHaveBeenCalledOnce();
  expect((seen.profile as { interests: unknown }).interests).toBe(interests);
});

test('M25 what is no longer shown goes, with the objects that were made for it, and nothing of the page’s', () => {
  const shop = { name: 'Fern & Kettle' };
  const { heard, shown, seen } = opened({ shop });
  shown.show({ 'profile.person.city': 'Utrecht', 'profile.points': 7, 'shop.customer.city': 'Utrecht' });
  (seen.profile as Record<string, unknown>).theirs = 'kept';
  shown.show({ 'profile.points': 8 });
  expect(seen).toEqual({ shop: { name: 'Fern & Kettle' }, profile: { points: 8, theirs: 'kept' } });
  shown.show(undefined);
  expect(seen).toEqual({ shop: { name: 'Fern & Kettle' }, profile: { theirs: 'kept' } });
  shown.show({});

  expect(heard).toHaveBeenCalledTimes(3);
});

test('M25 where the page has something already, it stays what it is', () => {
  class Cart {
    city?: string;
  }
  const before = () => ({
    text: 'text',
    none: null,
    call: () => 1,
    cart: new Cart(),
    map: new Map(),
    list: ['a'],
    shop: { city: 'Theirs', nothing: undefined },
    frozen: Object.freeze({ city: 'Theirs' }),
    full: Object.freeze({}),
    sealed: Object.preventExtensions({}),
    date: new Date(0),
  });
  const { heard, page, shown, seen } = opened(before());
  const getter = vi.fn(() => ({}));
  Object.defineProperty(page, 'getter', { get: getter, configurable: true });
  const paths = [
    'text',
    'text.city',
    'none.city',
    'call.city',
    'cart.city',
    'map.city',
    'list.city',
    'list.length',
    'list[0]',
    'list[5]',
    'list[0].city',
    'shop.city',
    'shop.nothing',
    'frozen.city',
    'full.city',
    'sealed.city',
    'date.city',
    'getter.city',
    'getter',
    'toString',
    'shop.toString',
    'profile.toString.city',
    'shop.hasOwnProperty.city',
  ];
  shown.show(Object.fromEntries(paths.map((path) => [path, 'Ours'])));

  expect(JSON.stringify(seen)).toBe(JSON.stringify(before()));
  expect(Object.keys(seen)).toEqual(Object.keys(before()));
  expect([heard, getter].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
});

test('M25 what is no place or no value is not shown', () => {
  const { shown, seen } = opened();
  for (const given of [
    { 'a[].b': 'x', '__proto__.polluted': 'x', 'a.constructor.prototype.polluted': 'x', 'a b': 'x', '': 'x' },
    { a: null, b: { c: 1 }, d: undefined },
    JSON.parse('{"__proto__": "x"}'),
    'text',
    7,
    [['a', 'b']],
  ]) {
    shown.show(given);
  }

  expect(seen).toEqual({});
  expect(({} as { polluted?: string }).polluted).toBeUndefined();
});

test('M25 a list of the page takes a value at its end, and is as long as before when that goes', () => {
  const { shown, seen } = opened({ list: ['a'] });
  shown.show({ 'list[1]': 'b' });
  expect(seen.list).toEqual(['a', 'b']);
  shown.show({});

  expect(seen.list).toEqual(['a']);
});

test('M25 what the page has put in place of a value is the page’s', () => {
  const { heard, shown, seen } = opened();
  shown.show({ 'profile.city': 'Utrecht', 'profile.name': 'Ada' });
  const profile = seen.profile as Record<string, unknown>;
  profile.city = 'Gent';
  shown.show({ 'profile.city': 'Delft', 'profile.name': 'Ada' });
  expect([profile.city, shown.holds('profile.city'), shown.holds('profile.name')]).toEqual(['Gent', false, true]);
  shown.show({});

  expect(seen.profile).toEqual({ city: 'Gent' });
  expect(heard).toHaveBeenCalledTimes(2);
});

test('M25 where the page replaces the object that values are in, they are shown in the new one and taken from the old', () => {
  const { shown, seen } = opened({ shop: { id: 1 } });
  const old = seen.shop;
  shown.show({ 'shop.city': 'Utrecht' });
  seen.shop = { id: 2 };
  shown.show({ 'shop.city': 'Utrecht' });
  expect([old, seen.shop]).toEqual([{ id: 1 }, { id: 2, city: 'Utrecht' }]);
  seen.shop = 'closed';
  shown.show({ 'shop.city': 'Utrecht' });

  expect(seen.shop).toBe('closed');
});

test('M25 a page that spoils one place has the others all the same', () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const throws = () => {
    throw new Error('bad');
  };
  const { page, shown, seen } = opened({
    revoked: revoked.proxy,
    hostile: new Proxy({}, { defineProperty: throws, has: throws }),
    stuck: {},
  });
  shown.show({ 'revoked.a': 1, 'hostile.a': 1, 'stuck.a': 1, 'good.a': 1 });
  Object.freeze(seen.stuck);
  page.dispatchEvent = throws;
  shown.show({});

  expect([seen.good, seen.stuck]).toEqual([undefined, { a: 1 }]);
});

test('M27 what a page has frozen goes with the object that the tag made, and no more than that', () => {
  const { heard, shown, seen } = opened();
  shown.show({
    'profile.person.city': 'Utrecht',
    'profile.person.name': 'Ada',
    'profile.points': 7,
    'other.yes': true,
  });
  const { person } = seen.profile as Record<string, object>;
  Object.freeze(person);
  shown.show({ 'profile.person.name': 'Ada', 'profile.points': 7, 'other.yes': true });
  expect(seen).toEqual({ profile: { person: { name: 'Ada' }, points: 7 }, other: { yes: true } });
  Object.freeze((seen.profile as Record<string, object>).person);
  Object.freeze(seen.profile);
  shown.show({ 'other.yes': true });
  expect(seen).toEqual({ other: { yes: true } });

  expect(heard).toHaveBeenCalledTimes(3);
});

test('M25 what has changed in an object that the page has frozen is shown in a new one, with all that was beside it', () => {
  const { shown, seen } = opened();
  shown.show({ 'profile.name': 'Ada', 'profile.city': 'Utrecht', 'profile.points': 7 });
  Object.freeze(seen.profile);
  shown.show({ 'profile.name': 'Ada', 'profile.city': 'Delft', 'profile.points': 7 });

  expect(seen).toEqual({ profile: { name: 'Ada', city: 'Delft', points: 7 } });
});

test('M27 what a page does not let go is known to be of the tag, and is tried again', () => {
  let holds = false;
  const shop = new Proxy(
    {},
    {
      deleteProperty: (target, name) => !holds && Reflect.deleteProperty(target, name),
    },
  );
  const { heard, shown, seen } = opened({ shop });
  shown.show({ 'shop.city': 'Utrecht' });
  holds = true;
  shown.show({});
  expect([seen.shop, shown.holds('shop.city')]).toEqual([{ city: 'Utrecht' }, true]);
  holds = false;
  shown.show({});

  expect([seen.shop, shown.holds('shop.city')]).toEqual([{}, false]);
  expect(heard).toHaveBeenCalledTimes(2);
});

test('M25 whatever is shown is read again where it was shown, and nothing of it is left when it goes', () => {
  let seed = 20_261_127;
  const draw = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const name = () => ['a', 'b', 'shop', '$x', 'straße', 'toString', 'length'][draw(7)] as string;
  const path = () =>
    Array.from({ length: 1 + draw(5) }, (_, at) =>
      at > 0 && draw(4) === 0 ? `[${draw(3)}]` : `${at > 0 ? '.' : ''}${name()}`,
    ).join('');

  const freeze = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return;
    Object.values(value).forEach(freeze);
    if (draw(2) === 0) Object.freeze(value);
  };

  for (let round = 0; round < 2_000; round++) {
    const { page, shown, seen } = opened({ shop: { a: 'theirs' } });
    const paths = Array.from({ length: 1 + draw(6) }, path);
    shown.show(Object.fromEntries(paths.map((each, n) => [each, draw(2) ? `value ${n}` : [`one ${n}`, `other ${n}`]])));
    for (const each of paths) if (shown.holds(each)) expect(valuesAt(page, each)[0], each).toMatch(/^(value|one) /);
    const fewer = paths.filter(() => draw(2) === 0);
    shown.show(Object.fromEntries(fewer.map((each) => [each, 'again'])));
    for (const each of paths) {
      if (shown.holds(each)) expect(valuesAt(page, each), each).toEqual(['again']);
    }
    if (draw(2) === 0) Object.keys(seen).forEach((each) => each !== 'shop' && freeze(seen[each]));
    shown.show({});
    expect(seen, paths.join()).toEqual({ shop: { a: 'theirs' } });
  }
});
