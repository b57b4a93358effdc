import { expect, goOn, test, type Page } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const open = (page: Page, as = 'full') => page.goto(`/connections?mock=${as}&gallery=true`);
const gallery = (page: Page) => page.getByRole('dialog', { name: 'Choose a type' });
const tile = (page: Page, name: string) => gallery(page).getByRole('region', { name });

test('M2 the gallery shows installed types, all of them by Show all, which the address remembers, and those of a category', async ({
  page,
}) => {
  await open(page);
  await expect(tile(page, 'SFTP')).toContainText('Installed');
  await expect(tile(page, 'MailUp')).toHaveCount(0);
  await gallery(page).getByRole('switch', { name: 'Show all' }).click();
  await expect(tile(page, 'MailUp')).toContainText('Not installed');
  await expect(page).toHaveURL(/all=true/);
  await page.reload();

  await expect(tile(page, 'TIBCO Reward')).toBeVisible();
  await gallery(page).getByText('Marketing 2').click();
  await expect(tile(page, 'BeOp')).toBeVisible();
  await expect(tile(page, 'SFTP')).toHaveCount(0);
  await gallery(page).getByRole('searchbox', { name: 'Search' }).fill('unsubscribed');

  await expect(gallery(page).getByText('Marketing 1')).toBeVisible();
  await expect(tile(page, 'BeOp')).toHaveCount(0);
  await expect(tile(page, 'MailUp')).toBeVisible();
});

test('M2 who may install a type sees it installed, and its new connection opens', async ({ page }) => {
  await open(page, 'administrator');
  await gallery(page).getByRole('switch', { name: 'Show all' }).click();
  await tile(page, 'MailUp').getByRole('button', { name: 'Install MailUp and add a connection' }).click();

  await expect(page).toHaveURL(/\/connections\/new\/mailup/);
  await expect(page.getByRole('heading', { level: 1, name: 'New MailUp connection' })).toBeVisible();
});

test('M2 who may not install is told whom to ask, in the gallery and at the address of a new connection', async ({
  page,
}) => {
  await open(page);
  await gallery(page).getByRole('switch', { name: 'Show all' }).click();
  await expect(tile(page, 'MailUp').getByRole('button')).toHaveCount(0);
  await expect(tile(page, 'MailUp')).toContainText('An application manager or an administrator can install it');
  await goOn(page, '/connections/new/mailup');

  await expect(
    page.getByText('An application manager or an administrator can install it', { exact: false }),
  ).toBeVisible();
  await expect(page.getByText('MailUp is not installed yet', { exact: false })).toBeVisible();
});

