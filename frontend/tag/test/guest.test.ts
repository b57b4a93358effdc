import { expect, test } from 'vitest';
import { anotherBrowser, browser, COOKIE, ID, opened, optIn, types } from './scene';
import { after, may, SHOP } from './testing';

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
    anotherBrowser();
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
    anotherBrowser();
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
