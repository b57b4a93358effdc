import { describe, expect, it } from 'vitest';
import { faultOf, isBegun, isOnePlace, meantBy } from './variablePath';

describe('M25 the name of a variable of a page', () => {
  it.each([
    'city',
    '$',
    '_private',
    'shop.customer.city',
    'größe.naïve',
    'items[0].sku',
    'items[1234][0]',
    'dataLayer[].user.city',
    'a'.repeat(200),
    Array.from({ length: 20 }, () => 'a').join('.'),
  ])('M25 may be %s', (variable) => {
    expect(faultOf(variable)).toBeUndefined();
  });

  it.each([
    ['', 'Name the page’s variable'],
    ['1st', 'it begins with no name'],
    ['.shop', 'it begins with no name'],
    ['[0].sku', 'it begins with no name'],
    ['shop..city', 'after “shop” comes no name'],
    ['shop.', 'after “shop” comes no name'],
    ['shop.2', 'after “shop” comes no name'],
    ['shop city', 'after “shop” comes no name'],
    ['shop.first-name', 'after “shop.first” comes no name'],
    ['alert(1)', 'after “alert” comes no name'],
    ['items[12345]', 'after “items” comes no name'],
    ['items[-1]', 'after “items” comes no name'],
    ["shop['city']", 'after “shop” comes no name'],
    ['shop[0]city', 'after “shop[0]” comes no name'],
    ['a'.repeat(201), 'at most 200 characters'],
    [Array.from({ length: 21 }, () => 'a').join('.'), 'at most 20 parts'],
    ['shop.__proto__.city', '“__proto__” belongs to the language itself'],
    ['prototype', '“prototype” belongs to the language itself'],
    ['a.constructor', '“constructor” belongs to the language itself'],
  ])('M25 is not %s', (variable, words) => {
    expect(faultOf(variable)).toContain(words);
  });

  it('M25 is left alone while it is being typed', () => {
    for (const begun of ['', 'shop.', 'items[', 'items[12']) expect(isBegun(begun)).toBe(true);
    for (const wrong of ['shop..', 'shop city', 'items[x', 'alert(']) expect(isBegun(wrong)).toBe(false);
  });

  it('M25 is one place unless it looks for the latest entry', () => {
    expect(isOnePlace('items[0].sku')).toBe(true);
    expect(isOnePlace('dataLayer[].user')).toBe(false);
  });

  it.each([
    ["window.shop['city']", 'shop.city'],
    ['{{ shop.customer.city }}', 'shop.customer.city'],
    ['shop?.customer?.city;', 'shop.customer.city'],
    ['shop / customer / city', 'shop.customer.city'],
    ['shop.items.0.sku', 'shop.items[0].sku'],
    ['shop.customer.', 'shop.customer'],
  ])('M25 is meant by %s: %s', (written, meant) => {
    expect(meantBy(written)).toBe(meant);
  });

  it.each(['shop.city', 'alert(1)', '', 'shop.__proto__', 'first-name'])('M25 is not guessed from %s', (written) => {
    expect(meantBy(written)).toBeUndefined();
  });
});
