import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { after, type Answer, Browser, CHANNEL, may, type Page, type Question, SHOP } from './testing';

const CITY = '0199c0de-0000-7000-8000-00000000000c';
const BASKET = '0199c0de-0000-7000-8000-00000000000b';
const ADA = { email: 'ada@example.com' };
const COOKIE = '__Host-connections_visitor';

let browser: Browser;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-27T10:00:00Z') });
  vi.spyOn(Math, 'random').mockReturnValue(1);
  browser = new Browser();
  browser.remember = () => may('OPT_OUT', true, true);
  browser.variables = () => says({ [CITY]: ['shop.customer.city'] }, { 'profile.firstName': 'Ada' });
});

afterEach(() => {
  vi.useRealTimers();
});

const says = (read: Record<string, string[]>, show: object = {}): Answer => ({
  status: 200,
  body: { read: Object.entries(read).map(([connection, variables]) => ({ connection, variables })), show },
});

type Variables = Record<string, unknown> & { shop: { customer: { city: unknown } }; profile?: object };

/** A page with a variable that says Utrecht, the tag on it, and what was heard of shown values. */
const opened = async (path = '/', attributes = {}) => {
  const shop = { customer: { city: 'Utrecht' as unknown } };
  const page = browser.open(path, { window: { shop } });
  const variables = page.window as unknown as Variables;
  const heard: unknown[] = [];
  page.window.addEventListener('connections:values', () => heard.push(variables.profile && { ...variables.profile }));
  page.load(attributes);
  await after();
  return { page, variables, heard };
};

const signedIn = async (path = '/') => {
  const all = await opened(path);
  all.page.connections.identify(ADA, 'proof');
  await after(1_000);
  return all;
};

/** What of its variables the page told. */
const told = () =>
  browser.happened.filter(({ type }) => type === 'variables').map(({ connection, values }) => [connection, values]);

const late = () => {
  let answer: (given: Answer) => void = () => undefined;
  const waits = () => new Promise((resolve) => (answer = resolve as typeof answer)) as Answer;
  return { waits, answer: (given: Answer) => answer(given) };
};

test('M25 whom the page proves to be there the service is asked about, and what it wants is read', async () => {
  const { page } = await opened('/a?b=1#c', { 'data-zone': 'gdpr' });
  page.connections.identify(ADA, 'proof');
  await after(1_000);

  expect(browser.questions).toEqual([
    {
      channel: CHANNEL,
      visitor: browser.cookies.get(COOKIE),
      url: `${SHOP}/a?b=1#c`,
      zone: 'gdpr',
      identity: { identifiers: ADA, proof: 'proof' },
    },
  ]);
  expect(browser.happened.map(({ type }) => type)).toEqual(['page', 'identify', 'variables']);
  expect(browser.happened[2]).toMatchObject({
    id: expect.stringMatching(/^[\w-]{22}$/) as string,
    at: '2026-11-27T10:00:00.000Z',
    url: `${SHOP}/a?b=1#c`,
    connection: CITY,
    identity: { identifiers: ADA, proof: 'proof' },
    values: { 'shop.customer.city': ['Utrecht'] },
  });
  const asked = browser.made.find(({ body }) => (body as string | undefined)?.includes('identity'));
  expect(asked).toMatchObject({ method: 'POST', credentials: 'omit', mode: 'cors' });
  expect(asked?.headers).toBeUndefined();
});

test('M25 without a proof, without somebody remembered, and where no connection wants any, nothing is asked', async () => {
  for (const [remember, call] of [
    [may('OPT_OUT', true, true), (page: Page) => page.connections.identify(ADA)],
    [may('OPT_OUT', true, true), (page: Page) => page.connections.identify({}, 'proof')],
    [may('OPT_OUT', true, true), (page: Page) => page.connections.variables()],
    [may('OPT_OUT', true, false), (page: Page) => page.connections.identify(ADA, 'proof')],
    [may('OPT_OUT', true), (page: Page) => page.connections.identify(ADA, 'proof')],
    [may('OPT_OUT', false, true), (page: Page) => page.connections.identify(ADA, 'proof')],
    [may('OPT_IN', false, true), (page: Page) => page.connections.identify(ADA, 'proof')],
    [{ status: 200, body: { remember: true, variables: 'yes' } }, (page: Page) => page.connections.identify(ADA, 'p')],
    [{ status: 404 }, (page: Page) => page.connections.identify(ADA, 'proof')],
  ] as const) {
    browser.remember = () => remember;
    browser.cookies.clear();
    const { page, variables } = await opened();
    call(page);
    await after(60_000);
    expect(variables.profile).toBeUndefined();
  }

  expect(browser.questions).toEqual([]);
});

