import { expect, test, type Page } from './fixture';
import { axeFindings, canBeUsedByEveryone, isNotTooWide } from '../everyone';

const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const section = (page: Page) => page.getByRole('region', { name: 'Channels', exact: true });
const drawer = (page: Page, name = 'Web shop') => page.getByRole('dialog', { name: `Pages of ${name}` });

test('M24 a connection is kept to one channel, its pages under /support/, and not the contact page, by keyboard', async ({
  page,
}) => {
  await page.goto(connection(1));
  await expect(section(page).getByRole('radio', { name: 'All channels' })).toBeChecked();
  await section(page).getByRole('radio', { name: 'All channels' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(section(page).getByText('No channel is chosen yet: it is active nowhere.')).toBeVisible();
  await section(page).getByRole('combobox', { name: 'Add a channel' }).focus();
  await page.keyboard.type('www.shop');
  await expect(page.getByRole('option', { name: /^Web shop/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await section(page).getByRole('button', { name: 'All pages of Web shop: add rules' }).press('Enter');
  await drawer(page).getByRole('button', { name: 'Only some pages' }).press('Enter');
  await expect(drawer(page).getByRole('textbox', { name: 'Text' })).toBeFocused();
  await page.keyboard.type('/support/');
  await drawer(page).getByRole('button', { name: 'Not some pages' }).press('Enter');
  await page.keyboard.type('/support/contact.html');
  await drawer(page).getByRole('button', { name: 'Done' }).press('Enter');
  await expect(section(page).getByRole('button', { name: '2 rules of Web shop' })).toBeVisible();
  await page.keyboard.press('Control+s');

  await expect(page.getByText('Nightly customers from the tills is saved')).toBeVisible();
  await expect(section(page).getByRole('button', { name: '2 rules of Web shop' })).toHaveText('2 rules');
  await expect(
    page.getByRole('complementary', { name: 'Related' }).getByRole('link', { name: 'Web shop' }),
  ).toBeVisible();
});

test('M24 a page is tried: whether it is active there, which rule decides, and what each makes of it, before anything is saved', async ({
  page,
}) => {
  await page.goto(connection(3));
  const field = section(page).getByRole('textbox', { name: 'Try a page' });
  const answer = section(page).getByRole('status');
  for (const [url, expected] of [
    ['https://www.shop.example:8443/support/faq.html', 'Active on this page. Rule 1 lets it in.'],
    ['https://SHOP.example./supp%6Frt/', 'Active on this page. Rule 1 lets it in.'],
    ['https://shop.example/support/contact.html?utm_source=mail', 'Not active on this page. Rule 2 keeps it out.'],
    ['https://shop.example/support/%2e%2e/admin', 'Not active on this page. None of the “Only” rules matches.'],
    ['https://magazine.example/support/', 'The page is of the channel “Magazine”, which is not chosen.'],
    ['https://m.shop.example/', 'No channel has the hostname m.shop.example.'],
  ] as const) {
    await field.fill(url);
    await expect(answer).toContainText(expected);
  }
  await field.fill('shop.example');

  await expect(section(page).getByText('Give the whole address of a page', { exact: false })).toBeVisible();

  await section(page).getByRole('button', { name: '2 rules of Web shop' }).click();
  const rule = (number: number) =>
    drawer(page)
      .getByRole('listitem')
      .filter({ has: page.getByRole('group', { name: `Rule ${number}` }) });
  await drawer(page).getByRole('textbox', { name: 'Try a page' }).fill('https://shop.example/support/contact.html');
  await expect(rule(1).getByText('Matches', { exact: true })).toBeVisible();
  await expect(rule(1).getByText('Decides')).toHaveCount(0);
  await expect(rule(2).getByText('Decides')).toBeVisible();
  await rule(2).getByRole('button', { name: 'Delete rule 2' }).click();

  await expect(rule(1).getByText('Decides')).toBeVisible();
  await expect(drawer(page).getByText('Active on this page. Rule 1 lets it in.').last()).toBeVisible();
});

test('M24 a rule that no page would match is refused as it is typed, with what to write instead', async ({ page }) => {
  await page.goto(connection(3));
  await section(page).getByRole('button', { name: '2 rules of Web shop' }).click();
  const text = drawer(page).getByRole('group', { name: 'Rule 1' }).getByRole('textbox', { name: 'Text' });
  await text.fill('https://shop.example/help/');
  await expect(drawer(page).getByText('Leave out the hostname: the channel says it. Give /help/.')).toBeVisible();
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  await text.fill('help/');
  await expect(drawer(page).getByText('A path begins with /. Give /help/.')).toBeVisible();
  await drawer(page).getByRole('group', { name: 'Rule 1' }).getByRole('combobox', { name: 'How' }).click();
  await page.getByRole('option', { name: 'match the pattern' }).click();
  await expect(drawer(page).getByText('A regular expression (RE2).', { exact: false })).toBeVisible();
  await text.fill('/(help');
  await expect(drawer(page).getByText(/The pattern cannot be read at character 1/)).toBeVisible();
  await drawer(page).getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Control+s');

  await expect(section(page).getByRole('alert')).toHaveText('1 thing to mend');
  await page.getByRole('button', { name: /The pattern cannot be read/ }).click();
  await expect(text).toBeFocused();
});

test('M24 a page is not tried with a rule that is empty: the rule has to be mended first, and says so itself', async ({
  page,
}) => {
  await page.goto(connection(3));
  await section(page).getByRole('button', { name: '2 rules of Web shop' }).click();
  const text = drawer(page).getByRole('group', { name: 'Rule 1' }).getByRole('textbox', { name: 'Text' });
  const address = drawer(page).getByRole('textbox', { name: 'Try a page' });
  await text.fill('');
  await address.fill('https://shop.example/support/faq.html');
  await expect(drawer(page).getByRole('status')).toContainText('Mend it first');
  await expect(text).toHaveAccessibleDescription(/Give a part of pages’ addresses/);
  await expect(drawer(page).getByText('Active on this page.', { exact: false })).toHaveCount(0);
  await text.fill('/support/');
  await expect(drawer(page).getByRole('status')).toContainText('Rule 1 lets it in.');
  await drawer(page).getByRole('button', { name: 'Only some pages' }).click();
  await expect(drawer(page).getByRole('status')).toContainText('Mend it first');
  await expect(drawer(page).getByText('Give a part of pages’ addresses', { exact: false })).toHaveCount(0);
  await canBeUsedByEveryone(page, { include: '[role=dialog]', picture: 'scope-rules-empty' });
  await drawer(page).getByRole('button', { name: 'Done' }).click();
  await section(page).getByRole('textbox', { name: 'Try a page' }).fill('https://shop.example/support/faq.html');

  await expect(section(page).getByRole('alert')).toHaveText('1 thing to mend');
  await expect(section(page).getByRole('status')).toContainText('Mend it first');
});

test('M24 an example page says at once what becomes of it', async ({ page }) => {
  await page.goto(connection(3));
  await section(page).getByRole('button', { name: '2 rules of Web shop' }).click();
  const second = drawer(page).getByRole('listitem').nth(1);
  await second.getByRole('button', { name: 'Add an example page' }).click();
  await second.getByRole('textbox', { name: 'Example page' }).fill('https://shop.example/support/contact.html');
  await expect(second.getByText('Rule 2 keeps it out.')).toBeVisible();
  await drawer(page).getByRole('button', { name: 'Done' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Web shop customers is saved')).toBeVisible();
  await section(page).getByRole('button', { name: '2 rules of Web shop' }).click();

  await expect(second.getByRole('textbox', { name: 'Example page' })).toHaveValue(
    'https://shop.example/support/contact.html',
  );
});

test('M24 channels are chosen by advanced search, several at once', async ({ page }) => {
  await page.goto(connection(3));
  await section(page).getByRole('button', { name: 'Advanced search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose channels' });
  await dialog.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Website' }).click();
  await expect(dialog.getByRole('checkbox')).toHaveCount(3);
  await expect(dialog.getByRole('checkbox', { name: /^Web shop/ })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /^Magazine/ }).check();
  await dialog.getByRole('combobox', { name: 'Last seen' }).click();
  await page.getByRole('option', { name: 'Never' }).click();
  await expect(dialog.getByRole('checkbox')).toHaveCount(1);
  await dialog.getByRole('checkbox', { name: /^Help centre/ }).check();
  expect(await axeFindings(page, { include: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Add 2 channels' }).click();

  await expect(section(page).getByRole('list', { name: 'Chosen channels' }).getByRole('listitem')).toHaveCount(3);
});

test('M24 the other choice is found as it was, and undone by discarding nothing', async ({ page }) => {
  await page.goto(connection(3));
  await section(page).getByRole('radio', { name: 'All channels' }).check();
  await expect(page.getByRole('complementary', { name: 'Related' }).getByText('All channels')).toBeVisible();
  await section(page).getByRole('radio', { name: 'Chosen channels' }).check();

  await expect(section(page).getByRole('button', { name: '2 rules of Web shop' })).toBeVisible();
});

test('M8 M24 versions say what changed in the scope, in words', async ({ page }) => {
  await page.goto(connection(3));
  await section(page).getByRole('button', { name: 'Take out Web shop' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Web shop customers is saved')).toBeVisible();
  await page
    .getByRole('button', { name: 'More actions' })
    .or(page.getByRole('button', { name: /^More/ }))
    .first()
    .click();
  await page.getByRole('menuitem', { name: /^Versions/ }).click();

  await expect(
    page
      .getByText('Web shop (Only pages that start with “/support/”; Not pages that are “/support/contact.html”)')
      .first(),
  ).toBeVisible();
});

test('M24 a channel in use is not deleted, and names who uses it', async ({ page }) => {
  await page.goto('/channels');
  await expect(page.getByRole('row', { name: /Web shop Website/ })).toContainText('1 connection');
  await page.getByRole('button', { name: 'Delete Web shop' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Chosen by 1 connection:')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete', exact: true })).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByRole('link', { name: 'Web shop customers' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Web shop customers' })).toBeVisible();
});

test('M24 M30 who may only look sees the rules, tries pages, and changes nothing', async ({ page }) => {
  await page.goto(`${connection(3)}?mock=viewer`);
  await section(page).getByRole('button', { name: '2 rules of Web shop' }).click();
  await expect(drawer(page).getByRole('textbox', { name: 'Text' }).first()).toBeDisabled();
  await expect(drawer(page).getByRole('button', { name: 'Only some pages' })).toHaveCount(0);
  await drawer(page).getByRole('textbox', { name: 'Try a page' }).fill('https://shop.example/');

  await expect(drawer(page).getByText('None of the “Only” rules matches.')).toBeVisible();
});

test('M24 where there is no channel yet it leads to where one is made', async ({ page }) => {
  await page.goto('/connections/new/sftp?mock=empty');
  await section(page).getByRole('radio', { name: 'Chosen channels' }).check();

  await expect(section(page).getByRole('link', { name: 'Go to Channels' })).toHaveAttribute('href', '/channels');
});

test('M24 everyone can use the channels of a connection, and the rules of one', async ({ page }) => {
  await page.goto(connection(3));
  await section(page).getByRole('textbox', { name: 'Try a page' }).fill('https://shop.example/support/contact.html');
  await canBeUsedByEveryone(page, {
    settled: () => expect(section(page).getByText('Rule 2 keeps it out.')).toBeVisible(),
    picture: 'scope-section',
  });
  await section(page).getByRole('button', { name: '2 rules of Web shop' }).click();
  await canBeUsedByEveryone(page, {
    include: '[role=dialog]',
    settled: () => expect(drawer(page).getByText('Decides')).toBeVisible(),
    picture: 'scope-rules',
  });
});

test('M24 on a phone long rules and addresses stay inside', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(connection(3));
  await section(page).getByRole('button', { name: '2 rules of Web shop' }).click();
  await drawer(page)
    .getByRole('textbox', { name: 'Text' })
    .first()
    .fill(`/${'long/'.repeat(60)}`);
  await drawer(page)
    .getByRole('textbox', { name: 'Try a page' })
    .fill(`https://shop.example/${'a'.repeat(300)}`);
  await expect(drawer(page).getByText('None of the “Only” rules matches.').last()).toBeVisible();

  await isNotTooWide(page, 'rules');
});
