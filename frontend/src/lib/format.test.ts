import { expect, test } from 'vitest';
import { formatBytes } from './format';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [762, '762 bytes'],
  [1_500, '1.5 kB'],
  [2_000_000, '2 MB'],
])('M2 %i is written as %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
