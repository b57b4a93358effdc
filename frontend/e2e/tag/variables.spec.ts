import type { Page } from '@playwright/test';
import { CHANNEL, expect, PROOF, test } from './fixture';

const CITY = '0199c0de-0000-7000-8000-00000000000c';
const BASKET = '0199c0de-0000-7000-8000-00000000000b';
const ADA = { email: 'ada@example.com' };

/** What comes within a second or two is not to be waited for in seconds. */
const soon = <Value>(look: () => Value | Promise<Value>) => expect.poll(look, { intervals: [50] });

const wrong = (page: Page) => page.evaluate(() => (window as unknown as { wrong: string[] }).wrong);

const call = (page: Page, ...entry: unknown[]) =>
  page.evaluate((said) => {
    (window as unknown as { connections: unknown[] }).connections.push(said);
  }, entry);

const signIn = (page: Page) => call(page, 'identify', ADA, PROOF);

/** A variable of the page, as a script of it sees it. */
const variable = (page: Page, name: string) => page.evaluate((each) => Reflect.get(window, each) as unknown, name);

/** A shop with a data layer that greets whoever it may greet, and says how often it was told of values. */
const GREETS = `
  window.shop = { customer: { city: 'Utrecht' }, since: new Date(0), visits: 12, member: true };
  window.dataLayer = [{ user: { city: 'Delft' } }, { user: { city: 'Gent' } }, { event: 'click' }];
  window.told = 0;
  addEventListener('connections:values', () => {
    told++;
    const { profile } = window;
    document.querySelector('h1').textContent = profile ? 'Hello, ' + profile.firstName : 'Hello, stranger';
  });
`;

test.beforeEach(({ hub, site }) => {
  site.script = GREETS;
  hub.reads = { '/first': { [CITY]: ['shop.customer.city'] } };
  hub.shows = { 'ada@example.com': { 'profile.firstName': 'Ada', 'profile.interests': ['tea', 'plants'] } };
});

test('M25 whoever a site proves to be there is greeted by name, and the page’s variables reach the service, under a strict policy', async ({
  page,
  hub,
  site,
}) => {
  const paths = ['shop.customer.city', 'shop.since', 'shop.visits', 'shop.member', 'dataLayer[].user.city', 'absent'];
  hub.reads = { '/first': { [CITY]: paths } };
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible();
  await soon(() => hub.variables).toHaveLength(1);

  expect(hub.questions).toEqual([
    {
      channel: CHANNEL,
      visitor: hub.sent[0]?.visitor,
      url: `${site.origin}/first`,
      zone: 'gdpr',
      identity: { identifiers: ADA, proof: PROOF },
    },
  ]);
  expect(hub.variables).toEqual([
    [
      '/first',
      CITY,
      {
        'shop.customer.city': ['Utrecht'],
        'shop.since': ['1970-01-01T00:00:00.000Z'],
        'shop.visits': ['12'],
        'shop.member': ['true'],
        'dataLayer[].user.city': ['Gent'],
      },
    ],
  ]);
  const read = hub.happened.find(({ type }) => type === 'variables');
  expect(read?.identity).toEqual({ identifiers: ADA, proof: PROOF });
  // What was said of consent at the browser is known to be theirs first.
  const types = hub.happened.map(({ type }) => type);
  expect(types.indexOf('identify')).toBeLessThan(types.indexOf('variables'));
  expect(await variable(page, 'profile')).toEqual({ firstName: 'Ada', interests: ['tea', 'plants'] });
  // Asked without a preflight.
  expect(hub.heard.filter((each) => each.startsWith('OPTIONS'))).toEqual([]);
  expect(await wrong(page)).toEqual([]);
});

test('M25 nobody is asked about who is only said to be there, nor where no connection wants it', async ({
  page,
  hub,
  site,
}) => {
  await page.goto(`${site.origin}/first`);
  await call(page, 'identify', ADA);
  await call(page, 'variables');
  await soon(() => hub.happened.map(({ type }) => type)).toContain('identify');

  hub.reads = undefined;
  await page.goto(`${site.origin}/second`);
  await signIn(page);
  await soon(() => hub.happened.filter(({ type }) => type === 'identify')).toHaveLength(2);

  expect(hub.questions).toEqual([]);
  expect(await variable(page, 'profile')).toBeUndefined();
});

