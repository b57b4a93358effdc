import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { after, Browser, CHANNEL, HUB, may, type Page, SHOP } from './testing';

const ID = /^[\w-]{22}$/;
const COOKIE = '__Host-connections_visitor';

let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-27T10:00:00Z') });
  // Jitter at its longest.
  vi.spyOn(Math, 'random').mockReturnValue(1);
  browser = new Browser();
});

afterEach(() => {
  vi.useRealTimers();
});

/** In an opt-in zone: remembered from the statement on that grants something. */
const optIn = () => {
  const granted = new Set<string>();
  browser.events = (sent) => {
    for (const event of sent.events) {
      if (event.type !== 'consent') continue;
      if ((event.granted as string[]).length > 0) granted.add(sent.visitor);
      else granted.delete(sent.visitor);
    }
    return { status: 202 };
  };
  browser.remember = (visitor) => may('OPT_IN', visitor !== null && granted.has(visitor));
};

/** In an opt-out zone: remembered until the statement that refuses everything there is, which is ads. */
const optOut = () => {
  const refused = new Set<string>();
  browser.events = (sent) => {
    for (const event of sent.events) if (event.type === 'consent') refused.add(sent.visitor);
    return { status: 202 };
  };
  browser.remember = (visitor) => may('OPT_OUT', visitor === null || !refused.has(visitor));
};

const remembered = (id = 'AAAAAAAAAAAAAAAAAAAAAA') => {
  browser.cookies.set(COOKIE, id);
  return id;
};

const opened = async (path = '/', more: Parameters<Browser['open']>[1] = {}, attributes = {}): Promise<Page> => {
  const page = browser.open(path, more);
  page.load(attributes);
  await after();
  return page;
};

const types = () => browser.happened.map(({ type }) => type);

test('M25 a page is asked about first, then reported with all that the service needs to place it', async () => {
  await opened('/a?b=1', { title: 'A', referrer: 'https://search.example/' });
  expect(browser.sent).toEqual([]);
  await after(1_000);

  expect(browser.asked.map(String)).toEqual([
    `${HUB}/collect/v1/page?channel=${CHANNEL}&url=${encodeURIComponent(`${SHOP}/`)}`,
  ]);
  const visitor = browser.cookies.get(COOKIE);
  expect(visitor).toMatch(ID);
  expect(browser.sent).toEqual([
    {
      channel: CHANNEL,
      visitor,
      sentAt: '2026-11-27T10:00:01.000Z',
      events: [
        {
          id: expect.stringMatching(ID) as string,
          type: 'page',
          at: '2026-11-27T10:00:00.000Z',
          url: `${SHOP}/a?b=1`,
          title: 'A',
          referrer: 'https://search.example/',
        },
      ],
    },
  ]);
  expect(browser.made).toMatchObject([
    { credentials: 'omit', mode: 'cors' },
    { credentials: 'omit', mode: 'cors', method: 'POST', keepalive: true },
  ]);
  expect(browser.made[1]?.headers).toBeUndefined();
});

test('M25 the cookie is the host’s own, for thirteen months from the first page on, and Secure where it can be', async () => {
  await opened();
  await opened('/', { protocol: 'https:' });
  browser.cookies.clear();
  await opened('/', { protocol: 'http:' });

  const kept = /connections_visitor=[\w-]{22}; Path=\/; Max-Age=34128000; SameSite=Lax/;
  expect(browser.written).toHaveLength(2);
  expect(browser.written[0]).toMatch(new RegExp(`^__Host-${kept.source}; Secure$`));
  expect(browser.written[1]).toMatch(new RegExp(`^${kept.source}$`));
});

test('M25 the next page is of the same visitor, and is asked about with their id', async () => {
  await opened('/a');
  await after(1_000);
  await opened('/b?token=secret#c');
  await after(1_000);

  const [first, second] = browser.sent;
  expect(second?.visitor).toBe(first?.visitor);
  expect(browser.asked[1]?.searchParams.get('visitor')).toBe(first?.visitor);
  expect(browser.asked[1]?.searchParams.get('url')).toBe(`${SHOP}/b`);
});

