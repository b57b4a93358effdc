import { expect, test } from 'vitest';
import { amountOf, answered, faultsOf, nothingStaged, requestOf } from './staged';

test('M27 choosing the same answer again takes it back, and another replaces it', () => {
  const yes = answered(nothingStaged, 'news', 'GRANTED');

  expect(answered(yes, 'news', 'GRANTED').answers).toEqual({});
  expect(answered(yes, 'news', 'REFUSED').answers).toEqual({ news: 'REFUSED' });
});

test('M27 what is recorded is what was chosen, and no time: the service says when', () => {
  const staged = { answers: { news: 'GRANTED', ads: 'REFUSED' }, zone: 'gdpr', source: ' By phone ' } as const;

  expect(amountOf(staged)).toBe(3);
  expect(requestOf(staged)).toEqual({
    zone: 'gdpr',
    source: 'By phone',
    statements: [
      { objective: 'news', answer: 'GRANTED' },
      { objective: 'ads', answer: 'REFUSED' },
    ],
  });
  expect(requestOf(nothingStaged)).toEqual({ statements: [] });
});

test('M27 what is refused stands at what it is about', () => {
  const sent = requestOf({ answers: { news: 'GRANTED', ads: 'REFUSED' }, source: '' });

  const faults = faultsOf(sent, [
    { pointer: '/statements/1/objective', code: 'objective-unknown', message: 'No ads.' },
    { pointer: '/source', code: 'too-long', message: 'Too long.' },
  ]);

  expect([...faults.answers]).toEqual([['ads', 'No ads.']]);
  expect(faults.source).toBe('Too long.');
  expect(faults.zone).toBeUndefined();
});
