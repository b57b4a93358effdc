import { expect, failing, goOn, test } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const profile = '/profiles/0199e000-0000-7000-8000-000000000001';

test('M28 a profile says which runs touched it or held it back, who changed it, and what it said before', async ({
  page,
}) => {
  await page.goto(profile);
  const happened = page.getByRole('region', { name: 'What happened' });
  const events = happened.locator('.history > li');
  await expect(events).toHaveCount(20);
  await expect(events.nth(0)).toContainText('Nothing to change');
  await expect(events.nth(1)).toContainText('Held back for consent');
  await expect(events.nth(1)).toContainText('record 1,205 of Customers');
  await events.nth(2).getByText('What it said before').press('Enter');
  await expect(events.nth(2)).toContainText('Last name:de Vries');
  await expect(events.nth(2)).toContainText('nothing');
  await canBeUsedByEveryone(page, { picture: 'history' });

  const breaks = await failing(page, 'after=');
  await happened.getByRole('button', { name: 'Show earlier' }).press('Enter');
  await expect(events.last().locator('xpath=following::*[@role="alert"]')).toContainText('That did not work');
  await expect(happened.getByRole('alert')).toHaveCount(1);
  await expect(events).toHaveCount(20);
  await canBeUsedByEveryone(page, {
    settled: () => happened.getByRole('alert').scrollIntoViewIfNeeded(),
    picture: 'history-no-more',
  });
  await breaks.mend();
  await happened.getByRole('button', { name: 'Try again' }).press('Enter');
  await expect(events).toHaveCount(30);
  await expect(happened.getByRole('alert')).toHaveCount(0);
  await expect(events.last()).toContainText('Made');
  await expect(happened.getByRole('button', { name: 'Show earlier' })).toBeHidden();
  await events
    .nth(1)
    .getByRole('link', { name: /^Run 29 of/ })
    .click();
  await expect(page).toHaveURL(/\/runs\//);
});

test('M28 whoever is erased leaves a receipt in the place of the profile', async ({ page }) => {
  await page.goto(profile);
  await page.getByRole('button', { name: 'Edit City' }).click();
  await page.getByRole('textbox', { name: 'City, value 1' }).fill('Zwolle');
  await page.keyboard.press('Enter');
  await expect(page.locator('.history > li').first()).toContainText('Changed');
  await page.getByRole('region', { name: 'Consent' }).getByRole('button', { name: 'Refuses' }).first().click();
  await page.getByRole('button', { name: 'Erase', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Erase / });
  await expect(dialog).toContainText('A receipt stays.');
  await dialog.getByRole('button', { name: 'Erase', exact: true }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'An erased person' })).toBeVisible();
  const receipt = page.getByRole('region', { name: 'Receipt' });
  await expect(receipt).toContainText('2 identifiers among them');
  await expect(receipt).toContainText('the content of 1 rejected record');
  await expect(receipt).toContainText('Complete since');
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText('Erased');
  await canBeUsedByEveryone(page, { picture: 'erased' });
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(
    '0199e000-0000-7000-8000-000000000001',
  );

  await page.getByRole('link', { name: 'Settings', exact: true }).first().click();
  await page.getByRole('link', { name: /^Erasures/ }).click();
  const receipts = page.getByRole('region', { name: 'Receipts' });
  await expect(receipts).toContainText('2 identifiers among them.');
  await canBeUsedByEveryone(page, { picture: 'erasures' });
  await receipts.getByRole('link').click();
  await expect(receipt).toContainText('Complete since');

  await page.getByRole('link', { name: 'Profiles', exact: true }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeVisible();
  await expect(page.getByRole('link', { name: /C-100234/ })).toHaveCount(0);
  await page.goto('/settings/erasures');
  await expect(page.getByText('Nobody was erased yet')).toBeVisible();
  await goOn(page, '/profiles/0199e000-0000-7000-8000-00000000ffff');
  await expect(page.getByRole('heading', { level: 1, name: 'There is nothing at this address' })).toBeVisible();
});
