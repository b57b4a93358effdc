import { expect, test } from '@playwright/test';

test('M30 nothing of signing in stays in the address', async ({ page }) => {
  await page.goto('/?mock=signed-out&state=abc&code=def');
  await expect(page.getByRole('heading', { level: 1, name: 'Keep customer profiles in step' })).toBeVisible();

  expect(new URL(page.url()).search).toBe('?mock=signed-out');
  await expect(page.getByRole('link', { name: 'Sign in' })).not.toHaveAttribute('href', /state|code/);
});

test('M30 who signed out is told so', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Account of Mara Marketer' }).click();
  // The mock API has no identity provider: whoever loads the page next is signed out.
  await page.evaluate(() => sessionStorage.setItem('mock', 'signed-out'));
  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'You have signed out' })).toBeVisible();
});

test('M13 a profile shows its zone and values in words', async ({ page }) => {
  await page.goto('/profiles/0199e000-0000-7000-8000-000000000001');

  await expect(page.getByText('Legislation zone: Rest of the world')).toBeVisible();
});

test('M1 a page that cannot ask says so, and does not say that nothing is running', async ({ page }) => {
  await page.goto('/?mock=broken');
  const running = page.getByRole('region', { name: 'Running now' });
  await expect(page.getByRole('alert').first()).toContainText('Something went wrong here.');

  await expect(running).toContainText('What is running cannot be said now.');
  await expect(running).not.toContainText('Nothing is running');
});
