import { expect, test } from 'vitest';
import { headingId, headingsOf } from './headings';

test('M4 the headings of a guide are found in their order, and none in code', () => {
  const source = '# SFTP\n\n## What you need\n\n```\n## no heading\n```\n### smaller\n## Set up here \n';

  expect(headingsOf(source)).toEqual(['What you need', 'Set up here']);
  expect(headingId('Set up here')).toBe('guide-set-up-here');
});
