import { expect, test } from './fixture';

const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const goal = '?goal=0199c000-0000-7000-8000-000000000001';

test('M5 M14 all problems of a goal are named at once, lead to their fields, also in a folded step, and one mended is told apart', async ({
  page,
}) => {
  await page.goto(connection(5));
  const banner = page.getByRole('group', { name: '4 things keep it from running' });
  await banner
    .getByRole('button', { name: 'Import customers, Mapping (last_name): "Last name" holds no numbers' })
    .click();
  const row = page.getByRole('group', { name: 'last_name → Last name' });
  await expect(row.getByRole('combobox', { name: 'How' })).toBeFocused();
  await banner.getByRole('button', { name: 'There is no profile property "mailing"' }).click();
  await expect(page.getByRole('group', { name: 'newsletter → mailing' }).getByLabel('To property')).toBeFocused();
  await expect(page.getByRole('button', { name: /^Mapping .*2 things to mend$/ })).toBeVisible();
  await page.getByRole('button', { name: /^Identifiers / }).click();
  await page
    .getByRole('group', { name: '4 things keep it from running' })
    .getByRole('button', { name: 'Choose an identifier' })
    .click();

  await expect(page.getByRole('combobox', { name: 'Match by' })).toBeFocused();

  await banner.getByRole('button', { name: 'Password is needed.' }).click();
  await expect(page.getByRole('textbox', { name: 'Password' })).toBeFocused();

  await page.getByRole('textbox', { name: 'Password' }).fill('s3cret');

  await expect(page.getByRole('group', { name: '3 things keep it from running' })).toBeVisible();
  await expect(page.getByText('1 thing that was missing is looked at again when you save.')).toBeVisible();
});

test('M5 M11 a connection that nobody tested says so, and leads to the test', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Forget the host key' }).click();
  const untested = page.getByRole('button', { name: 'Host key is not confirmed yet: press Test connection' });
  const test = page.getByRole('button', { name: 'Test connection', exact: true });
  await untested.click();
  await expect(test).toBeFocused();
  await page.getByRole('navigation', { name: 'Setup and goals' }).getByText('Import customers').click();
  await page.getByRole('button', { name: 'Go to Test connection' }).click();
  await expect(test).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(untested).toHaveCount(0);
});

