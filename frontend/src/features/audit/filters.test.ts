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
  });
});
