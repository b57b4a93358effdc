import { describe, expect, it } from 'vitest';
import { properties } from '@mock/fixtures/properties';
import { pageCode, placeFor } from './pageCode';

describe('M25 what a page does with the values it is shown', () => {
  it('M25 looks at each of them once they are there, and says what it is', () => {
    expect(
      pageCode(
        [
          { property: 'first-name', variable: 'profile.firstName' },
          { property: 'birth-date', variable: 'customer.born' },
        ],
        properties,
      ),
    ).toBe(
      [
        "window.addEventListener('connections:values', () => {",
        '  window.profile.firstName; // First name',
        "  window.customer.born; // Date of birth, such as '1990-04-01'",
        '});',
      ].join('\n'),
    );
  });

  it('M25 leaves out what is no place yet', () => {
    const code = pageCode(
      [
        { property: 'city', variable: 'alert(1)' },
        { property: 'city', variable: '' },
        { property: 'city', variable: 'dataLayer[].city' },
      ],
      properties,
    );

    expect(code).not.toContain('City');
  });

  it('M25 the name of a property stays in its comment, whatever it says', () => {
    const [first] = properties;
    const name = 'City\n</script>\u2028alert(1);';
    const code = pageCode([{ property: 'x', variable: 'a' }], first ? [{ ...first, id: 'x', name }] : []);

    expect(code).toContain('  window.a; // City /script alert(1);\n});');
  });

  it.each([
    ['first-name', 'profile.firstName'],
    ['beop_campaign', 'profile.beopCampaign'],
    ['2nd-address', 'profile._2ndAddress'],
    ['', ''],
  ])('M25 a property %s is found at %s, unless somebody says otherwise', (id, place) => {
    expect(placeFor(id)).toBe(place);
  });
});