test('M25 what a page queued before the tag was there is done in its order, and the same list works on', async () => {
  const page = browser.open('/');
  const queue: unknown[] = [
    ['event', 'Early', { n: 1 }],
    ['identify', { email: 'ada@example.com' }, 'proof'],
  ];
  Object.assign(page.window, { connections: queue });
  page.load();
  queue.push(['event', 'Late']);
  page.connections.event('Called', { n: 2 });
  page.connections.page();
  await after(1_000);

  expect(page.connections).toBe(queue);
  expect(queue).toHaveLength(0);
  expect(types()).toEqual(['page', 'event', 'identify', 'event', 'event', 'page']);
  expect(browser.happened[1]).toMatchObject({ name: 'Early', properties: { n: 1 }, url: `${SHOP}/` });
  expect(browser.happened[2]).toMatchObject({ identifiers: { email: 'ada@example.com' }, proof: 'proof' });
  expect(browser.happened[4]).toMatchObject({ name: 'Called', properties: { n: 2 } });
});

test('M25 a page that becomes another one without being loaded is another page', async () => {
  for (const navigationApi of [true, false]) {
    browser = new Browser();
    browser.navigationApi = navigationApi;
    const page = await opened('/a');
    page.go('/b', 'B');
    await after(700);
    page.go('/b#comments');
    await after(700);
    page.go('/b#/route');
    await after(700);
    page.go('/elsewhere');
    page.go('/c');
    page.connections.event('On c');
    await after(2_000);

    expect(browser.happened).toMatchObject([
      { type: 'page', url: `${SHOP}/a`, referrer: '' },
      { type: 'page', url: `${SHOP}/b`, title: 'B', referrer: `${SHOP}/a` },
      { type: 'page', url: `${SHOP}/b#/route` },
      { type: 'page', url: `${SHOP}/c`, referrer: `${SHOP}/b#/route` },
      { type: 'event', url: `${SHOP}/c` },
    ]);
  }
});

test('M25 a page that is made ready before anybody asks for it is reported once it is looked at', async () => {
  const page = browser.open('/');
  Object.assign(page.window.document, { prerendering: true });
  page.load();
  await after(5_000);
  expect(browser.asked).toEqual([]);
  page.happen('prerenderingchange');
  await after(1_000);

  expect(types()).toEqual(['page']);
});

test('M25 a page that comes back as it was left has been opened again', async () => {
  const page = await opened('/');
  await after(1_000);
  page.happen('pageshow', { persisted: false });
  page.happen('pageshow', { persisted: true });
  await after(1_000);

  expect(types()).toEqual(['page', 'page']);
});

test('M25 events wait a second for others, but twenty or 50 KB do not wait', async () => {
  const page = await opened();
  await after(1_000);
  for (let n = 0; n < 19; n++) page.connections.event('Small');
  await after(999);
  expect(browser.sent).toHaveLength(1);
  page.connections.event('One more');
  await after();
  expect(browser.sent).toHaveLength(2);

  const large = Object.fromEntries(Array.from({ length: 15 }, (_, n) => [`p${n}`, 'x'.repeat(1_000)]));
  for (let n = 0; n < 4; n++) page.connections.event('Large', large);
  await after();

  expect(browser.sent.slice(1).map(({ events }) => events.length)).toEqual([20, 3, 1]);
});

