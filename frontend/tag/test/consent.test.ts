import { expect, test } from 'vitest';
import { browser, COOKIE, ID, opened, optIn, optOut, remembered, types } from './scene';
import { after, may, SHOP } from './testing';

test('M27 in an opt-in zone nothing leaves the browser and nothing is kept until the visitor grants something', async () => {
  optIn();
  const page = await opened('/a', {}, { 'data-zone': 'gdpr' });
  page.connections.event('Added to basket');
  page.connections.identify({ email: 'ada@example.com' });
  await after(60_000);
  page.close();

  expect(browser.asked).toHaveLength(1);
  expect(browser.asked[0]?.searchParams.get('zone')).toBe('gdpr');
  expect([browser.sent, browser.left, browser.written, [...browser.storage]]).toEqual([[], [], [], []]);
});

test('M27 a grant opens the door: the statement goes at once, then what happened before it', async () => {
  optIn();
  const page = await opened('/a', {}, { 'data-zone': 'gdpr' });
  page.connections.event('Added to basket');
  await after(60_000);
  page.connections.consent({
    granted: ['newsletter'],
    refused: ['ads'],
    shown: { newsletter: 'Our news, once a week.' },
  });
  await after();

  const visitor = browser.cookies.get(COOKIE);
  expect(visitor).toMatch(ID);
  expect(browser.sent).toMatchObject([
    {
      visitor,
      zone: 'gdpr',
      events: [
        {
          type: 'consent',
          at: '2026-11-27T10:01:00.000Z',
          granted: ['newsletter'],
          refused: ['ads'],
          shown: { newsletter: 'Our news, once a week.' },
        },
      ],
    },
    {
      visitor,
      events: [
        { type: 'page', at: '2026-11-27T10:00:00.000Z' },
        { type: 'event', at: '2026-11-27T10:00:00.000Z' },
      ],
    },
  ]);
  expect(browser.asked.at(-1)?.searchParams.get('visitor')).toBe(visitor);
});

test('M27 a refusal in an opt-in zone is told and leaves no trace; whoever logs in there is known to have refused', async () => {
  optIn();
  const page = await opened('/a');
  page.connections.identify({ email: 'ada@example.com' }, 'proof');
  page.connections.consent({ refused: ['ads'] });
  await after(60_000);
  page.connections.identify({ email: 'ada@work.example' });
  page.connections.event('Not to be told');
  await after(60_000);
  page.close();

  expect(types()).toEqual(['identify', 'consent', 'identify']);
  expect(new Set(browser.sent.map(({ visitor }) => visitor)).size).toBe(1);
  expect([browser.written, [...browser.storage], browser.left]).toEqual([[], [], []]);
});

test('M27 a withdrawal takes the id away, with what happened and was not told yet', async () => {
  optIn();
  const page = await opened('/a');
  page.connections.consent({ granted: ['newsletter'] });
  await after(1_000);
  browser.sent = [];
  page.connections.event('Not to be told');
  page.connections.consent({ refused: ['newsletter'] });
  page.connections.event('Nor this');
  await after(60_000);
  page.connections.event('What is told if they change their mind');
  expect(types()).toEqual(['consent']);
  expect([...browser.cookies, ...browser.storage]).toEqual([]);
  page.connections.consent({ granted: ['newsletter'] });
  await after(1_000);

  expect(browser.happened.map(({ type, name }) => name ?? type)).toEqual([
    'consent',
    'consent',
    'What is told if they change their mind',
  ]);
});

test('M27 a withdrawal that did not get through goes with who it was, also from the next page', async () => {
  optIn();
  const page = await opened('/a');
  page.connections.consent({ granted: ['newsletter'] });
  await after(1_000);
  const answers = browser.events;
  browser.events = () => 'dead';
  page.connections.identify({ email: 'ada@example.com' });
  page.connections.event('Not to be told');
  page.connections.consent({ refused: ['newsletter'] });
  await after();
  browser.takesBeacons = false;
  page.close();
  browser.events = answers;
  browser.sent = [];
  await opened('/b', {}, { 'data-zone': 'gdpr' });
  await after(60_000);

  expect(types()).toEqual(['identify', 'consent']);
  expect([...browser.cookies, ...browser.storage]).toEqual([]);
});

test('M27 who refuses everything in an opt-out zone keeps a word that is the same for all, and is left alone', async () => {
  optOut();
  const page = await opened('/a');
  await after(1_000);
  page.connections.consent({ refused: ['ads'] });
  page.connections.event('Not to be told');
  await after(60_000);
  expect(types()).toEqual(['page', 'consent']);
  expect(browser.cookies.get(COOKIE)).toBe('none');
  browser.asked = [];
  browser.sent = [];
  const next = await opened('/b');
  next.connections.event('Nor this');
  await after(60_000);
  next.close();
  expect([browser.asked, browser.sent, browser.left, [...browser.storage]]).toEqual([[], [], [], []]);

  const changed = await opened('/c');
  changed.connections.consent({ refused: ['ads'] });
  await after(1_000);
  expect(browser.cookies.get(COOKIE)).toBe('none');
  changed.connections.consent({ granted: ['newsletter'] });
  browser.remember = () => may('OPT_OUT', true);
  changed.connections.event('To be told');
  await after(1_000);
  expect(types()).toEqual(['consent', 'consent', 'event']);
  expect(browser.cookies.get(COOKIE)).toMatch(ID);
});

