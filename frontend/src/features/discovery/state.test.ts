import { describe, expect, it } from 'vitest';
import type { KnownSystem } from '@/api/types';
import { nothingYet, questionOf, reachable, withOther, withoutSystem, withSystems, type Answers } from './state';

const hotjar: KnownSystem = { id: 'hotjar', name: 'Hotjar', vendor: 'Contentsquare', category: 'Analytics' };
const withOne = withSystems(nothingYet, [hotjar]);
const asked: Answers = { ...withOne, wishes: ['BRING_DATA_IN'], freshness: 'BATCH' };

describe('M3 the steps of Connection Discovery', () => {
  it('leads to the first step that still lacks an answer, whatever the address says', () => {
    expect(reachable('proposals', nothingYet)).toBe('systems');
    expect(reachable('created', nothingYet)).toBe('systems');
    expect(reachable('proposals', withOne)).toBe('wishes');
    expect(reachable('created', asked)).toBe('proposals');
    expect(reachable('proposals', asked)).toBe('proposals');
    expect(reachable('systems', asked)).toBe('systems');
    expect(reachable('created', { ...nothingYet, made: ['1'] })).toBe('created');
  });

  it('takes a typed name for the known system that has it', () => {
    expect(withOther(nothingYet, ' hotJAR ', [hotjar]).systems).toEqual([hotjar]);
    expect(withOther(nothingYet, ' Our tills ', [hotjar]).others).toEqual(['Our tills']);
  });

  it('has each system once', () => {
    expect(withSystems(withOne, [hotjar]).systems).toHaveLength(1);
    expect(withOther(withOther(nothingYet, 'Tills', []), 'tills', []).others).toEqual(['Tills']);
    expect(withoutSystem(withOne, 'hotjar').systems).toEqual([]);
  });

  it('asks the same question in whatever order it was answered', () => {
    const other: KnownSystem = { ...hotjar, id: 'braze', name: 'Braze' };

    expect(questionOf(withSystems(withOne, [other]))).toEqual(
      questionOf(withSystems(withSystems(nothingYet, [other]), [hotjar])),
    );
  });
});
