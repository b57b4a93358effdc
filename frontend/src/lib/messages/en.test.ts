import { expect, test } from 'vitest';
import { en } from './en';

const features = import.meta.glob<Record<string, object>>(['./en/*.ts', '!./en/many.ts'], { eager: true });

test('No word of one feature hides the words of another', () => {
  const all = Object.values(features).flatMap((feature) =>
    Object.values(feature).flatMap((words) => Object.keys(words)),
  );

  expect(all.toSorted()).toEqual(Object.keys(en).toSorted());
});