test('M2 a new connection starts with its goal prepared; what has no property yet is offered, never made', async ({
  page,
}) => {
  const made: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().includes('profile-properties')) made.push(request.url());
  });
  await page.goto('/connections/new/beop');
  await page.getByRole('button', { name: 'Opt-ins', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Name pattern' })).toHaveValue('*_crm-optin_*.csv');
  await expect(page.getByRole('group', { name: /^email → / })).toBeVisible();
  expect(made).toEqual([]);
  await page.getByRole('button', { name: 'Add remaining fields' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add remaining fields' });
  await expect(dialog.getByRole('row', { name: /campaign-name.*BeOp campaign/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();

  await expect(page.getByRole('group', { name: /^campaign-name → BeOp campaign/ })).toBeVisible();
  expect(made).toHaveLength(1);
});

test('M2 a type uninstalled while an editor is open: saving is refused clearly, nothing is lost', async ({ page }) => {
  await page.goto('/connections/new/sftp');
  await page.getByRole('button', { name: 'Change the name' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Uninstalled');
  await page.keyboard.press('Enter');
  await page.getByLabel('User name').fill('tills');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nothing of what you typed is lost', { exact: false })).toBeVisible();
  await page.reload();

  await expect(page.getByLabel('User name')).toHaveValue('tills');
});

test('M2 a connection whose type is no longer shipped says so, in the list and in the editor', async ({ page }) => {
  await page.goto('/connections?mock=gone');
  await page.getByRole('link', { name: 'Nightly customers from the tills' }).click();

  await expect(
    page.getByText("The connection type 'telepathy' is no longer available", { exact: false }),
  ).toBeVisible();
});

test('M4 Read more opens the guide as a page of its own, with contents, a picture, and links that stay inside', async ({
  page,
}) => {
  await open(page);
  await tile(page, 'BeOp').getByRole('link', { name: 'Read more: BeOp' }).click();
  await expect(page).toHaveURL(/\/connection-types\/beop$/);
  await expect(page.getByRole('img', { name: /^The other system puts files on your SFTP server/ })).toBeVisible();
  await page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Sources' }).click();
  await expect(page).toHaveURL(/#guide-sources$/);
  await expect(page.getByRole('link', { name: 'https://example.com/exports' })).toHaveAttribute('target', '_blank');
  await page.getByRole('article').getByRole('link', { name: 'SFTP' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'SFTP' })).toBeVisible();
});

test('M2 M4 the page of all types finds words inside the guides; categories and types are in the order of the alphabet', async ({
  page,
}) => {
  await page.goto('/connection-types');
  await expect(page.getByText('6 types')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search types and guides' }).fill('host key');
  await expect(page.getByText('1 type', { exact: true })).toBeVisible();

  await expect(page.getByRole('link', { name: /^SFTP .*host key/ })).toBeVisible();
  await expect(page).toHaveURL(/search=host/);

  await page.getByRole('searchbox', { name: 'Search types and guides' }).fill('');

  const categories = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(categories).toHaveText(['Files', 'Hospitality', 'Loyalty', 'Marketing', 'Websites']);
  await expect(page.getByRole('region', { name: 'Marketing' }).getByRole('link')).toHaveText([/^BeOp/, /^MailUp/]);
  await goOn(page, '/connections?gallery=true');
  await gallery(page).getByRole('switch', { name: 'Show all' }).click();

  const inOrder = [/^BeOp/, /^Data layer/, /^Flip\.to/, /^MailUp/, /^SFTP/, /^TIBCO Reward/];
  await expect(gallery(page).getByRole('region')).toHaveText(inOrder);
});

test('M2 uninstalling is refused while in use, naming by what, of which all can be looked at; else it is done', async ({
  page,
}) => {
  await page.goto('/connection-types/sftp?mock=administrator');
  await page.getByRole('button', { name: 'Uninstall' }).click();
  await expect(
    page.getByRole('list', { name: 'Used by' }).getByRole('link', { name: 'Nightly customers from the tills' }),
  ).toBeVisible();
  await page.getByRole('link', { name: /^All \d/ }).click();
  await expect(page.getByText('Type: SFTP')).toBeVisible();
  await goOn(page, '/connection-types/beop');
  await page.getByRole('button', { name: 'Uninstall' }).click();

  await expect(page.getByText('BeOp is uninstalled')).toBeVisible();
  await expect(page.getByText('Not installed', { exact: true })).toBeVisible();
});

test('M2 M4 the gallery, the page of all types and a guide are clean in light and dark, wide and narrow', async ({
  page,
}) => {
  await open(page, 'administrator');
  await gallery(page).getByRole('switch', { name: 'Show all' }).click();
  await canBeUsedByEveryone(page, {
    include: '[role=dialog]',
    settled: () => expect(tile(page, 'MailUp')).toBeVisible(),
    picture: 'gallery',
  });
  for (const [address, title] of [
    ['/connection-types', 'Connection types'],
    ['/connection-types/beop', 'BeOp'],
  ] as const)
    await test.step(address, async () => {
      await goOn(page, address);
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.getByText('Reads', { exact: false }).first()).toBeVisible();
      await canBeUsedByEveryone(page, { picture: `types-${title}` });
    });
});
