import { describe, expect, it } from 'vitest';
import type { Profile, Property, PropertyType } from '@/api/types';
import { errorsByField, labelOf, problemOf, shown, tidy, withValues } from './values';

const property = (id: string, type: PropertyType = 'TEXT', change: Partial<Property> = {}): Property => ({
  id,
  number: 1,
  name: id,
  type,
  identifier: false,
  pii: false,
  ...change,
});

const profile = (values: Record<string, string[]>): Profile => ({
  id: '0199e000-0000-7000-8000-0123456789ab',
  version: 4,
  createdAt: '2026-11-23T10:00:00Z',
  modifiedAt: '2026-11-23T10:00:00Z',
  zone: 'rest-of-world',
  values: Object.entries(values).map(([id, list]) => ({ property: id, values: list, origin: { kind: 'UNKNOWN' } })),
});

describe('Editing a profile', () => {
  it('sends all other values along, because what is left out goes', () => {
    const known = [property('email'), property('city')];

    expect(withValues(profile({ email: ['a@b.c'], city: ['Utrecht'] }), known, 'city', ['Breda'])).toEqual({
      email: ['a@b.c'],
      city: ['Breda'],
    });
  });

  it('leaves out what the service does not know any more', () => {
    expect(withValues(profile({ gone: ['x'], city: ['Utrecht'] }), [property('city')], 'city', [])).toEqual({
      city: [],
    });
  });

  it('finds the field of an error though empty fields were not sent', () => {
    const errors = [{ pointer: '/values/email/1', code: 'value-invalid', message: 'No.' }];

    const { atField, elsewhere } = errorsByField(errors, 'email', ['a@b.c', ' ', 'nonsense']);

    expect([...atField]).toEqual([[2, 'No.']]);
    expect(elsewhere).toEqual([]);
  });

  it('does not swallow an error of another property', () => {
    const errors = [{ pointer: '/values/phone/0', code: 'value-invalid', message: 'Phone.' }];

    expect(errorsByField(errors, 'email', ['a@b.c']).elsewhere).toEqual(['Phone.']);
  });

  it.each<[PropertyType, string, boolean]>([
    ['NUMBER', '42', true],
    ['NUMBER', '4.2', false],
    ['DECIMAL', '-19.95', true],
    ['DECIMAL', '19,95', false],
    ['DATE', '2026-11-23', true],
    ['DATE', '2026-13-23', false],
    ['DATE', '23-11-2026', false],
    ['EMAIL', 'zoe@example.com', true],
    ['EMAIL', 'zoe', false],
    ['BOOLEAN', 'maybe', false],
    ['TEXT', 'anything', true],
    ['NUMBER', '', true],
  ])('judges %s “%s” before it is sent: %s', (type, value, fine) => {
    expect(problemOf(value, property('p', type)) === undefined).toBe(fine);
  });

  it('takes blanks and empty values away', () => {
    expect(tidy([' a ', '', '  '])).toEqual(['a']);
  });
});

describe('M13 a value as people write it', () => {
  it.each<[PropertyType | undefined, string, string]>([
    ['DATE', '1961-03-02', 'March 2, 1961'],
    ['DATE', 'once', 'once'],
    ['BOOLEAN', 'true', 'Yes'],
    ['BOOLEAN', 'false', 'No'],
    ['TEXT', '2026-11-23', '2026-11-23'],
    [undefined, 'true', 'true'],
  ])('M13 a %s “%s” reads “%s”', (type, value, words) => {
    expect(shown(value, type)).toBe(words);
  });

  it('M13 a moment reads without its letters for machines', () => {
    expect(shown('2026-11-23T18:30:00Z', 'DATE_TIME')).toMatch(/^November 23, 2026 at \d/);
  });
});

describe('The name of a profile', () => {
  const all = [
    property('phone', 'PHONE', { identifier: true }),
    property('customer_no', 'TEXT', { identifier: true }),
    property('email', 'EMAIL'),
    property('first_name'),
    property('surname'),
    property('city'),
  ];

  it.each([
    [{ first_name: ['Zoë'], surname: ['Kjær'], email: ['z@k.dk'] }, 'Zoë Kjær'],
    [{ email: ['z@k.dk'], customer_no: ['C-1'] }, 'z@k.dk'],
    [{ customer_no: ['C-1'] }, 'C-1'],
    [{ customer_no: ['C-1'], phone: ['+31201234567'] }, 'C-1'],
    [{ phone: ['+31201234567'], city: ['Utrecht'] }, '+31201234567'],
    [{ customer_no: ['0199e000-0000-7000-8000-0123456789ab', 'C-1'] }, 'C-1'],
    [{ city: ['Utrecht'] }, 'Utrecht'],
    [{}, 'Profile 0123456789ab'],
  ])('of %o is %s', (values, label) => {
    expect(labelOf(profile(values as Record<string, string[]>), all)).toBe(label);
  });
});
