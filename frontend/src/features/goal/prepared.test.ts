// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Property } from '@/api/types';
import { newGoal, newRow } from '@/api/newGoal';
import { matchingWith } from './prepared';

const email: Property = { id: 'Email', number: 1, name: 'E-mail', type: 'EMAIL', identifier: true, pii: true };
const goal = newGoal('Contacts');

test('M2 once its identifiers are made and mapped, a prepared goal matches by them as they are written', () => {
  const matching = matchingWith(goal, [newRow('MAIL', 'Email')], [['email'], ['key']], [email]);

  expect(matching).toEqual({ anyOf: [['Email']] });
});

test('M2 what a person chose to match by stays', () => {
  const chosen = { ...goal, matching: { anyOf: [['card']] } };

  expect(matchingWith(chosen, [newRow('MAIL', 'Email')], [['email']], [email])).toEqual({
    anyOf: [['card']],
  });
});

test('M2 a property that names nobody is not matched by', () => {
  const plain = { ...email, identifier: false };

  expect(matchingWith(goal, [newRow('MAIL', 'Email')], [['email']], [plain])).toEqual({ anyOf: [] });
});
