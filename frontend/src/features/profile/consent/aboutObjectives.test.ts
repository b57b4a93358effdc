import { expect, test } from 'vitest';
import type { ConsentStatement } from '@/api/types';
import { aboutObjectives } from './aboutObjectives';

const said = (objective: string, answer: 'GRANTED' | 'REFUSED', at = '2026-11-01T10:00:00Z'): ConsentStatement => ({
  objective,
  answer,
  at,
  evidence: { kind: 'UNKNOWN' },
});
const objective = (id: string, ...zones: string[]) => ({ id, name: id.toUpperCase(), zones });

test('M27 what was spoken of stands first, then that of which silence matters', () => {
  const rows = aboutObjectives(
    { current: [said('z', 'GRANTED')], past: [said('z', 'REFUSED'), said('y', 'REFUSED')], countedZone: 'gdpr' },
    [objective('a'), objective('b', 'gdpr'), objective('y'), objective('z')],
    ['gdpr', 'rest-of-world'],
  );

  expect(rows.map(({ id }) => id)).toEqual(['y', 'z', 'b', 'a']);
  expect(rows[1]).toMatchObject({ name: 'Z', said: { answer: 'GRANTED' }, past: [{ answer: 'REFUSED' }] });
  expect(rows[0]?.said).toBeUndefined();
});

test('M26 an objective that names a zone not in use needs consent in the rest of the world', () => {
  const needing = (countedZone: string) =>
    aboutObjectives({ current: [], past: [], countedZone }, [objective('a', 'fadp')], ['gdpr', 'rest-of-world'])[0]
      ?.needsConsent;

  expect(needing('rest-of-world')).toBe(true);
  expect(needing('gdpr')).toBe(false);
});

test('M27 what was said of an objective that is deleted stays, by the name that is known', () => {
  const rows = aboutObjectives(
    { current: [said('gone', 'GRANTED'), { ...said('told', 'REFUSED'), objectiveName: 'Told' }], past: [] },
    [],
    [],
  );

  expect(rows.map(({ name }) => name)).toEqual(['gone', 'Told']);
});
