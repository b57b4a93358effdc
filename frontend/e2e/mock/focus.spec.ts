import { expect, test, type Page } from './fixture';

const connection = '/connections/0199b000-0000-7000-8000-000000000001';

async function open(page: Page, address: string) {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Chooses an item of a menu as somebody does who has no mouse. */
async function choose(page: Page, button: string, item: string) {
  await page.getByRole('button', { name: button }).first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('[role=menu] :focus')).toBeAttached();
  await page.getByRole('menuitem', { name: item }).focus();
  await page.keyboard.press('Enter');
}

test('M8 what the menu of the editor opens gives the focus back to it', async ({ page }) => {
  await open(page, connection);
  const dialog = page.getByRole('dialog');
  for (const item of ['Versions', 'Save as', 'Delete', 'Guide: SFTP'])
    await test.step(item, async () => {
      await choose(page, 'More actions', item);
      await expect(dialog.locator(':focus')).toBeAttached();
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
    });
});

test('M7 name and description give the focus back to their buttons', async ({ page }) => {
  await open(page, connection);
  const name = page.getByRole('button', { name: 'Change the name' });
  await name.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nightly');
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();

  for (const key of ['Enter', 'Escape']) {
    const description = page.getByRole('button', { name: /^Description: |^Add a description/ });
    await description.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('x');
    await page.keyboard.press(key);
    await expect(description).toBeFocused();
  }
});

test('M7 M8 a button that works, or is gone afterwards, does not lose the focus', async ({ page }) => {
  await open(page, connection);
  const button = page.getByRole('button', { name: 'Test connection' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('The connection works.')).toBeVisible();
  await expect(button).toBeFocused();

  await page.getByLabel('User name').fill('someone');
  await page.reload();
  await page.getByRole('button', { name: 'More actions' }).focus();
  await page.getByRole('button', { name: 'Discard' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Discard' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused();
});

test('M1 after a change of many the focus is where they were chosen', async ({ page }) => {
  await open(page, '/connections');
  const row = page.getByRole('row', { name: 'Loyalty points' });
  await row.focus();
  await page.keyboard.press('Space');
  const turnOff = page.getByRole('toolbar').getByRole('button', { name: 'Switch off' });
  await turnOff.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Done' }).locator(':focus')).toBeAttached();
  await page.keyboard.press('Enter');

  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(row).toBeFocused();
});

/** Each opens a dialog, which gives the focus back to it. */
async function givesBack(page: Page, openers: RegExp[]) {
  for (const name of openers) {
    const opener = page.getByRole('button', { name }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog').locator(':focus')).toBeAttached();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(opener).toBeFocused();
  }
}

test('M32 the dialogs of the properties give the focus back to what opened them', async ({ page }) => {
  await open(page, '/settings/properties');
  await givesBack(page, [/^Add/, /^(Change|Edit) /, /^Delete /]);
});

test('M30 M32 the dialogs of the labels give the focus back; renaming can be cancelled, and merging needs another label first', async ({
  page,
}) => {
  await open(page, '/settings/labels?mock=manager');
  await givesBack(page, [/^Rename /, /^Merge /, /^Delete /]);
  const dialog = page.getByRole('dialog');
  await page
    .getByRole('button', { name: /^Rename / })
    .first()
    .click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await page
    .getByRole('button', { name: /^Merge / })
    .first()
    .click();
  await expect(dialog.getByLabel('Merge into').first()).toBeFocused();
  const merge = dialog.getByRole('button', { name: 'Merge', exact: true });
  await expect(merge).toBeDisabled();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');

  await expect(merge).toBeEnabled();
});

test('M1 M32 in the list a ticked column, Esc and the keys of the palette give the focus back, and a dialog begins at its first field', async ({
  page,
}) => {
  await open(page, '/connections');
  const button = page.getByRole('button', { name: 'Columns' });
  await expect(button).toBeEnabled();
  await button.focus();
  await page.keyboard.press('Enter');
  const direction = page.getByRole('checkbox', { name: 'Direction' });
  for (const shown of [true, false]) {
    await direction.focus();
    await page.keyboard.press('Space');
    await expect(direction).toBeChecked({ checked: shown });
    await expect(direction).toBeFocused();
  }
  await page.keyboard.press('Escape');

  await expect(direction).toBeHidden();
  await expect(button).toBeFocused();

  const views = page.getByRole('button', { name: 'Views' });
  await views.focus();
  await page.keyboard.press('Control+K');
  const choices = page.getByRole('dialog', { name: 'Search or jump to' });
  await expect(choices.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('keys');
  await expect(choices.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const keys = page.getByRole('dialog', { name: 'Keys' });
  await expect(keys.locator(':focus')).toBeAttached();
  await page.keyboard.press('Escape');

  await expect(keys).toBeHidden();
  await expect(views).toBeFocused();

  await page.getByRole('row', { name: 'Loyalty points' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('toolbar').getByRole('button', { name: 'Label', exact: true }).press('Enter');

  await expect(page.getByRole('dialog').getByLabel('Put on')).toBeFocused();
});

test('M14 the dialog that maps what remains begins at its first field, and looking into the files does not lose the focus', async ({
  page,
}) => {
  await open(page, `${connection}?goal=0199c000-0000-7000-8000-000000000001`);
  await page.getByRole('button', { name: 'Add remaining fields' }).press('Enter');

  await expect(page.getByRole('dialog').getByLabel('Prefix for new properties')).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await expect(page.getByText('2 files would be read')).toBeVisible();
  await page.getByLabel('Folder', { exact: true }).fill('/slow');
  const look = page.getByRole('button', { name: 'Look again' });
  await look.press('Enter');
  await expect(look).toHaveAttribute('data-loading', 'true');

  expect(await look.evaluate((button) => button === document.activeElement)).toBe(true);
  await expect(look).not.toHaveAttribute('data-loading', 'true');
  await expect(look).toBeFocused();
});

test('M32 a dialog dims the whole page, light and dark, and moves nothing behind it', async ({ page }) => {
  await open(page, connection);
  const head = page.getByRole('heading', { level: 1 });
  const keys = page.getByRole('dialog', { name: 'Keys' });
  const besideScrollbar = () => page.screenshot({ clip: { x: 1437, y: 450, width: 1, height: 1 } });
  for (const colorScheme of ['light', 'dark'] as const)
    await test.step(colorScheme, async () => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      const before = await head.boundingBox();
      const undimmed = await besideScrollbar();
      await page.keyboard.press('Shift+?');
      await expect(keys).toBeVisible();

      expect(await head.boundingBox()).toEqual(before);
      expect((await besideScrollbar()).equals(undimmed)).toBe(false);
      await page.keyboard.press('Escape');
      await expect(keys).toBeHidden();
    });
});
