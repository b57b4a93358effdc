import { expect, test } from 'vitest';
import { hueOf } from './hue';

test('M7 a label has one colour, however it is spelled', () => {
  expect(hueOf('VIP')).toBe(hueOf('vip'));
});

test('M7 labels in any writing have a colour', () => {
  for (const name of ['', 'שלום', '👨‍👩‍👧', '<b>']) expect(hueOf(name)).toMatch(/^var\(--mantine-color-[a-z]+-6\)$/);
});
