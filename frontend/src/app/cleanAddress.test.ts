// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { cleaned } from './cleanAddress';

describe('M30 the address after signing in or out', () => {
  it.each([
    ['/?state=abc&code=def', '/'],
    ['/?state=abc', '/'],
    ['/?error=access_denied&error_description=User+cancelled', '/'],
    ['/runs/1?session_state=a&iss=b#rejected', '/runs/1#rejected'],
    ['/connections?search=tills&state=abc', '/connections?search=tills'],
  ])('M30 %s becomes %s', (address, clean) => {
    expect(cleaned(new URL(address, 'http://localhost'))).toBe(clean);
  });

  it('M30 what the page itself put there stays as it is', () => {
    expect(cleaned(new URL('http://localhost/profiles?identifier=a%40b.nl'))).toBeUndefined();
  });
});
