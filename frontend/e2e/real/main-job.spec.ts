import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from '../everyone';
import { sftp, told } from './told';
import { fillIn } from './signIn';

const user = told('CONNECTIONS_USER');
const password = told('CONNECTIONS_PASSWORD');
const pictures = '../.connections/screens';

/** The screen as people see it: wide and narrow, light and dark; it must hold in all four. */
async function picture(page: Page, name: string) {
  for (const scheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      await expect(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0);
      await page.screenshot({ path: `${pictures}/${name}-${width}-${scheme}.png`, fullPage: true });
    }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function usableByEveryone(page: Page) {
  await page.mouse.move(0, 0); // a tooltip under the pointer stands outside of every landmark
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
}

/** What the service counted of the run that is shown; the page's own sum is not asked. */
async function sumOfOutcomes(page: Page) {
  const answer = await page.request.get(`/api/v1${new URL(page.url()).pathname}`);
  const { counts } = (await answer.json()) as { counts: Record<string, number> };
  const { read, ...outcomes } = counts;
  return { read, sum: Object.values(outcomes).reduce((sum, one) => sum + one, 0) };
}

async function save(page: Page, name: string) {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`${name} is saved`).last()).toBeVisible();
}

test('M4 M5 M6 M7 M11 M14 M15 M16 M17 M18 M21 M30 M32 a new user imports a real file over SFTP and opens a profile', async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`);
  });
  const stamp = Date.now();
  const name = `Main job ${stamp}`;
  const prefix = `Till ${stamp} `; // properties of its own, so that its customers are new

  await test.step('signs in at the identity provider', async () => {
    await page.goto('/connections');
    await picture(page, 'sign-in');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await fillIn(page, user, password);
    await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
    await expect(page).toHaveURL(/\/connections$/);
  });

  await test.step('finds the sample connection, whose run is over', async () => {
    await expect(page.getByRole('link', { name: 'Customers of the shop' })).toBeVisible();
    await usableByEveryone(page);
    await picture(page, 'connections');
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await picture(page, 'home');
    await page.goto('/connections');
  });

  await test.step('makes an SFTP connection and tests it', async () => {
    await page.getByRole('button', { name: 'Add connection' }).first().click();
    await picture(page, 'gallery');
    await page.getByRole('link', { name: 'Add a connection of type SFTP' }).click();
    await page.getByRole('button', { name: 'Change the name' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.keyboard.press('Enter');
    await page.getByLabel('Host', { exact: false }).first().fill('localhost');
    await page.getByLabel('Port').fill(sftp.port);
    await page.getByRole('textbox', { name: 'User' }).fill(sftp.user);
    await page.getByRole('textbox', { name: 'Password' }).fill(sftp.password);
    await page.getByRole('button', { name: 'Test connection', exact: true }).click();
    await expect(page.getByText('The connection works.')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText(/SHA256:/).first()).toBeVisible();
    await save(page, name);
    await expect(page).toHaveURL(/\/connections\/[0-9a-f-]{36}/);
    await expect(page.getByRole('button', { name: 'Replace Password' })).toBeVisible();
    await usableByEveryone(page);
    await picture(page, 'set-up-and-run-new');
  });

  await test.step('maps the columns of a real file', async () => {
    await page.getByRole('button', { name: 'Add goal' }).click();
    await page.getByLabel('Folder').fill(sftp.folder);
    await page.getByLabel('Name pattern').fill('customers-100.csv');
    await page.getByRole('button', { name: 'Look into the files' }).click();
    await expect(page.getByText('1 file would be read')).toBeVisible();
    await expect(page.getByRole('columnheader', { name: /customer_id/ })).toBeVisible();
    await expect(page.getByText('Detected: Delimited text (CSV), UTF-8, Comma')).toBeVisible();

    await page.getByRole('button', { name: 'Add remaining fields' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add remaining fields' });
    await dialog.getByLabel('Prefix for new properties').fill(prefix);
    await dialog.getByRole('checkbox', { name: 'Identifier: customer_id' }).check();
    await expect(dialog.getByRole('status')).toHaveText(`This goal will match by ${prefix}customer_id.`);
    await picture(page, 'add-remaining-fields');
    await dialog.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(dialog).toBeHidden();

    await expect(page.getByRole('button', { name: `Remove ${prefix}customer_id`, exact: true })).toBeVisible();

    await expect(page.getByText('This record would make a new profile.')).toBeVisible();

    const row = page.getByRole('group', { name: `last_name → ${prefix}last_name` });
    await row.getByRole('button', { name: 'Add a step for last_name' }).click();
    await page.getByRole('menuitem', { name: /^Trim/ }).click();
    await row.getByRole('button', { name: 'Add a step for last_name' }).click();
    await page.getByRole('menuitem', { name: /^Change case/ }).click();
    await page.getByRole('dialog').getByLabel('To', { exact: true }).first().click();
    await page.getByRole('option', { name: 'CAPITALS' }).click();
    await page.keyboard.press('Escape');
    await expect(row.getByText(/^[\p{Lu} '-]{3,}$/u)).toBeVisible();
    await expect(page.getByText('This record would make a new profile.')).toBeVisible();
    await save(page, name);
    await usableByEveryone(page);
    await picture(page, 'import-goal');
  });

  await test.step('switches it on and runs it', async () => {
    await page.getByRole('button', { name: 'Set up and run' }).click();
    await page.getByRole('switch', { name: `${name}: Connection is on` }).click({ force: true });
    const run = page.getByRole('button', { name: 'Run now' });
    await expect(run).toHaveAttribute('aria-disabled', 'false');
    await run.click();
    await page
      .getByRole('link', { name: /^Run \d/ })
      .first()
      .click();
    await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('reads counts that balance', async () => {
    await expect(page.getByText('These numbers add up.')).toBeVisible();
    expect(await sumOfOutcomes(page)).toEqual({ read: 100, sum: 100 });
    await usableByEveryone(page);
    await picture(page, 'run');
  });

  await test.step('opens one of the profiles and sees where its values came from', async () => {
    await page.getByRole('region', { name: 'Last profiles touched' }).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: new RegExp(name) }).first()).toBeVisible();
    await usableByEveryone(page);
    await picture(page, 'profile');
  });

  await test.step('looks at the other screens', async () => {
    for (const screen of ['profiles', 'channels', 'objectives', 'settings', 'settings/properties']) {
      await page.goto(`/${screen}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await picture(page, screen.replace('/', '-'));
    }
  });

  await test.step('signs out, here and at the identity provider', async () => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await expect(page.locator('#password')).toBeVisible();
    expect((await page.request.get('/api/v1/me')).status()).toBe(401);
  });

  expect(complaints).toEqual([]);
});

