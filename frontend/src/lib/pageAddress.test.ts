import { expect, test } from 'vitest';
import { tooLongToAsk } from './pageAddress';

const page = (letters: string) => `https://shop.example/${letters}`;

test('M24 the address of a page may be long', () => {
  expect(tooLongToAsk(page('a'.repeat(7_700)))).toBeUndefined();
});

test('M24 one that no request can carry is told, as the service tells it', () => {
  expect(tooLongToAsk(page('a'.repeat(100_000)))).toBe('An address has at most 8,000 characters.');
});

test('M24 what counts is how it is sent', () => {
  expect(tooLongToAsk(page('ü'.repeat(3_000)))).toBe(
    'An address has at most 8,000 characters. This one has more as it is sent.',
  );
});
