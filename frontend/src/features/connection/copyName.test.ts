import { expect, it } from 'vitest';
import { longestName } from '@/lib/longest';
import { copyName } from './copyName';

it.each([
  ['Tills', 'Copy of Tills'],
  ['  Tills ', 'Copy of Tills'],
  ['x'.repeat(192), `Copy of ${'x'.repeat(192)}`],
  ['x'.repeat(193), `Copy of ${'x'.repeat(191)}…`],
  [`${'x'.repeat(190)}😀😀`, `Copy of ${'x'.repeat(190)}…`],
])('M8 a copy of %j is called %j', (name, copy) => {
  expect(copyName(name)).toBe(copy);
  expect(copyName(name).length).toBeLessThanOrEqual(longestName);
});
