import { expect, test } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

test('M27 who refuses what clears is told so before it is recorded, and the profile says what went', async ({
  page,
}) => {
  await page.goto('/profiles/0199e000-0000-7000-8000-000000000001');
  const consent = page.getByRole('region', { name: 'Consent' });
  const record = consent.getByRole('button', { name: 'Record', exact: true });
  await consent.getByRole('button', { name: 'Consents to Personalised ads' }).click();
  await expect(consent.getByRole('note')).toHaveCount(0);
  await record.click();
  await expect(record).toBeHidden();

  await consent.getByRole('button', { name: 'Refuses Personalised ads' }).click();
  await expect(consent.getByRole('note')).toContainText('What only Personalised ads justified is cleared');
  await record.click();

  const latest = page.locator('.history > li').first();
  await expect(latest).toContainText('Values cleared');
  await expect(latest).toContainText('The person refused Personalised ads');
  await expect(latest).toContainText('Gone for good: City');
  await expect(latest.locator('details')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Edit City' })).toHaveCount(0);
  await canBeUsedByEveryone(page, { picture: 'cleared' });

  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
  const forgotten = page.locator('.history > li').nth(1);
  await expect(forgotten).toContainText('The person refused what these values were for');
  await expect(forgotten).not.toContainText('Gone for good');
});

test('M27 an objective clears what only it justified once somebody chose so', async ({ page }) => {
  await page.goto('/objectives/newsletter');
  const clears = page.getByRole('checkbox', { name: 'Clear what only this objective justified' });
  await expect(clears).not.toBeChecked();
  await clears.click();
  await expect(page.getByText('Identifiers stay.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Newsletter is saved')).toBeVisible();
  await expect(clears).toBeChecked();

  await page.goto('/objectives/Google_Ads_Consent?mock=viewer');
  await expect(clears).toBeChecked();
  await expect(clears).toBeDisabled();
});
