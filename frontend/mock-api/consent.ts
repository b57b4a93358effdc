import type { ConsentRow, MappedConsentRow, MappedRecord, Objective, PrivacySettings, SaidConsent } from '@/api/types';

/** What the gate of a connection asks. */
export interface Privacy {
  objectives: Objective[];
  privacySettings: PrivacySettings;
  /** Ids of the objectives that the connection is linked to. */
  linked: string[];
}

export const nothingSaid: SaidConsent = { granted: [], refused: [] };

const YES = ['yes', 'true', 'y', '1', 'on', 'granted', 'accepted', 'opt-in', 'subscribed'];
const NO = ['no', 'false', 'n', '0', 'off', 'refused', 'declined', 'opt-out', 'unsubscribed', 'withdrawn'];

/** What the service makes of the values of a consent row, as far as the stories of the page need it. */
export function heard(
  row: ConsentRow,
  values: string[],
  { objectives, privacySettings }: Privacy,
): Omit<MappedConsentRow, 'steps'> {
  let says: SaidConsent = nothingSaid;
  for (const value of values.map((each) => each.trim()).filter((each) => each !== '')) {
    const one = heardOne(row, value, objectives, privacySettings);
    if (one === undefined)
      return {
        says: nothingSaid,
        problem: {
          code: 'consent-unclear',
          message: `The value "${value}" of the field "${row.field ?? 'consent'}" ${complaints[row.says]}.`,
        },
      };
    says = altogether([says, one]);
  }
  return { says };
}

const complaints: Record<ConsentRow['says'], string> = {
  ANSWER: 'says neither yes nor no; a table of values in the mapping can say which it means',
  GRANTED: 'is the id of no objective',
  REFUSED: 'is the id of no objective',
  ZONE: 'is no zone of privacy legislation that is known',
  STATED_AT: 'is no date with time',
};

function heardOne(
  { says, objective = '' }: ConsentRow,
  value: string,
  objectives: Objective[],
  { zones, others }: PrivacySettings,
): SaidConsent | undefined {
  const word = value.toLowerCase();
  const known = objectives.some(({ id }) => id === value);
  switch (says) {
    case 'ANSWER':
      return YES.includes(word)
        ? { granted: [objective], refused: [] }
        : NO.includes(word)
          ? { granted: [], refused: [objective] }
          : undefined;
    case 'GRANTED':
      return known ? { granted: [value], refused: [] } : undefined;
    case 'REFUSED':
      return known ? { granted: [], refused: [value] } : undefined;
    case 'ZONE': {
      const zone = [...zones, ...others].find(({ code, name }) => [code, name.toLowerCase()].includes(word));
      return zone && { ...nothingSaid, zone: zone.code };
    }
    case 'STATED_AT': {
      const at = new Date(value);
      return Number.isNaN(at.getTime()) ? undefined : { ...nothingSaid, statedAt: at.toISOString() };
    }
  }
}

export function altogether(all: SaidConsent[]): SaidConsent {
  const refused = [...new Set(all.flatMap((one) => one.refused))];
  const granted = [...new Set(all.flatMap((one) => one.granted))].filter((id) => !refused.includes(id));
  const zone = all.find((one) => one.zone !== undefined)?.zone;
  const statedAt = all.find((one) => one.statedAt !== undefined)?.statedAt;
  return {
    granted,
    refused,
    ...(zone === undefined ? {} : { zone }),
    ...(statedAt === undefined ? {} : { statedAt }),
  };
}

/** Why a new profile would be held back. */
export function heldBack(
  { granted, refused, zone = 'rest-of-world' }: SaidConsent,
  { objectives, privacySettings, linked }: Privacy,
): Pick<MappedRecord, 'reason' | 'heldBack'> | undefined {
  const regime = privacySettings.zones.find(({ code }) => code === zone)?.regime ?? 'OPT_IN';
  const needing = objectives.filter(({ id, zones }) => linked.includes(id) && zones.includes(zone));
  if (needing.length === 0) return undefined;
  const names = (some: Objective[]) => some.map(({ name }) => `"${name}"`).join(' or ');
  const law = [...privacySettings.zones, ...privacySettings.others].find(({ code }) => code === zone)?.name ?? zone;
  if (regime === 'OPT_IN')
    return needing.some(({ id }) => granted.includes(id))
      ? undefined
      : {
          heldBack: { rule: 'NOT_GRANTED', objectives: needing.map(({ id }) => id) },
          reason: `Not consented to ${names(needing)}, which needs consent in the zone ${law} (opt-in).`,
        };
  const first = needing.find(({ id }) => refused.includes(id));
  return (
    first && {
      heldBack: { rule: 'REFUSED', objectives: [first.id] },
      reason: `Refused ${names([first])}, in the zone ${law} (opt-out).`,
    }
  );
}
