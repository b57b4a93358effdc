import { describe, expect, it } from 'vitest';
import type { RejectedRecord } from '@/api/types';
import { faultOf, grouped } from './rejectedGroups';

const record = (reason: string, message: string): RejectedRecord => ({ number: 1, line: 2, reason, message, raw: '' });

describe('M17 why records were rejected', () => {
  it.each([
    [record('bad-value', 'The value "12" of the field "phone" is not a phone number.'), 'phone is not a phone number'],
    [
      record('bad-value', 'The value "a "b" of the field "c"" for the property "Date of birth" is not a date.'),
      'Date of birth is not a date',
    ],
    [
      record('ragged-line', 'The record has 9 fields where 11 are expected.'),
      'The record has another number of fields than the header',
    ],
    [record('something-new', 'It is too late.'), 'It is too late.'],
  ])('M17 %o: %s', (rejected, words) => {
    expect(faultOf(rejected)).toBe(words);
  });

  it('M17 the same fault is counted once, whatever the values, the most frequent first', () => {
    const groups = grouped([
      record('ragged-line', 'The record has 9 fields where 11 are expected.'),
      record('bad-value', 'The value "12" of the field "phone" is not a phone number.'),
      record('bad-value', 'The value "34" of the field "phone" is not a phone number.'),
    ]);

    expect(groups.map(({ words, amount }) => `${words}: ${amount}`)).toEqual([
      'phone is not a phone number: 2',
      'The record has another number of fields than the header: 1',
    ]);
  });
});