test('M25 who is proven before the tag is there is asked about when it is', async () => {
  const page = browser.open('/', { window: { shop: { customer: { city: 'Utrecht' } } } });
  Object.assign(page.window, { connections: [['identify', ADA, 'proof']] });
  page.load();
  await after(1_000);

  expect(told()).toEqual([[CITY, { 'shop.customer.city': ['Utrecht'] }]]);
});

test('M25 it is asked again for another page, another proof and on the page’s call, at most once a second', async () => {
  const { page } = await opened('/a');
  page.connections.identify(ADA, 'proof');
  for (let n = 0; n < 50; n++) page.connections.variables();
  await after();
  expect(browser.questions).toHaveLength(1);
  page.connections.variables();
  page.connections.variables();
  await after(999);
  expect(browser.questions).toHaveLength(1);
  await after(1);
  expect(browser.questions).toHaveLength(2);
  page.go('/b');
  await after(1_000);
  page.connections.identify(ADA, 'new proof');
  await after(1_000);
  page.happen('pageshow', { persisted: true });
  await after(10_000);

  const asked = (question: Question) => `${new URL(question.url).pathname} ${question.identity.proof}`;
  expect(browser.questions.map(asked)).toEqual(['/a proof', '/a proof', '/b proof', '/b new proof', '/b new proof']);
});

test('M25 what has not changed since is not told again, and what has is', async () => {
  const { page, variables } = await signedIn();
  page.connections.variables();
  await after(2_000);
  expect(told()).toHaveLength(1);
  variables.shop = { customer: { city: ['Utrecht', 'Gent'] } };
  page.connections.variables();
  await after(2_000);
  delete (variables as Partial<Variables>).shop;
  page.connections.variables();
  await after(2_000);

  expect(told().map(([, values]) => values)).toEqual([
    { 'shop.customer.city': ['Utrecht'] },
    { 'shop.customer.city': ['Utrecht', 'Gent'] },
  ]);
  expect(browser.questions).toHaveLength(4);
});

test('M25 what was told of one person is told of the next one, after who it is', async () => {
  const { page } = await signedIn();
  page.connections.identify({ email: 'bob@example.com' }, 'another proof');
  await after(2_000);

  expect(browser.happened.map(({ type }) => type)).toEqual(['page', 'identify', 'variables', 'identify', 'variables']);
});

test('M25 what a page said is said of whom it was asked for, with the proof of then, whoever is named before it goes', async () => {
  const { waits, answer } = late();
  browser.variables = waits;
  const { page } = await signedIn();
  page.connections.identify({ ...ADA }, 'a newer proof');
  browser.variables = () => says({});
  answer(says({ [CITY]: ['shop.customer.city'] }));
  await after();
  page.connections.identify({ email: 'bob@example.com' }, 'his proof');
  await after(5_000);

  expect(browser.happened.map(({ type, identity }) => (type === 'variables' ? identity : type))).toEqual([
    'page',
    'identify',
    'identify',
    { identifiers: ADA, proof: 'proof' },
    'identify',
  ]);
});

test('M25 each connection is told what it reads, and nothing where nothing is there', async () => {
  browser.variables = () =>
    says({ [CITY]: ['shop.customer.city', 'absent', 'not a path'], [BASKET]: ['basket.items[0].sku'] });
  await signedIn();

  expect(told()).toEqual([[CITY, { 'shop.customer.city': ['Utrecht'] }]]);
});

