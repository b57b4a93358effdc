import type { OtherZone, PrivacySettings, Regime } from '@/api/types';
import { text } from '@/lib/text';

/** What is to hold in each zone that is to be in use, by code. */
export type Wanted = Record<string, Regime>;

export const wantedOf = ({ zones }: PrivacySettings): Wanted =>
  Object.fromEntries(zones.map(({ code, regime }) => [code, regime]));

/** Those that are to be in use, in the order in which the service tells them; rest of world is its last. */
export function inOrder(all: OtherZone[], wanted: Wanted): [OtherZone, Regime][] {
  const chosen = all.flatMap((zone): [OtherZone, Regime][] => {
    const regime = wanted[zone.code];
    return regime ? [[zone, regime]] : [];
  });
  const isRest = ([{ code }]: [OtherZone, Regime]) => code === 'rest-of-world';
  return [...chosen.filter((one) => !isRest(one)), ...chosen.filter(isRest)];
}

/** What saving would change for customers, in words. */
export function consequences(over: PrivacySettings, wanted: Wanted): string[] {
  const before = wantedOf(over);
  return [...over.zones, ...over.others].flatMap(({ code, name, objectives }) => {
    const is = wanted[code];
    if (before[code] === is) return [];
    if (is === undefined) return [text.privacy.takenOut(name, objectives)];
    const regime = is === 'OPT_IN' ? text.privacy.toOptIn(name) : text.privacy.toOptOut(name);
    return before[code] === undefined ? [text.privacy.added(name), regime] : [regime];
  });
}
