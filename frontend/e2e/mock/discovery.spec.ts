import { expect, goOn, test, type Locator, type Page } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name });
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();
const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function look(page: Page, website: string) {
  await page.getByRole('textbox', { name: 'Address of your website' }).fill(website);
  await page.getByRole('button', { name: 'Look' }).click();
}

async function wish(page: Page, wishes = ['Bring data in'], freshness = 'In batches') {
  for (const one of wishes) await page.getByRole('checkbox', { name: one }).check();
  await page.getByRole('radio', { name: freshness }).check();
  await page.getByRole('button', { name: 'Show proposals' }).click();
}

/** The box itself of a chip is nowhere to be clicked; its words are. */
const chip = (page: Page, system: string) =>
  page.getByRole('region', { name: 'Choose by hand' }).getByText(system, { exact: true });
const choose = (page: Page, system: string) => chip(page, system).click();

test('M3 from the gallery to connections that are Off, each with what is left to do', async ({ page }) => {
  await page.goto('/connections?mock=administrator&gallery=true');
  await page.getByRole('link', { name: 'Let Connection Discovery propose some' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connection Discovery' })).toBeVisible();
  await look(page, 'www.example.com');
  await expect(page.getByText('https://www.example.com/ gives 3 systems away.').first()).toBeVisible();
  await expect(page.getByText('The page loads https://static.hotjar.com/c/hotjar-1.js.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'BeOp' }).first()).toBeChecked();
  await page
    .getByRole('group', { name: /gives 3 systems away/ })
    .getByRole('checkbox', { name: 'Hotjar' })
    .check();
  await choose(page, 'TIBCO Reward');
  await expect(page.getByRole('region', { name: 'Chosen: 3 systems' })).toContainText('Hotjar');
  await next(page);
  await wish(page);
  await expect(card(page, 'BeOp')).toContainText('You use BeOp, and this type is made for it.');
  await expect(card(page, 'TIBCO Reward')).toContainText('Will be installed');
  await expect(card(page, 'SFTP')).toContainText('Universal');
  await card(page, 'SFTP').getByRole('checkbox', { name: 'For Hotjar' }).check();
  await page.getByRole('button', { name: 'Make 3 connections' }).click();

  await expect(page.getByRole('heading', { name: '3 connections are made, switched Off' })).toBeVisible();
  await expect(card(page, 'Hotjar by SFTP')).toContainText('Off');
  await expect(
    card(page, 'Hotjar by SFTP').getByRole('listitem').filter({ hasText: 'Host key is not confirmed yet' }),
  ).toBeVisible();
  await card(page, 'TIBCO Reward').getByRole('link', { name: 'Complete TIBCO Reward' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /TIBCO Reward/ })).toBeVisible();
});

test('M3 an address that leads further than the answers begins at the first question and stays there', async ({
  page,
}) => {
  await page.goto('/discovery?step=proposals');
  await expect(page).toHaveURL(/\/discovery$/);
  await choose(page, 'TIBCO Reward');

  await expect(page.getByRole('region', { name: 'Chosen: 1 system' })).toBeVisible();
  await expect(step(page, 'Systems')).toHaveAttribute('aria-current', 'step');
});

test('M3 without a website: a system that nobody knows is typed, and the universal type is offered', async ({
  page,
}) => {
  await page.goto('/discovery');
  await page.getByRole('searchbox', { name: 'Search systems' }).fill('Our tills');
  await page.getByRole('button', { name: 'Add “Our tills” as a system of yours' }).click();
  await next(page);
  await wish(page);

  await expect(page.getByRole('note').filter({ hasText: 'no connection type yet' })).toContainText('Our tills');
  await expect(card(page, 'SFTP').getByRole('checkbox', { name: 'For Our tills' })).not.toBeChecked();
});

test('M3 wishes that cannot be met yet are said, above all and at each proposal', async ({ page }) => {
  await page.goto('/discovery');
  await choose(page, 'BeOp');
  await next(page);
  await wish(page, ['Bring data in', 'Activate audiences'], 'In real time');

  const note = page.getByRole('note').filter({ hasText: 'Not everything you wish is possible yet' });
  await expect(note).toContainText('No connection type can activate audiences yet.');
  await expect(note).toContainText('No connection type can work in real time yet.');
  await expect(card(page, 'BeOp')).toContainText('It cannot activate audiences yet.');
});

test('M3 a reload and Back lose nothing, and the address says the step', async ({ page }) => {
  await page.goto('/discovery');
  await look(page, 'www.example.com');
  await expect(page.getByText('gives 3 systems away').first()).toBeVisible();
  await next(page);
  await page.getByRole('checkbox', { name: 'Bring data in' }).check();
  await page.reload();
  await expect(page).toHaveURL(/step=wishes/);
  await expect(page.getByRole('checkbox', { name: 'Bring data in' })).toBeChecked();
  await page.goBack();

  await expect(page.getByRole('textbox', { name: 'Address of your website' })).toHaveValue('www.example.com');
  await expect(page.getByText('gives 3 systems away').first()).toBeVisible();
});

test('M3 an address of a later step leads to the first one that lacks an answer, and what is missing is said there', async ({
  page,
}) => {
  await page.goto('/discovery?step=proposals');
  await expect(step(page, 'Systems')).toHaveAttribute('aria-current', 'step');
  await expect(step(page, 'Proposals')).toBeDisabled();

  await goOn(page, '/discovery');
  await expect(page).not.toHaveURL(/step=/);
  await next(page);
  await expect(page.getByRole('alert')).toHaveText('Choose at least one system first.');
  await choose(page, 'Hotjar');
  await next(page);
  await page.getByRole('button', { name: 'Show proposals' }).click();
  await expect(page.getByText('Choose at least one thing that you want.')).toBeVisible();
  await expect(page.getByText('Choose how fresh the data has to be.')).toBeVisible();
  await wish(page);
  await page.getByRole('button', { name: 'Make connections' }).click();

  await expect(page.getByRole('alert')).toHaveText('Choose at least one of the proposals.');
});

test('M3 a website that cannot be looked at says why at its field, and one without tags says so', async ({ page }) => {
  await page.goto('/discovery');
  const field = page.getByRole('textbox', { name: 'Address of your website' });
  for (const [typed, said] of [
    ['', "Give the website's address, such as www.example.com."],
    ['javascript:alert(1)', 'Only addresses that begin with https:// or http:// can be looked at.'],
    ['10.0.0.1', "Give the website's name, such as www.example.com, not a number."],
    ['unreachable.example.com', 'The host “unreachable.example.com” was not found. Check how the host is spelt.'],
  ] as const) {
    await look(page, typed);
    await expect(field).toHaveAccessibleDescription(said);
  }
  await look(page, 'plain.example.com');

  await expect(page.getByText('https://plain.example.com/ names no system that is known here.')).toBeVisible();
  await expect(field).not.toHaveAttribute('aria-invalid', 'true');
});

test('M3 when the answer was lost, the same request is sent again under the same key', async ({ page }) => {
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/discovery/connections'))
      keys.push(request.headers()['idempotency-key']);
  });
  await page.goto('/discovery');
  await choose(page, 'BeOp');
  await next(page);
  await wish(page);
  await page.evaluate(() => {
    const real = window.fetch.bind(window);
    let lost = false;
    window.fetch = async (...asked) => {
      const answer = await real(...asked);
      const url = asked[0] instanceof Request ? asked[0].url : '';
      if (lost || !url.endsWith('/discovery/connections')) return answer;
      lost = true;
      throw new TypeError('lost');
    };
  });
  await page.getByRole('button', { name: 'Make 1 connection' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByRole('button', { name: 'Make 1 connection' }).click();

  await expect(page.getByRole('heading', { name: 'One connection is made, switched Off' })).toBeVisible();
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

test('M3 M30 who may not create is told so at the beginning, and sees the proposals and why nothing can be made', async ({
  page,
}) => {
  await page.goto('/discovery?mock=viewer');
  await expect(page.getByRole('note')).toHaveText(
    'You can look at proposals; making connections needs the marketer or application manager role.',
  );
  await page.keyboard.press('Control+K');
  await page.keyboard.type('discover');
  await expect(page.getByRole('dialog').getByRole('combobox')).toHaveValue('discover');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Look' })).toBeDisabled();
  await choose(page, 'BeOp');
  await next(page);
  await wish(page);

  await expect(card(page, 'BeOp')).toBeVisible();
  await expect(
    page.getByText('making connections needs the marketer or application manager role', { exact: false }),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Make / })).toBeDisabled();
});

test('M3 M30 each proposal says what to have at hand and the direction, and whom to ask where one may not install its type', async ({
  page,
}) => {
  await page.goto('/discovery');
  await choose(page, 'MailUp');
  await choose(page, 'BeOp');
  await next(page);
  await wish(page);

  await expect(card(page, 'MailUp')).toContainText('An application manager or an administrator can install it');
  await expect(card(page, 'MailUp').getByRole('checkbox')).toBeDisabled();
  await expect(card(page, 'BeOp').getByRole('checkbox')).toBeChecked();

  const atHand = card(page, 'BeOp').getByRole('list', { name: 'Have at hand' });
  await expect(atHand).toContainText('Server');
  await expect(atHand).toContainText('Password · secret (Sign in with: Password or Private key and password)');
  await expect(card(page, 'BeOp')).toContainText('data comes in, we connect to the other system');
});

test('M3 the palette leads to Connection Discovery, and loses no letter on a slow machine', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 10 });
  await page.keyboard.press('Control+K');
  await page.keyboard.type('discover');
  await expect(page.getByRole('option', { selected: true })).toHaveText(/^Discover connections/);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Connection Discovery' })).toBeVisible();
});