test('M25 whatever the service or a page says, the page goes on and what can be read is', async () => {
  const answers = [
    undefined,
    null,
    7,
    [],
    { read: 'all', show: 'all' },
    { read: [null, 7, {}, { connection: CITY }, { connection: {}, variables: ['shop.customer.city'] }] },
    { read: { length: 1e9 } },
    { read: [{ connection: CITY, variables: ['shop.customer.city', null, {}, '__proto__.x', 'shop["a"]'] }], show: [] },
  ];
  const { page, variables } = await signedIn();
  browser.sent = [];
  variables.shop = {
    customer: { city: 'Gent' },
    get bad() {
      throw new Error('bad');
    },
  } as Variables['shop'];
  for (const body of answers) {
    browser.variables = () => ({ status: 200, body });
    page.connections.variables();
    await after(2_000);
  }

  expect(told()).toEqual([[CITY, { 'shop.customer.city': ['Gent'] }]]);
  expect(variables.profile).toBeUndefined();
});

test('M25 an event of variables has 16,000 bytes at most, its address, whose it is and texts of a megabyte among them', async () => {
  const { page, variables } = await opened(`/${'x'.repeat(1_900)}`);
  variables.shop.customer.city = Array.from({ length: 1_000 }, () => '\u20ac'.repeat(1_000_000 / 1_000));
  variables.long = 'x'.repeat(1_000_000);
  browser.variables = () => says({ [CITY]: ['shop.customer.city', 'long'] });
  page.connections.identify(
    Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`identifier${n}`, 'x'.repeat(450)])),
    'p'.repeat(500),
  );
  await after(1_000);

  const event = browser.happened.find(({ type }) => type === 'variables');
  expect(new TextEncoder().encode(JSON.stringify(event)).length).toBeLessThanOrEqual(16_000);
  expect(event?.values).toMatchObject({ long: ['x'.repeat(1_000)] });
});

test('M25 what the profile says is shown, and the page is told once it is there', async () => {
  const { page, heard } = await signedIn();
  page.connections.variables();
  await after(2_000);

  expect(heard).toEqual([{ firstName: 'Ada' }]);
});

test('M25 what is shown does not come back as if the page had said it', async () => {
  browser.variables = () =>
    says({ [CITY]: ['profile.city', 'shop.customer.city'] }, { 'profile.city': 'From the profile' });
  const { page, variables } = await signedIn();
  page.connections.variables();
  await after(2_000);
  expect(told()).toEqual([[CITY, { 'shop.customer.city': ['Utrecht'] }]]);
  variables.profile = { city: 'The page’s own' };
  page.connections.variables();
  await after(2_000);

  expect(told()[1]).toEqual([CITY, { 'profile.city': ['The page’s own'], 'shop.customer.city': ['Utrecht'] }]);
});

test('M25 what is shown goes at once where another is named, nobody, or one without a proof', async () => {
  for (const leave of [
    (page: Page) => page.connections.identify({ email: 'bob@example.com' }, 'proof'),
    (page: Page) => page.connections.identify({ ...ADA, phone: '+31 6 0000 0000' }, 'proof'),
    (page: Page) => page.connections.identify(ADA),
    (page: Page) => page.connections.identify({}),
    (page: Page) => page.connections.identify(null, 'proof'),
    (page: Page) => page.connections.forget(),
  ]) {
    browser.variables = () => says({}, { 'profile.firstName': 'Ada' });
    const { page, variables, heard } = await signedIn();
    expect(variables.profile).toEqual({ firstName: 'Ada' });
    browser.variables = () => says({});
    leave(page);
    expect(variables.profile).toBeUndefined();
    await after(5_000);
    expect(heard).toEqual([{ firstName: 'Ada' }, undefined]);
  }
});

test('M25 the same person with a new proof keeps what is shown', async () => {
  browser.variables = () => says({}, { 'profile.firstName': 'Ada' });
  const { page, heard } = await signedIn();
  page.connections.identify({ ...ADA }, 'a new proof');
  await after(5_000);

  expect(heard).toHaveLength(1);
  expect(browser.questions).toHaveLength(2);
});

test('M27 an answer that comes after another was named, or one was forgotten, reads and shows nothing', async () => {
  for (const leave of [
    (page: Page) => page.connections.identify({ email: 'bob@example.com' }),
    (page: Page) => page.connections.forget(),
  ]) {
    const { waits, answer } = late();
    browser.variables = waits;
    const { page, variables } = await signedIn();
    leave(page);
    answer(says({ [CITY]: ['shop.customer.city'] }, { 'profile.firstName': 'Ada' }));
    await after(5_000);
    expect(variables.profile).toBeUndefined();
  }

  expect(told()).toEqual([]);
});

