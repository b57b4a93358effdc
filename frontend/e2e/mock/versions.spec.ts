import { expect, test, type Locator, type Page } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const id = (number: number) => `0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const connection = (number: number) => `/connections/${id(number)}`;
const drawer = (page: Page) => page.getByRole('dialog', { name: /^Versions of/ });
const item = (page: Page, version: number) =>
  drawer(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: `Version ${version}`, exact: true }) });

async function choose(page: Page, action: string) {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function openVersions(page: Page, number = 1) {
  await page.goto(connection(number));
  await choose(page, 'Versions');
  await expect(drawer(page).getByRole('listitem').first()).toBeVisible();
}

test('M8 versions are listed newest first, each with what it changed in words, and any two stand beside each other, by keyboard', async ({
  page,
}) => {
  await openVersions(page);
  await expect(drawer(page).getByRole('heading', { level: 3 })).toHaveText(['Version 3', 'Version 2', 'Version 1']);
  await expect(item(page, 3)).toContainText('current');
  await expect(item(page, 3)).toContainText('Ines Integrator');
  await expect(item(page, 3)).toContainText(/Import customers: Take\s*all files, oldest first → only the newest file/);
  await item(page, 2).getByRole('button', { name: 'Show all 6 changes' }).click();
  await expect(item(page, 2)).toContainText('Import customers: mapping of born');
  await expect(item(page, 1)).toContainText('How it began.');

  await expect(drawer(page)).not.toContainText(/[{}]|0199|NEWEST/);

  await drawer(page).getByRole('button', { name: 'Compare version 1' }).press('Enter');
  const table = drawer(page).getByRole('table', { name: 'Compare two versions' });
  await expect(table.getByRole('columnheader')).toHaveText(['What', 'Version 1', 'Version 3 (current)']);
  await expect(table.getByRole('row', { name: /^Import customers: Folder/ })).toContainText('/in');
  await expect(drawer(page).getByLabel('This version')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(table.getByRole('columnheader')).toHaveText(['What', 'Version 1', 'Version 2']);
  await page.keyboard.press('ArrowDown');
  await expect(drawer(page).getByRole('status')).toHaveText(
    'This is the same version twice. Choose another one on either side.',
  );
  await drawer(page).getByRole('button', { name: 'All versions' }).press('Enter');

  await expect(drawer(page).getByRole('button', { name: 'Compare version 1' })).toBeFocused();
});

test('M8 each save is a version', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByLabel('User name').fill('somebody');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nightly customers from the tills is saved')).toBeVisible();
  await choose(page, 'Versions');

  await expect(item(page, 4)).toContainText(/User name\s*connections → somebody/);
  await expect(item(page, 4)).toContainText('Mara Marketer');
});

test('M8 versions reach the edge of the window; older ones are a page away, and what each changed is known', async ({
  page,
}) => {
  await openVersions(page, 2);
  const versions = page.getByRole('dialog', { name: 'Versions of Loyalty points' });
  await expect(versions).toBeVisible();
  await expect.poll(() => versions.evaluate((shown) => shown.getBoundingClientRect().right)).toBe(1440);
  await expect(drawer(page).getByRole('listitem')).toHaveCount(20);
  await drawer(page).getByRole('button', { name: 'Show older versions' }).click();
  await expect(item(page, 25)).toContainText('Import customers: Take');
  await drawer(page).getByRole('button', { name: 'Show older versions' }).click();

  await expect(drawer(page).getByRole('listitem')).toHaveCount(45);
});

test('M8 a version is restored as the newest one, and the editor shows it with what it lacks now', async ({ page }) => {
  await openVersions(page);
  await drawer(page).getByRole('button', { name: 'Restore version 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore version 1?' });
  await expect(dialog).toContainText('What stood in it becomes version 4, the newest one. Nothing is lost');
  await expect(dialog).toContainText('Passwords and keys are not part of versions');
  await expect(dialog.getByRole('row', { name: /^Description Every night .* empty$/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();

  await expect(
    page.getByText('Version 1 is restored, as version 4. What keeps it from running stands at the top.'),
  ).toBeVisible();
  await expect(page.getByText('There is no profile property "mailing" (any more).')).toBeVisible();
  await expect(page.getByText('Every night the tills of all 42 stores write one file.')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await choose(page, 'Versions');
  await expect(item(page, 4)).toContainText('current');
  await expect(item(page, 3)).toBeVisible();
});

test('M8 restoring says first that it discards what is not saved, and Esc leaves it', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByLabel('User name').fill('somebody');
  await page.getByRole('textbox', { name: 'Password' }).fill('typed');
  await choose(page, 'Versions');
  await drawer(page).getByRole('button', { name: 'Restore version 2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore version 2?' });
  await expect(dialog.getByRole('note')).toHaveText(
    'You have changes here that are not saved. Restoring discards them.',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(drawer(page).getByRole('button', { name: 'Restore version 2' })).toBeFocused();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Discard and restore' }).click();

  await expect(page.getByText('Version 2 is restored, as version 4.')).toBeVisible();
  await expect(page.getByLabel('User name')).toHaveValue('connections');
  await expect(page.getByRole('button', { name: 'Replace Password' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('User name')).toHaveValue('connections');
  await expect(page.getByText('What you had typed before is back.')).toBeHidden();
});

test('M8 restoring over what somebody saved meanwhile is refused, and says anew what would change', async ({
  page,
}) => {
  await openVersions(page);
  await page.evaluate(
    (saved) => (window as Window & { mockApi?: { saveMeanwhile: (id: string) => void } }).mockApi?.saveMeanwhile(saved),
    id(1),
  );
  await drawer(page).getByRole('button', { name: 'Restore version 2' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore version 2?' });
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Ines Integrator saved this connection');
  await expect(dialog.getByRole('row', { name: /^User name tills-reader connections$/ })).toBeVisible();
  await expect(item(page, 4)).toContainText(/Description.*Reworded meanwhile\./);
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();

  await expect(page.getByText('Version 2 is restored, as version 5.')).toBeVisible();
  await expect(page.getByLabel('User name')).toHaveValue('connections');
});

test('M8 M30 a viewer looks back and is told why going back and copying are greyed', async ({ page }) => {
  await page.goto(`${connection(1)}?mock=viewer`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Save as… Your role does not allow this.' })).toBeDisabled();
  await page.getByRole('menuitem', { name: 'Versions' }).click();
  const restore = drawer(page).getByRole('button', { name: 'Restore version 2' });
  await expect(restore).toHaveAttribute('aria-disabled', 'true');
  await restore.click({ force: true });

  await expect(page.getByRole('tooltip', { name: 'Your role does not allow this.' })).toBeVisible();
  await expect(page.getByRole('dialog', { name: /^Restore/ })).toBeHidden();
});

test('M8 versions that cannot be read are asked for again', async ({ page }) => {
  await page.goto(connection(1));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const goAway = (away: boolean) =>
    page.evaluate(
      (now) => (window as Window & { mockApi?: { goAway: (away: boolean) => void } }).mockApi?.goAway(now),
      away,
    );
  await goAway(true);
  await choose(page, 'Versions');
  await expect(drawer(page).getByRole('alert')).toContainText('The service does not answer.');
  await goAway(false);
  await drawer(page).getByRole('button', { name: 'Try again' }).click();

  await expect(drawer(page).getByRole('listitem')).toHaveCount(3);
});

test('M8 Save as takes what is not saved yet into a copy that is Off, and leaves the original its draft', async ({
  page,
}) => {
  await page.goto(connection(1));
  await page.getByLabel('User name').fill('somebody');
  await choose(page, 'Save as…');
  const dialog = page.getByRole('dialog', { name: 'Save “Nightly customers from the tills” as another connection' });
  await expect(dialog.getByLabel('Name of the copy')).toHaveValue('Copy of Nightly customers from the tills');
  await expect(dialog.getByRole('note')).toContainText('your changes wait here as a draft');
  await dialog.getByLabel('Name of the copy').fill('Tills of the south');
  await dialog.getByRole('button', { name: 'Make the copy' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Tills of the south' })).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(id(1)));
  await expect(page.getByLabel('User name')).toHaveValue('somebody');
  await expect(page.getByRole('switch', { name: 'Tills of the south: Connection is on' })).not.toBeChecked();
  await expect(page.getByText('Password is missing.').first()).toBeVisible();
  await page.goBack();
  await expect(page.getByText('What you had typed before is back.')).toBeVisible();
  await expect(page.getByLabel('User name')).toHaveValue('somebody');
});

test('M8 M11 Save as takes the secrets along where one asks for them', async ({ page }) => {
  await page.goto(connection(1));
  await choose(page, 'Save as…');
  const dialog = page.getByRole('dialog', { name: /^Save “/ });
  await expect(dialog.getByRole('note')).toBeHidden();
  await dialog.getByLabel('Copy the secrets too').check();
  await dialog.getByRole('button', { name: 'Make the copy' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Copy of Nightly customers from the tills' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Replace Password' })).toBeVisible();
});

test('M8 a copy that cannot be saved says why, and nothing typed is lost', async ({ page }) => {
  await page.goto(connection(1));
  await choose(page, 'Save as…');
  const dialog = page.getByRole('dialog', { name: /^Save “/ });
  await dialog.getByLabel('Name of the copy').fill('Invalid');
  await dialog.getByRole('button', { name: 'Make the copy' }).click();

  await expect(dialog.getByRole('alert')).toContainText('The connection cannot be saved like this.');
  await expect(dialog.getByRole('listitem').first()).toHaveText('This server name is not allowed here.');
  await expect(dialog.getByLabel('Name of the copy')).toHaveValue('Invalid');
});

test('M6 M8 a connection that is not saved yet says so, and has no versions and no copy', async ({ page }) => {
  await page.goto('/connections/new/sftp');
  await expect(page.getByRole('button', { name: 'Status: Not saved yet' })).toBeVisible();
  await page.getByRole('button', { name: 'More actions' }).click();

  await expect(page.getByRole('menuitem', { name: 'Versions Not saved yet' })).toBeDisabled();
  await expect(page.getByRole('menuitem', { name: 'Save as… Not saved yet' })).toBeDisabled();
});

test('M8 names as long as they may be widen neither the versions nor what restoring changes', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(`${connection(1)}?mock=long`);
  await choose(page, 'Versions');
  const isNotTooWide = (dialog: Locator) =>
    expect.poll(() => dialog.evaluate((shown) => shown.scrollWidth - shown.clientWidth)).toBeLessThanOrEqual(0);
  await drawer(page).getByRole('button', { name: 'Show all 6 changes' }).click();
  await isNotTooWide(drawer(page));
  await drawer(page).getByRole('button', { name: 'Compare version 1' }).click();
  await expect(drawer(page).getByRole('table')).toBeVisible();
  await isNotTooWide(drawer(page));
  await drawer(page).getByRole('button', { name: 'Restore version 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore version 1?' });
  await expect(dialog.getByRole('table')).toBeVisible();
  await isNotTooWide(dialog);
});

test('M8 versions, comparing and restoring them, and Save as can be used by everyone, in light and dark, wide and narrow', async ({
  page,
}) => {
  await test.step('the list of versions', async () => {
    await openVersions(page);
    await canBeUsedByEveryone(page, { name: 'the list of versions' });
  });
  await test.step('comparing versions', async () => {
    await drawer(page).getByRole('button', { name: 'Compare version 1' }).click();
    await expect(drawer(page).getByRole('table', { name: 'Compare two versions' })).toBeVisible();
    await canBeUsedByEveryone(page, { name: 'comparing versions' });
    await drawer(page).getByRole('button', { name: 'All versions' }).click();
  });
  await test.step('restoring a version', async () => {
    await drawer(page).getByRole('button', { name: 'Restore version 1' }).click();
    const dialog = page.getByRole('dialog', { name: 'Restore version 1?' });
    await expect(dialog).toBeVisible();
    await canBeUsedByEveryone(page, { name: 'restoring a version' });
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(drawer(page)).toBeHidden();
  });
  await test.step('Save as', async () => {
    await page.getByLabel('User name').fill('somebody');
    await choose(page, 'Save as…');
    await expect(page.getByRole('dialog', { name: /^Save “/ })).toBeVisible();
    await canBeUsedByEveryone(page, { name: 'Save as' });
  });
});
