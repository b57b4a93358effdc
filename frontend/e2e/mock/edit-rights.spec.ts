import { expect, test, type Page } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const reserved = `${connection(2)}?mock=reserved`;
const rights = (page: Page) => page.getByRole('button', { name: /^Edit rights:/ });
const note =
  'Only application managers and administrators may change this connection. You can run it, and save it as a connection of your own.';

async function choose(page: Page, action: string) {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true }).click();

test('M7 everybody may change a connection until its edit rights say otherwise, by keyboard alone', async ({
  page,
}) => {
  await page.goto(`${connection(1)}?mock=administrator`);
  await expect(rights(page)).toHaveText('Edit rights: everybody');
  await rights(page).press('Enter');
  await expect(page.getByRole('radio', { name: 'Everybody who may change connections' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rights(page)).toHaveText('Edit rights: administrators');
  await page.getByRole('checkbox', { name: 'Application managers' }).press('Space');
  await expect(page.getByRole('checkbox', { name: 'Administrators, always' })).toBeDisabled();
  await page.keyboard.press('Escape');
  await expect(rights(page)).toBeFocused();
  await expect(rights(page)).toHaveText('Edit rights: application managers and administrators');
  await save(page);
  await expect(page.getByText('Nightly customers from the tills is saved')).toBeVisible();
  await choose(page, 'Versions');

  await expect(page.getByRole('dialog', { name: /^Versions of/ })).toContainText(
    /Edit rights\s*everybody → application managers and administrators/,
  );
});

test('M7 M30 the choice of roles begins with one of those who choose, and whoever would shut themselves out is led back to it', async ({
  page,
}) => {
  await page.goto(connection(1));
  await rights(page).click();
  await page.getByRole('radio', { name: 'Only these roles' }).check();
  await expect(page.getByRole('checkbox', { name: 'Marketers' })).toBeChecked();
  await canBeUsedByEveryone(page, { picture: 'edit-rights' });
  await page.getByRole('checkbox', { name: 'Marketers' }).uncheck();
  await page.keyboard.press('Escape');
  await save(page);
  const wrong = 'With these edit rights you could not change this connection again. Add one of your roles.';
  await page.getByRole('alert').getByRole('button', { name: wrong }).click();

  await expect(page.getByRole('radio', { name: 'Everybody who may change connections' })).toBeFocused();
  await page.getByRole('checkbox', { name: 'Marketers' }).check();
  await expect(page.getByText(wrong)).toHaveCount(0);
});

test('M7 M30 who may not change a connection looks at it, tests it and runs it', async ({ page }) => {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(response.url());
  });
  await page.goto(reserved);
  await expect(page.getByRole('note')).toHaveText(note);
  await expect(page.getByText('Edit rights: application managers and administrators')).toBeVisible();
  await expect(rights(page)).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'Server' })).toBeDisabled();
  await expect(page.getByRole('switch', { name: 'Loyalty points: Connection is on' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Change the name' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('The connection works.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run now' })).toBeEnabled();
  await page.getByRole('button', { name: 'More actions' }).click();
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeDisabled();
  // A menu hears Esc once it has the focus.
  await expect(page.locator('[role=menu]:focus, [role=menu] :focus')).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await canBeUsedByEveryone(page, { picture: 'reserved' });

  expect(refused).toEqual([]);
});

test('M7 M8 who may not change a connection saves it as another without its secrets, and may change that', async ({
  page,
}) => {
  await page.goto(reserved);
  await choose(page, 'Save as');
  await expect(page.getByRole('checkbox', { name: 'Copy the secrets too' })).toBeDisabled();
  await expect(page.getByText('The secrets stay with whoever may change this connection.')).toBeVisible();
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Copy of Loyalty points');

  await expect(rights(page)).toHaveText('Edit rights: everybody');
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('M7 M8 for whom it is reserved while they type, nothing typed is lost', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByLabel('User name').fill('somebody');
  await page.getByRole('button', { name: 'Change the name' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Reserved');
  await page.keyboard.press('Enter');
  await save(page);
  await expect(page.getByText('Ask one of them, or save it as another connection.')).toBeVisible();
  await expect(page.getByRole('note')).toHaveText(note);
  await expect(page.getByLabel('User name')).toBeDisabled();
  await choose(page, 'Save as');
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Copy of Reserved');

  await expect(page.getByLabel('User name')).toHaveValue('somebody');
  await expect(page.getByLabel('User name')).toBeEnabled();
});

test('M1 M7 in the list what one may not change is not switched; of many it is named with the reason, the others are done', async ({
  page,
}) => {
  await page.goto('/connections?mock=reserved');
  await expect(page.getByRole('switch').first()).toBeVisible();
  const locked = page.getByTitle('You may not change this connection.');
  await expect(locked).toHaveCount(1);
  await expect(locked.getByRole('switch')).toBeDisabled();
  await expect(page.getByRole('switch', { name: 'Nightly customers from the tills: ' })).toBeEnabled();

  await page.getByRole('checkbox', { name: 'Select Loyalty points' }).check();
  await page.getByRole('checkbox', { name: 'Select Web shop customers' }).check();
  await page.getByRole('button', { name: 'Switch off' }).click();

  const summary = page.getByRole('dialog', { name: 'Partly done' });
  await expect(summary.getByRole('list', { name: '1 connection is off now' })).toHaveText('Web shop customers');
  await expect(summary.getByRole('list', { name: '1 connection left as it was, and why' })).toHaveText(
    'Loyalty points: Only application managers and administrators may change this connection. Ask one of them, or save it as another connection.',
  );
});

test('M7 administrators change what is reserved for others', async ({ page }) => {
  await page.goto(`${connection(2)}?mock=reserved-administrator`);
  await expect(rights(page)).toHaveText('Edit rights: application managers and administrators');

  await expect(page.getByRole('note')).toHaveCount(0);
  await expect(page.getByRole('switch', { name: 'Loyalty points: Connection is on' })).toBeEnabled();
});

test('M7 where the edit rights are chosen stays where it is, whatever is chosen', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await page.goto(connection(1));
  await rights(page).click();
  const popover = page.getByRole('dialog', { name: 'Edit rights' });
  await expect(popover.locator(':focus')).toBeAttached();
  const before = await popover.boundingBox();
  await popover.getByRole('radio', { name: 'Only these roles' }).click();
  await expect(rights(page)).toHaveText('Edit rights: marketers and administrators');

  const after = await popover.boundingBox();
  expect([after?.x, after?.y]).toEqual([before?.x, before?.y]);
});
