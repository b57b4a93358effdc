import { expect, goOn, test, type Page } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const rows = (page: Page) =>
  page
    .getByRole('grid', { name: 'Connections' })
    .getByRole('row')
    .filter({ has: page.getByRole('gridcell') });

test('M24 M26 the list is narrowed to an objective and a channel, by keyboard, and a link says so', async ({
  page,
}) => {
  await page.goto('/connections');
  await expect(rows(page)).toHaveCount(7);
  await page.getByRole('button', { name: 'Add filter' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Objective', exact: true }).press('Enter');
  await expect(page.getByRole('menuitemcheckbox', { name: 'Personalised ads 1' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Newsletter sign-ups from events');
  await canBeUsedByEveryone(page, { picture: 'filter-objective' });
  await page.reload();
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Remove the filter Objective: Personalised ads' }).click();
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitem', { name: 'Channel', exact: true }).click();
  await expect(page.getByText('Connections that are active on all channels have chosen none.')).toBeVisible();
  await page.getByRole('menuitemcheckbox', { name: /^Web shop/ }).click();

  await expect(page.getByText('Channel: Web shop')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

test('M24 M26 objectives and channels lead to the connections that have them, also where those are none', async ({
  page,
}) => {
  await page.goto('/objectives/Google_Ads_Consent');
  const own = page.getByRole('region', { name: 'Connections' });
  await own.getByRole('link', { name: '1 connection in the list' }).click();
  await expect(page.getByText('Objective: Personalised ads')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await goOn(page, '/channels');
  await page
    .getByRole('row', { name: /Web shop/ })
    .getByRole('link', { name: '1 connection' })
    .click();
  await expect(page.getByText('Channel: Web shop')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await goOn(page, '/connections?objective=%5B%22newsletter%22%5D');
  await expect(page.getByText('Objective: Newsletter')).toBeVisible();
  await expect(page.getByText('No connection fits')).toBeVisible();
  await page.goto('/connections?objective=%5B%22deleted-since%22%5D');

  await expect(page.getByRole('alert')).toContainText("There is no objective 'deleted-since' (any more).");
  await page.getByRole('button', { name: /^Remove the filter Objective: deleted-since/ }).click();
  await expect(rows(page)).toHaveCount(7);
});
