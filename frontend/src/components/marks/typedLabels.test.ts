import { describe, expect, it } from 'vitest';
import { typedLabels } from './typedLabels';

describe('M7 labels that are typed or pasted', () => {
  it.each([
    ['Stores', false, [], 'Stores'],
    ['Stores,', false, ['Stores'], ''],
    ['Stores, Nig', false, ['Stores'], 'Nig'],
    [' two   words ,', false, ['two words'], ''],
    ['a, b, c', true, ['a', 'b', 'c'], ''],
    ['a,, a ,A,', true, ['a'], ''],
    ['one word', true, [], 'one word'],
    [',', false, [], ''],
  ] as const)('of “%s”, pasted: %s, are %j, and “%s” is still typed', (typed, pasted, ended, rest) => {
    expect(typedLabels(typed, pasted)).toEqual({ ended, rest });
  });
});
