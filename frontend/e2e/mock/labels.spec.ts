import { expect, test } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;

test('M7 a label is put on by keyboard alone, one that is there or a new one, and Backspace takes it off', async ({
  page,
}) => {
  await page.goto(connection(4));
  const labels = page.getByRole('group', { name: 'Labels of Newsletter sign-ups from events' });
  const field = page.getByLabel('Add label');
  await field.focus();
  await page.keyboard.type('sto');
  await expect(page.getByRole('option', { name: /^Stores\s*2 uses/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(labels.getByText('Stores')).toBeVisible();

  await page.keyboard.type('Fresh <i>word</i>');
  await expect(page.getByRole('option', { name: 'Create “Fresh <i>word</i>”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(labels.getByRole('button', { name: 'Label Fresh <i>word</i>: what else has it' })).toBeVisible();

  await page.keyboard.press('Backspace');
  await expect(labels.getByRole('button', { name: 'Remove label Stores' })).toHaveCount(0);
});

test('M7 a label leads to the others that have it', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Label Stores: what else has it' }).click();
  await page.getByRole('menuitem', { name: /^Loyalty points/ }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Loyalty points' })).toBeVisible();
});

test('M7 a label and a star leave nothing to save, and are taken back by Undo', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Remove label Nightly' }).click();
  await expect(page.getByText('Label Nightly is removed')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Remove label Nightly' })).toBeVisible();

  await page.getByRole('button', { name: 'Take the star from Nightly customers from the tills' }).click();
  await expect(page.getByRole('button', { name: 'Star Nightly customers from the tills' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute('aria-disabled', 'true');
});

test('M7 a comma ends a label, and the next can be typed', async ({ page }) => {
  await page.goto(connection(3));
  const labels = page.getByRole('group', { name: 'Labels of Web shop customers' });
  await page.getByLabel('Add label').focus();
  await page.keyboard.type('Autumn sale, Vouchers');
  await expect(labels.getByRole('button', { name: 'Remove label Autumn sale' })).toBeVisible();
  await page.keyboard.press('Enter');

  await expect(labels.getByRole('button', { name: 'Remove label Vouchers' })).toBeVisible();
});

test('M7 labels that are pasted with commas are put on at once, and are taken off by one Undo', async ({ page }) => {
  await page.goto(connection(3));
  const labels = page.getByRole('group', { name: 'Labels of Web shop customers' });
  const field = page.getByLabel('Add label');
  const elsewhere = page.getByLabel('User name');
  await elsewhere.fill('Autumn sale, web, Vouchers');
  await elsewhere.press('Control+a');
  await elsewhere.press('Control+c');
  await field.press('Control+v');
  await expect(page.getByText('Labels Autumn sale and Vouchers are added')).toBeVisible();
  await expect(labels.getByRole('button', { name: /^Remove label/ })).toHaveCount(3);
  await expect(field).toHaveValue('');
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(labels.getByRole('button', { name: /^Remove label/ })).toHaveCount(1);
});

test('M7 labels that are too long or too many are refused where they are typed, and stay to be mended', async ({
  page,
}) => {
  await page.goto(connection(3));
  const field = page.getByLabel('Add label');
  await field.fill('x'.repeat(10_000));
  await expect(page.getByText(`“${'x'.repeat(24)}…” is too long: a label has at most 60 characters.`)).toBeVisible();
  await field.fill(`Autumn sale, Everybody who came to one of the stores ${'y'.repeat(60)}, Vouchers`);
  await expect(
    page.getByText('“Everybody who came to on…” is too long: a label has at most 60 characters.'),
  ).toBeVisible();
  await field.fill(Array.from({ length: 21 }, (_, index) => `word ${index}`).join(', '));
  await expect(page.getByText('That is all: 20 labels at most.')).toBeVisible();
  await expect(field).toHaveValue(/word 20$/);
  await field.fill('word');

  await expect(page.getByText('That is all: 20 labels at most.')).toHaveCount(0);
  await expect(page.getByRole('option', { name: 'Create “word”' })).toBeVisible();
});

test('M7 who stars a connection in the list finds it in the palette', async ({ page }) => {
  await page.goto('/connections');
  await page.getByRole('button', { name: 'Star Trade fair leads' }).click();
  await expect(page.getByRole('button', { name: 'Take the star from Trade fair leads' })).toBeVisible();
  await page.keyboard.press('Control+k');

  await expect(page.getByRole('option', { name: /Trade fair leads\s*Favorites/ })).toBeVisible();
});

test('M7 a name that another label has is refused, and the two are merged instead', async ({ page }) => {
  await page.goto('/settings/labels?mock=manager');
  await page.getByRole('button', { name: 'Rename Nightly' }).click();
  await page.getByRole('textbox', { name: 'Label' }).fill('stores');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Merge into Stores' }).click();
  await expect(page.getByText('1 thing gets “Stores” instead.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();

  await expect(page.getByText('Nightly is now Stores')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Nightly/ })).toHaveCount(0);
});

test('M7 deleting a label says how many things lose it', async ({ page }) => {
  await page.goto('/settings/labels?mock=manager');
  await page.getByRole('button', { name: 'Delete Stores' }).click();
  await expect(page.getByText('2 things lose it.', { exact: false })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();

  await expect(page.getByRole('row', { name: /^Stores/ })).toHaveCount(0);
});

test('M7 labels are readable and axe-clean in light and dark, wide and narrow', async ({ page }) => {
  await page.goto('/settings/labels?mock=manager');

  await canBeUsedByEveryone(page, {
    settled: () => expect(page.getByText('Stores').first()).toBeVisible(),
    picture: 'labels-page',
  });
});

test('M7 on a phone the names of labels are read in full', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/settings/labels?mock=long');
  const name = page.getByRole('cell', { name: /^Stores/ }).locator('bdi');
  await expect(name).toBeVisible();

  expect(await name.evaluate((label) => getComputedStyle(label).textOverflow)).not.toBe('ellipsis');
  expect(await name.evaluate((label) => label.scrollWidth - label.clientWidth)).toBeLessThanOrEqual(0);
});
