import { describe, expect, it } from 'vitest';
import type { FieldError, MappingRow } from '@/api/types';
import { newRow } from '@/api/newGoal';
import { shownGoal, variablesGoal } from '@mock/fixtures/goals';
import { properties } from '@mock/fixtures/properties';
import { lackingOfShown, lackingOfVariables } from './lackingOfPages';

const nothingSaid = (): FieldError[] => [];
const ofRows = (...mapping: MappingRow[]) =>
  lackingOfVariables({ ...variablesGoal, mapping }, '/goals/0', nothingSaid, properties).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  );
const ofValues = (...values: [string, string][]) =>
  lackingOfShown(
    { ...shownGoal, values: values.map(([property, variable]) => ({ property, variable })) },
    '/goals/1',
    nothingSaid,
  ).map(({ pointer, message }) => [pointer, message]);

describe('M25 what a goal for pages lacks', () => {
  it('M25 is nothing where each variable has its property', () => {
    expect(ofRows(...variablesGoal.mapping)).toEqual([]);
    expect(ofValues(['city', 'profile.city'])).toEqual([]);
  });

  it('M25 is a row, before there is one', () => {
    expect(ofRows()).toEqual(['/goals/0/mapping no-mapping']);
    expect(ofValues()).toEqual([['/goals/1/values', 'Choose at least one property to show to the page.']]);
  });

  it('M25 is a variable, unless a step makes the value', () => {
    const row = newRow(undefined, 'city');

    expect(ofRows(row)).toEqual(['/goals/0/mapping/0/field no-variable']);
    expect(ofRows({ ...row, processors: [{ kind: 'FIXED_VALUE', value: 'shop' }] })).toEqual([]);
  });

  it('M25 is a variable that a step reads besides', () => {
    const row = newRow('a', 'city');

    expect(
      ofRows({ ...row, processors: [{ kind: 'CONCATENATE', fields: ['b', 'first name'], separator: ' ' }] }),
    ).toEqual(['/goals/0/mapping/0/processors/0 no-variable']);
  });

  it('M25 is a property, and says so', () => {
    expect(ofRows(newRow('a', ''))).toEqual(['/goals/0/mapping/0/property required']);
    expect(ofValues(['', 'a'])).toEqual([['/goals/1/values/0/property', 'Row 1: Choose a property.']]);
  });

  it('M25 is another property, where a row leads into an identifier', () => {
    expect(ofRows(newRow('a', 'email'))).toEqual(['/goals/0/mapping/0/property identifier-unproven']);
  });

  it('M25 is one place of its own for each value', () => {
    expect(ofValues(['city', 'a'], ['country', 'a'], ['phone', 'b[]'])).toEqual([
      ['/goals/1/values/1/variable', 'Row 2: Another property is shown there already.'],
      ['/goals/1/values/2/variable', expect.stringContaining('Row 3: Name one place, without []')],
    ]);
  });

  it('M25 is said once, as the service says it', () => {
    const said: FieldError[] = [{ pointer: '/goals/0/mapping/0/field', code: 'no-variable', message: 'No.' }];

    expect(
      lackingOfVariables({ ...variablesGoal, mapping: [newRow('a b', 'city')] }, '/goals/0', () => said, properties),
    ).toEqual(said);
  });
});
