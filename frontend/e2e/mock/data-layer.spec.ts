import { expect, test, type Page } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const id = '0199b000-0000-7000-8000-000000000007';
const setUp = (mock = 'full') => `/connections/${id}?mock=${mock}`;
const reading = `goal=0199c000-0000-7000-8000-000000000005`;
const showing = `goal=0199c000-0000-7000-8000-000000000006`;

const variables = (page: Page) => page.getByRole('textbox', { name: 'Variable of the page' });
const properties = (page: Page) => page.getByRole('textbox', { name: 'To property' });
const did = (page: Page) => page.getByRole('region', { name: 'What it did in the last 30 days' });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

test('M25 a marketer brings a variable of the page into profiles, and shows the page a value', async ({ page }) => {
  await page.goto('/connections?gallery=true');
  await page.getByRole('link', { name: 'Add a connection of type Data layer' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Save it, switch it on' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Run now' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Test connection' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Page variables into profiles', exact: true }).first().click();
  await expect(page.getByText('dataLayer[].user.city')).toBeVisible();
  await page.getByRole('button', { name: 'Add variable' }).click();
  await expect(variables(page)).toBeFocused();
  await page.keyboard.type('shop.customer.city');
  await properties(page).fill('city');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Profile values for the page', exact: true }).first().click();
  await page.getByRole('switch', { name: 'Goal is on' }).click();
  await page.getByRole('button', { name: 'Add property' }).click();
  await properties(page).fill('first');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Where the page finds it' })).toHaveValue('profile.firstName');
  await expect(page.getByLabel('Code for the page')).toContainText(
    "show('profile.firstName', window.profile && window.profile.firstName); // First name",
  );
  await save(page).click();

  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await expect(
    page.getByText('It is switched off, so it does nothing. Switched on, it works on 3 websites.'),
  ).toBeVisible();
  await expect(did(page)).toContainText('As soon as somebody whom your website names with a proof opens a page');
  await canBeUsedByEveryone(page, { settled: () => did(page).scrollIntoViewIfNeeded(), picture: 'page-activity-none' });
  await page.getByRole('switch', { name: /Connection is on/ }).click({ force: true });
  await expect(page.getByText('Works on 3 websites while it is On.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'What its goals do' })).toContainText('reads 1 variable of the page');
});

test('M25 what is no variable is refused as it is typed, with the way out, and is led to when it was saved', async ({
  page,
}) => {
  await page.goto(`${setUp()}&${reading}`);
  const first = variables(page).first();
  await first.fill('shop.');
  await expect(first).not.toHaveAttribute('aria-invalid', 'true');
  await first.fill("window.shop['city']");
  await expect(first).toHaveAccessibleDescription(/after “window.shop” comes no name/);
  await page.getByRole('button', { name: 'Use shop.city' }).click();
  await expect(first).toHaveValue('shop.city');
  await expect(page.getByText('names no variable of a page')).toHaveCount(0);

  await first.fill('shop.__proto__');
  await save(page).click();
  await page.getByRole('button', { name: 'Set up', exact: true }).click();
  await expect(page.getByText('It does nothing yet: one thing is missing.')).toBeVisible();
  await page.getByRole('button', { name: 'Show me where' }).click();
  await expect(first).toBeFocused();
});

test('M25 identifiers are not offered for a variable, and the page says why', async ({ page }) => {
  await page.goto(`${setUp()}&${reading}`);
  await properties(page).first().click();
  await expect(page.getByRole('option', { name: /^City/ })).toBeVisible();
  await expect(page.getByRole('option', { name: /^E-mail/ })).toHaveCount(0);
  await expect(page.getByText('proves nobody’s identity').last()).toBeVisible();
  await properties(page).first().fill('E-mail');

  await expect(page.getByRole('option')).toHaveCount(0);
});

test('M25 a page is shown each value at one place of its own', async ({ page }) => {
  await page.goto(`${setUp()}&${showing}`);
  const second = page.getByRole('textbox', { name: 'Where the page finds it' }).nth(1);
  await second.fill('profile.firstName');
  await second.blur();
  await expect(second).toHaveAccessibleDescription('Another property is shown there already.');
  await second.fill('profile.names[]');
  await second.blur();

  await expect(second).toHaveAccessibleDescription(/Name one place, without \[\]/);
});

test('M25 the steps of a variable speak of variables, not of a file', async ({ page }) => {
  await page.goto(setUp());
  await page.getByRole('button', { name: 'Page variables into profiles', exact: true }).first().click();
  await page
    .getByRole('button', { name: /^Add a step for/ })
    .first()
    .click();
  const kinds = page.getByRole('menu');
  await expect(kinds).toContainText('Reads dates as they are written in the page.');
  await expect(kinds).not.toContainText(/field|file|column|record/i);
  await kinds.getByText('Join variables').click();
  await expect(page.getByLabel('Other variables, in order').first()).toBeVisible();
});

test('M25 who may only look sees what is read and shown, and can change nothing of it', async ({ page }) => {
  await page.goto(`${setUp('viewer')}&${reading}`);
  await expect(variables(page).first()).toHaveValue('shop.customer.firstName');
  await expect(variables(page).first()).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Add variable' })).toBeDisabled();
  await expect(page.getByRole('switch', { name: 'Goal is on' })).toBeDisabled();
  await page.getByRole('button', { name: 'Profile values for the page', exact: true }).first().click();

  await expect(page.getByRole('textbox', { name: 'Where the page finds it' }).first()).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Add property' })).toBeDisabled();
});

test('M25 M26 a connection in pages says what it did of late, by day, and why people were held back', async ({
  page,
}) => {
  await page.goto(setUp());
  await expect(did(page)).toContainText('97 profiles made');
  await expect(did(page)).toContainText('Have not consented to');
  await did(page).getByText('By day').press('Enter');
  await expect(did(page).getByRole('row')).toHaveCount(4);
  await canBeUsedByEveryone(page, {
    picture: 'page-activity',
    settled: () => did(page).getByRole('table').scrollIntoViewIfNeeded(),
  });
});

test('M25 everyone can use what reads variables, what shows values, and where both are set up', async ({ page }) => {
  await page.goto(setUp());
  await expect(page.getByText('Works on 3 websites while it is On.')).toBeVisible();
  await canBeUsedByEveryone(page, { picture: 'data-layer-set-up' });
  await page.getByRole('button', { name: 'Page variables into profiles', exact: true }).first().click();
  await variables(page).nth(1).fill('shop city');
  await canBeUsedByEveryone(page, { picture: 'data-layer-reads' });
  await page.getByRole('button', { name: 'Profile values for the page', exact: true }).first().click();
  await expect(page.getByLabel('Code for the page')).toBeVisible();
  await canBeUsedByEveryone(page, { picture: 'data-layer-shows' });
});