test('M27 a statement that did not get through is kept over a change of page and told before anything is asked', async () => {
  optIn();
  const answers = browser.events;
  browser.events = () => 'dead';
  const page = await opened('/a');
  page.connections.consent({ granted: ['newsletter'] });
  await after();
  page.close();
  browser.events = answers;
  browser.sent = [];
  browser.asked = [];
  await opened('/b');
  expect(browser.sent[0]?.events).toMatchObject([{ type: 'consent', url: `${SHOP}/a` }]);
  await after(1_000);

  expect(browser.happened).toMatchObject([{ type: 'consent' }, { url: `${SHOP}/a` }, { url: `${SHOP}/b` }]);
});

test('M27 a grant that the service does not know of leaves nothing behind', async () => {
  browser.remember = () => may('OPT_IN', false);
  const page = await opened('/a');
  page.connections.consent({ granted: ['misspelt'] });
  await after(60_000);
  page.close();

  expect(types()).toEqual(['consent']);
  expect([...browser.cookies, ...browser.storage]).toEqual([]);
});

test('M27 a statement does not wait for a pause between tries, nor is it overtaken by an older answer', async () => {
  browser.events = () => ({ status: 429, after: '3000' });
  const page = await opened('/a');
  await after(1_000);
  let answer: (late: ReturnType<typeof may>) => void = () => undefined;
  browser.remember = () => new Promise((resolve) => (answer = resolve as typeof answer));
  browser.events = () => ({ status: 202 });
  page.connections.consent({ refused: ['ads'] });
  await after();
  expect(types()).toEqual(['page', 'consent']);
  page.connections.consent({ refused: ['ads', 'news'] });
  answer(may('OPT_OUT', true));
  await after();
  answer(may('OPT_OUT', false));
  await after(60_000);

  expect(types()).toEqual(['page', 'consent', 'consent']);
  expect(browser.cookies.get(COOKIE)).toBe('none');
});

test('M27 a statement does not wait either for what was under way before it and failed', async () => {
  let answer: (late: { status: number }) => void = () => undefined;
  browser.events = () => new Promise((resolve) => (answer = resolve as typeof answer));
  const page = await opened('/a');
  await after(1_000);
  page.connections.consent({ refused: ['ads'] });
  answer({ status: 503 });
  await after();

  expect(types()).toEqual(['page', 'consent']);
});

test('M27 who says no in another tab while this one asks is not remembered by it', async () => {
  let answer: (late: ReturnType<typeof may>) => void = () => undefined;
  browser.remember = () => new Promise((resolve) => (answer = resolve as typeof answer));
  await opened('/a');
  browser.cookies.set(COOKIE, 'none');
  answer(may('OPT_OUT', true));
  await after(60_000);

  expect(browser.cookies.get(COOKIE)).toBe('none');
  expect(browser.sent).toEqual([]);
});

test('M27 the zone of a statement holds for the rest of the page, and a batch is of one zone', async () => {
  browser.remember = (_, zone) => may(zone === 'gdpr' ? 'OPT_IN' : 'OPT_OUT', zone === 'ccpa');
  const page = await opened('/a', {}, { 'data-zone': 'gdpr' });
  expect(browser.cookies.size).toBe(0);
  page.connections.consent({ zone: 'ccpa' });
  page.connections.event('In California');
  await after(1_000);
  page.connections.consent({ zone: 'vcdpa', refused: ['ads'] });
  await after(1_000);

  expect(browser.asked.map((url) => url.searchParams.get('zone'))).toEqual(['gdpr', 'ccpa', 'vcdpa']);
  expect(browser.sent.map(({ zone, events }) => [zone, events.map(({ type }) => type)])).toEqual([
    ['ccpa', ['page', 'event']],
    ['vcdpa', ['consent']],
  ]);
});

test('M27 what was left by a page in another zone is sent as of that one', async () => {
  browser.events = () => 'dead';
  const page = await opened('/a', {}, { 'data-zone': 'ccpa' });
  await after(1_000);
  page.close();
  browser.events = () => ({ status: 202 });
  browser.sent = [];
  await opened('/b', {}, { 'data-zone': 'vcdpa' });
  await after(1_000);

  expect(browser.sent.map(({ zone, events }) => [zone, events.length])).toEqual([
    ['ccpa', 1],
    ['vcdpa', 1],
  ]);
});

test('M27 what is both granted and refused is refused, and a statement that says nothing is none', async () => {
  const page = await opened();
  await after(1_000);
  browser.sent = [];
  page.connections.consent({ granted: ['ads', 'news', 'news'], refused: 'ads' });
  for (const nothing of [undefined, null, {}, { granted: [], refused: [] }, { granted: [{}, ''] }, 'ads', 7]) {
    page.connections.consent(nothing);
  }
  await after(1_000);

  expect(browser.happened).toMatchObject([{ granted: ['news'], refused: ['ads'] }]);
});

