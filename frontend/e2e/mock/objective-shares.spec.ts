import { expect, test } from './fixture';

test('M26 M27 the list says how many consented, refused and said nothing, and is sorted by it', async ({ page }) => {
  await page.goto('/objectives');
  const names = page.getByRole('row').getByRole('link');
  const newsletter = page.getByRole('row', { name: /Newsletter/ });
  await expect(newsletter).toContainText('61,204 consented (61%)');
  await expect(newsletter).toContainText('9,120 refused (9%)');
  await expect(newsletter).toContainText('29,676 unknown (30%)');
  await expect(names).toHaveText(['Newsletter', 'Personalised ads', 'Shop analytics']);
  await page.getByRole('combobox', { name: 'Sort by' }).click();
  await page.getByRole('option', { name: 'Most refused' }).click();
  await expect(names).toHaveText(['Personalised ads', 'Newsletter', 'Shop analytics']);
  await expect(page).toHaveURL(/sort=refused/);
  await page.reload();
  await expect(names).toHaveText(['Personalised ads', 'Newsletter', 'Shop analytics']);
  await newsletter.getByRole('link', { name: 'Newsletter' }).click();

  await expect(page.getByRole('region', { name: 'What customers said' })).toContainText('61,204 consented (61%)');
});

test('M26 what is estimated says so, and is not told to the last digit', async ({ page }) => {
  await page.goto('/objectives?mock=many');
  const newsletter = page.getByRole('row', { name: /Newsletter/ });
  await expect(newsletter).toContainText('61,204,000 consented');
  await expect(newsletter).toContainText('about 29,800,000 unknown');

  await expect(page.getByText('How many said nothing is an estimate')).toBeVisible();
});
