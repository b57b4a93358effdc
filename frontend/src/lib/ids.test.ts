import { expect, test } from 'vitest';
import { freshId } from './ids';

test('M14 a new goal has an id also where the browser makes none itself (plain http)', () => {
  const ids = new Set(Array.from({ length: 100 }, freshId));

  expect(ids.size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
