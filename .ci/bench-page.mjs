// How long each main page takes until it can be used, from nothing to the control that a person wants there:
// a new tab each time, with the files that a browser keeps. Says the median of the rounds, and the best and the worst.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { chromium } = createRequire(fileURLToPath(new URL('../frontend/package.json', import.meta.url)))('@playwright/test');

const home = told('CONNECTIONS_URL');
const [rounds = '7'] = process.argv.slice(2);
if (!/^[1-9]\d?$/.test(rounds)) throw new Error(`./connections bench page [rounds, 1 to 99]: not ${rounds}`);

function told(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: ./connections bench page starts the stack and sets it`);
  return value;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const context = await browser.newContext({ baseURL: home, viewport: { width: 1440, height: 900 } });
  const first = await context.newPage();
  await first.goto('/session/login?returnTo=/connections');
  await first.locator('#username').fill(told('CONNECTIONS_USER'));
  await first.locator('#password').fill(told('CONNECTIONS_PASSWORD'));
  await first.locator('#kc-login').click();
  await first.getByRole('heading', { level: 1, name: 'Connections' }).waitFor();

  const ask = async (path) => (await context.request.get(`/api/v1${path}`)).json();
  const { items: [{ id: connection }] } = await ask('/connections?search=Customers+of+the+shop');
  const { goals: [{ id: goal }] } = await ask(`/connections/${connection}`);
  const { items: [{ id: run }] } = await ask(`/connections/${connection}/runs`);
  const { items: [{ profileId: profile }] } = await ask(`/runs/${run}/profiles`);

  /** Where a page is, and what shows that one can work with it. */
  const pages = [
    ['home', '/', (page) => page.getByRole('heading', { level: 1 })],
    ['connections', '/connections', (page) => page.getByRole('link', { name: 'Customers of the shop' })],
    ['editor', `/connections/${connection}`, (page) => page.getByLabel('Host', { exact: false }).first()],
    ['goal', `/connections/${connection}?goal=${goal}`, (page) => page.getByLabel('Name pattern')],
    ['goal-rows', `/connections/${connection}?goal=${goal}`, (page) => page.getByRole('columnheader', { name: /customer_id/ })],
    ['run', `/runs/${run}`, (page) => page.getByText('These numbers add up.')],
    ['profiles', '/profiles', (page) => page.getByRole('heading', { level: 1 })],
    ['profile', `/profiles/${profile}`, (page) => page.getByRole('button', { name: 'Edit' }).first()],
  ];

  for (const [name, path, usable] of pages) {
    const took = [];
    for (let round = 0; round <= Number(rounds); round++) {
      const page = await context.newPage();
      const begin = performance.now();
      await page.goto(path, { waitUntil: 'commit' });
      await usable(page).waitFor({ timeout: 60_000 });
      took.push(performance.now() - begin);
      await page.close();
    }
    took.shift(); // the first fills the browser's cache
    took.sort((one, other) => one - other);
    const [best, median, worst] = [0, Math.floor(took.length / 2), took.length - 1].map((at) => Math.round(took[at]));
    console.log(`bench page.${name} ${median} ms best=${best} worst=${worst} rounds=${rounds}`);
  }
} finally {
  await browser.close();
}