test('M27 an answer about one page is none about the next', async () => {
  const { waits, answer } = late();
  browser.variables = waits;
  const { page, variables } = await signedIn('/a');
  browser.variables = () => says({});
  page.go('/b');
  answer(says({ [CITY]: ['shop.customer.city'] }, { 'profile.firstName': 'Ada' }));
  await after(5_000);

  expect(browser.questions.map(({ url }) => new URL(url).pathname)).toEqual(['/a', '/b']);
  expect([told(), variables.profile]).toEqual([[], undefined]);
});

test('M27 after a statement of consent it is asked anew, and what was under way counts no more', async () => {
  const { waits, answer } = late();
  browser.variables = waits;
  const { page, variables } = await signedIn();
  page.connections.consent({ refused: ['ads'] });
  await after();
  browser.variables = () => says({}, { 'profile.firstName': 'Ada' });
  answer(says({ [CITY]: ['shop.customer.city'] }, { 'profile.firstName': 'Ada', 'profile.secret': 'x' }));
  await after(5_000);

  expect(browser.questions).toHaveLength(2);
  expect(told()).toEqual([]);
  expect(variables.profile).toEqual({ firstName: 'Ada' });
});

test('M27 what is said of consent has the same values told again, since they may have been held back', async () => {
  const { page } = await signedIn();
  page.connections.consent({ granted: ['newsletter'] });
  await after(5_000);

  expect(told()).toHaveLength(2);
});

test('M27 who refuses all is shown nothing any more, as soon as the service has said so, and nothing is read', async () => {
  const { page, variables } = await signedIn();
  const questions = browser.questions.length;
  browser.sent = [];
  browser.remember = () => may('OPT_OUT', false, true);
  page.connections.consent({ refused: ['ads', 'newsletter'] });
  await after();
  expect(variables.profile).toBeUndefined();
  page.connections.variables();
  await after(60_000);

  expect(browser.questions).toHaveLength(questions);
  expect(told()).toEqual([]);
});

test('M27 what is shown goes at once with a refusal, whatever the service says to it and however long that takes', async () => {
  const { page, variables, heard } = await signedIn();
  browser.events = () => 'dead';
  browser.remember = () => 'dead';
  page.connections.consent({ granted: ['newsletter'], refused: ['ads'] });
  expect(variables.profile).toBeUndefined();
  await after(3_600_000);
  page.connections.variables();
  await after(60_000);
  expect(heard).toEqual([{ firstName: 'Ada' }, undefined]);
  browser.events = () => ({ status: 202 });
  browser.remember = () => may('OPT_OUT', true, true);
  page.happen('online');
  await after(5_000);

  expect(variables.profile).toEqual({ firstName: 'Ada' });
});

test('M27 an answer that was under way when something was refused shows nothing', async () => {
  const { waits, answer } = late();
  browser.variables = waits;
  const { page, variables } = await signedIn();
  browser.remember = late().waits;
  page.connections.consent({ refused: ['ads'] });
  answer(says({ [CITY]: ['shop.customer.city'] }, { 'profile.firstName': 'Ada' }));
  await after(5_000);

  expect([told(), variables.profile]).toEqual([[], undefined]);
});

test('M27 what is shown stays with a grant, and goes at once where another law is to hold', async () => {
  const { page, variables } = await opened('/', { 'data-zone': 'ccpa' });
  page.connections.identify(ADA, 'proof');
  await after(1_000);
  browser.remember = late().waits;
  page.connections.consent({ zone: 'ccpa', granted: ['newsletter'] });
  await after(5_000);
  expect(variables.profile).toEqual({ firstName: 'Ada' });
  page.connections.consent({ zone: 'gdpr' });

  expect(variables.profile).toBeUndefined();
});

test('M27 who grants something is asked about from then on', async () => {
  browser.remember = () => may('OPT_IN', false, true);
  const { page, variables } = await signedIn();
  expect([browser.questions, browser.sent]).toEqual([[], []]);
  browser.remember = () => may('OPT_IN', true, true);
  page.connections.consent({ granted: ['newsletter'] });
  await after(5_000);

  expect(variables.profile).toEqual({ firstName: 'Ada' });
  expect(browser.happened.map(({ type }) => type)).toEqual(['identify', 'consent', 'page', 'variables']);
});

