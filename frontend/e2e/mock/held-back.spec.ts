import { expect, goOn, test } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const run = (number: number) => `/runs/0199d000-0000-7000-8000-${String(number).padStart(12, '0')}`;

test('M26 M17 a run says how many were held back, by rule and objective, and leads to the objective', async ({
  page,
}) => {
  await page.goto(run(9));
  const heldBack = page.getByRole('region', { name: 'Held back for consent' });
  const rows = heldBack.getByRole('listitem');

  await expect(rows).toHaveCount(4);
  await expect(rows.nth(0)).toContainText('Have not consented to Newsletter or Personalised ads 4,851 74%');
  await expect(rows.nth(1)).toContainText('Have refused Personalised ads 1,650 25%');
  await expect(rows.nth(2)).toContainText('What they consented to could not be read 66 1%');
  await expect(rows.nth(3)).toContainText('Linked to an objective that is gone: old-ads (deleted) 33');
  await expect(rows.nth(3).getByRole('link')).toHaveCount(0);
  await page.getByRole('link', { name: '6,600' }).first().click();
  await expect(page).toHaveURL(/#held-back$/);
  await canBeUsedByEveryone(page, { picture: 'held-back' });
  await rows.nth(1).getByRole('link', { name: 'Personalised ads' }).click();
  await expect(page).toHaveURL(/\/objectives\/Google_Ads_Consent$/);

  await goOn(page, run(11));
  await expect(page.getByRole('heading', { level: 1, name: 'Run 11' })).toBeVisible();
  await expect(page.getByText('100,000')).not.toHaveCount(0);
  await expect(heldBack).toHaveCount(0);

  await page.goto(`${run(9)}?mock=long`);
  await expect(rows).toHaveCount(4);
  await canBeUsedByEveryone(page, { picture: 'held-back-long' });
});
