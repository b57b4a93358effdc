import { expect, test } from 'vitest';
import { wanted } from './columns';
import { isFiltered, listSearch, queryOf, searchOf, sortOf, stateOf, toggled } from './state';

test('M1 what the address says is what the list shows, and the other way round', () => {
  const address = { search: 'tills', status: ['FLOWING'], favorite: true, sort: '-lastRun', columns: ['name', 'on'] };

  const state = stateOf(listSearch.parse(address));

  expect(state.sort).toEqual({ key: 'lastRun', descending: true });
  expect(queryOf(state)).toEqual({ search: 'tills', status: ['FLOWING'], favorite: true });
  expect(searchOf(state)).toEqual(address);
});

test('M1 an address with nonsense shows the list as if it had not been there', () => {
  const state = stateOf(listSearch.parse({ status: 7, sort: 'colour', columns: ['shoes'], favorite: 'maybe' }));

  expect(isFiltered(state)).toBe(false);
  expect(state.sort).toEqual({ key: 'name', descending: false });
  expect(state.columns).toBeUndefined();
});

test('M1 a chosen value is taken away by choosing it again', () => {
  const once = toggled({}, 'status', 'READY');

  expect(once).toEqual({ status: ['READY'] });
  expect(toggled(once, 'status', 'READY')).toEqual({});
});

test('M1 both of two values leave nothing out', () => {
  expect(queryOf({ search: ' ', filters: { on: ['true', 'false'] } })).toEqual({});
});

test('M1 columns keep the order they were given, forget what is unknown, and always hold the name', () => {
  expect(wanted(['status', 'shoes', 'labels'])).toEqual(['name', 'status', 'labels']);
  expect(wanted([])).toContain('name');
  expect(sortOf('-modified')).toEqual({ key: 'modified', descending: true });
});