test('M25 what cannot be sent is tried again, later each time, and not at all when it was refused', async () => {
  browser.events = () => 'dead';
  await opened();
  await after(1_000);
  for (const [wait, answer] of [
    [1_000, 'dead'],
    [2_000, { status: 408 }],
    [4_000, { status: 429 }],
    [8_000, { status: 500 }],
    [16_000, { status: 503 }],
    [32_000, { status: 202 }],
  ] as const) {
    const before = browser.sent.length;
    browser.events = () => answer;
    await after(wait - 1);
    expect(browser.sent).toHaveLength(before);
    await after(1);
    expect(browser.sent).toHaveLength(before + 1);
  }
  const ids = browser.sent.map(({ events }) => events[0]?.id);
  expect(new Set(ids).size).toBe(1);

  for (const status of [400, 403, 404, 413]) {
    browser.sent = [];
    browser.events = () => ({ status });
    await opened();
    await after(1_000_000);
    expect(browser.sent).toHaveLength(1);
  }
});

test('M25 the pause grows to five minutes and has chance in it; the service can ask for a longer one', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  browser.events = () => 'dead';
  await opened();
  await after(600_000);
  const before = browser.sent.length;
  await after(150_000 * 4);
  expect(browser.sent).toHaveLength(before + 4);

  for (const [header, wait] of [
    ['700', 700_000],
    ['Fri, 27 Nov 2026 23:00:00 GMT', 3_600_000],
  ] as const) {
    vi.setSystemTime(new Date('2026-11-27T22:00:00Z'));
    browser = new Browser();
    browser.events = () => ({ status: 503, after: header });
    await opened();
    await after(1_000);
    browser.events = () => ({ status: 202 });
    await after(wait - 2_000);
    expect(browser.sent).toHaveLength(1);
    await after(2_000);
    expect(browser.sent).toHaveLength(2);
  }
});

test('M25 the network coming back is a reason to try at once', async () => {
  browser.events = () => 'dead';
  const page = await opened();
  await after(100_000);
  const before = browser.sent.length;
  page.happen('online');
  await after();

  expect(browser.sent).toHaveLength(before + 1);
});

test('M25 a service that never answers is given up after half a minute, and the page goes on', async () => {
  const given = vi.fn();
  const page = browser.open('/', {
    window: {
      fetch: (_: string, { signal }: RequestInit) =>
        new Promise((_, fail) =>
          signal?.addEventListener('abort', () => {
            given();
            fail(new DOMException('', 'AbortError'));
          }),
        ),
    },
  });
  page.load();
  await after(29_999);
  expect(given).not.toHaveBeenCalled();
  await after(1);

  expect(given).toHaveBeenCalledOnce();
});

test('M25 a page that is left hands everything over once, and a page change loses nothing', async () => {
  const page = await opened('/a');
  await after(1_000);
  browser.events = () => ({ status: 503 });
  page.connections.event('Unlucky');
  await after(1_000);
  page.connections.event('Just now');
  page.close();
  expect(browser.left.flatMap(({ events }) => events)).toMatchObject([{ name: 'Unlucky' }, { name: 'Just now' }]);
  expect(browser.storage.size).toBe(1);

  browser.events = () => ({ status: 202 });
  browser.sent = [];
  await opened('/b');
  await after(1_000);

  expect(browser.happened).toMatchObject([
    { name: 'Unlucky' },
    { name: 'Just now', url: `${SHOP}/a` },
    { url: `${SHOP}/b` },
  ]);
  const ids = browser.left.flatMap(({ events }) => events.map(({ id }) => id));
  expect(browser.happened.slice(0, 2).map(({ id }) => id)).toEqual(ids);
  expect(browser.storage.size).toBe(0);
});

test('M25 a page that is only out of sight sends again what it does not know to have arrived', async () => {
  const page = await opened();
  page.hide();
  expect(browser.left).toHaveLength(1);
  page.hide();
  expect(browser.left).toHaveLength(1);
  page.show();
  await after(1_000);

  expect(browser.happened.map(({ id }) => id)).toEqual(browser.left[0]?.events.map(({ id }) => id));
});

