// How long each main page takes until it can be used, from the start of the navigation to the frame that shows the
// control that a person wants there: a new tab each time, with the files that a browser keeps. Says the median of the
// rounds, and the best and the worst.
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

/**
 * In the page: says in `usableAfter` how many ms after the start of the navigation the first frame was drawn that
 * shows such an element. The page looks itself: a test runner asks at growing distances, up to half a second apart.
 */
function watch([element, words]) {
  const shown = (node) =>
    node.textContent.includes(words) && node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().width > 0;
  const look = () => {
    if (![...document.querySelectorAll(element)].some(shown)) return;
    changes.disconnect();
    // a task behind the next frame: what is shown has been drawn then
    requestAnimationFrame(() => setTimeout(() => (globalThis.usableAfter = performance.now())));
  };
  const changes = new MutationObserver(look);
  changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
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

  /** Where a page is, and what shows that one can work with it: an element and words in it. */
  const pages = [
    ['home', '/', 'h1', ''],
    ['connections', '/connections', 'a', 'Customers of the shop'],
    ['editor', `/connections/${connection}`, 'label', 'Host'],
    ['goal', `/connections/${connection}?goal=${goal}`, 'label', 'Name pattern'],
    ['goal-rows', `/connections/${connection}?goal=${goal}`, 'th', 'customer_id'],
    ['run', `/runs/${run}`, 'main *', 'These numbers add up.'],
    ['profiles', '/profiles', 'h1', ''],
    ['profile', `/profiles/${profile}`, 'button[aria-label^="Edit"]', ''],
  ];

  for (const [name, path, element, words] of pages) {
    const took = [];
    for (let round = 0; round <= Number(rounds); round++) {
      const page = await context.newPage();
      await page.addInitScript(watch, [element, words]);
      await page.goto(path, { waitUntil: 'commit' });
      const usable = await page.waitForFunction(() => globalThis.usableAfter, undefined, { timeout: 60_000 });
      took.push(await usable.jsonValue());
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
