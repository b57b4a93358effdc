import { expect, test } from 'vitest';
import type { RunGoal } from '@/api/types';
import { text } from '@/lib/text';
import { leftOutOf } from './leftOutOf';

const goal = (leftOut: RunGoal['leftOut']): RunGoal => ({
  goalId: 'g',
  name: 'Customers',
  state: 'FINISHED',
  counts: {
    read: 0,
    created: 0,
    updated: 0,
    unchanged: 0,
    skippedForConsent: 0,
    skippedWithoutMatch: 0,
    filtered: 0,
    rejected: 0,
  },
  leftOut,
  heldBack: [],
});

test('M17 what the goals left out is said together, most first', () => {
  const phone = { property: 'phone', name: 'Phone', values: 4_000 };
  const mail = { property: 'email', name: 'E-mail', values: 1_987 };

  const leftOut = leftOutOf([goal([mail]), goal([phone]), goal([{ ...phone, values: 613 }])]);

  expect(text.runPage.leftOut(leftOut)).toBe('6,600 values left out: 4,613 Phone, 1,987 E-mail');
});

test('M17 one value is one', () => {
  const leftOut = leftOutOf([goal([{ property: 'phone', name: 'Phone', values: 1 }])]);

  expect(text.runPage.leftOut(leftOut)).toBe('1 value left out: 1 Phone');
});
