import { expect, test } from 'vitest';
import type { Scope } from '@/api/types';
import { scopeWords } from './scopeWords';

const nameOf = (id: string) => ({ shop: 'Web shop', blog: 'Blog' })[id] ?? 'a deleted channel';

test('M24 a scope is said in a line', () => {
  const scope: Scope = {
    kind: 'CHOSEN',
    channels: [
      {
        channelId: 'shop',
        rules: [
          { effect: 'RESTRICT', match: 'STARTS_WITH', text: '/support/' },
          { effect: 'EXCLUDE', match: 'IS', text: '/support/contact.html' },
        ],
      },
      { channelId: 'gone', rules: [] },
    ],
  };

  expect(scopeWords(scope, nameOf)).toBe(
    'Web shop (Only pages that start with “/support/”; Not pages that are “/support/contact.html”), a deleted channel',
  );
  expect(scopeWords({ kind: 'EVERYWHERE' }, nameOf)).toBe('All channels');
  expect(scopeWords({ kind: 'CHOSEN', channels: [] }, nameOf)).toBe('None');
});
