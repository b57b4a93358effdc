import { expect, test } from 'vitest';
import type { Goal } from '@/api/types';
import { propertiesOf } from './related';

const goal = (anyOf: string[][], ...written: string[]) =>
  ({
    kind: 'IMPORT_PROFILES',
    matching: { anyOf },
    mapping: written.map((property) => ({ property })),
  }) as unknown as Goal;

test('M9 related are the properties that goals match by and write, each once', () => {
  const goals = [goal([['id'], ['mail', 'shop']], 'id', 'name'), goal([['mail']], 'phone', 'name', '')];

  expect(propertiesOf(goals)).toEqual(['id', 'mail', 'shop', 'name', 'phone']);
});
