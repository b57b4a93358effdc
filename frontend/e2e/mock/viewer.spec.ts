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
