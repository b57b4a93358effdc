import { expect, goOn, test, type Locator, type Page } from './fixture';
import { axeFindings } from '../everyone';

const connection = '/connections/0199b000-0000-7000-8000-000000000001';

/** Goes on with the Tab key until the element has the focus, as somebody does who has no mouse. */
async function tabTo(page: Page, element: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(element).toBeVisible();
  for (let steps = 0; steps < 150; steps++) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('150 presses of the Tab key do not lead to it');
}

async function press(page: Page, element: Locator, key = 'Enter') {
  await tabTo(page, element);
  await page.keyboard.press(key);
}

async function type(page: Page, element: Locator, words: string) {
  await tabTo(page, element);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
}

test('M1 the palette finds a connection by some letters and opens it, in light and dark', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.goto('/');
  const palette = page.getByRole('dialog', { name: 'Search or jump to' });
  for (const colorScheme of ['light', 'dark'] as const)
    await test.step(colorScheme, async () => {
      await page.emulateMedia({ reducedMotion: 'reduce', colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await expect(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible();
      await page.keyboard.press('Control+K');
      await expect(palette.getByRole('combobox')).toBeFocused();
      await page.keyboard.type('nightly');
      await expect(palette.getByRole('option', { selected: true })).toHaveText(/^Nightly customers from the tills/);
      expect(await axeFindings(page)).toEqual([]);
      await page.keyboard.press('Enter');

      await expect(page).toHaveURL(new RegExp(`${connection}$`));
      await expect(palette).toBeHidden();
      await page.goBack();
    });
});

test('M1 the palette finds the pages by their names', async ({ page }) => {
  await page.goto('/?mock=administrator');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const [name, first, title] of [
    ['labels', /^Labels/, 'Labels'],
    ['properties', /^Profile properties/, 'Profile properties'],
    ['audit', /^Audit/, 'Audit'],
    ['type gallery', /^Connection types/, 'Connection types'],
    ['discovery', /^Discover connections/, 'Connection Discovery'],
  ] as const)
    await test.step(name, async () => {
      await page.keyboard.press('Control+K');
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
      await page.keyboard.type(name);
      await expect(page.getByRole('option', { selected: true })).toHaveText(first);
      await page.keyboard.press('Enter');

      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });
});

test('M1 Enter right behind the words chooses what they mean, not what stood there before', async ({ page }) => {
  await page.goto('/profiles?mock=many');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const palette = page.getByRole('dialog', { name: 'Search or jump to' });
  await page.keyboard.press('Control+K');
  await expect(palette.getByRole('option', { name: /^Store 00001/ }).first()).toBeVisible();
  await page.keyboard.type('keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Control+K');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('store 07777');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { level: 1, name: 'Store 07777 customers' })).toBeVisible();
});

