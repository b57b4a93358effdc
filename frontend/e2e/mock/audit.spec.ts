import { expect, goOn, test, type Page } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const audit = (more = '') => `/settings/audit?mock=administrator${more}`;
const rows = (page: Page) => page.getByRole('table', { name: 'Audit' }).getByRole('row');

test('M30 an administrator reads who did what, from where, with a browser named as a person would, and what changed', async ({
  page,
}) => {
  await page.goto('/settings?mock=administrator');
  await page.getByRole('link', { name: 'Audit' }).click();
  const first = rows(page).nth(1);
  await expect(first).toContainText('Mara Marketer');
  await expect(first).toContainText('192.0.2.17');
  await expect(first.getByRole('link', { name: 'Connection “Web shop customers”' })).toHaveAttribute(
    'href',
    /connections\/0199b000/,
  );
  await first.getByText('2 details').click();
  await expect(first.getByText('from ‘E-Mail’, trim, clean e-mail, set')).toBeVisible();
  await rows(page).nth(2).getByText('1 detail').click();
  await expect(rows(page).nth(2).getByRole('definition')).toHaveText('changed');

  const raw = first.getByText('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0');
  await expect(raw).toBeHidden();
  await first.getByText('Firefox on Linux').click();
  await expect(raw).toBeVisible();
  await expect(rows(page).nth(4)).toContainText('curl/8.5.0');

  await expect(rows(page).nth(6).getByRole('cell').last()).toHaveText('Signed in');
});

test('M30 a connection leads an administrator to what was done to it', async ({ page }) => {
  await page.goto('/connections/0199b000-0000-7000-8000-000000000001?mock=administrator');
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Activity' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Audit' })).toBeVisible();
  await expect(page).toHaveURL(/objectId=0199b000-0000-7000-8000-000000000001/);
  await expect(rows(page).nth(1)).toContainText('Web shop customers');
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Only “Web shop customers”');
});

test('M30 filters stand in the address, as chips that can be removed', async ({ page }) => {
  await page.goto(audit());
  await rows(page).nth(1).getByRole('button', { name: 'Mara Marketer' }).click();
  await page.getByRole('combobox', { name: 'What was done' }).click();
  await page.getByRole('option', { name: 'Secret set' }).click();
  await expect(page).toHaveURL(/action=secret-set/);
  await expect(rows(page)).toHaveCount(1 + 10);
  await page.reload();
  const chips = page.getByRole('group', { name: 'Filters' });
  await expect(chips).toContainText('By Mara Marketer');
  await chips.getByRole('button', { name: 'Remove the filter Secret set' }).click();
  await expect(rows(page)).toHaveCount(1 + 30);
  await chips.getByRole('button', { name: 'Clear all' }).click();

  await expect(page).not.toHaveURL(/actor=/);
});

test('M30 older events are a page away, search finds what is written, and the export takes the filters', async ({
  page,
}) => {
  await page.goto(audit());

  await expect(rows(page)).toHaveCount(1 + 50);
  await page.getByRole('button', { name: 'Show older' }).click();
  await expect(rows(page)).toHaveCount(1 + 60);

  const search = page.getByRole('searchbox', { name: 'Search' });
  await search.fill('ex');
  await expect(page.getByText('Type at least three characters.')).toBeVisible();
  await search.fill('expired');
  await expect(rows(page)).toHaveCount(1 + 10);
  await search.fill('no such thing');

  await expect(page.getByText('No event fits these filters.')).toBeVisible();

  await goOn(page, '/settings/audit?action=signed-in&to=2026-11-30');

  await expect(page.getByRole('link', { name: 'Export as CSV' })).toHaveAttribute(
    'href',
    /^\/api\/v1\/audit-events\/export\?action=signed-in&to=2026-12-01&zone=./,
  );
});

test('M30 before anything happened the audit says what will be written there', async ({ page }) => {
  await page.goto('/settings/audit?mock=empty-administrator');

  await expect(page.getByText('Nothing happened yet')).toBeVisible();
});

for (const who of ['viewer', 'full'])
  test(`M30 the audit is not for everybody: ${who}`, async ({ page }) => {
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 403) refused.push(response.url());
    });
    await page.goto(`/settings/audit?mock=${who}`);

    await expect(page.getByText('Your role does not allow this.')).toBeVisible();
    expect(refused).toEqual([]);
  });

test('M32 the audit is accessible and fits, in light and dark, wide and narrow', async ({ page }) => {
  await page.goto(audit('&objectKind=connection'));
  await rows(page).nth(1).getByText('2 details').click();

  await canBeUsedByEveryone(page, { picture: 'audit' });
});

test('M30 what is deleted since is named as it was called, and leads nowhere', async ({ page }) => {
  await page.goto('/settings?mock=administrator');
  await expect(page.getByRole('link', { name: /^Audit/ })).toBeVisible();
  await page.evaluate(() =>
    (window as Window & { mockApi?: { deleteMeanwhile: (id: string) => void } }).mockApi?.deleteMeanwhile(
      '0199b000-0000-7000-8000-000000000001',
    ),
  );
  await page.getByRole('link', { name: /^Audit/ }).click();
  const row = rows(page).filter({ hasText: 'Secret set' }).first();
  await expect(row).toContainText('Connection “Web shop customers” (deleted)');

  await expect(row.getByRole('link')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Run “Web shop customers”' }).first()).toBeVisible();
});

test('M30 a long name of who did it stays within its column', async ({ page }) => {
  await page.goto('/settings/audit?mock=long');
  const who = rows(page).nth(1).getByRole('cell').nth(1);
  await expect(who).toContainText('Mara Marketer');

  expect(await who.evaluate((cell) => cell.scrollWidth - cell.clientWidth)).toBe(0);
});
