import { expect, test } from '@playwright/test';

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

for (const width of [1440, 390])
  test(`M1 M6 the list says how many records the last run rejected, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/connections');
    const row = page.getByRole('row').filter({ hasText: 'Nightly customers from the tills' });

    await expect(row.getByRole('link', { name: 'Data flowing, 28 rejected' })).toHaveAttribute('href', /#rejected$/);
    await expect(
      page.getByRole('row').filter({ hasText: 'Web shop customers' }).getByRole('link', { name: 'Last run failed' }),
    ).toBeVisible();
  });
