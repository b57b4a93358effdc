import { expect, test, vi } from 'vitest';
import { anotherBrowser, browser, opened, remembered, types } from './scene';
import { after, CHANNEL, may, type Page, SHOP } from './testing';

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
    anotherBrowser();
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
    anotherBrowser();
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
