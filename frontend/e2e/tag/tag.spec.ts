import type { Frame, Page } from '@playwright/test';
import { expect, test } from './fixture';

const COOKIE = 'connections_visitor';

/** All that a page can keep of a visitor. */
const traces = async (page: Page) => ({
  cookies: (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`),
  stored: await page.evaluate(async () => ({
    session: Object.entries(sessionStorage),
    local: Object.entries(localStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
  })),
});

const NO_TRACES = { cookies: [], stored: { session: [], local: [], databases: [], caches: [] } };

/** What comes within a second or two is not to be waited for in seconds. */
const soon = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { intervals: [50] });

const wrong = (page: Page | Frame) => page.evaluate(() => (window as unknown as { wrong: string[] }).wrong);

const consent = (page: Page, given: object) =>
  page.evaluate((said) => {
    (window as unknown as { connections: unknown[] }).connections.push(['consent', said]);
  }, given);

test('M25 under a strict policy a site’s pages and events arrive, each once, also what happens as one leaves', async ({
  page,
  hub,
  site,
}) => {
  await page.goto(`${site.origin}/first`);
  await soon(() => hub.heard).toContain('GET /collect/v1/page');
  await soon(async () => (await page.context().cookies()).length).toBe(1);
  await page.evaluate(() => {
    document.querySelector('button')?.click();
    document.querySelector('a')?.click();
  });
  await expect(page.getByRole('heading', { name: 'Page /next' })).toBeVisible();
  await soon(() => hub.pages).toEqual(['/first', '/next']);

  const last = hub.sent.find(({ events }) => events.some(({ name }) => name === 'Clicked'));
  expect(last).toMatchObject({ beacon: true, zone: 'gdpr' });
  expect(hub.happened.map(({ type, name }) => name ?? type)).toEqual(['page', 'Queued', 'Clicked', 'page', 'Queued']);
  expect(new Set(hub.sent.map(({ visitor }) => visitor)).size).toBe(1);
  expect(hub.happened[3]).toMatchObject({ title: 'Page /next', referrer: `${site.origin}/first` });
  expect(await wrong(page)).toEqual([]);
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ name: COOKIE, domain: 'localhost', path: '/', sameSite: 'Lax', httpOnly: false });
  expect(cookie?.value).toBe(hub.sent[0]?.visitor);
  expect(await page.evaluate(() => history.pushState.toString())).toContain('[native code]');
});

test('M25 a page that becomes another one without being loaded is reported as one', async ({ page, hub, site }) => {
  await page.goto(`${site.origin}/first`);
  await soon(() => hub.pages).toEqual(['/first']);
  await page.evaluate(() => history.pushState({}, '', '/pushed'));
  await soon(() => hub.pages).toHaveLength(2);
  await page.evaluate(() => history.replaceState({}, '', '/replaced'));
  await soon(() => hub.pages).toHaveLength(3);
  await page.evaluate(() => history.pushState({}, '', '/replaced#part'));
  await page.goBack();
  await page.goBack();
  await soon(() => hub.pages).toHaveLength(4);

  expect(hub.pages).toEqual(['/first', '/pushed', '/replaced', '/first']);
  expect(await wrong(page)).toEqual([]);
});

test('M25 what a busy service turns away is sent again, by the next page too, and nothing is lost', async ({
  page,
  hub,
  site,
}) => {
  hub.refusals = [{ status: 503 }, { status: 429, retryAfter: '2' }];
  await page.goto(`${site.origin}/first`);
  await soon(() => hub.pages).toEqual(['/first']);
  expect(hub.refusals).toEqual([]);

  hub.refusals = Array.from({ length: 2 }, () => ({ status: 503, retryAfter: '1' }));
  await page.getByRole('button').click();
  await soon(() => hub.refusals.length).toBe(1);
  await page.getByRole('link').click();
  await soon(() => hub.pages).toEqual(['/first', '/next']);

  expect(hub.happened.map(({ type, name }) => name ?? type)).toEqual(['page', 'Queued', 'Clicked', 'page', 'Queued']);
  await soon(async () => (await traces(page)).stored.session).toEqual([]);
  expect(await wrong(page)).toEqual([]);
});

test('M27 in an opt-in zone there is no trace before consent; a grant opens, and a withdrawal closes again', async ({
  page,
  hub,
  site,
}) => {
  hub.regime = 'OPT_IN';
  await page.goto(`${site.origin}/first`);
  await page.getByRole('button').click();
  await page.getByRole('link').click();
  await soon(() => hub.heard).toHaveLength(2);
  await page.goto('about:blank');
  await page.goto(`${site.origin}/third`);
  await soon(() => hub.heard).toHaveLength(3);
  await page.getByRole('button').click();
  expect(hub.heard).toEqual(Array(3).fill('GET /collect/v1/page'));
  expect(await traces(page)).toEqual(NO_TRACES);

  await consent(page, { granted: ['newsletter'], refused: ['ads'], shown: { newsletter: 'Our news.' } });
  await expect
    .poll(() => hub.happened.map(({ type, name }) => name ?? type))
    .toEqual(['consent', 'page', 'Queued', 'Clicked']);
  expect((await traces(page)).cookies).toEqual([`${COOKIE}=${hub.sent[0]?.visitor ?? ''}`]);
  await page.getByRole('link').click();
  await soon(() => hub.pages).toEqual(['/third', '/next']);

  await consent(page, { refused: ['newsletter', 'ads'] });
  await soon(() => traces(page)).toEqual(NO_TRACES);
  const told = hub.happened.length;
  await page.goto(`${site.origin}/after`);
  await soon(() => hub.heard.at(-1)).toBe('GET /collect/v1/page');
  await page.goto('about:blank');
  expect(hub.happened).toHaveLength(told);
  expect(new Set(hub.sent.map(({ visitor }) => visitor)).size).toBe(1);
});

test('M27 a grant holds though the page is left in the same moment and the service is away', async ({
  page,
  hub,
  site,
}) => {
  hub.regime = 'OPT_IN';
  await page.goto(`${site.origin}/first`);
  await soon(() => hub.heard).toHaveLength(1);
  hub.refusals = [{ status: 503 }, { status: 503 }];
  await page.evaluate(() => {
    (window as unknown as { connections: unknown[] }).connections.push(['consent', { granted: ['newsletter'] }]);
    location.href = '/next';
  });
  await soon(() => hub.pages).toEqual(['/first', '/next']);

  expect(hub.happened[0]).toMatchObject({ type: 'consent', url: `${site.origin}/first` });
});

test('M27 who refuses everything in an opt-out zone is left alone from then on', async ({ page, hub, site }) => {
  site.zone = 'ccpa';
  await page.goto(`${site.origin}/first`);
  await soon(() => hub.pages).toEqual(['/first']);
  await consent(page, { refused: ['ads', 'newsletter'] });
  await soon(async () => (await traces(page)).cookies).toEqual([`${COOKIE}=none`]);
  const heard = hub.heard.length;
  await page.goto(`${site.origin}/second`);
  await page.getByRole('button').click();
  await page.getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Page /next' })).toBeVisible();
  await page.evaluate(
    () => document.readyState === 'complete' || new Promise((done) => addEventListener('load', done)),
  );

  expect(hub.heard).toHaveLength(heard);
  expect(hub.sent.at(-1)).toMatchObject({
    zone: 'ccpa',
    events: [{ type: 'consent', refused: ['ads', 'newsletter'] }],
  });
  expect((await traces(page)).stored).toEqual(NO_TRACES.stored);
});

test('M25 where a browser keeps no cookies and no storage, a page goes on, and only what is said of consent is told', async ({
  page,
  hub,
  site,
}) => {
  // Refused without a word: a page of another site has this one in a frame.
  await page.goto(`${site.origin.replace('localhost', '127.0.0.1')}/frame`);
  await soon(() => hub.heard).toEqual(['GET /collect/v1/page']);
  const frame = page.frames()[1];
  await frame?.getByRole('button').click();
  expect(await page.context().cookies()).toEqual([]);
  expect(await wrong(frame ?? page)).toEqual([]);

  // Refused by throwing: the page is in a sandbox.
  site.policy = 'sandbox allow-scripts';
  await page.goto(`${site.origin}/sandboxed`);
  await soon(() => hub.heard).toHaveLength(2);
  expect(
    await page.evaluate(() => {
      try {
        return document.cookie;
      } catch {
        return 'throws';
      }
    }),
  ).toBe('throws');
  await page.getByRole('button').click();
  await consent(page, { granted: ['newsletter'] });
  await soon(() => hub.heard).toHaveLength(4);
  expect(await wrong(page)).toEqual([]);
  await page.goto('about:blank');

  expect(hub.happened.map(({ type }) => type)).toEqual(['consent']);
});

test('M25 a page goes on where the tag cannot be loaded, or may not talk to its service', async ({
  page,
  hub,
  site,
}) => {
  site.hub = 'http://127.0.0.1:9';
  await page.goto(`${site.origin}/first`);
  await page.getByRole('button').click();
  expect(await wrong(page)).toEqual([]);

  site.hub = hub.url;
  site.mayConnectTo = "'none'";
  await page.goto(`${site.origin}/second`);
  await page.getByRole('button').click();
  await soon(() => wrong(page)).toContain('connect-src');
  expect(hub.heard).toEqual([]);
  expect(await traces(page)).toEqual(NO_TRACES);
});