test('M27 an id that another tab took away takes away what was shown for it', async () => {
  const { page, variables } = await signedIn();
  browser.cookies.set(COOKIE, 'none');
  page.connections.variables();
  await after(1_000);

  expect(variables.profile).toBeUndefined();
});

test('M25 a busy service is asked twice more, not before it asks for it, and then no more', async () => {
  browser.variables = () => ({ status: 429, after: '10' });
  const { page } = await signedIn();
  await after(10_000);
  expect(browser.questions).toHaveLength(1);
  page.connections.variables();
  await after(1_000);
  expect(browser.questions).toHaveLength(2);
  await after(12_000);
  expect(browser.questions).toHaveLength(3);
  await after(600_000);
  expect(browser.questions).toHaveLength(4);
  browser.variables = () => ({ status: 503, after: '10' });
  page.connections.variables();
  await after(12_000);
  browser.variables = () => says({ [CITY]: ['shop.customer.city'] });
  await after(13_000);

  expect(told()).toHaveLength(1);
});

test('M25 a refused question is not asked again, and shows nothing', async () => {
  for (const status of [400, 403, 404, 413]) {
    const { page, variables } = await signedIn();
    const before = browser.questions.length;
    browser.variables = () => ({ status });
    page.connections.variables();
    await after(600_000);
    expect(browser.questions).toHaveLength(before + 1);
    expect(variables.profile).toBeUndefined();
    browser.variables = () => says({}, { 'profile.firstName': 'Ada' });
  }
});

test('M25 a dead network is not asked for ever', async () => {
  browser.variables = () => 'dead';
  await signedIn();
  await after(600_000);

  expect(browser.questions).toHaveLength(3);
});

test('M27 what nobody can be asked about any more is shown no more, however often the page says that something changed', async () => {
  for (const every of [600_000, 500]) {
    for (const answer of ['dead', { status: 503 }] as const) {
      browser.variables = () => says({}, { 'profile.firstName': 'Ada' });
      const { page, variables } = await signedIn();
      browser.variables = () => answer;
      const asked = browser.questions.length;
      const call = setInterval(() => page.connections.variables(), every);
      page.connections.variables();
      while (browser.questions.length < asked + 3) {
        expect(variables.profile).toEqual({ firstName: 'Ada' });
        await after(100);
      }
      expect(variables.profile).toBeUndefined();
      clearInterval(call);
      browser.variables = () => says({}, { 'profile.firstName': 'Ada' });
      page.connections.variables();
      await after(5_000);
      expect(variables.profile).toEqual({ firstName: 'Ada' });
      page.close();
    }
  }
});

test('M25 variables go with a page that is left, and who it is goes before them even where that is under way', async () => {
  browser.events = late().waits;
  const { waits, answer } = late();
  browser.variables = waits;
  const { page } = await signedIn();
  expect(browser.happened.map(({ type }) => type)).toEqual(['page', 'identify']);
  answer(says({ [CITY]: ['shop.customer.city'] }));
  await after();
  page.close();

  expect(browser.left.flatMap(({ events }) => events.map(({ type }) => type))).toEqual(['identify', 'variables']);
});

test('M25 variables that could not be sent are sent by the next page', async () => {
  browser.events = () => ({ status: 503 });
  const { page } = await signedIn('/a');
  page.close();
  browser.events = () => ({ status: 202 });
  browser.sent = [];
  await opened('/b');
  await after(1_000);

  expect(browser.happened.map(({ type, url }) => [type, new URL(url).pathname])).toEqual([
    ['page', '/a'],
    ['identify', '/a'],
    ['variables', '/a'],
    ['page', '/b'],
  ]);
});

test('M25 a listener of the page that throws costs only itself', async () => {
  const page = browser.open('/', { window: { shop: { customer: { city: 'Utrecht' } } } });
  page.window.addEventListener('connections:values', () => {
    throw new Error('the page’s own');
  });
  page.load();
  page.connections.identify(ADA, 'proof');
  await after(1_000);
  page.connections.identify({});
  page.connections.event('Goes on');
  await after(1_000);

  expect(browser.happened.at(-1)).toMatchObject({ name: 'Goes on' });
});
