import { expect, test, type Page } from './fixture';
import { axeFindings } from '../everyone';

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;

test('M29 what needs somebody leads to the field in which it is mended, a run that failed to where it is resumed', async ({
  page,
}) => {
  await page.goto('/');
  const attention = region(page, 'Needs attention');
  await expect(attention.getByRole('listitem')).toHaveCount(2);
  await expect(attention.getByRole('listitem').first()).toContainText('Service desk contacts');
  await attention.getByRole('link', { name: 'Mend it where it stands' }).click();

  await expect(page).toHaveURL(new RegExp(connection(5)));
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();

  // Nothing is scheduled: what makes it run is said.
  await expect(region(page, 'Due next')).toContainText('Connections run when somebody presses Run now.');
  const row = region(page, 'Needs attention').getByRole('listitem').filter({ hasText: 'Web shop customers' });
  await expect(row).toContainText('changed while it was being read');
  await row.getByRole('link', { name: /^Open the run/ }).click();

  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('M29 more than are shown are one link away; many rejected records lead to where they are downloaded and replayed', async ({
  page,
}) => {
  await page.goto('/?mock=ailing');
  await expect(region(page, 'Needs attention').getByRole('listitem')).toHaveCount(6);
  await region(page, 'Needs attention').getByRole('link', { name: 'All 7' }).click();

  await expect(page.getByText('7 connections', { exact: true })).toBeVisible();
  await expect(page.getByText('Attention: Needed')).toBeVisible();
  await expect(page).toHaveURL(/attention=true/);
  await expect(page.getByRole('row').filter({ hasText: 'Outlet store' })).toBeVisible();

  await page.goBack();
  const row = region(page, 'Needs attention').getByRole('listitem').filter({ hasText: 'Many rejected' });
  await expect(row).toContainText('1,200 of 48,000 records (2.5%) could not be used.');
  await row.getByRole('link', { name: 'Download the rejected records, mend them, replay them' }).click();

  await expect(page).toHaveURL(/\/runs\/.*#rejected$/);
  const records = page.getByRole('region', { name: 'Rejected records' });
  await expect(records.getByRole('heading', { name: 'Rejected records' })).toBeInViewport();
  // More than are counted at once: what is counted is said.
  await expect(records.getByRole('button', { name: 'The first 1,000', exact: true })).toBeVisible();
  await expect(records).toContainText('50 of 1,200 records shown');
});

test('M18 M29 a run shows how far it is, and stands among those that ran when it is over', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByRole('link', { name: 'Home' }).first().click();
  const running = region(page, 'Running now');
  await expect(running.getByRole('link', { name: /Nightly customers from the tills/ })).toBeVisible();
  await expect(running.getByRole('progressbar', { name: 'Progress' })).toBeVisible();

  await expect(running.getByText('Nothing is running.', { exact: false })).toBeVisible();
  await expect(region(page, 'What ran').getByRole('link').first()).toContainText('60,000 read');
});

test('M7 M29 a star is taken back and given where it stands', async ({ page }) => {
  await page.goto(connection(2));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Home' }).first().click();
  const favorites = region(page, 'Favorites');
  await favorites.getByRole('button', { name: 'Take the star from Nightly customers from the tills' }).click();
  await expect(favorites).toContainText('Nothing is starred.');
  await region(page, 'Last opened').getByRole('button', { name: 'Star Loyalty points' }).click();
  await expect(favorites.getByRole('listitem')).toHaveCount(1);
  await favorites.getByRole('link', { name: 'Loyalty points' }).click();

  await expect(page).toHaveURL(new RegExp(connection(2)));
});

test('M29 the charts are walked, and looked at over 24 hours, 7 days and 30 days, by keyboard alone', async ({
  page,
}) => {
  await page.goto('/');
  const charts = region(page, 'Records and failures');
  const records = charts.getByRole('slider', { name: 'Records in, bar by bar' });
  await expect(records).toHaveAttribute('aria-valuemax', '24');
  await expect(charts).toContainText('168,112 records read in the last 24 hours');
  await expect(charts).toContainText('1 of 3 runs failed in the last 24 hours');
  await expect(charts).toContainText('Hours of your time zone, Europe/Amsterdam');

  await charts.getByRole('radio', { name: '24 hours' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(records).toHaveAttribute('aria-valuemax', '7');
  await expect(page).toHaveURL(/range=week/);
  await page.keyboard.press('ArrowRight');
  await expect(records).toHaveAttribute('aria-valuemax', '30');
  await expect(charts).toContainText('Days of your time zone, Europe/Amsterdam');

  await records.focus();
  await page.keyboard.press('Home');
  await expect(records).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('ArrowRight');
  await expect(records).toHaveAttribute('aria-valuetext', /records read = .* new \+ .* updated/);

  await charts.getByRole('button', { name: 'Show as a table' }).focus();
  await page.keyboard.press('Enter');
  await expect(charts.getByRole('row')).toHaveCount(1 + 30);
  const today = new Intl.DateTimeFormat('en', { day: 'numeric', timeZone: 'Europe/Amsterdam' }).format(new Date());
  await expect(charts.getByRole('row').nth(1).getByRole('cell').first()).toHaveText(new RegExp(`^${today} `));
  expect(await axeFindings(page)).toEqual([]);
  await page.reload();
  await expect(charts.getByRole('radio', { name: '30 days' })).toBeChecked();
});

test('M29 a panel that fails says so alone, and comes back when it is asked again', async ({ page }) => {
  await page.goto('/?mock=no-charts');
  const charts = region(page, 'Records and failures');
  await expect(charts.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(1);
  await expect(region(page, 'What ran').getByRole('link')).toHaveCount(5);
  await page.evaluate(() => (window as Window & { mockApi?: { mendCharts: () => void } }).mockApi?.mendCharts());
  await charts.getByRole('button', { name: 'Try again' }).click();

  await expect(charts.getByRole('slider')).toHaveCount(2);
  await expect(charts.getByRole('alert')).toHaveCount(0);
});

test('M2 M29 who comes first sees one thing to do, and it leads to the gallery', async ({ page }) => {
  await page.goto('/?mock=empty');
  const first = page.getByRole('link', { name: 'Add your first connection' });
  await expect(first).toBeVisible();
  await expect(page.getByRole('main').getByRole('region')).toHaveCount(0);
  await first.click();

  await expect(page.getByRole('dialog', { name: 'Choose a type' })).toBeVisible();
});
