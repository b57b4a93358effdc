import { expect, test, type Page } from './fixture';

type Mock = Window & { mockApi?: { goAway: (away: boolean) => void } };

// The clock and the network belong to the context.
test.use({ ownContext: true });

const connection = '/connections/0199b000-0000-7000-8000-000000000001';
const profile = '/profiles/0199e000-0000-7000-8000-000000000001';
const serviceIsAway = (page: Page, away: boolean) =>
  page.evaluate((now) => (window as Mock).mockApi?.goAway(now), away);
/** As when one comes back to the window: what is shown is asked for again. */
const lookAgain = (page: Page) =>
  page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  });

/** What is sent to change something; that a thing was opened is noted by opening it. */
function writes(page: Page): string[] {
  const heard: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (request.method() !== 'GET' && !pathname.includes('/last-used/')) heard.push(`${request.method()} ${pathname}`);
  });
  return heard;
}

test('M8 a service that is away for a while takes nothing from whoever edits, not even a typed password', async ({
  page,
}) => {
  await page.clock.install();
  await page.goto(connection);
  await page.getByRole('button', { name: 'Replace Password' }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill('typed anew');
  await page.getByLabel('User name').fill('somebody');
  await serviceIsAway(page, true);
  await page.clock.fastForward(70_000); // who is signed in is asked again after a minute
  await lookAgain(page);
  const notice = page.getByRole('status').filter({ hasText: 'The service does not answer.' });
  await expect(notice).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('typed anew');
  await serviceIsAway(page, false);

  await expect(notice).toBeHidden();
  await expect(page.getByLabel('User name')).toHaveValue('somebody');
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('typed anew');
});

test('M8 saving without a network says so at once, and nothing is sent later without being asked', async ({
  page,
  context,
}) => {
  const sent = writes(page);
  await page.goto(connection);
  await page.getByLabel('User name').fill('somebody');
  await context.setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: 'You are offline.' })).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'You are offline. Nothing was saved' })).toBeVisible();
  const tried = sent.length;

  await context.setOffline(false);
  await expect(page.getByRole('status').filter({ hasText: 'You are offline.' })).toBeHidden();
  await page.reload();
  await expect(page.getByText('What you had typed before is back.')).toBeVisible();
  await expect(page.getByLabel('User name')).toHaveValue('somebody');
  expect(sent).toHaveLength(tried);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Nightly customers from the tills is saved')).toBeVisible();
});

test('M17 a run that was asked for without a network is not started when there is one again', async ({
  page,
  context,
}) => {
  await page.goto('/connections/0199b000-0000-7000-8000-000000000002');
  const runNow = page.getByRole('button', { name: 'Run now' });
  await expect(runNow).toBeEnabled();
  await context.setOffline(true);
  await runNow.click();
  await expect(page.getByRole('alert').filter({ hasText: 'You are offline. Nothing was' })).toBeVisible();
  await context.setOffline(false);
  await page.getByRole('link', { name: 'Profiles' }).first().click();
  await page.goBack();

  await expect(runNow).toBeEnabled();
  await expect(page.getByRole('link', { name: 'Run 12' })).toHaveCount(0);
});

test('M16 what was typed into a profile comes back after a reload, and is gone when it was given up', async ({
  page,
}) => {
  await page.goto(profile);
  await page.getByRole('button', { name: 'Edit Last name' }).click();
  await page.getByLabel('Last name, value 1').fill('Typed');
  await page.reload();
  await expect(page.getByText('What you had typed before is back.')).toBeVisible();
  await expect(page.getByLabel('Last name, value 1')).toHaveValue('Typed');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.reload();

  await expect(page.getByRole('button', { name: 'Edit Last name' })).toBeVisible();
  await expect(page.getByText('What you had typed before is back.')).toBeHidden();
});

test('M16 what was typed of a new property comes back after a reload and can be made', async ({ page }) => {
  await page.goto('/settings/properties');
  await page.getByRole('button', { name: 'Add property' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add property' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Shoe size');
  await page.reload();
  await expect(dialog.getByText('What you had typed before is back.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Create' }).click();

  await expect(page.getByRole('cell', { name: 'Shoe size', exact: true })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Add property' }).first()).toBeVisible();
  await expect(dialog).toBeHidden();
});
