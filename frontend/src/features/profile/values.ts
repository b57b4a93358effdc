import type { FieldError, Profile, Property, PropertyType } from '@/api/types';
import { formatDate, formatMoment } from '@/lib/format';
import { text } from '@/lib/text';

const forms: Partial<Record<PropertyType, RegExp>> = {
  NUMBER: /^[+-]?\d+$/,
  DECIMAL: /^[+-]?\d+([.]\d+)?$/,
  DATE: /^\d{4}-\d{2}-\d{2}$/,
  EMAIL: /^[^@\s]+@[^@\s]+$/,
};

function fits(value: string, property: Pick<Property, 'type' | 'choices'>): boolean {
  switch (property.type) {
    case 'NUMBER':
    case 'DECIMAL':
    case 'EMAIL':
      return forms[property.type]?.test(value) ?? true;
    case 'DATE':
      return (forms.DATE?.test(value) ?? true) && !Number.isNaN(Date.parse(value));
    case 'DATE_TIME':
      return !Number.isNaN(Date.parse(value));
    case 'BOOLEAN':
      return value === 'true' || value === 'false';
    case 'CHOICE':
      return property.choices?.includes(value) ?? true;
    // The service knows the numbering plans of the world; the page does not.
    case 'PHONE':
    case 'TEXT':
      return true;
  }
}

/** What is wrong with a typed value, in words, before the service is asked. */
export function problemOf(value: string, property: Property): string | undefined {
  if (value.trim() === '' || fits(value.trim(), property)) return undefined;
  const { bad } = text.profilePage;
  return property.type in bad ? bad[property.type as keyof typeof bad] : undefined;
}

/** Values as they are sent: without blanks around them, without empty ones. */
export function tidy(values: string[]): string[] {
  return values.map((value) => value.trim()).filter((value) => value !== '');
}

/**
 * A property that is left out loses its values, so the others go along unchanged. One that was deleted is not taken by
 * the service any more.
 */
export function withValues(profile: Profile, properties: Property[], property: string, values: string[]) {
  const kept = profile.values.filter((held) => properties.some((known) => known.id === held.property));
  return { ...Object.fromEntries(kept.map((held) => [held.property, held.values])), [property]: values };
}

/** The service counts the values that were sent; what stands in the form has empty ones between them. */
export function errorsByField(errors: FieldError[], property: string, typed: string[]) {
  const sentFrom = typed.flatMap((value, index) => (value.trim() === '' ? [] : [index]));
  const escaped = property.replaceAll('~', '~0').replaceAll('/', '~1');
  const atField = new Map<number, string>();
  const elsewhere: string[] = [];
  for (const { pointer, message } of errors) {
    const [, own, index] = /^\/values\/([^/]+)(?:\/(\d+))?$/.exec(pointer) ?? [];
    const field = index === undefined ? 0 : sentFrom[Number(index)];
    if (own === escaped && field !== undefined) atField.set(field, message);
    else elsewhere.push(message);
  }
  return { atField, elsewhere };
}

const namePart = {
  full: ['name', 'fullname', 'displayname'],
  first: ['firstname', 'givenname'],
  last: ['lastname', 'surname', 'familyname'],
};

const madeByMachines = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** What a profile is called, by the same rule as in the service's lists. */
export function labelOf(profile: Profile, properties: Property[]): string {
  const letters = (id: string) => id.toLowerCase().replace(/[^a-z]/g, '');
  const firstOf = (fits: (property: Property) => boolean) =>
    properties
      .filter(fits)
      .flatMap((property) => profile.values.find((held) => held.property === property.id)?.values ?? [])
      .sort((one, other) => Number(madeByMachines.test(one)) - Number(madeByMachines.test(other)))[0];
  const named = (words: string[]) => firstOf((property) => words.includes(letters(property.id)));
  const both = [named(namePart.first), named(namePart.last)].filter(Boolean).join(' ');
  return (
    named(namePart.full) ??
    (both === '' ? undefined : both) ??
    firstOf((property) => property.type === 'EMAIL') ??
    firstOf((property) => property.identifier && property.type !== 'PHONE') ??
    firstOf((property) => property.type === 'PHONE') ??
    firstOf(() => true) ??
    `${text.profilePage.id} ${profile.id.slice(-12)}`
  );
}

/** A value as people of this locale write it; what does not read as its type stays as it is. */
export function shown(value: string, type: PropertyType | undefined): string {
  if (type === 'BOOLEAN') return value === 'true' ? text.common.yes : value === 'false' ? text.common.no : value;
  if (type === 'DATE' && fits(value, { type })) return formatDate(value);
  if (type === 'DATE_TIME' && fits(value, { type })) return formatMoment(value);
  return value;
}