test('M5 M11 what is said of the host key is true before it is saved, after it and in a later test', async ({
  page,
}) => {
  const learnt = page.getByText('Not saved for this server yet.');
  const kept = page.getByText('Saved: a server that shows another key is refused.');
  const found = page.getByRole('group', { name: 'Test connection' });
  const test = page.getByRole('button', { name: 'Test connection', exact: true });
  await page.goto(connection(1));
  await expect(kept).toBeVisible();
  await page.getByRole('button', { name: 'Forget the host key' }).click();
  await page.getByLabel('Server').fill('elsewhere.example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('secret');
  await test.click();
  await expect(found.getByText('learnt by this test')).toBeVisible();
  await expect(learnt).toBeVisible();
  await test.click();
  await expect(found.getByText('the key that the setup names')).toBeVisible();
  await expect(learnt).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(kept).toBeVisible();
  await expect(learnt).toHaveCount(0);
  await test.click();

  await expect(found.getByText('the key that the setup names')).toBeVisible();
  await expect(kept).toBeVisible();
});

test('M5 M11 a key that came from the server typed before is not taken for the one typed now', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Forget the host key' }).click();
  await page.getByLabel('Server').fill('slow.example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill('secret');
  await page.getByRole('button', { name: 'Test connection', exact: true }).click();
  const answered = page.waitForResponse((response) => response.url().endsWith('/test'));
  await page.getByLabel('Server').fill('elsewhere.example.com');
  await answered;

  await expect(page.getByText('Not known yet.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'Test connection' })).toHaveCount(0);
});

test('M5 what keeps a connection from running follows what is ticked, before it is saved', async ({ page }) => {
  await page.goto(connection(1));
  const noGoal = page.getByRole('button', { name: 'Switch on at least one goal to run.' });
  const ticked = page.getByRole('checkbox', { name: 'Import customers is part of a run' });
  await ticked.uncheck();
  await expect(noGoal).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nightly customers from the tills is saved')).toBeVisible();
  await expect(noGoal).toBeVisible();
  await ticked.check();

  await expect(noGoal).toHaveCount(0);
});

test('M14 a step is complete only when somebody looked', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Add goal' }).click();
  const step = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} `) });
  for (const name of ['Which files', 'Options', 'First rows'])
    await expect(step(name)).toHaveAccessibleName(/Not looked at yet$/);
  await expect(step('Mapping')).toHaveAccessibleName(/Map at least one field\.$/);
  await page.getByRole('button', { name: 'Look into the files' }).click();
  for (const name of ['Which files', 'Options', 'First rows'])
    await expect(step(name)).toHaveAccessibleName(/Complete$/);
  await page.getByLabel('Folder', { exact: true }).fill('/elsewhere');

  await expect(step('First rows')).toHaveAccessibleName(/Changed since the last look$/);
});

test('M14 a look that failed leaves no step complete that needs it', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Add goal' }).click();
  await page.getByLabel('Folder', { exact: true }).fill('/missing');
  await page.getByRole('button', { name: 'Look into the files' }).click();

  await expect(page.getByText('The folder /missing does not exist on the server.')).toBeVisible();
  for (const name of ['Which files', 'Options', 'First rows'])
    await expect(page.getByRole('button', { name: new RegExp(`^${name} `) })).toHaveAccessibleName(
      /Could not be read$/,
    );

  await page.getByLabel('Folder', { exact: true }).fill('/elsewhere');
  await expect(page.getByText('The folder /missing does not exist')).toBeHidden();
  await expect(page.getByText('Changed since the last look', { exact: true }).first()).toBeVisible();
});

test('M8 a save that is refused far below is shown and said where one is, each time', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Change the name' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Invalid');
  await page.keyboard.press('Enter');
  const refused = page.getByRole('alert', { name: '2 things need your attention' });
  for (let time = 0; time < 2; time++) {
    await page.getByText(/^Created/).scrollIntoViewIfNeeded();
    await expect(page.getByRole('heading', { level: 1 })).not.toBeInViewport();
    await page.keyboard.press('Control+S');

    await expect(refused).toBeFocused();
    await expect(refused).toBeInViewport({ ratio: 1 });
  }
});

test('M8 what comes back after a reload is said where one is', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 600 });
  await page.goto(connection(1));
  await page.getByLabel('User name').fill('somebody');
  await page.getByText(/^Created/).scrollIntoViewIfNeeded();
  await page.reload();
  await expect(page.getByText(/^Created/)).toBeVisible();
  await page.getByText(/^Created/).scrollIntoViewIfNeeded();
  const note = page.getByRole('status').filter({ hasText: 'What you had typed before is back.' });

  await expect(note).toBeInViewport({ ratio: 1 });
  await expect(page.getByLabel('User name')).toHaveValue('somebody');
  await note.getByRole('button', { name: 'Close' }).click();
  await expect(note).toHaveCount(0);
  await expect(page.getByLabel('User name')).toHaveValue('somebody');
});

test('M14 a mapping of columns that the file does not have is not complete', async ({ page }) => {
  await page.goto(connection(1) + goal);
  const step = (name: string) => page.getByRole('button', { name: new RegExp(`^${name} `) });
  await expect(step('Mapping')).toHaveAccessibleName(/Complete$/);
  await page.getByRole('switch', { name: 'The first line has the names of the columns' }).click({ force: true });
  await expect(step('Mapping')).toHaveAccessibleName(/The file has none of the columns that are mapped\./);
  await expect(step('Identifiers')).toHaveAccessibleName(/The columns of the identifiers are not in the file\.$/);
  await page
    .getByRole('region', { name: 'Mapping' })
    .getByRole('button', { name: 'The file has none of the columns that are mapped.' })
    .last()
    .click();

  await expect(page.getByRole('group', { name: 'customer_no → Customer number' }).getByLabel('From')).toBeFocused();
});

test('M5 where there is no goal, it says to add one', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Actions for Import customers' }).click();
  await page.getByRole('menuitem', { name: 'Delete Import customers' }).click();
  await page.getByRole('button', { name: 'Add a goal: it says what to import.' }).click();
  await expect(page.getByRole('button', { name: 'Add goal' })).toBeFocused();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nightly customers from the tills is saved')).toBeVisible();

  await expect(page.getByRole('button', { name: 'Add a goal: it says what to import.' })).toBeVisible();
  await expect(page.getByText('Switch on at least one goal')).toHaveCount(0);
});

test('M14 the name of a goal is as long as the service takes it, and says so', async ({ page }) => {
  await page.goto(connection(1) + goal);
  const name = page.getByLabel('Name of the goal');
  await expect(page.getByText(/of 200 characters/)).toHaveCount(0);
  await name.fill('x'.repeat(199));
  await name.press('End');
  await page.keyboard.type('yz');

  await expect(name).toHaveValue(`${'x'.repeat(199)}y`);
  await expect(name).toHaveAccessibleDescription('200 of 200 characters');
});