test('M17 M18 a run of a million customers is watched live, stopped, resumed, and adds up', async ({ page }) => {
  await page.goto('/session/login?returnTo=/connections');
  await fillIn(page, user, password);
  await page.getByRole('link', { name: 'Customers of the shop' }).click();

  await test.step('asks before reading the same file again', async () => {
    const run = page.getByRole('button', { name: 'Run now' });
    await expect(run).toHaveAttribute('aria-disabled', 'false');
    await run.click();
    const asking = page.getByRole('dialog', { name: 'Read the finished files again?' });
    await expect(asking.getByText('/customers/customers-100000.csv')).toBeVisible();
    await asking.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('takes the large file instead', async () => {
    await page.getByRole('button', { name: 'Import customers', exact: true }).click();
    await page.getByLabel('Name pattern').fill('customers-1000000.csv');
    await save(page, 'Customers of the shop');
    await page.getByRole('button', { name: 'Set up and run' }).click();
    const runs = page.getByRole('link', { name: /^Run \d+$/ });
    await expect(runs.first()).toBeVisible();
    const next = (await runs.count()) + 1;
    await page.getByRole('button', { name: 'Run now' }).click();
    await page.getByRole('link', { name: `Run ${next}`, exact: true }).click();
  });

  await test.step('watches it, stops it and lets it go on', async () => {
    const bar = page.getByRole('progressbar', { name: 'Progress' });
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 60_000, intervals: [100] })
      .toBeGreaterThan(2);
    await picture(page, 'run-live');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByText('Stopped', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
    await picture(page, 'run-stopped');
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('Running', { exact: true }).first()).toBeVisible({ timeout: 30_000 });
  });

  await test.step('reads counts that balance', async () => {
    await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 300_000 });
    await expect(page.getByText('These numbers add up.')).toBeVisible();
    await expect.poll(() => sumOfOutcomes(page)).toEqual({ read: 1_000_000, sum: 1_000_000 });
    await picture(page, 'run-finished');
  });
});
