import { describe, expect, it } from 'vitest';
import { rightsOf, rightsWords, withRole } from './editRights';

describe('M7 edit rights', () => {
  it('M7 are said by those who have them, administrators among them', () => {
    expect(rightsWords([])).toBe('everybody');
    expect(rightsWords(['application-manager'])).toBe('application managers and administrators');
    expect(rightsWords(['administrator', 'application-manager', 'marketer'])).toBe(
      'marketers, application managers and administrators',
    );
    expect(rightsWords(['administrator'])).toBe('administrators');
  });

  it('M7 never name administrators beside others, and never nobody', () => {
    expect(withRole(['marketer'], 'application-manager', true)).toEqual(['marketer', 'application-manager']);
    expect(withRole(['application-manager'], 'application-manager', false)).toEqual(['administrator']);
    expect(withRole(['administrator'], 'marketer', true)).toEqual(['marketer']);
  });

  it('M7 begin with the roles of whoever chooses them', () => {
    expect(rightsOf(['marketer', 'viewer'])).toEqual(['marketer']);
    expect(rightsOf(['administrator'])).toEqual(['administrator']);
  });
});