test('M25 a proof that does not hold shows nothing and reads nothing', async ({ page, hub, site }) => {
  await page.goto(`${site.origin}/first`);
  await call(page, 'identify', ADA, 'forged');
  await soon(() => hub.questions).toHaveLength(1);
  await soon(() => hub.happened.map(({ type }) => type)).toContain('identify');
  expect(hub.variables).toEqual([]);
  expect(await variable(page, 'profile')).toBeUndefined();

  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible();
  await call(page, 'identify', ADA, 'forged');
  await expect(page.getByRole('heading', { name: 'Hello, stranger' })).toBeVisible();
  expect(await wrong(page)).toEqual([]);
});

test('M25 a single-page site is read on the pages where it may be, and again when it says that something changed', async ({
  page,
  hub,
  site,
}) => {
  hub.reads = {
    '/first': { [CITY]: ['shop.customer.city'] },
    '/basket': { [BASKET]: ['basket.items[0].sku'], [CITY]: ['shop.customer.city'] },
  };
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await soon(() => hub.variables).toHaveLength(1);
  await page.evaluate(() => {
    Object.assign(window, { basket: { items: [{ sku: 'K-1' }] } });
    history.pushState({}, '', '/basket');
  });
  await soon(() => hub.variables).toHaveLength(2);
  await page.evaluate(() => {
    Object.assign(window, { basket: { items: [{ sku: 'T-1' }, { sku: 'K-1' }] } });
  });
  await call(page, 'variables');
  await soon(() => hub.variables).toHaveLength(3);

  expect(hub.variables).toEqual([
    ['/first', CITY, { 'shop.customer.city': ['Utrecht'] }],
    ['/basket', BASKET, { 'basket.items[0].sku': ['K-1'] }],
    ['/basket', BASKET, { 'basket.items[0].sku': ['T-1'] }],
  ]);
  expect(hub.questions.map(({ url }) => new URL(url).pathname)).toEqual(['/first', '/basket', '/basket']);
});

test('M25 who signs out, or in as somebody else, leaves no name behind', async ({ page, hub, site }) => {
  hub.shows['bob@example.com'] = { 'profile.firstName': 'Bob' };
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible();
  const left = page.evaluate(() => {
    const all = window as unknown as { connections: unknown[]; profile?: object };
    all.connections.push(['identify', { email: 'bob@example.com' }, 'signed-by-the-shop']);
    return [document.querySelector('h1')?.textContent, all.profile];
  });
  expect(await left).toEqual(['Hello, stranger', undefined]);
  await expect(page.getByRole('heading', { name: 'Hello, Bob' })).toBeVisible();
  expect(await variable(page, 'profile')).toEqual({ firstName: 'Bob' });

  await call(page, 'forget');
  await expect(page.getByRole('heading', { name: 'Hello, stranger' })).toBeVisible();
  expect(await variable(page, 'profile')).toBeUndefined();
  expect(await page.context().cookies()).toEqual([]);
  expect(await wrong(page)).toEqual([]);
});

test('M27 who refuses all is greeted no more, and nothing more of the page is read', async ({ page, hub, site }) => {
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible();
  await soon(() => hub.variables).toHaveLength(1);
  const left = page.evaluate(() => {
    const all = window as unknown as { connections: unknown[]; profile?: object };
    all.connections.push(['consent', { refused: ['ads', 'newsletter'] }]);
    return [document.querySelector('h1')?.textContent, all.profile];
  });
  // Before the service can have said anything.
  expect(await left).toEqual(['Hello, stranger', undefined]);
  await page.evaluate(() => {
    Object.assign(window, { shop: { customer: { city: 'Not to be told' } } });
  });
  await call(page, 'variables');
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await soon(() => page.evaluate(() => 'event' in Reflect.get(window, 'connections'))).toBe(true);
  await call(page, 'variables');
  await page.goto(`${site.origin}/next`);

  expect(hub.questions).toHaveLength(1);
  expect(hub.variables).toHaveLength(1);
});

