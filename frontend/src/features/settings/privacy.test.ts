import { describe, expect, it } from 'vitest';
import { privacySettings } from '../../../mock-api/fixtures/objectives';
import { consequences, inOrder, wantedOf } from './privacy';

const settings = {
  ...privacySettings,
  zones: privacySettings.zones.map((zone) => (zone.code === 'lgpd' ? { ...zone, objectives: 2 } : zone)),
};
const { lgpd: _, ...withoutBrazil } = wantedOf(settings);

describe('M26 what saving the privacy settings would change', () => {
  it('is nothing where nothing is changed', () => {
    expect(consequences(settings, wantedOf(settings))).toEqual([]);
  });

  it('says of a zone that is taken out of use what becomes of those that name it', () => {
    expect(consequences(settings, withoutBrazil)).toEqual([
      'LGPD counts as rest of world from now on. 2 objectives that name it need consent in the rest of the world then.',
    ]);
  });

  it('says of each zone what holds for who has said nothing', () => {
    expect(consequences(settings, { ...wantedOf(settings), gdpr: 'OPT_OUT', fadp: 'OPT_IN' })).toEqual([
      'GDPR: customers who have said nothing are processed until they refuse.',
      'FADP: customers there no longer count as rest of world.',
      'FADP: customers who have said nothing are held back.',
    ]);
  });

  it('keeps rest of world last, whatever is added', () => {
    const all = [...settings.zones, ...settings.others];

    expect(inOrder(all, { ...wantedOf(settings), fadp: 'OPT_OUT' }).map(([{ code }]) => code)).toEqual([
      'gdpr',
      'uk-gdpr',
      'lgpd',
      'pipeda',
      'ccpa',
      'fadp',
      'rest-of-world',
    ]);
  });
});