async function tabTo(page: Page, element: Locator) {
  await expect(element).toBeVisible();
  for (let steps = 0; steps < 150; steps++) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('150 presses of the Tab key do not lead to it');
}

test('M3 all of it is done with the keyboard', async ({ page }) => {
  await page.goto('/discovery');
  await tabTo(page, page.getByRole('textbox', { name: 'Address of your website' }));
  await page.keyboard.type('www.example.com');
  await page.keyboard.press('Enter');
  await expect(page.getByText('gives 3 systems away').first()).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Next' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Wishes' })).toBeFocused();
  await tabTo(page, page.getByRole('checkbox', { name: 'Bring data in' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('radio', { name: 'In batches' }));
  await page.keyboard.press('Space');
  await tabTo(page, page.getByRole('button', { name: 'Show proposals' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Make 1 connection' }));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('group', { name: 'Created' })).toBeFocused();
});

test('M3 every step is clean, light and dark, wide and narrow, and nothing is cut off', async ({ page }) => {
  const check = (name: string) => canBeUsedByEveryone(page, { picture: `discovery-${name}` });
  await page.goto('/discovery?mock=administrator');
  await expect(chip(page, 'Hotjar')).toBeVisible();
  await check('empty');
  await look(page, 'unreachable.example.com');
  await expect(page.getByText('was not found', { exact: false })).toBeVisible();
  await check('failing');
  await look(page, 'www.example.com');
  await expect(page.getByText('gives 3 systems away').first()).toBeVisible();
  await page.getByRole('button', { name: 'Choose all of them' }).click();
  await check('systems');
  await next(page);
  await page.getByRole('button', { name: 'Show proposals' }).click();
  await check('wishes');
  await wish(page, ['Bring data in', 'Send data out']);
  await card(page, 'SFTP').getByRole('checkbox', { name: 'For Hotjar' }).check();
  await check('proposals');
  await page.getByRole('button', { name: /^Make 2/ }).click();
  await expect(page.getByRole('heading', { name: '2 connections are made, switched Off' })).toBeVisible();
  await expect(
    card(page, 'Hotjar by SFTP').getByRole('listitem').filter({ hasText: 'Host key is not confirmed yet' }),
  ).toBeVisible();
  await check('created');
});