test('M27 what a withdrawal takes back is shown no more, and what is granted is read at once', async ({
  page,
  hub,
  site,
}) => {
  hub.regime = 'OPT_IN';
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await soon(() => hub.heard).toEqual(['GET /collect/v1/page']);
  expect(hub.questions).toEqual([]);
  await call(page, 'consent', { granted: ['newsletter', 'shop'] });
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible();
  await soon(() => hub.variables).toHaveLength(1);

  hub.shows = {};
  await call(page, 'consent', { granted: ['newsletter'], refused: ['shop'] });
  await expect(page.getByRole('heading', { name: 'Hello, stranger' })).toBeVisible();
  expect(await variable(page, 'profile')).toBeUndefined();
});

test('M25 what a page said is said of whom it was read for, although somebody else is there when it is sent', async ({
  page,
  hub,
  site,
}) => {
  await page.goto(`${site.origin}/first`);
  await soon(() => hub.pages).toEqual(['/first']);
  await page.evaluate((proof) => {
    const { connections } = window as unknown as { connections: unknown[] };
    // The next one is there as soon as they have been read.
    const next = () => connections.push(['identify', { email: 'bob@example.com' }, proof]);
    addEventListener('connections:values', next, { once: true });
    connections.push(['identify', { email: 'ada@example.com' }, proof]);
  }, PROOF);
  await soon(() => hub.questions).toHaveLength(2);
  await soon(() => hub.variables).toHaveLength(2);

  const read = hub.happened.filter(({ type }) => type === 'variables');
  const whose = ({ identity }: (typeof read)[number]) => (identity as { identifiers: object }).identifiers;
  expect(read.map(whose)).toEqual([ADA, { email: 'bob@example.com' }]);
});

test('M25 variables that are read as the page is left arrive, and who it was before them', async ({
  page,
  hub,
  site,
}) => {
  await page.goto(`${site.origin}/first`);
  await soon(() => hub.pages).toEqual(['/first']);
  await page.evaluate((proof) => {
    const { connections } = window as unknown as { connections: unknown[] };
    // Left as soon as they are there.
    addEventListener('connections:values', () => document.querySelector('a')?.click());
    connections.push(['identify', { email: 'ada@example.com' }, proof]);
  }, PROOF);
  await expect(page.getByRole('heading', { name: 'Page /next' })).toBeVisible();
  await soon(() => hub.variables).toHaveLength(1);

  const last = hub.sent.find(({ events }) => events.some(({ type }) => type === 'variables'));
  expect(last?.beacon).toBe(true);
  const types = hub.happened.map(({ type }) => type);
  expect(types.indexOf('identify')).toBeLessThan(types.indexOf('variables'));
});

test('M25 a busy service is asked once more when it wants to be', async ({ page, hub, site }) => {
  hub.busy = [{ status: 429, retryAfter: '1' }];
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible();

  expect(hub.questions).toHaveLength(2);
  expect(await wrong(page)).toEqual([]);
});

