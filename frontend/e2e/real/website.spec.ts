import { expect, test } from '@playwright/test';
import { axeFindings, isNotTooWide } from '../everyone';
import { told } from './told';

const shop = told('WEBSITE_URL');

test('M25 M27 the sample shop can be used by everyone, asks first, and keeps what was chosen', async ({ page }) => {
  await page.goto(shop);
  const ask = page.getByRole('region', { name: 'May we remember your visit?' });
  await expect(ask).toBeVisible();
  for (const path of ['', 'products/kettle.html', 'support/contact.html', 'privacy.html']) {
    await page.goto(shop + path);
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect.soft(await axeFindings(page), `/${path}, ${width} px`).toEqual([]);
      await isNotTooWide(page, `/${path}, ${width} px`);
    }
  }
  // The tag is there, under the shop's own strict policy.
  await expect
    .poll(() => page.evaluate(() => Reflect.has(Reflect.get(window, 'connections') as object, 'event')))
    .toBe(true);

  await page.goto(`${shop}products/kettle.html`);
  await ask.getByRole('button', { name: 'Refuse all' }).click();
  await expect(page.getByText('nothing is remembered')).toBeVisible();
  await page.getByRole('button', { name: 'Add to basket' }).click();
  await page.goto(`${shop}basket.html`);
  await expect(page.getByRole('row', { name: 'Fern kettle 1 € 64.00 Remove Fern kettle' })).toBeVisible();
  await expect(ask).toBeHidden();

  await page.getByLabel('Where this visitor is').selectOption('California (CCPA)');
  await page.getByRole('button', { name: 'Move there' }).click();
  await expect(page.getByRole('heading', { name: 'Basket' })).toBeVisible();
  await page.getByRole('link', { name: 'Privacy and your choices' }).click();
  await expect(page.getByText('we may do this until you say no')).toBeVisible();
  await page.getByLabel('Advertising on other sites').uncheck();
  await page.getByRole('button', { name: 'Save my choices' }).click();
  await page.reload();
  await expect(page.getByLabel('Advertising on other sites')).not.toBeChecked();
  await expect(page.getByLabel('Letters from the garden')).toBeChecked();

  const banner = page.getByRole('banner');
  await banner.getByRole('button', { name: 'Sign in as Ada' }).click();
  await expect(banner.getByText(/^(You are signed in|Hello, )/)).toBeVisible();
  await expect(page.getByText('"city": "Utrecht"')).toBeVisible();
  await banner.getByRole('button', { name: 'Sign out' }).click();
  await expect(banner.getByRole('button', { name: 'Sign in as Ada' })).toBeVisible();
});

test('M25 M26 what pages say of whoever signed in reaches their profile, the next page greets them by it, and a refusal ends that', async ({
  page,
}) => {
  const banner = page.getByRole('banner');
  const opened = () =>
    Promise.all([
      page.waitForResponse((answer) => answer.url().endsWith('/collect/v1/variables')),
      page.goto(`${shop}products/sencha.html`),
    ]);
  const shown = async () => {
    const [answer] = await opened();
    return ((await answer.json()) as { show: Record<string, unknown> }).show;
  };
  await page.goto(shop);
  await banner.getByRole('button', { name: 'Sign in as Ada' }).click();
  await expect(banner.getByText('You are signed in')).toBeVisible();
  await page
    .getByRole('region', { name: 'May we remember your visit?' })
    .getByRole('button', { name: 'Accept all' })
    .click();

  // The first page that may be read makes the profile; the one after it is shown what stands there.
  await expect.poll(shown).toMatchObject({ 'profile.firstName': 'Ada' });
  await expect(banner.getByText('Hello, Ada')).toBeVisible();

  await page.goto(`${shop}privacy.html`);
  await expect(banner.getByText('Hello, Ada')).toBeVisible();
  await page.getByLabel('Offers that fit you').uncheck();
  await page.getByRole('button', { name: 'Save my choices' }).click();
  await expect(banner.getByText('You are signed in')).toBeVisible();
  expect(await shown()).toEqual({});
});
