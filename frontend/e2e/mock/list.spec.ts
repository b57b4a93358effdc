import { expect, test, type Page } from './fixture';
import { axeFindings } from '../everyone';

const choose = async (page: Page, menu: string, item: string) => {
  await page.getByRole('button', { name: menu, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const list = (page: Page) => page.getByRole('grid', { name: 'Connections' });
const rows = (page: Page) =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

test('M6 what is said of a switch is taken away by what is said of it next', async ({ page }) => {
  await page.goto('/connections');
  const toggle = page.getByRole('switch', { name: 'Loyalty points: Connection is on' });
  await toggle.click({ force: true });
  await expect(page.getByText('Loyalty points is off')).toBeVisible();
  await toggle.click({ force: true });
  await expect(page.getByText('Loyalty points is on')).toBeVisible();
  // Sooner than it would go by itself.
  await expect(page.getByText('Loyalty points is off')).toHaveCount(0, { timeout: 3_000 });
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(page.getByText('Loyalty points is off')).toBeVisible();
  await expect(page.getByText('Loyalty points is on')).toHaveCount(0);
});

test('M7 the key for Undo stands by the latest note alone, and takes back what is noted there', async ({ page }) => {
  await page.goto('/connections/0199b000-0000-7000-8000-000000000004');
  const label = (name: string) => page.getByRole('button', { name: `Remove label ${name}` });
  for (const name of ['Fairs', 'Spring']) {
    await page.getByLabel('Add label').fill(`${name},`);
    await expect(page.getByText(`Label ${name} is added`)).toBeVisible();
  }
  const key = page.getByText('Ctrl Z', { exact: true }).filter({ visible: true });
  await expect(key).toHaveCount(1);
  await page.getByRole('alert').filter({ hasText: 'Label Spring is added' }).getByRole('button').last().click();
  await expect(page.getByText('Label Spring is added')).toHaveCount(0);
  await expect(key).toHaveCount(1);

  await page.keyboard.press('Control+z');

  await expect(label('Fairs')).toBeHidden();
  await expect(label('Spring')).toBeVisible();
});

test('M7 a label put on and taken off again is told of once', async ({ page }) => {
  await page.goto('/connections/0199b000-0000-7000-8000-000000000004');
  await page.getByLabel('Add label').fill('Fairs,');
  await expect(page.getByText('Label Fairs is added')).toBeVisible();
  await page.getByRole('button', { name: 'Remove label Fairs' }).click();

  await expect(page.getByText('Label Fairs is removed')).toBeVisible();
  // Sooner than it would go by itself.
  await expect(page.getByText('Label Fairs is added')).toHaveCount(0, { timeout: 3_000 });
});

test('M1 many that were switched off come back on by Undo, except those that were off before', async ({ page }) => {
  await page.goto('/connections');
  await page.getByRole('checkbox', { name: 'Select Loyalty points' }).check();
  await page.getByRole('checkbox', { name: 'Select Newsletter sign-ups from events' }).check();
  await page.getByRole('button', { name: 'Switch off' }).click();
  const summary = page.getByRole('dialog', { name: 'Done' });
  await expect(summary.getByRole('list', { name: '2 connections are off now' })).toBeVisible();
  await summary.getByRole('button', { name: 'Undo' }).click();

  await expect(page.getByText('1 connection is on again')).toBeVisible();
  await expect(page.getByRole('switch', { name: 'Loyalty points: Connection is on' })).toBeChecked();
  await expect(
    page.getByRole('switch', { name: 'Newsletter sign-ups from events: Connection is on' }),
  ).not.toBeChecked();
});

test('M1 M6 before many are switched on it says which could not run, and they can be left off', async ({ page }) => {
  await page.goto('/connections');
  await page.getByRole('checkbox', { name: 'Select Newsletter sign-ups from events' }).check();
  await page.getByRole('checkbox', { name: 'Select Trade fair leads' }).check();
  await page.getByRole('button', { name: 'Switch on', exact: true }).click();
  const asking = page.getByRole('dialog', { name: 'Switch on 2 connections?' });
  await expect(asking.getByText('1 connection is not configured.')).toBeVisible();
  await expect(asking.getByRole('listitem')).toHaveText(['Trade fair leads']);
  await expect(asking.getByText('It can be switched on, but will not run', { exact: false })).toBeVisible();
  await asking.getByRole('checkbox', { name: 'Leave the one that cannot run off' }).check();
  await asking.getByRole('button', { name: 'Switch on 1 connection' }).click();
  await page.getByRole('dialog', { name: 'Done' }).getByRole('button', { name: 'Close' }).last().click();

  await expect(page.getByRole('switch', { name: 'Newsletter sign-ups from events: Connection is on' })).toBeChecked();
  await expect(page.getByRole('switch', { name: 'Trade fair leads: Connection is on' })).not.toBeChecked();
});

test('M1 M6 of all that match it says how many could not run before they are switched on', async ({ page }) => {
  await page.goto('/connections?on=false');
  await page.getByRole('checkbox', { name: 'Select all that match' }).check();
  await page.getByRole('button', { name: 'Switch on', exact: true }).click();
  const asking = page.getByRole('dialog', { name: 'Switch on 2 connections?' });
  await expect(asking.getByText('1 connection is not configured.')).toBeVisible();
  await asking.getByRole('button', { name: 'Switch on 2 connections' }).click();

  await expect(
    page.getByRole('dialog', { name: 'Done' }).getByRole('list', { name: '2 connections are on now' }),
  ).toBeVisible();
});

test('M1 many that can all run are switched on without a question', async ({ page }) => {
  await page.goto('/connections');
  await page.getByRole('checkbox', { name: 'Select Newsletter sign-ups from events' }).check();
  await page.getByRole('button', { name: 'Switch on', exact: true }).click();

  await expect(
    page.getByRole('dialog', { name: 'Done' }).getByRole('list', { name: '1 connection is on now' }),
  ).toBeVisible();
});

test('M1 a link shows a colleague the same search, filters, order and columns', async ({ page }) => {
  await page.goto('/connections?search=customers&on=true&sort=-name&columns=["name","type"]');

  await expect(rows(page).first()).toContainText('Web shop customers');
  await expect(rows(page).last()).toContainText('Nightly customers from the tills');
  await expect(list(page).getByRole('columnheader', { name: 'Type' })).toBeVisible();
  await expect(list(page).getByRole('columnheader', { name: 'Status' })).toHaveCount(0);
  await expect(page.getByText('Switch: On')).toBeVisible();
});

test('M1 a filter is chosen with the keyboard alone', async ({ page }) => {
  await page.goto('/connections');
  const button = page.getByRole('button', { name: 'Add filter' });
  const values = page.getByRole('menuitemcheckbox');
  await expect(rows(page)).toHaveCount(7);
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=menu] :focus')).toBeAttached();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Status' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(values.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(values.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/status=/);
  await expect(values.nth(1)).toBeFocused();
  await expect(values.nth(1)).toBeChecked();

  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Other filters' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Status' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(values.first()).toBeFocused();
  await page.keyboard.press('Escape');

  await expect(values).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('M1 saved views are renamed, overwritten and deleted, and what was there can be brought back', async ({
  page,
}) => {
  await page.goto('/connections?on=false');
  const views = page.getByRole('button', { name: 'Views' });
  const view = (name: string) => page.getByRole('menuitem', { name, exact: true });
  await choose(page, 'Views', 'Save this view');
  await page.getByLabel('Name of the view').fill('Switched off');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await choose(page, 'Views', 'Change your views');
  const dialog = page.getByRole('dialog', { name: 'Your views' });
  await dialog.getByRole('button', { name: 'Rename Switched off' }).click();
  await page.getByLabel('Name of the view').fill('Asleep');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.getByRole('button', { name: 'Overwrite Asleep with what is shown' }).click();
  await expect(page.getByText('Asleep now shows what you see')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Asleep is as it was')).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete Asleep' }).click();
  await expect(dialog).toBeHidden();
  await views.click();
  await expect(page.getByText('You have saved no view yet')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Undo' }).click();

  await views.click();
  await view('Asleep').click();
  await expect(rows(page)).toHaveCount(2);
});

test('M1 columns are chosen and remembered', async ({ page }) => {
  await page.goto('/connections');
  await page.getByRole('button', { name: 'Columns' }).click();
  const direction = page.getByRole('checkbox', { name: 'Direction' });
  await direction.click();
  await expect(direction).toBeChecked();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Profiles' }).first().click();
  await page.getByRole('link', { name: 'Connections' }).first().click();

  await expect(list(page).getByRole('columnheader', { name: 'Direction' })).toBeVisible();
});

test('M1 columns can be chosen once it is known which one likes', async ({ page }) => {
  await page.goto('/connections?mock=slow');

  await expect(page.getByRole('button', { name: 'Columns' })).toBeDisabled();
});

test('M1 many are changed at once, and what was not is said with the reason', async ({ page }) => {
  await page.goto('/connections?mock=running');
  await page.getByRole('checkbox', { name: 'Select Loyalty points' }).click();
  await page.getByRole('checkbox', { name: 'Select Nightly customers from the tills' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog', { name: 'Delete 2 connections?' }).getByRole('listitem')).toHaveText([
    'Loyalty points',
    'Nightly customers from the tills',
  ]);
  await page.getByRole('button', { name: 'Delete 2 connections' }).click();

  const summary = page.getByRole('dialog', { name: 'Partly done' });
  await expect(summary.getByRole('list', { name: '1 connection deleted' })).toHaveText('Loyalty points');
  await expect(summary.getByRole('list', { name: '1 connection left as it was, and why' })).toHaveText(
    /^Nightly customers from the tills: This connection is running\./,
  );
});

test('M1 M7 many are labelled at once', async ({ page }) => {
  await page.goto('/connections?columns=["name","labels"]');
  await page.getByRole('checkbox', { name: 'Select Loyalty points' }).click();
  await page.getByRole('checkbox', { name: 'Select Nightly customers from the tills' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Label' }).click();
  const dialog = page.getByRole('dialog', { name: 'Label 2 connections' });
  await dialog.getByRole('combobox', { name: 'Put on' }).fill('Spring,');
  await dialog.getByRole('combobox', { name: 'Take off' }).fill('Stores');
  await page.getByRole('option', { name: 'Stores' }).click();
  expect(await axeFindings(page, { include: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Label 2 connections' }).press('Enter');
  await page.getByRole('dialog', { name: 'Done' }).getByRole('button', { name: 'Close' }).last().click();

  await expect(list(page).getByRole('row', { name: /Loyalty points/ })).toContainText('Spring');
  await expect(list(page).getByRole('row', { name: /Loyalty points/ })).not.toContainText('Stores');
  await expect(list(page).getByRole('row', { name: /Nightly customers/ })).toContainText('Nightly');
  await expect(list(page).getByRole('row', { name: /Nightly customers/ })).toContainText('Spring');
});

test('M7 labels have the width of their column, and are read in full by pointing at them', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 900 });
  await page.goto('/connections?mock=long');
  const labels = rows(page).filter({ hasText: 'Nightly customers' }).locator('[data-column=labels]');
  const width = (name: string) =>
    labels.getByText(name).evaluate((label) => {
      const cell = label.closest('[data-column=labels]');
      return (label.closest('.mantine-Badge-root')?.clientWidth ?? 0) / ((cell?.clientWidth ?? 0) - 8);
    });
  await expect(labels.getByText('Stores')).toBeVisible();
  expect(await width('Stores')).toBeGreaterThan(0.95);
  expect(await width('Nightly')).toBeGreaterThan(0.95);
  await labels.getByText('Nightly').hover();

  await expect(page.getByRole('tooltip')).toContainText(/^Stores.*Nightly/s);
});

test('M1 where nothing fits, the filters are cleared at once; one is chosen with its count, stands in the address, and is taken away as a chip', async ({
  page,
}) => {
  await page.goto('/connections?search=nothing-like-this');
  await page.getByRole('button', { name: 'Clear filters' }).last().click();
  await expect(rows(page)).toHaveCount(7);
  await expect(page.getByRole('searchbox', { name: 'Search connections' })).toHaveValue('');

  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitem', { name: 'Label' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Web 1' }).click();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/label=/);

  await page.getByRole('button', { name: 'Remove the filter Label: Web' }).click();

  await expect(rows(page)).toHaveCount(7);
});

test('M1 a view is saved and brings back what was shown, by keyboard, and the button of the views has the focus again', async ({
  page,
}) => {
  await page.goto('/connections?on=false');
  const views = page.getByRole('button', { name: 'Views' });
  const menu = page.locator('[role=menu]:focus, [role=menu] :focus');
  await views.press('Enter');
  await expect(menu).toBeAttached();
  await page.getByRole('menuitem', { name: 'Save this view' }).press('Enter');
  await expect(page.getByLabel('Name of the view')).toBeFocused();
  await page.keyboard.type('Switched off');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(views).toBeFocused();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows(page)).toHaveCount(7);
  await views.focus();
  await page.keyboard.press('Enter');
  await expect(menu).toBeAttached();
  const view = page.getByRole('menuitem', { name: 'Switched off', exact: true });
  // What was just saved may come into the menu when it is open.
  await expect(view).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(view).toBeFocused();

  await page.keyboard.press('Enter');

  await expect(rows(page)).toHaveCount(2);
  await expect(views).toBeFocused();
});

test('M1 M17 the status and what became of the last run are whole on a phone, a tablet and a screen, and lead to the run', async ({
  page,
}) => {
  const row = list(page).getByRole('row', { name: 'Nightly customers from the tills' });
  const tooWide = () => list(page).evaluate((grid) => grid.scrollWidth - grid.clientWidth);

  await test.step('a phone shows all that a status says', async () => {
    await page.setViewportSize({ width: 390, height: 900 });
    await page.goto('/connections');
    const status = list(page).getByRole('link', { name: 'Data flowing, 28 rejected' }).locator('span');
    await expect(status).toBeVisible();
    const [badge, cell] = await Promise.all([
      status.boundingBox(),
      status.locator('xpath=ancestor::*[@data-column="name"]').boundingBox(),
    ]);
    expect((badge?.x ?? 0) + (badge?.width ?? 0)).toBeLessThanOrEqual((cell?.x ?? 0) + (cell?.width ?? 0));
  });

  await test.step('on a tablet nothing hides aside: the status stands below the name', async () => {
    await page.setViewportSize({ width: 768, height: 1024 });
    await expect(row.getByText('Data flowing, 28 rejected').filter({ visible: true })).toHaveCount(1);
    await expect(row.getByRole('switch')).toBeInViewport();
    await expect.poll(tooWide).toBe(0);
  });

  await test.step('on a screen what became of the last run fits its box and leads to it by Tab', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const counts = row.getByTitle('100,000 read = 120 new + 4,310 updated + 95,542 unchanged + 28 rejected');
    await expect(counts).toBeVisible();
    expect(await counts.evaluate((cell) => cell.scrollHeight - cell.clientHeight)).toBeLessThanOrEqual(0);
    await expect.poll(tooWide).toBe(0);
    await row.getByRole('link', { name: 'Data flowing, 28 rejected' }).focus();
    await page.keyboard.press('Tab');
    await expect(row.getByRole('link', { name: /^Finished, / })).toBeFocused();
  });
});

test('M1 rows are walked and chosen by keyboard, also a range and all, and of many labels one is found by typing', async ({
  page,
}) => {
  await page.goto('/connections?mock=many');
  await rows(page).first().focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 connections selected')).toBeVisible();
  await page.keyboard.press('End');
  await expect(list(page).getByRole('row', { name: 'Store 10000 customers' })).toBeFocused();
  await page.keyboard.press('Control+a');

  await expect(page.getByText('10,000 connections selected')).toBeVisible();

  await choose(page, 'Add filter', 'Label');
  const labels = page.getByRole('menuitemcheckbox');
  await expect(page.getByLabel('Search: label')).toBeFocused();
  await page.keyboard.type('REGION 23');
  await expect(labels).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('button', { name: 'Remove the filter Label: Region 23' })).toBeVisible();
});

test('M1 of 10,000 connections few rows are in the page at once, and only they scroll; on a phone only the page does', async ({
  page,
}) => {
  await page.goto('/connections?mock=many');
  await expect(page.getByText('10,000 connections', { exact: true })).toBeVisible();
  const scrolls = (of: string) =>
    page.locator(of).evaluate((element) => element.scrollHeight > element.clientHeight && element.clientHeight > 0);
  expect(await scrolls('html')).toBe(false);
  expect(await scrolls('.list-scroller')).toBe(true);

  await page.getByRole('link', { name: 'Store 00001 customers' }).hover();
  await page.mouse.wheel(0, 400_000);
  await expect(page.getByText(/Store 0[0-9]{4} customers/).last()).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(60);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect.poll(() => scrolls('html')).toBe(true);
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));

  const count = Number(await list(page).getAttribute('aria-rowcount')) - 1;
  const last = page.locator(`[data-row="${count - 1}"]`);
  await expect(last).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('columnheader', { name: 'Name' })).toBeInViewport();
});
