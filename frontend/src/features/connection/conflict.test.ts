import { describe, expect, it } from 'vitest';
import type { ConnectionContent, ImportGoal, MappingRow } from '@/api/types';
import { mappingOf } from '@/api/goalParts';
import { sftp } from '@mock/fixtures/catalog';
import { goal, shownGoal, variablesGoal } from '@mock/fixtures/goals';
import { properties } from '@mock/fixtures/properties';
import { reconcile, type Side } from './conflict';

const base: ConnectionContent = {
  name: 'Tills',
  description: 'Every night.',
  setup: { host: 'files.example.com', port: 22, username: 'tills', authentication: 'password' },
  goals: [{ ...goal, id: 'a', name: 'Customers' }],
  editRoles: [],
  objectives: [],
  scope: { kind: 'EVERYWHERE' },
};
const first = base.goals[0] as ImportGoal;
const nameOfChannel = (id: string) => ({ shop: 'Web shop' })[id] ?? id;
const nameOf = (id: string) => properties.find((property) => property.id === id)?.name ?? id;

function between(
  theirs: Partial<ConnectionContent>,
  mine: Partial<ConnectionContent>,
  choices?: Record<string, Side>,
  began: ConnectionContent | undefined = base,
) {
  return reconcile(
    { type: sftp, base: began, theirs: { ...base, ...theirs }, mine: { ...base, ...mine }, nameOf, nameOfChannel },
    choices,
  );
}
const goals = (...changes: Partial<ImportGoal>[]) => ({ goals: changes.map((change) => ({ ...first, ...change })) });
const setup = (change: ConnectionContent['setup']) => ({ setup: { ...base.setup, ...change } });

describe('M8 two people saved', () => {
  it('M24 M8 where it is active is one thing that each may have changed', () => {
    const scope = {
      kind: 'CHOSEN' as const,
      channels: [{ channelId: 'shop', rules: [{ effect: 'EXCLUDE' as const, match: 'IS' as const, text: '/a' }] }],
    };

    const { differences, merged } = between({ scope }, {});

    expect(differences).toEqual([
      {
        key: 'scope',
        label: 'Channels',
        before: 'All channels',
        theirs: 'Web shop (Not pages that are “/a”)',
        mine: 'All channels',
        by: 'theirs',
      },
    ]);
    expect(merged.scope).toEqual(scope);
  });

  it('M8 names only what differs, by the labels of the form, with before, theirs and mine', () => {
    const { differences } = between({ description: 'Each hour.' }, setup({ authentication: 'key' }));

    expect(differences).toEqual([
      {
        key: 'description',
        label: 'Description',
        before: 'Every night.',
        theirs: 'Each hour.',
        mine: 'Every night.',
        by: 'theirs',
      },
      {
        key: 'setup/authentication',
        label: 'Sign in with',
        before: 'Password',
        theirs: 'Password',
        mine: 'Private key',
        by: 'mine',
      },
    ]);
  });

  it('M8 takes what only one of them changed from that one', () => {
    const { merged } = between(setup({ host: 'new.example.com' }), { name: 'Tills of the south' });

    expect(merged).toEqual({
      ...base,
      name: 'Tills of the south',
      setup: { ...base.setup, host: 'new.example.com' },
    });
  });

  it('M7 M8 leaves edit rights that both changed to a person', () => {
    const { differences, merged } = between(
      { editRoles: ['application-manager'], objectives: [] },
      { editRoles: ['marketer'], objectives: [] },
      { editRoles: 'theirs' },
    );

    expect(differences).toMatchObject([
      { label: 'Edit rights', before: 'everybody', mine: 'marketers and administrators', by: 'both' },
    ]);
    expect(merged.editRoles).toEqual(['application-manager']);
  });

  it('M8 is silent about what both changed to the same', () => {
    expect(between({ name: 'Both' }, { name: 'Both' }).differences).toEqual([]);
  });

  it.each([
    ['theirs', 'Theirs'],
    ['mine', 'Mine'],
  ] as const)('M8 leaves what both changed to a person, who takes %s', (side, kept) => {
    const { differences, merged } = between({ name: 'Theirs' }, { name: 'Mine' }, { name: side });

    expect(differences).toMatchObject([{ key: 'name', by: 'both' }]);
    expect(merged.name).toBe(kept);
  });

  it('M8 leaves everything to a person when nobody knows how it began', () => {
    const { differences } = reconcile({
      type: sftp,
      base: undefined,
      theirs: { ...base, name: 'Theirs' },
      mine: base,
      nameOf,
      nameOfChannel,
    });

    expect(differences).toEqual([{ key: 'name', label: 'Name', theirs: 'Theirs', mine: 'Tills', by: 'both' }]);
  });

  it('M8 a value that one of them took away is taken away', () => {
    const { merged, differences } = between(setup({}), {
      setup: { host: 'files.example.com', port: 22, authentication: 'password' },
    });

    expect(merged.setup).not.toHaveProperty('username');
    expect(differences).toMatchObject([{ label: 'User name', before: 'tills', mine: 'empty' }]);
  });
});

