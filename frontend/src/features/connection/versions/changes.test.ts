import { describe, expect, it } from 'vitest';
import type { ConnectionVersion, ImportGoal } from '@/api/types';
import { sftp } from '@mock/fixtures/catalog';
import { goal } from '@mock/fixtures/goals';
import { properties } from '@mock/fixtures/properties';
import { changesBetween, contentOfVersion } from './changes';

const words = {
  type: sftp,
  nameOf: (id: string) => properties.find((property) => property.id === id)?.name ?? id,
  nameOfChannel: (id: string) => id,
};
const firstGoal: ImportGoal = { ...goal, id: 'a', name: 'Customers' };
const first: ConnectionVersion = {
  version: 1,
  savedAt: '2026-11-01T10:00:00Z',
  savedBy: 'Mara Marketer',
  name: 'Tills',
  description: '',
  setup: { host: 'files.example.com', port: '22', authentication: 'password' },
  goals: [firstGoal],
  editRoles: [],
  objectives: [],
  scope: { kind: 'EVERYWHERE' },
};
const changed = (change: Partial<ConnectionVersion>) =>
  changesBetween(words, first, { ...first, version: 2, savedAt: '2026-11-02T10:00:00Z', savedBy: 'Ines', ...change });
const withGoal = (change: Partial<ImportGoal>) => changed({ goals: [{ ...firstGoal, ...change }] });

describe('M8 what became of a connection between two versions', () => {
  it('M8 is said by the labels of the form, from before to after', () => {
    expect(
      changed({ description: 'Every night.', setup: { ...first.setup, port: '2222', authentication: 'key' } }),
    ).toEqual([
      { key: 'description', label: 'Description', before: 'empty', after: 'Every night.' },
      { key: 'setup/port', label: 'Port', before: '22', after: '2222' },
      { key: 'setup/authentication', label: 'Sign in with', before: 'Password', after: 'Private key' },
    ]);
  });

  it('M7 M8 says for whom it was reserved', () => {
    expect(changed({ editRoles: ['application-manager'], objectives: [] })).toEqual([
      { key: 'editRoles', label: 'Edit rights', before: 'everybody', after: 'application managers and administrators' },
    ]);
  });

  it('M8 is nothing where only who saved it and when differ', () => {
    expect(changed({})).toEqual([]);
  });

  it('M8 says rows that are new, gone and other than before', () => {
    const [number, email, ...rest] = firstGoal.mapping;
    const mapping = [number!, { ...email!, strategy: 'ADD' as const }, ...rest.slice(1), { ...email!, field: 'mail' }];

    expect(withGoal({ mapping }).map(({ label, before, after }) => [label, before, after])).toEqual([
      ['Customers: mapping of email', 'email → E-mail, set, Clean e-mail', 'email → E-mail, add, Clean e-mail'],
      ['Customers: mapping of mail', 'not there', 'mail → E-mail, set, Clean e-mail'],
      ['Customers: mapping of first_name', expect.stringContaining('first_name → First name'), 'removed'],
    ]);
  });

  it('M8 says that rows of the mapping were moved, which changes nothing else', () => {
    const [number, email, ...rest] = firstGoal.mapping;

    expect(withGoal({ mapping: [email!, number!, ...rest] })).toEqual([
      {
        key: 'goal/a/rows',
        label: 'Customers: order of the mapping',
        before: 'customer_no, email, first_name, last_name, born, newsletter',
        after: 'email, customer_no, first_name, last_name, born, newsletter',
      },
    ]);
  });

  it('M8 says goals that came and went', () => {
    const stores = { ...goal, id: 'b', name: 'Stores' };

    expect(changed({ goals: [stores] })).toEqual([
      { key: 'goal/b', label: 'Goal “Stores”', before: 'not there', after: 'added' },
      { key: 'goal/a', label: 'Goal “Customers”', before: 'was there', after: 'removed' },
    ]);
  });

  it('M8 reads what a version keeps as text as the form does', () => {
    expect(contentOfVersion(sftp, first).setup).toEqual({ ...first.setup, port: 22 });
  });
});