test('M25 the hostile page: what it spoils is left out, what is its own stays, and it goes on', async ({
  page,
  hub,
  site,
}) => {
  site.script = `
    const throws = () => { throw new Error('hostile'); };
    const cycle = {}; cycle.self = cycle;
    const revoked = Proxy.revocable({}, {}); revoked.revoke();
    window.called = 0;
    const calls = () => called++;
    window.shop = {
      get bad() { return throws(); },
      cycle, revoked: revoked.proxy, calls: Object.assign(calls, { city: 'x' }),
      toString: calls, toJSON: calls, valueOf: calls,
      proxy: new Proxy({}, { get: throws, has: throws, ownKeys: throws, getOwnPropertyDescriptor: throws, defineProperty: throws }),
      huge: Array.from({ length: 3e6 }, (_, n) => n), holes: new Array(4e9),
      long: 'x'.repeat(1e6), frozen: Object.freeze({ city: 'Frozen' }), good: 'good',
    };
    Object.defineProperty(window, 'sealedOff', { get: throws });
    window.profile = 'mine';
    let lexical = 'not to be reached';
    addEventListener('DOMContentLoaded', () => {
      window.element = document.querySelector('h1');
      element.city = 'of an element';
      const frame = document.createElement('iframe');
      frame.src = 'http://127.0.0.1:9/';
      document.body.append(frame);
      shop.frame = frame.contentWindow;
    });
    Array.prototype.toJSON = () => 'spoilt';
    Object.prototype.polluted = { city: 'inherited' };
    addEventListener('connections:values', throws);
  `;
  site.policy = ' frame-src *;';
  const paths = [
    'shop.bad',
    'shop.cycle.self.self.self',
    'shop.revoked.city',
    'shop.calls',
    'shop.calls.city',
    'shop.proxy.city',
    'shop.huge',
    'shop.holes[].city',
    'shop.long',
    'shop.frozen.city',
    'shop.good',
    'shop.polluted.city',
    'sealedOff.city',
    'element.city',
    'lexical',
    'frames.length',
    'shop.frame.length',
    'shop.frame.closed',
    'top.location.href',
    'document.cookie',
    'localStorage.length',
    'shop.__proto__.polluted.city',
    'shop["good"]',
    'alert(1)',
  ];
  hub.reads = { '/first': { [CITY]: paths } };
  hub.shows['ada@example.com'] = {
    'profile.firstName': 'Ada',
    'document.title': 'Ours',
    'location.href': 'https://elsewhere.example/',
    'shop.frozen.name': 'Ada',
    'shop.proxy.name': 'Ada',
    'shop.good': 'Ada',
    'sealedOff.name': 'Ada',
    'element.textContent': 'Ada',
    'alert.name': 'Ada',
    '__proto__.shown': 'Ada',
    'shown.here': 'Ada',
  };
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await soon(() => hub.variables).toHaveLength(1);

  expect(hub.variables).toEqual([
    [
      '/first',
      CITY,
      {
        'shop.huge': Array.from({ length: 100 }, (_, n) => String(n)),
        'shop.long': ['x'.repeat(1_000)],
        'shop.frozen.city': ['Frozen'],
        'shop.good': ['good'],
      },
    ],
  ]);
  await soon(() => variable(page, 'shown')).toEqual({ here: 'Ada' });
  expect(
    await page.evaluate(() => {
      const all = window as unknown as { called: number; profile: unknown; shop: { good: unknown; frozen: unknown } };
      return [
        all.called,
        all.profile,
        all.shop.good,
        { ...(all.shop.frozen as object) },
        document.title,
        location.pathname,
      ];
    }),
  ).toEqual([0, 'mine', 'good', { city: 'Frozen' }, 'Page /first', '/first']);
  await expect(page.getByRole('heading', { name: 'Page /first' })).toBeVisible();
  // What the page's own listener threw is the page's; nothing else went wrong.
  expect(await wrong(page)).toEqual(['Uncaught Error: hostile']);
});

test('M25 a page that replaces its variables finds the values in the new ones, and takes them over by writing them', async ({
  page,
  hub,
  site,
}) => {
  hub.shows['ada@example.com'] = { 'shop.customer.firstName': 'Ada', 'shop.customer.points': '7' };
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await soon(() => variable(page, 'shop')).toMatchObject({ customer: { city: 'Utrecht', firstName: 'Ada' } });
  await page.evaluate(() => {
    Object.assign(window, { shop: { customer: { city: 'Delft', points: 'my own' } } });
  });
  await call(page, 'variables');
  await soon(() => variable(page, 'shop')).toEqual({
    customer: { city: 'Delft', firstName: 'Ada', points: 'my own' },
  });
  await call(page, 'forget');

  expect(await variable(page, 'shop')).toEqual({ customer: { city: 'Delft', points: 'my own' } });
});

test('M25 the tag says nothing in the console and keeps nothing beyond its cookie for what it reads and shows', async ({
  page,
  hub,
  site,
}) => {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  await page.goto(`${site.origin}/first`);
  await signIn(page);
  await expect(page.getByRole('heading', { name: 'Hello, Ada' })).toBeVisible();
  await soon(() => hub.variables).toHaveLength(1);

  expect(said).toEqual([]);
  expect((await page.context().cookies()).map(({ name }) => name)).toEqual(['connections_visitor']);
  await soon(() => page.evaluate(() => Object.entries(sessionStorage))).toEqual([]);
  expect(await page.evaluate(() => Object.entries(localStorage))).toEqual([]);
});
