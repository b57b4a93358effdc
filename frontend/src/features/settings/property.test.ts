import { expect, test } from 'vitest';
import { schema } from './property';

test('M14 what is wrong with a property is said in words of ours', () => {
  const typed = { name: 'x'.repeat(101), id: 'x'.repeat(65), type: 'TEXT', choices: [], identifier: false, pii: false };

  const said = schema.safeParse(typed).error?.issues.map(({ message }) => message);

  expect(said).toEqual(['A name has at most 100 characters.', 'Small letters, digits, - and _ only; 64 at most.']);
});