test('M25 what could not be sent while the page was looked at is handed over again when it is left again', async () => {
  browser.events = () => ({ status: 503 });
  const page = await opened();
  page.hide();
  page.show();
  await after(1_000);
  page.hide();

  expect(browser.sent).toHaveLength(1);
  expect(browser.left.map(({ events }) => events.length)).toEqual([1, 1]);
});

test('M25 what the browser will not take when a page is left is sent by the next one', async () => {
  for (const takes of [
    () => (browser.takesBeacons = false),
    (page: Page) => Object.assign(page.window, { navigator: {} }),
  ]) {
    browser = new Browser();
    const page = await opened('/a');
    takes(page);
    page.close();
    expect(browser.left).toEqual([]);
    await opened('/b');
    await after(1_000);

    expect(browser.happened).toMatchObject([{ url: `${SHOP}/a` }, { url: `${SHOP}/b` }]);
  }
});

test('M25 of what is kept for the next page there are 200 at most, of a day, of this visitor and of this channel', async () => {
  browser.remember = () => 'dead';
  remembered();
  const page = await opened('/a');
  page.connections.identify({ email: 'ada@example.com' });
  for (let n = 0; n < 300; n++) page.connections.event(`Event ${n}`);
  page.close();
  const kept = browser.storage.get('connections_waiting') ?? '';
  expect((JSON.parse(kept) as { list: unknown[] }).list).toHaveLength(200);

  browser.remember = () => may('OPT_OUT', true);
  await opened('/b');
  await after(1_000);
  expect(browser.happened).toHaveLength(200);
  expect(browser.sent.every(({ events }) => events.length <= 100)).toBe(true);
  expect(types()[0]).toBe('identify');
  expect(browser.happened.at(-1)).toMatchObject({ name: 'Event 299' });

  for (const [changed, left] of [
    [() => remembered('BBBBBBBBBBBBBBBBBBBBBB'), 1],
    [() => browser.cookies.clear(), 1],
    [() => browser.storage.set('connections_waiting', kept.replace(CHANNEL, 'another')), 1],
    [() => browser.storage.set('connections_waiting', '{"channel":'), 1],
    [() => browser.storage.set('connections_waiting', kept.replace(/"list":\[.*\]/, '"list":[1,null,{"kind":{}}]')), 1],
    [() => vi.setSystemTime(new Date('2026-11-28T10:00:30Z')), 1],
  ] as const) {
    remembered();
    browser.storage.set('connections_waiting', kept);
    browser.sent = [];
    changed();
    await opened('/c');
    await after(1_000);
    expect(browser.happened).toHaveLength(left);
  }
});

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

test('M25 before it is known what may be sent, a hundred events are held and the oldest page views go first', async () => {
  optIn();
  const page = await opened('/a');
  page.connections.event('First');
  page.go('/b');
  for (let n = 0; n < 98; n++) page.connections.event(`Event ${n}`);
  page.connections.consent({ granted: ['news'] });
  await after(5_000);

  const told = browser.happened.filter(({ type }) => type !== 'consent');
  expect(told).toHaveLength(100);
  expect(told[0]).toMatchObject({ name: 'First' });
  expect(told[1]).toMatchObject({ type: 'page', url: `${SHOP}/b` });
});

test('M25 a service that does not know the page gets nothing and leaves nothing', async () => {
  for (const answer of [
    { status: 404 },
    { status: 403 },
    may('OPT_OUT', false),
    { status: 200, body: 'remember' },
    { status: 200, body: null },
  ]) {
    browser = new Browser();
    browser.remember = () => answer;
    const page = await opened('/a');
    page.connections.event('Not to be told');
    await after(600_000);
    page.close();

    expect(browser.asked).toHaveLength(1);
    expect([browser.sent, browser.left, browser.written, [...browser.storage]]).toEqual([[], [], [], []]);
  }
});

