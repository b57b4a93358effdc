import { expect, test } from 'vitest';
import { anotherBrowser, browser, COOKIE, ID, opened, types } from './scene';
import { after, CHANNEL, HUB, SHOP } from './testing';

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
    anotherBrowser();
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