test('M27 who is forgotten leaves nothing, and is a stranger from then on', async () => {
  const page = await opened('/a');
  await after(1_000);
  const first = browser.cookies.get(COOKIE);
  page.connections.event('Not to be told');
  page.hide();
  browser.left = [];
  page.connections.forget();
  page.connections.event('Nor this');
  await after(60_000);
  page.close();
  expect([...browser.cookies, ...browser.storage, ...browser.left]).toEqual([]);
  expect(types()).toEqual(['page']);
  page.connections.consent({ granted: ['newsletter'] });
  await after(1_000);
  expect(types()).toEqual(['page', 'consent']);

  expect(browser.sent[1]?.visitor).toMatch(ID);
  expect(browser.sent[1]?.visitor).not.toBe(first);
});

test('M27 who refuses while the tag still asks, and is forgotten at once, is still heard', async () => {
  let answer: (late: ReturnType<typeof may>) => void = () => undefined;
  browser.remember = () => new Promise((resolve) => (answer = resolve as typeof answer));
  const page = await opened('/a');
  page.connections.consent({ refused: ['ads'] });
  page.connections.forget();
  answer(may('OPT_OUT', true));
  await after(60_000);

  const told = [...browser.sent, ...browser.left].flatMap(({ events }) => events as unknown[]);
  expect(told).toMatchObject([{ type: 'consent', refused: ['ads'] }]);
  expect([...browser.cookies, ...browser.storage]).toEqual([]);
});

test('M27 an answer that comes after one was forgotten brings nothing back', async () => {
  let answer: (late: ReturnType<typeof may>) => void = () => undefined;
  browser.remember = () => new Promise((resolve) => (answer = resolve as typeof answer));
  const page = await opened('/a');
  page.connections.forget();
  answer(may('OPT_OUT', true));
  await after(60_000);

  expect([browser.written, browser.sent]).toEqual([[], []]);
});

test('M27 what another tab was told holds here too', async () => {
  const page = await opened('/a');
  await after(1_000);
  browser.sent = [];
  browser.cookies.set(COOKIE, 'none');
  page.connections.event('Not to be told');
  await after(60_000);
  page.close();
  expect([browser.sent, browser.left]).toEqual([[], []]);

  browser.cookies.clear();
  optIn();
  const held = await opened('/b');
  const id = remembered();
  browser.remember = () => may('OPT_IN', true);
  held.connections.event('To be told');
  await after(1_000);
  expect(browser.sent.map(({ visitor }) => visitor)).toEqual([id]);
  expect(types()).toEqual(['page', 'event']);

  browser.sent = [];
  held.connections.event('Not to be told');
  browser.cookies.clear();
  browser.remember = () => may('OPT_IN', false);
  await after(60_000);
  expect(browser.sent).toEqual([]);
});

test('M27 who deletes their cookies is another visitor from then on', async () => {
  const page = await opened('/a');
  await after(1_000);
  page.connections.event('Not to be told');
  browser.cookies.clear();
  page.connections.event('Of a stranger');
  await after(1_000);

  expect(browser.asked[1]?.searchParams.get('visitor')).toBeNull();
  expect(browser.happened.slice(1)).toMatchObject([{ name: 'Of a stranger' }]);
  expect(browser.sent[1]?.visitor).toBe(browser.cookies.get(COOKIE));
  expect(browser.sent[1]?.visitor).not.toBe(browser.sent[0]?.visitor);
});

test('M27 an id that another tab took away is not put back by one that waited for an answer', async () => {
  browser.remember = () => 'dead';
  const id = remembered();
  const page = await opened('/a');
  page.connections.event('Not to be told');
  await after(10_000);
  let answer: (late: ReturnType<typeof may>) => void = () => undefined;
  browser.remember = () => new Promise((resolve) => (answer = resolve as typeof answer));
  await after(60_000);
  browser.cookies.clear();
  browser.remember = () => may('OPT_OUT', true);
  answer(may('OPT_OUT', true));
  await after(60_000);
  page.connections.event('Of a stranger');
  await after(1_000);

  expect(browser.written.some((cookie) => cookie.includes(id))).toBe(false);
  expect(browser.happened).toMatchObject([{ name: 'Of a stranger' }]);
  expect(browser.sent[0]?.visitor).not.toBe(id);
});

test('M27 what holds for an id that was taken away does not hold for the stranger after it', async () => {
  let answer: (late: ReturnType<typeof may>) => void = () => undefined;
  browser.remember = () => new Promise((resolve) => (answer = resolve as typeof answer));
  remembered();
  await opened('/a');
  browser.cookies.clear();
  browser.remember = () => may('OPT_IN', false);
  answer(may('OPT_IN', true));
  await after(60_000);

  expect([browser.written, browser.sent]).toEqual([[], []]);
});
