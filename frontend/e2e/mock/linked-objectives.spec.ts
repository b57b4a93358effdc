import { expect, goOn, test } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;

test('M26 M9 objectives are added in the sidebar by typing, taken out again, and wait for Save', async ({ page }) => {
  await page.goto(connection(1));
  const related = page.getByRole('complementary', { name: 'Related' });
  await related.getByRole('combobox', { name: 'Add objective' }).fill('news');
  await page.getByRole('option', { name: 'Newsletter' }).click();
  await related.getByRole('combobox', { name: 'Add objective' }).fill('');
  await page.getByRole('option', { name: 'Personalised ads' }).click();
  const linked = related.getByRole('list', { name: 'Linked objectives' });
  await expect(linked.getByRole('link')).toHaveText(['Newsletter', 'Personalised ads']);
  await related.getByRole('button', { name: 'Take out the objective Personalised ads' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nightly customers from the tills is saved')).toBeVisible();
  await linked.getByRole('link', { name: 'Newsletter' }).click();

  await expect(page.getByRole('region', { name: 'Connections' })).toContainText('Nightly customers from the tills');
});

test('M26 a connection is linked from the objective, which is not deleted while it is', async ({ page }) => {
  await page.goto('/objectives/newsletter');
  const connections = page.getByRole('region', { name: 'Connections' });
  await expect(connections).toContainText('No connection is linked to it');
  await page.getByRole('combobox', { name: 'Link a connection' }).fill('loyal');
  await page.getByRole('option', { name: 'Loyalty points' }).click();
  await expect(connections.getByRole('link', { name: 'Loyalty points' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('status')).toContainText('1 connection uses it. Unlink them first');
  await expect(dialog.getByRole('button', { name: 'Delete' })).toBeDisabled();
  await expect(dialog.getByRole('link', { name: 'Loyalty points' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await connections.getByRole('button', { name: 'Unlink Loyalty points' }).click();
  await expect(connections.getByRole('link', { name: 'Loyalty points' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(connections.getByRole('link', { name: 'Loyalty points' })).toBeVisible();
  await connections.getByRole('button', { name: 'Unlink Loyalty points' }).click();
  await expect(connections.getByRole('link', { name: 'Loyalty points' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Objectives' })).toBeVisible();
});

test('M26 M30 who may only look sees objectives and links, and changes nothing of them', async ({ page }) => {
  await page.goto(`${connection(1)}?mock=viewer`);
  await expect(page.getByRole('complementary', { name: 'Related' })).toContainText('None is linked');
  await expect(page.getByRole('combobox', { name: 'Add objective' })).toHaveCount(0);
  await goOn(page, '/objectives/newsletter');
  await expect(page.getByRole('note')).toContainText('changing it needs the marketer or application manager role');
  await expect(page.getByRole('checkbox', { name: /^UK GDPR/ })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Connections' })).toContainText('No connection is linked to it');

  await expect(page.getByRole('combobox', { name: 'Link a connection' })).toHaveCount(0);
});

test('M26 linked objectives are readable and axe-clean in light and dark, wide and narrow', async ({ page }) => {
  await page.goto(connection(1));
  for (const name of ['Newsletter', 'Personalised ads']) {
    await page.getByRole('combobox', { name: 'Add objective' }).click();
    await page.getByRole('option', { name }).click();
  }

  await canBeUsedByEveryone(page, {
    settled: () => expect(page.getByRole('list', { name: 'Linked objectives' })).toBeVisible(),
    picture: 'linked-objectives',
  });
});