describe('M8 two people changed goals', () => {
  it('M8 says a part of a goal in words', () => {
    const { differences } = between(goals({ source: { ...first.source, pick: 'ALL_BY_TIME' } }), goals({}));

    expect(differences).toMatchObject([
      {
        label: 'Customers: Take',
        before: 'only the newest file',
        theirs: 'all files, oldest first',
        by: 'theirs',
      },
    ]);
  });

  it('M8 says a row of the mapping as column → property, strategy and steps', () => {
    const mapping = first.mapping.map((row) =>
      row.field === 'email' ? { ...row, strategy: 'ADD' as const, property: 'phone' } : row,
    );

    const { differences, merged } = between(goals({ mapping }), goals({}));

    expect(differences).toMatchObject([
      {
        label: 'Customers: mapping of email',
        before: 'email → E-mail, set, Clean e-mail',
        theirs: 'email → Phone, add, Clean e-mail',
      },
    ]);
    expect(merged.goals.flatMap(mappingOf)).toEqual(mapping);
  });

  it('M8 keeps rows that both added, and drops what one of them removed', () => {
    const row = (field: string) => ({ ...first.mapping[3]!, field, property: field });
    const theirs = [...first.mapping.filter(({ field }) => field !== 'born'), row('city')];
    const mine = [...first.mapping, row('country')];

    const { differences, merged } = between(goals({ mapping: theirs }), goals({ mapping: mine }));

    expect(merged.goals.flatMap(mappingOf).map(({ field }) => field)).toEqual([
      'customer_no',
      'email',
      'first_name',
      'last_name',
      'newsletter',
      'city',
      'country',
    ]);
    expect(differences.map(({ label, theirs: there, mine: here, by }) => [label, there, here, by])).toEqual(
      expect.arrayContaining([
        ['Customers: mapping of born', 'removed', expect.stringContaining('born → Date of birth'), 'theirs'],
        ['Customers: mapping of city', 'city → City, set', 'not there', 'theirs'],
        ['Customers: mapping of country', 'not there', 'country → Country, set', 'mine'],
      ]),
    );
  });

  it('M8 says goals that were added and removed, and in which order they come', () => {
    const two = { ...base, ...goals({}, { id: 'b', name: 'Stores' }) };

    const added = between(goals({}, { id: 'n', name: 'Newsletter' }), goals({}));
    const removed = between(goals({}), two, undefined, two);
    const moved = reconcile({
      type: sftp,
      base: two,
      theirs: { ...two, goals: [...two.goals].reverse() },
      mine: two,
      nameOf,
      nameOfChannel,
    });

    expect(added.differences).toMatchObject([{ label: 'Goal “Newsletter”', theirs: 'added', mine: 'not there' }]);
    expect(added.merged.goals.map(({ name }) => name)).toEqual(['Customers', 'Newsletter']);
    expect(removed.differences).toMatchObject([{ label: 'Goal “Stores”', before: 'was there', theirs: 'removed' }]);
    expect(removed.merged.goals.map(({ name }) => name)).toEqual(['Customers']);
    expect(moved.differences).toMatchObject([
      { label: 'Order of the goals', theirs: 'Stores then Customers', mine: 'Customers then Stores', by: 'theirs' },
    ]);
    expect(moved.merged.goals.map(({ name }) => name)).toEqual(['Stores', 'Customers']);
  });

  it('M8 asks when one of them removed the goal that the other changed', () => {
    const { differences, merged } = between({ goals: [] }, goals({ createWhenNoMatch: false }), { 'goal/a': 'theirs' });

    expect(differences).toEqual([
      {
        key: 'goal/a',
        label: 'Goal “Customers”',
        before: 'was there',
        theirs: 'removed',
        mine: 'changed',
        by: 'both',
      },
    ]);
    expect(merged.goals).toEqual([]);
  });

  it('M8 M25 merges what two people did to goals for pages, row by row', () => {
    const began = { ...base, goals: [variablesGoal, shownGoal] };
    const [name, city, points] = variablesGoal.mapping as [MappingRow, MappingRow, MappingRow];
    const theirs = [
      { ...variablesGoal, createWhenNoMatch: false, mapping: [name, { ...city, property: 'country' }, points] },
      { ...shownGoal, enabled: true },
    ];
    const mine = [
      { ...variablesGoal, mapping: [name, city] },
      { ...shownGoal, values: [{ property: 'first-name', variable: 'me.name' }] },
    ];

    const { differences, merged } = between({ goals: theirs }, { goals: mine }, undefined, began);

    expect(merged.goals).toEqual([
      { ...variablesGoal, createWhenNoMatch: false, mapping: [name, { ...city, property: 'country' }] },
      { ...shownGoal, enabled: true, values: [{ property: 'first-name', variable: 'me.name' }] },
    ]);
    expect(differences.map(({ label, theirs: now, mine: own, by }) => [label, now, own, by])).toEqual([
      ['Page variables into profiles: Create a profile when there is no match', 'No', 'Yes', 'theirs'],
      [
        'Page variables into profiles: mapping of shop.customer.address.city',
        'shop.customer.address.city → Country, set, leave the value out',
        'shop.customer.address.city → City, set, leave the value out',
        'theirs',
      ],
      [
        'Page variables into profiles: mapping of dataLayer[].user.points',
        'dataLayer[].user.points → Loyalty points, set, leave the value out',
        'removed',
        'mine',
      ],
      ['Profile values for the page: Switched on', 'Yes', 'No', 'theirs'],
      [
        'Profile values for the page: what is shown of First name',
        'First name → profile.firstName',
        'First name → me.name',
        'mine',
      ],
      ['Profile values for the page: what is shown of City', 'City → empty', 'removed', 'mine'],
    ]);
  });
});
