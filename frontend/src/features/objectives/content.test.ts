import { expect, test } from 'vitest';
import { nothing, schema } from './content';

const saidOf = (typed: object) =>
  schema.safeParse({ ...nothing, id: 'news', name: 'News', ...typed }).error?.issues.map(({ message }) => message);

test('M26 what is too long is said as the service says it', () => {
  expect(saidOf({ name: 'x'.repeat(101) })).toEqual(['A name has at most 100 characters.']);
  expect(saidOf({ title: 'x'.repeat(201) })).toEqual(['A title has at most 200 characters.']);
  expect(saidOf({ text: 'x'.repeat(5_001) })).toEqual(['The text has at most 5,000 characters.']);
  expect(saidOf({ name: ' ' })).toEqual(['This is needed.']);
});
