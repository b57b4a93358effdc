import { expect, test, type Page } from './fixture';
import { axeFindings } from '../everyone';

const list = (page: Page) => page.getByRole('grid', { name: 'Connections' });
const rows = (page: Page) =>
  list(page)
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

test('M1 a link shows a colleague the same search, filters, order and columns', async ({ page }) => {
  await page.goto('/connections?search=customers&on=true&sort=-name&columns=["name","type"]');

  await expect(rows(page).first()).toContainText('Web shop customers');
  await expect(rows(page).last()).toContainText('Nightly customers from the tills');
  await expect(list(page).getByRole('columnheader', { name: 'Type' })).toBeVisible();
  await expect(list(page).getByRole('columnheader', { name: 'Status' })).toHaveCount(0);
  await expect(page.getByText('Switch: On')).toBeVisible();
});

test('M1 a filter is chosen with its count, stands in the address, and is taken away as a chip', async ({ page }) => {
  await page.goto('/connections');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitem', { name: 'Label' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Web 1' }).click();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/label=/);

  await page.getByRole('button', { name: 'Remove the filter Label: Web' }).click();

  await expect(rows(page)).toHaveCount(6);
});

test('M1 a filter is chosen with the keyboard alone', async ({ page }) => {
  await page.goto('/connections');
  const button = page.getByRole('button', { name: 'Add filter' });
  const values = page.getByRole('menuitemcheckbox');
  await expect(rows(page)).toHaveCount(6);
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

test('M1 where nothing fits, the filters are cleared at once', async ({ page }) => {
  await page.goto('/connections?search=nothing-like-this');
  await page.getByRole('button', { name: 'Clear filters' }).last().click();

  await expect(rows(page)).toHaveCount(6);
  await expect(page.getByRole('searchbox', { name: 'Search connections' })).toHaveValue('');
});

test('M1 a saved view brings back what was shown', async ({ page }) => {
  await page.goto('/connections?on=false');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save this view' }).click();
  await page.getByLabel('Name of the view').fill('Switched off');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(rows(page)).toHaveCount(6);

  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Switched off' }).click();
  await page.getByRole('menuitem', { name: 'Open Switched off' }).click();

  await expect(rows(page)).toHaveCount(2);
});

test('M1 columns are chosen and remembered', async ({ page }) => {
  await page.goto('/connections');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Direction' }).check();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Profiles' }).first().click();
  await page.getByRole('link', { name: 'Connections' }).first().click();

  await expect(list(page).getByRole('columnheader', { name: 'Direction' })).toBeVisible();
});

test('M1 many are changed at once, and what was not is said with the reason', async ({ page }) => {
  await page.goto('/connections?mock=running');
  await page.getByRole('checkbox', { name: 'Select Loyalty points' }).click();
  await page.getByRole('checkbox', { name: 'Select Nightly customers from the tills' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete 2 connections' }).click();

  const summary = page.getByRole('dialog', { name: 'Done' });
  await expect(summary).toContainText('1 connection done, 1 not, and why:');
  await expect(summary.getByRole('listitem')).toContainText('This connection is running.');
});

test('M1 rows are walked and chosen by keyboard, also a range and all', async ({ page }) => {
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
