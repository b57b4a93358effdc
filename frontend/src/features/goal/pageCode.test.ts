// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { properties } from '@mock/fixtures/properties';
import { pageCode, placeFor } from './pageCode';

const firstName = { property: 'first-name', variable: 'profile.firstName' };

describe('M25 what a page does with the values it is shown', () => {
  it('M25 looks at each of them once they are there, and says what it is', () => {
    const code = pageCode([firstName, { property: 'birth-date', variable: 'customer.dates[0].born' }], properties);

    expect(code.split('\n').slice(-3)).toEqual([
      "  show('profile.firstName', window.profile && window.profile.firstName); // First name",
      "  show('customer.dates[0].born', window.customer && window.customer.dates && window.customer.dates[0] && window.customer.dates[0].born); // Date of birth, such as '1990-04-01'",
      '});',
    ]);
  });

  it.each(['website-tag.md', 'connection-types/data-layer.md'])('M25 is what %s says', (guide) => {
    const said = readFileSync(`../docs/${guide}`, 'utf8');

    expect(said).toContain(pageCode([firstName], properties));
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

    expect(code).toContain("  show('a', window.a); // City /script alert(1);\n});");
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

describe('M25 the code in a page', () => {
  const shown = () => document.querySelector('b')?.textContent;
  const put = (profile: unknown) => Reflect.set(window, 'profile', profile);
  const tell = () => window.dispatchEvent(new Event('connections:values'));

  beforeEach(() => {
    document.body.innerHTML = '<p>Hello <b data-shows="profile.firstName"></b></p>';
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what somebody copies, as their page runs it
    const inPage = new Function(
      pageCode([firstName, { property: 'city', variable: 'shop.city' }], properties),
    ) as () => void;
    inPage();
  });

  it('M25 shows a value that is there, beside one that is not', () => {
    put({ firstName: 'Ada' });
    tell();

    expect(shown()).toBe('Ada');
  });

  it.each([[undefined], [{}], ['a text of the page']])('M25 takes it off the page when %j is left', (left) => {
    put({ firstName: 'Ada' });
    tell();
    put(left);
    tell();

    expect(shown()).toBe('');
  });
});