test('M25 who cannot be recognised is not remembered, but what they say of their consent is told', async () => {
  for (const block of [() => (browser.keepsCookies = false), () => (browser.forbidden = true)]) {
    browser = new Browser();
    block();
    const page = await opened('/a');
    page.connections.event('Not to be told');
    page.connections.consent({ granted: ['news'], refused: ['ads'] });
    await after(60_000);
    page.close();

    expect(types()).toEqual(['consent']);
    expect([browser.left, [...browser.cookies], [...browser.storage]]).toEqual([[], [], []]);
  }
});

test('M25 a cookie that is not ours to read is no id', async () => {
  browser.cookies.set(`x${COOKIE}`, 'AAAAAAAAAAAAAAAAAAAAAA');
  browser.cookies.set(COOKIE, '"><script>');
  await opened();
  await after(1_000);

  expect(browser.asked[0]?.searchParams.get('visitor')).toBeNull();
  expect(browser.cookies.get(COOKIE)).toMatch(ID);
});

test('M25 a second tag does nothing, nor does one without a channel, off the web, or where the name is taken', async () => {
  const page = await opened('/a');
  page.load({ 'data-channel': 'another' });
  await after(1_000);
  expect(browser.asked).toHaveLength(1);
  expect(types()).toEqual(['page']);

  const own = { their: 'own' };
  for (const [more, attributes] of [
    [{}, { 'data-channel': ' ' }],
    [{ protocol: 'about:', window: { location: new URL('about:srcdoc') } }, {}],
    [{ window: { connections: own } }, {}],
  ] as const) {
    const other = await opened('/b', more, attributes);
    await after(1_000);
    expect(other.connections).toBe('window' in more && 'connections' in more.window ? own : undefined);
  }
  expect(browser.asked).toHaveLength(1);
});

test('M25 an element that answers to the name is no reason to stay away', async () => {
  const page = browser.open('/');
  Object.setPrototypeOf(page.window, { connections: { nodeType: 1 } });
  page.load();
  await after(1_000);

  expect(types()).toEqual(['page']);
  page.connections.event('Works');
});

test('M25 nothing that a page calls makes it throw, and what can be told is', async () => {
  const page = await opened();
  const cycle: Record<string, unknown> = { name: 'cycle' };
  cycle.self = cycle;
  const throwing = {
    get bad(): string {
      throw new Error('bad');
    },
    good: 1,
  };
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const calls: unknown[] = [
    undefined,
    null,
    7,
    'event',
    [],
    ['constructor'],
    ['__proto__'],
    [{ toString: null }],
    revoked.proxy,
    { length: 1e9, 0: 'event', 1: 'Like a list' },
    ['event'],
    ['event', Symbol('s')],
    ['event', 'Cycle', cycle],
    ['event', 'Throwing', throwing],
    ['event', 'Revoked', revoked.proxy],
    ['event', 'Half', { half: '\ud83d', nul: 'a\0b' }],
    ['identify', throwing],
    ['identify', null],
    ['consent', revoked.proxy],
    ['page', 'ignored'],
  ];
  for (const call of calls) page.connections.push(call);
  await after(1_000);

  expect(browser.happened).toMatchObject([
    { type: 'page' },
    { name: 'Like a list', properties: {} },
    { name: 'Cycle', properties: { name: 'cycle' } },
    { name: 'Throwing', properties: { good: 1 } },
    { name: 'Revoked', properties: {} },
    { name: 'Half', properties: { half: '\ufffd', nul: 'ab' } },
    { type: 'identify', identifiers: { good: '1' } },
    { type: 'page' },
  ]);
});

test('M25 the page’s globals and prototypes stay as they were', async () => {
  const page = browser.open('/');
  const before = Object.getOwnPropertyDescriptors(page.window);
  page.load();
  page.connections.event('A');
  await after(1_000);

  const { connections, ...rest } = Object.getOwnPropertyDescriptors(page.window) as Record<string, unknown>;
  expect(connections).toBeDefined();
  expect(rest).toEqual(before);
});
