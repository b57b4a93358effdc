import { expect, test } from 'vitest';
import { axisParts } from './axis';

test('M29 the axis of a chart names whole numbers only', () => {
  expect(axisParts(10).map((part) => part * 10)).toEqual([0, 5, 10]);
  expect(axisParts(5).map((part) => part * 5)).toEqual([0, 5]);
  expect(axisParts(1).map((part) => part * 1)).toEqual([0, 1]);
});
