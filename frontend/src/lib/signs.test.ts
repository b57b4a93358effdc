import { describe, expect, it } from 'vitest';
import { signOf, signWords } from './signs';

/** All that the service detects. */
const detected = [',', ';', '\t', '|', ':', '^', '~', '\u0001', '\u001f', '\u00a6', '\u00a7'];

describe('M14 a separator in words', () => {
  it.each(detected)('M14 every one that is detected can be read and typed again (%j)', (sign) => {
    expect(signWords(sign).trim()).not.toBe('');
    expect(signOf(signWords(sign))).toBe(sign);
  });

  it.each(['#', '\u00e9', ' ', '\u0002', '\u00a0'])('M14 so can any other sign (%j)', (sign) => {
    expect(signWords(sign).trim()).not.toBe('');
    expect(signOf(signWords(sign))).toBe(sign);
  });

  it.each([
    ['~', '~'],
    [' # ', '#'],
    [' ', ' '],
    ['tab', '\t'],
    ['TAB', '\t'],
    ['\\t', '\t'],
    ['U+001F', '\u001f'],
    ['\\x01', '\u0001'],
    ['Space', ' '],
  ])('M14 %j is understood', (typed, sign) => {
    expect(signOf(typed)).toBe(sign);
  });

  it.each(['', '  ', ';;', 'comm', '\n', 'U+000A', '\\x0d'])('M14 %j is no separator', (typed) => {
    expect(signOf(typed)).toBeUndefined();
  });
});
