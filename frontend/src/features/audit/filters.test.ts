import { describe, expect, test } from 'vitest';
import { asked, auditSearch, chips } from './filters';

describe('filters of the audit', () => {
  test('M30 what the address says wrongly is left out', () => {
    expect(auditSearch.parse({ search: 'till', from: 'yesterday', action: '' })).toEqual({ search: 'till' });
  });

  test('M30 the last day counts as a whole', () => {
    expect(asked({ from: '2026-11-01', to: '2026-11-30' })).toEqual({ from: '2026-11-01', to: '2026-12-01' });
  });

  test('M30 each filter is said in words', () => {
    expect(
      chips({ action: 'turned-on', actor: '7f3', actorName: 'Mia', objectKind: 'connection' }).map(
        ({ label }) => label,
      ),
    ).toEqual(['By Mia', 'Switched on', 'Connection']);
    expect(chips({ action: 'unstarred' }).map(({ label }) => label)).toEqual(['Star removed']);
  });

  test('M30 one object is said by its name, or by its kind as long as nobody found it', () => {
    const words = (objectKind?: string, name?: string) =>
      chips({ objectKind, objectId: '0199b' }, name).find((chip) => chip.name === 'objectId')?.label;

    expect(words('connection', 'Tills')).toBe('Only “Tills”');
    expect(words('connection')).toBe('Only one: Connection');
    expect(words()).toBe('Only one object');
  });
});
