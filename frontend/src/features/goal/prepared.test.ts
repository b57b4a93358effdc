// @vitest-environment jsdom
import { expect, test } from 'vitest';
import type { Property } from '@/api/types';
import { newImportGoal, newRow } from '@/api/newGoal';
import { matchingWith, remainingOf, suggestedMatch } from './prepared';

const identifier = (id: string): Property => ({ id, number: 1, name: id, type: 'TEXT', identifier: true, pii: false });
const email = identifier('Email');
const card = identifier('card');
const goal = newImportGoal('Contacts');

test('M2 once its identifiers are made and mapped, a prepared goal matches by them as they are written', () => {
  const suggested = suggestedMatch(goal, ['Email'], [['email'], ['key']], [email]);

  expect(suggested).toEqual(['Email']);
  expect(matchingWith(goal, ['Email'], [['email'], ['key']], [email], suggested)).toEqual({ anyOf: [['Email']] });
});

test('M2 a prepared goal goes on with the other identifiers of its type', () => {
  const prepared = { ...goal, matching: { anyOf: [['Email']] }, mapping: [newRow('MAIL', 'Email')] };

  expect(suggestedMatch(prepared, ['card'], [['card'], ['email']], [email, card])).toEqual(['card', 'Email']);
});

test('M2 to what a person chose to match by, nothing is suggested', () => {
  const chosen = { ...goal, matching: { anyOf: [['card']] } };

  expect(suggestedMatch(chosen, ['Email'], [['email']], [email])).toEqual([]);
});

test('M16 what a person ticks is a further alternative; what matched before still does', () => {
  const chosen = { ...goal, matching: { anyOf: [['Email', 'shop']] } };

  expect(matchingWith(chosen, ['card'], [], [email, card], ['card'])).toEqual({ anyOf: [['Email', 'shop'], ['card']] });
});

test('M16 what is matched by already is no second alternative', () => {
  const chosen = { ...goal, matching: { anyOf: [['Email']] } };

  expect(matchingWith(chosen, ['Email'], [], [email], ['Email'])).toEqual({ anyOf: [['Email']] });
});

test('M16 identifiers that the type takes together are one alternative, never one each', () => {
  const both = [identifier('shop'), card];

  expect(matchingWith(goal, ['shop', 'card'], [['shop', 'card']], both, ['shop', 'card'])).toEqual({
    anyOf: [['shop', 'card']],
  });
  expect(suggestedMatch(goal, ['card'], [['shop', 'card']], both)).toEqual([]);
});

test('M2 a property that names nobody is not matched by', () => {
  const plain = { ...email, identifier: false };

  expect(suggestedMatch(goal, ['Email'], [['email']], [plain])).toEqual([]);
  expect(matchingWith(goal, ['Email'], [['email']], [plain], ['Email'])).toEqual({ anyOf: [] });
});

test('M2 M27 a column remains that no row takes, of the mapping or of the consent in the file', () => {
  const fields = ['MAIL', 'NEWS', 'SAID_AT', 'CITY'].map((name) => ({
    name,
    guessedType: 'TEXT' as const,
    cleaning: [],
    unfit: 0,
  }));
  const rows = {
    ...goal,
    mapping: [newRow('MAIL', 'Email')],
    consent: [
      { field: 'NEWS', processors: [], says: 'ANSWER' as const, objective: 'newsletter' },
      { field: 'SAID_AT', processors: [], says: 'STATED_AT' as const },
    ],
  };

  expect(remainingOf(fields, rows).map(({ name }) => name)).toEqual(['CITY']);
});
