import { expect, goOn, test } from './fixture';

const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const goal = 'goal=0199c000-0000-7000-8000-000000000001';
const wordsFor = (role: string) => `You can look at this; changing it needs the ${role} role.`;
const words = wordsFor('marketer or application manager');

test('M6 M30 a viewer reads why things are greyed and who mends what is wrong, and is offered nothing that would be refused', async ({
  page,
}) => {
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() === 403) refused.push(response.url());
  });
  await page.goto(`${connection(1)}?mock=viewer`);
  await expect(page.getByRole('note')).toHaveText(words);
  const test = page.getByRole('button', { name: 'Test connection' });
  await expect(test).toBeDisabled();
  await expect(
    page.getByText('Testing signs in with the secrets, which needs the marketer or application manager role.'),
  ).toBeVisible();
  await test.click({ force: true });
  await expect(page.getByRole('button', { name: 'Run now' })).toBeDisabled();
  await expect(page.getByText('Your role does not allow this.')).toBeVisible();

  await goOn(page, `${connection(1)}?${goal}`);
  await expect(page.getByRole('button', { name: 'Look into the files' })).toBeDisabled();
  await expect(page.getByText('Reading the files needs the marketer or application manager role.')).toBeVisible();

  await goOn(page, connection(5));
  await expect(page.getByRole('heading', { level: 1, name: 'Service desk contacts' })).toBeVisible();
  await page.getByRole('button', { name: /^Status: / }).click();
  await expect(
    page
      .getByRole('dialog', { name: 'Status' })
      .getByText('Changing that needs the marketer or application manager role.'),
  ).toBeVisible();

  expect(refused).toEqual([]);
});

test('M17 M30 the list, the properties, a profile and a run say to a viewer what changing needs', async ({ page }) => {
  await page.goto('/connections?mock=viewer');
  await expect(page.getByRole('note')).toHaveText(words);
  await goOn(page, '/profiles/0199e000-0000-7000-8000-000000000001');
  await expect(page.getByRole('note')).toHaveText(wordsFor('marketer'));
  await goOn(page, '/settings/properties');
  await expect(page.getByRole('heading', { level: 1, name: 'Profile properties' })).toBeVisible();
  await expect(page.getByRole('note')).toHaveText(words);
  await goOn(page, '/runs/0199d000-0000-7000-8000-000000000011');
  await expect(page.getByRole('heading', { level: 1, name: 'Run 11' })).toBeVisible();
  await expect(page.getByRole('note')).toHaveText(words);

  // Rejected records are downloaded, and nobody is told to replay them.
  const rejected = page.getByRole('region', { name: 'Rejected records' });
  await expect(rejected.getByRole('link', { name: 'Download as CSV' })).toBeVisible();
  await expect(
    rejected.getByText('Mending and replaying them needs the marketer or application manager role.', { exact: false }),
  ).toBeVisible();
  await expect(rejected.getByRole('button', { name: 'Upload mended records' })).toHaveCount(0);
  await expect(rejected.getByText('How to mend them')).toHaveCount(0);
});

test('M29 M30 a viewer sees Home as everybody does, is offered to look at what needs attention, and told who mends it', async ({
  page,
}) => {
  await page.goto('/?mock=ailing');
  const attention = page.getByRole('region', { name: 'Needs attention' });
  await expect(attention.getByText('Mend it where it stands').first()).toBeVisible();
  await expect(attention.getByText('Mending and running them needs', { exact: false })).toHaveCount(0);
  await page.goto('/?mock=viewer');

  await expect(attention.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('region', { name: 'Records and failures', exact: true }).getByRole('slider')).toHaveCount(
    2,
  );
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(attention.getByRole('link', { name: 'See where it is' }).first()).toBeVisible();
  await expect(
    attention.getByText('Mending and running them needs the marketer or application manager role.'),
  ).toBeVisible();
  await expect(attention.getByText(/Mend it|replay|run again|Complete it/)).toHaveCount(0);
});

test('M29 M30 before there is anything, a viewer is told who begins, and is asked for nothing', async ({ page }) => {
  await page.goto('/?mock=empty-viewer');
  await expect(page.getByRole('heading', { name: 'Nothing is connected yet' })).toBeVisible();
  await expect(page.getByText('Add a connection')).toHaveCount(0);
  await goOn(page, '/connections');
  await expect(page.getByRole('heading', { name: 'No connection yet' })).toBeVisible();
  await goOn(page, '/settings/properties');

  await expect(
    page.getByText('Somebody with the marketer or application manager role adds them here', { exact: false }),
  ).toBeVisible();
});

test('M2 M30 a viewer opens no gallery by a greyed button, and finds no tile to add one', async ({ page }) => {
  await page.goto('/connections?mock=viewer');
  await page.getByRole('button', { name: 'Add connection' }).click({ force: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await goOn(page, '/connections?gallery=true');

  const tile = page.getByRole('dialog').getByRole('region', { name: 'SFTP', exact: true });
  await expect(tile.getByRole('link', { name: 'Read more: SFTP' })).toBeVisible();
  await expect(tile.getByRole('link')).toHaveCount(1);
});

test('M7 M30 the labels say to a marketer who tends them; a connection has no such note for them', async ({ page }) => {
  await page.goto('/settings/labels');
  await expect(page.getByRole('note')).toHaveText(wordsFor('application manager'));
  await expect(page.getByRole('button', { name: 'Rename Stores' })).toBeDisabled();
  await goOn(page, connection(1));
  await expect(page.getByRole('heading', { level: 1, name: 'Nightly customers from the tills' })).toBeVisible();

  await expect(page.getByRole('note')).toHaveCount(0);
});

test('M11 the button for a renewed host key is called as the test calls it', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('textbox', { name: 'Server' }).fill('moved.example.com');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('press Forget the host key')).toBeVisible();
  await page.getByRole('button', { name: 'Forget the host key' }).click();

  await expect(page.getByText('Not known yet. The first test learns it and shows it to you.')).toBeVisible();
});
