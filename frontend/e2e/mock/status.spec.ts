import { expect, test } from './fixture';

test('M6 a run that rejected records is no failure, and leads to what it rejected', async ({ page }) => {
  await page.goto('/');
  const attention = page.getByRole('region', { name: 'Needs attention' });
  await expect(attention.getByText('Last run failed')).toBeVisible();
  await expect(attention.getByText('Nightly customers from the tills')).toHaveCount(0);
  await page
    .getByRole('region', { name: 'Favorites' })
    .getByRole('link', { name: 'Data flowing, 28 rejected' })
    .click();

  await expect(page).toHaveURL(/\/runs\/.*#rejected$/);
  await expect(page.getByRole('region', { name: 'Rejected records' })).toBeInViewport();
});

const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;

test('M1 M6 the list says how many records the last run rejected, and that a run was stopped, wide and narrow', async ({
  page,
}) => {
  await page.goto('/connections');
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  for (const width of [1440, 390])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await expect(
        row('Nightly customers from the tills').getByRole('link', { name: 'Data flowing, 28 rejected' }),
      ).toHaveAttribute('href', /#rejected$/);
      await expect(row('Web shop customers').getByRole('link', { name: 'Last run failed' })).toBeVisible();
      // Neither a success nor a failure.
      const stopped = row('Newsletter sign-ups from events');
      await expect(stopped.getByRole('link', { name: 'Last run stopped' })).toHaveAttribute('href', /\/runs\//);
      await expect(stopped).not.toContainText('Data flowing');
    });
});

test('M6 the icon of a connection says that its last run was stopped, and leads to it', async ({ page }) => {
  await page.goto(connection(4));
  await page.getByRole('button', { name: /^Status: Last run stopped/ }).click();
  const told = page.getByRole('dialog', { name: 'Status' });
  await expect(told).toContainText('The last run was stopped before its end.');
  await told.getByRole('link', { name: 'Look at the last run' }).click();

  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('M6 the icon of a connection says in words how it does, why, and leads to where that is mended', async ({
  page,
}) => {
  await page.goto(connection(5));
  const mark = page.getByRole('button', { name: /^Status: / });
  await expect(mark).toHaveAccessibleName(/Needs mending|Not configured/);
  await mark.focus();
  await expect(page.getByRole('tooltip')).toContainText(/Something is still missing|until somebody mends/);
  await page.keyboard.press('Enter');
  const told = page.getByRole('dialog', { name: 'Status' });
  await told.getByRole('button', { name: 'Show me where' }).click();

  await expect(told).toBeHidden();
  await expect(page.locator(':focus')).toBeVisible();
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
});

test('M6 the icon leads to the rejected records, and says that a connection is off', async ({ page }) => {
  await page.goto(connection(1));
  const mark = page.getByRole('button', { name: 'Status: Data flowing, some rejected' });
  await mark.click();
  await page.getByRole('dialog', { name: 'Status' }).getByRole('link', { name: 'Look at 28 rejected records' }).click();
  await expect(page).toHaveURL(/\/runs\/.*#rejected$/);
  await page.goBack();
  await page.getByRole('switch', { name: /Connection is on$/ }).click({ force: true });

  await expect(page.getByRole('button', { name: /^Status: .*, switched off$/ })).toBeVisible();
});

test('M9 what is related stands with the connection and leads there, wide and narrow, also to what objectives are for', async ({
  page,
}) => {
  await page.goto(connection(1));
  const related = page.getByRole('complementary', { name: 'Related' });
  for (const width of [1440, 390])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await expect(related.getByRole('link', { name: 'All', exact: false }).first()).toBeVisible();
      if (process.env.PICTURES) await page.screenshot({ path: `test-results/related-${width}.png`, fullPage: true });
      await related.getByRole('link', { name: /SFTP/ }).click();
      await expect(page).toHaveURL(/\/connection-types\/sftp$/);
      await page.goBack();
    });
  await expect(related).toContainText('None is linked: every customer in its data is processed.');
  await related.getByRole('link', { name: 'What objectives are for' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Objectives' })).toBeVisible();
});

test('M7 a name that another connection has is allowed and said, and leads to the others', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Change the name' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('LOYALTY points');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: '1 other connection has this name too' }).click();

  await expect(page.getByRole('link', { name: /^loyalty points$/i })).toHaveCount(2);
});

test('M8 deleting says what refers to the connection', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const refers = page.getByRole('dialog').getByRole('list', { name: 'What refers to it' });

  await expect(refers.getByRole('listitem')).toContainText([
    'It is switched on.',
    /^It has run \d+ times\.$/,
    'It has the labels',
    'It is among your favorites.',
  ]);
});

test('M6 a status that cannot be found out is said, with a way to ask again, and is asked for by itself', async ({
  page,
}) => {
  await page.goto(`${connection(1)}?mock=no-status`);
  await page.getByRole('button', { name: 'Status: Not known' }).click();
  const told = page.getByRole('dialog', { name: 'Status' });
  await expect(told).toContainText('could not be found out');
  const again = told.getByRole('button', { name: 'Try again' });
  await again.press('Enter');
  await expect(again).toBeFocused();
  await page.evaluate(() => (window as Window & { mockApi?: { mendStatus: () => void } }).mockApi?.mendStatus());

  await expect(page.getByRole('button', { name: 'Status: Data flowing, some rejected' })).toBeVisible();
  await expect(told).toContainText('Look at 28 rejected records');
});

test('M21 what a test found comes into view, and goes when it is no longer true', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Test connection', exact: true }).click();
  const found = page.getByRole('group', { name: 'Test connection' });
  await expect(found.getByText('The connection works.')).toBeInViewport();
  await expect(found).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: 'Forget the host key' }).click();
  await expect(found).toHaveCount(0);
  await page.getByRole('button', { name: 'Test connection', exact: true }).click();
  await expect(found).toBeInViewport({ ratio: 1 });
  await page.getByLabel('Server').fill('elsewhere.example.com');

  await expect(found).toHaveCount(0);
});

test('M18 a run that fails while the connection is open says why as soon as it has failed', async ({ page }) => {
  await page.goto(connection(2));
  await page.getByRole('button', { name: 'Change the name' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Breaks off');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const history = page.getByRole('region', { name: 'Run history' });
  await history.getByRole('button', { name: 'Run now' }).click();
  await expect(history.getByText('Failed', { exact: true })).toBeVisible();

  expect(await history.innerText()).toContain('changed while it was being read.');
});

test('M17 whoever does not want files read again is not told of a failure', async ({ page }) => {
  await page.goto(connection(2));
  await page.getByRole('button', { name: 'Change the name' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Already imported');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Run now' }).click();
  const asked = page.getByRole('dialog', { name: 'Read the finished files again?' });
  await asked.getByRole('button', { name: 'Cancel' }).click();

  await expect(asked).toBeHidden();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