test('M1 M30 the palette runs an action, says when nothing fits, as an audit that one may not read, and is closed with Esc', async ({
  page,
}) => {
  await page.goto('/profiles');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: 'Search or jump to' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('zzz');
  await expect(palette.getByText('Nothing fits. Try fewer letters.')).toBeVisible();
  await palette.getByRole('combobox').fill('audit');
  await expect(palette.getByText('Nothing fits. Try fewer letters.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
  await page.keyboard.press('Control+K');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('keys');
  await expect(palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');

  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
});

test('M28 the palette finds a profile by its e-mail address, and looks for what may be an identifier among the profiles', async ({
  page,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+K');
  const palette = page.getByRole('dialog', { name: 'Search or jump to' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('zoe.vandenberg@example.com');
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/profiles\/0199e000-/);
  await expect(page.getByRole('heading', { level: 1, name: /van den Berg/ })).toBeVisible();

  await page.keyboard.press('Control+K');
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('nobody@example.com');
  await expect(palette.getByRole('option')).toHaveText([/^Find profile “nobody@example.com”/]);
  await page.keyboard.press('Enter');

  await expect(page).toHaveURL(/\/profiles\?identifier=nobody/);
  await expect(page.getByLabel('Find by identifier')).toHaveValue('nobody@example.com');
});

test('M5 M11 M14 M15 M17 the main job is done with the keyboard alone', async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto('/connections');
  await press(page, page.getByRole('button', { name: 'Add connection' }));
  await press(page, page.getByRole('link', { name: 'Add a connection of type SFTP' }));
  await press(page, page.getByRole('button', { name: 'Change the name' }));
  await page.keyboard.press('Control+A');
  await page.keyboard.type('By keyboard');
  await page.keyboard.press('Enter');
  await type(page, page.getByLabel('Server'), 'files.example.com');
  await type(page, page.getByLabel('User name'), 'tills');
  await type(page, page.getByRole('textbox', { name: 'Password' }), 's3cret');
  await press(page, page.getByRole('button', { name: 'Test connection' }));
  await expect(page.getByText('The connection works.')).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('By keyboard is saved')).toBeVisible();

  await press(page, page.getByRole('button', { name: 'Add goal' }));
  await type(page, page.getByLabel('Folder'), '/customers');
  await type(page, page.getByLabel('Name pattern'), '*.csv');
  await press(page, page.getByRole('button', { name: 'Look into the files' }));
  await press(page, page.getByRole('button', { name: 'Add remaining fields' }));
  const dialog = page.getByRole('dialog', { name: 'Add remaining fields' });
  await press(page, dialog.getByRole('checkbox', { name: 'Match by: email' }), 'Space');
  await press(page, dialog.getByRole('button', { name: 'Add', exact: true }));
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Remove E-mail', exact: true })).toBeVisible();
  await page.keyboard.press('Control+S');
  await expect(page.getByText('By keyboard is saved').last()).toBeVisible();

  await press(page, page.getByRole('button', { name: 'Set up and run' }));
  const isOn = page.getByRole('switch', { name: /By keyboard/ });
  await press(page, isOn, 'Space');
  await expect(isOn).toBeChecked();
  const run = page.getByRole('button', { name: 'Run now' });
  await expect(run).toHaveAttribute('aria-disabled', 'false');
  await press(page, run);

  await expect(page.getByRole('progressbar', { name: 'Progress' }).first()).toBeVisible();
});

test('M7 goals are put in another order with the keyboard, which is said and saved', async ({ page }) => {
  await page.goto(connection);
  await press(page, page.getByRole('button', { name: 'Add goal' }));
  const goals = page.locator('[data-goals]').getByRole('button', { name: /^Move / });
  await expect(goals).toHaveCount(2);
  const before = await goals.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  await tabTo(page, goals.nth(1), 'Shift+Tab');
  await page.keyboard.press('Space');
  await expect(page.getByText(/ is at place 2 of 2\.$/)).toBeAttached();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText(/ is at place 1 of 2\.$/)).toBeAttached();
  await page.keyboard.press('Space');

  await expect(goals.first()).toHaveAttribute('aria-label', before[1] ?? '');
  await page.keyboard.press('Control+S');
  await expect(page.getByText(/ is saved$/)).toBeVisible();
  await expect(goals.first()).toHaveAttribute('aria-label', before[1] ?? '');
});

test('M11 a new form that is only passed through has no mistakes yet', async ({ page }) => {
  await page.goto('/connections/new/sftp');
  const server = page.getByLabel('Server');
  await server.focus();
  for (let field = 0; field < 4; field++) await page.keyboard.press('Tab');
  await expect(server).not.toBeFocused();
  await expect(page.getByText('This is needed.')).toHaveCount(0);
  await server.fill('files');
  await server.fill('');
  await expect(page.getByText('This is needed.')).toHaveCount(0);
  await page.keyboard.press('Tab');

  await expect(page.getByText('This is needed.')).toBeVisible();
});

test('M32 a new property that is only passed through has no mistakes yet', async ({ page }) => {
  await page.goto('/settings/properties');
  await page.getByRole('button', { name: 'Add property' }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('textbox', { name: 'Id' })).not.toBeFocused();
  await expect(dialog.getByLabel('Name')).not.toHaveAttribute('aria-invalid', 'true');
  await expect(dialog.getByRole('textbox', { name: 'Id' })).not.toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Name').fill('x');
  await dialog.getByLabel('Name').fill('');
  await page.keyboard.press('Tab');

  await expect(dialog.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
});

test('M1 M30 what was just done is taken back by a key that its note names', async ({ page }) => {
  await page.goto('/connections');
  const row = page.getByRole('row').filter({ hasText: 'Loyalty points' });
  await row.getByRole('button', { name: 'Star Loyalty points' }).press('Enter');
  const undo = page.getByRole('button', { name: 'Undo' });
  await expect(undo).toHaveAttribute('aria-keyshortcuts', /Control\+Z/);
  await expect(undo).toContainText('Ctrl Z');
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('Loyalty points is no favorite any more')).toBeVisible();
  await expect(row.getByRole('button', { name: 'Star Loyalty points' })).toBeFocused();

  await goOn(page, connection);
  const label = page.getByLabel('Add label');
  await label.focus();
  await page.keyboard.type('Spring');
  await expect(page.getByRole('option', { name: 'Create “Spring”' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Label Spring is added')).toBeVisible();
  await label.fill('x');
  await page.keyboard.press('Control+Z');
  await label.fill('');
  await expect(page.getByText('Label Spring is removed')).toHaveCount(0);
  await page.keyboard.press('Control+Z');

  await expect(page.getByText('Label Spring is removed')).toBeVisible();
});
