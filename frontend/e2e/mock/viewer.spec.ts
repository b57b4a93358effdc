import { expect, test } from './fixture';

const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const goal = '&goal=0199c000-0000-7000-8000-000000000001';
const wordsFor = (role: string) => `You can look at this; changing it needs the ${role} role.`;
const words = wordsFor('marketer or application manager');

test('M30 a viewer reads why things are greyed, and is offered nothing that would be refused', async ({ page }) => {
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

  expect(refused).toEqual([]);
});

test('M30 a viewer of a goal is told what looking into files needs', async ({ page }) => {
  await page.goto(`${connection(1)}?mock=viewer${goal}`);

  await expect(page.getByRole('button', { name: 'Look into the files' })).toBeDisabled();
  await expect(page.getByText('Reading the files needs the marketer or application manager role.')).toBeVisible();
});

for (const [name, address] of [
  ['the list of connections', '/connections'],
  ['a run', '/runs/0199d000-0000-7000-8000-000000000011'],
  ['the properties', '/settings/properties'],
  ['a profile', '/profiles/0199e000-0000-7000-8000-000000000001'],
] as const)
  test(`M30 ${name} says to a viewer what changing needs`, async ({ page }) => {
    await page.goto(`${address}?mock=viewer`);

    await expect(page.getByRole('note')).toHaveText(name === 'a profile' ? wordsFor('marketer') : words);
  });

test('M29 M30 Home offers a viewer to look at what needs attention, and says who mends it', async ({ page }) => {
  await page.goto('/?mock=ailing');
  const attention = page.getByRole('region', { name: 'Needs attention' });
  await expect(attention.getByText('Mend it where it stands').first()).toBeVisible();
  await expect(attention.getByText('Mending and running them needs', { exact: false })).toHaveCount(0);
  await page.goto('/?mock=viewer');

  await expect(attention.getByRole('link', { name: 'See where it is' }).first()).toBeVisible();
  await expect(
    attention.getByText('Mending and running them needs the marketer or application manager role.'),
  ).toBeVisible();
  await expect(attention.getByText(/Mend it|replay|run again|Complete it/)).toHaveCount(0);
});

test('M6 M30 the status says to a viewer who can mend what is wrong', async ({ page }) => {
  await page.goto(`${connection(5)}?mock=viewer`);
  await page.getByRole('button', { name: /^Status: / }).click();

  await expect(
    page
      .getByRole('dialog', { name: 'Status' })
      .getByText('Changing that needs the marketer or application manager role.'),
  ).toBeVisible();
});

test('M17 M30 a viewer of rejected records downloads them, and is not told to replay them', async ({ page }) => {
  await page.goto('/runs/0199d000-0000-7000-8000-000000000011?mock=viewer');
  const rejected = page.getByRole('region', { name: 'Rejected records' });

  await expect(rejected.getByRole('link', { name: 'Download as CSV' })).toBeVisible();
  await expect(
    rejected.getByText('Mending and replaying them needs the marketer or application manager role.', { exact: false }),
  ).toBeVisible();
  await expect(rejected.getByRole('button', { name: 'Upload mended records' })).toHaveCount(0);
  await expect(rejected.getByText('How to mend them')).toHaveCount(0);
});

test('M3 M30 the discovery says at its beginning to a viewer who makes connections', async ({ page }) => {
  await page.goto('/discovery?mock=viewer');

  await expect(page.getByRole('note')).toHaveText(
    'You can look at proposals; making connections needs the marketer or application manager role.',
  );
  await page.keyboard.press('Control+K');
  await page.keyboard.type('discover');
  await expect(page.getByRole('option')).toHaveCount(0);
});

test('M29 M30 before there is anything, a viewer is told who begins, and is asked for nothing', async ({ page }) => {
  await page.goto('/?mock=empty-viewer');
  await expect(page.getByRole('heading', { name: 'Nothing is connected yet' })).toBeVisible();
  await expect(page.getByText('Add a connection')).toHaveCount(0);
  await page.goto('/connections?mock=empty-viewer');
  await expect(page.getByRole('heading', { name: 'No connection yet' })).toBeVisible();
  await page.goto('/settings/properties?mock=empty-viewer');

  await expect(
    page.getByText('Somebody with the marketer or application manager role adds them here', { exact: false }),
  ).toBeVisible();
});

test('M2 M30 a viewer opens no gallery by a greyed button, and finds no tile to add one', async ({ page }) => {
  await page.goto('/connections?mock=viewer');
  await page.getByRole('button', { name: 'Add connection' }).click({ force: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto('/connections?gallery=true&mock=viewer');

  const tile = page.getByRole('dialog').getByRole('region', { name: 'SFTP', exact: true });
  await expect(tile.getByRole('link', { name: 'Read more: SFTP' })).toBeVisible();
  await expect(tile.getByRole('link')).toHaveCount(1);
});

test('M7 M30 the labels say to a marketer who tends them', async ({ page }) => {
  await page.goto('/settings/labels');

  await expect(page.getByRole('note')).toHaveText(wordsFor('application manager'));
});

test('M30 a marketer meets no such note', async ({ page }) => {
  await page.goto(connection(1));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();

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
