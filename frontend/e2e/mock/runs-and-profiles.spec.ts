import { expect, goOn, test, type Locator } from './fixture';
import { axeFindings } from '../everyone';

const run = (number: number) => `/runs/0199d000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const profile = (number: number) => `/profiles/0199e000-0000-7000-8000-${String(number).padStart(12, '0')}`;

test('M17 each count of a run leads to what it counts: rejected records, counted by what is wrong, and one of it alone', async ({
  page,
}) => {
  await page.goto(run(11));
  await page.getByRole('link', { name: '28', exact: true }).first().click();
  await expect(page).toHaveURL(/#rejected$/);
  await expect(page.getByRole('region', { name: 'Rejected records' })).toBeInViewport();

  const rejected = page.getByRole('region', { name: 'Rejected records' });
  const why = rejected.getByRole('group', { name: 'Why they were rejected' });
  await expect(why.getByRole('button')).toHaveText([
    'All: 28',
    'email is not an e-mail address: 14',
    'The record has another number of fields than the header: 7',
    'phone is not a phone number: 7',
  ]);
  await why.getByRole('button', { name: 'phone is not a phone number: 7' }).click();
  await expect(rejected.getByRole('row')).toHaveCount(1 + 7);
  await expect(rejected).not.toContainText('ragged-line');
  await why.getByRole('button', { name: 'All: 28' }).click();

  await expect(rejected.getByRole('row')).toHaveCount(1 + 28);
});

test('M17 M18 M27 a run says which values were left out, what became of each profile, and its rate, also as a table', async ({
  page,
}) => {
  await page.goto(run(11));
  await expect(page.getByText(/^[\d,]+ values left out: [\d,]+ Phone, [\d,]+ E-mail$/)).toBeVisible();

  const touched = page.getByRole('region', { name: 'Last profiles touched' });
  await expect(touched.getByText('Held back for consent')).toBeVisible();
  await expect(touched).not.toContainText(/[A-Z]_[A-Z]/);
  // One that was deleted since is named, and leads nowhere.
  await expect(touched.getByText('Profile 00000009d001 (deleted)')).toBeVisible();
  await expect(touched.getByRole('link')).toHaveCount(8);

  await expect(page.getByRole('img', { name: /Records per second\. Peak/ })).toBeVisible();
  await page.getByRole('button', { name: 'Show as a table' }).click();
  await expect(page.getByRole('columnheader', { name: 'Records so far' })).toBeVisible();
});

test('M18 a failed run says what happened, to what, why and what to do; one that was stopped read a file in part', async ({
  page,
}) => {
  await page.goto(run(10));
  const failure = page.getByRole('alert').filter({ hasText: 'The run failed' });
  await expect(failure.getByRole('term')).toHaveText(['To what', 'Why', 'What to do']);
  await goOn(page, run(7));

  await expect(page.getByText('Read in part', { exact: true })).toBeVisible();
  await expect(page.getByText('Reading', { exact: true })).toHaveCount(0);
});

test('M8 M18 a run and a connection that are not there are said so, and lead to the others', async ({ page }) => {
  const nothing = page.getByRole('heading', { level: 1, name: 'There is nothing at this address' });
  await page.goto(run(999));
  await expect(nothing).toBeVisible();
  await goOn(page, '/connections/0199b000-0000-7000-8000-000000009999');
  const all = page.getByRole('link', { name: 'All connections' });
  await expect(all).toBeVisible();
  await expect(nothing).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
  await all.click();

  await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();
});

test('M17 rejected records are downloaded, mended and replayed as a run of their own', async ({ page }) => {
  await page.goto(run(11));
  const rejected = page.getByRole('region', { name: 'Rejected records' });
  await expect(rejected.getByRole('link', { name: 'Download as CSV' })).toHaveAttribute('href', /rejected\.csv$/);
  await expect(rejected.getByText('How to mend them')).toBeVisible();
  const choosing = page.waitForEvent('filechooser');
  await rejected.getByRole('button', { name: 'Upload mended records' }).click();
  await (
    await choosing
  ).setFiles({ name: 'mended.csv', mimeType: 'text/csv', buffer: Buffer.from('line,reason,raw\n9,ragged-line,C-1\n') });
  await expect(rejected.getByText(/^The mended records are imported/)).toBeVisible();
  await expect(rejected.getByText('The mended records are being imported.')).toHaveCount(0);
  await rejected.getByRole('link', { name: 'Open the new run' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Run 12' })).toBeVisible();
  await expect(page.getByText('Replay of mended records by Mara Marketer')).toBeVisible();
  await page.getByRole('link', { name: 'Run 11' }).click();
  await expect(page.getByRole('region', { name: 'Mended in' }).getByRole('link', { name: 'Run 12' })).toBeVisible();
});

test('M17 a wrong file is refused where it was chosen, and makes no run', async ({ page }) => {
  await page.goto(run(11));
  const rejected = page.getByRole('region', { name: 'Rejected records' });
  const choosing = page.waitForEvent('filechooser');
  await rejected.getByRole('button', { name: 'Upload mended records' }).click();
  await (await choosing).setFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('foo;bar\n1;2\n') });

  await expect(rejected.getByText('The mended file was not taken')).toBeVisible();
  await expect(rejected.getByText('the column raw is missing')).toBeVisible();
  await expect(rejected.getByText('The mended records are being imported.')).toBeHidden();
  await expect(page.getByRole('region', { name: 'Mended in' })).toBeHidden();
});

test('M18 a running run is stopped and goes on from there', async ({ page }) => {
  await page.goto(`${run(12)}?mock=running`);
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('Stopped').first()).toBeVisible();
  await page.getByRole('button', { name: 'Resume' }).click();

  await expect(page.getByText('Running', { exact: true }).first()).toBeVisible();
});

test('M13 a profile is found by an identifier while typing, and by Enter', async ({ page }) => {
  await page.goto('/profiles');
  const search = page.getByRole('searchbox', { name: 'Find by identifier' });
  await search.fill('c-100251');
  await expect(page.getByText('Nobody has this identifier')).toBeVisible();
  await search.fill('C-100251');
  await expect(page.getByRole('link', { name: /Zoë/ })).toHaveCount(0);
  await expect(page.getByRole('link', { name: /José García Núñez/ })).toHaveCount(1);
  await search.fill('nobody@example.com');
  await search.press('Enter');

  await expect(page.getByText('Nobody has this identifier')).toBeVisible();
  await expect(search).toHaveAccessibleDescription(
    'Customer number or E-mail, written exactly as it stands in the profile. In texts, capitals count.',
  );
  await expect(page.getByText(/^Searched: Customer number, E-mail\. .* capitals included for texts\.$/)).toBeVisible();
  await expect(page).toHaveURL(/identifier=nobody/);
});

test('M13 an edit of one property keeps all others and where they came from', async ({ page }) => {
  await page.goto(profile(1));
  await page.getByRole('button', { name: 'Edit City' }).click();
  await page.getByLabel('City, value 1').fill('Breda');
  await page.getByRole('button', { name: 'Add a value' }).click();
  await page.getByLabel('City, value 2').fill('Tilburg');
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByText('Tilburg', { exact: true })).toBeVisible();
  await expect(page.getByText('zoe.vandenberg@example.com')).toBeVisible();
  await expect(page.getByText(/Typed by Mara Marketer/)).toHaveCount(1);
});

test('M13 M16 of a value that does not fit it is said at its field, of an identifier of somebody else whose it is, and Esc ends editing', async ({
  page,
}) => {
  await page.goto(profile(1));
  await expect(page.getByText('Legislation zone: GDPR')).toBeVisible();

  const edit = page.getByRole('button', { name: 'Edit E-mail' });
  const field = page.getByLabel('E-mail, value 1');
  for (const from of [field, page.getByRole('button', { name: 'Save' })]) {
    await edit.press('Enter');
    await field.fill('nobody@example.com');
    await from.focus();
    await page.keyboard.press('Escape');

    await expect(field).toHaveCount(0);
    await expect(edit).toBeFocused();
    await expect(page.getByText('nobody@example.com')).toHaveCount(0);
  }

  await edit.click();
  await field.fill('nonsense');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Write an e-mail address, such as zoe@example.com.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(field).toHaveCount(0);

  await page.getByRole('button', { name: 'Edit Customer number' }).click();
  await page.getByLabel('Customer number, value 1').fill('C-100251');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Open that profile' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'José García Núñez' })).toBeVisible();
});

test('M8 a profile that was changed meanwhile shows both sides, and the person decides', async ({ page }) => {
  await page.goto(profile(1));
  await page.getByRole('button', { name: 'Edit Last name' }).click();
  await page.getByLabel('Last name, value 1').fill('Stale');
  await page.getByRole('button', { name: 'Save' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('van den Berg')).toBeVisible();
  await expect(dialog.getByText('Stale', { exact: true })).toBeVisible();
  expect(await axeFindings(page, { include: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Save mine over it' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Zoë Stale' })).toBeVisible();
});

test('M14 a property gets its id from its name, and one that is in use says by what', async ({ page }) => {
  await page.goto('/settings/properties');
  await page.getByRole('button', { name: 'Add property' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Größe des Schuhs');
  await expect(page.getByRole('textbox', { name: 'Id', exact: true })).toHaveValue('gro-e-des-schuhs');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('cell', { name: 'Größe des Schuhs', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete “E-mail”?' }).click();

  const used = page.getByRole('dialog').getByRole('status');
  await expect(used.getByRole('link', { name: 'Nightly customers from the tills' })).toBeVisible();
  await expect(used).toContainText('5 connections need it');
  await expect(used).toContainText(/\d+ profiles have values of it\./);
});

test('M15 whoever deletes a property is told how many profiles lose its values', async ({ page }) => {
  await page.goto('/settings/properties');
  await page.getByRole('button', { name: 'Add property' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Shoe size');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('cell', { name: 'Shoe size', exact: true })).toBeVisible();
  const dialog = page.getByRole('dialog');
  const row = (name: string) => page.getByRole('cell', { name, exact: true });

  await page.getByRole('button', { name: 'Delete “Shoe size”?' }).click();
  await expect(dialog.getByRole('status')).toHaveText('No connection needs it, and no profile has values of it.');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row('Shoe size')).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete “Favourite store”?' }).click();
  await expect(dialog.getByRole('status')).toContainText(/^\d+ profiles have values of it\.$/);
  await expect(dialog.getByRole('button', { name: 'Delete', exact: true })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Delete it anyway' }).click();

  await expect(row('Favourite store')).toHaveCount(0);
});

test('M15 what has come to need a property since it was looked at is told before it is deleted', async ({ page }) => {
  await page.goto('/settings/properties');
  await page.getByRole('button', { name: 'Add property' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Needed since');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Delete “Needed since”?' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();

  await expect(dialog.getByRole('alert')).toContainText('1 profile has values of it.');
  await expect(page.getByRole('cell', { name: 'Needed since', exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Delete it anyway' })).toBeVisible();
});

test('M18 a run of a deleted connection names it without a link', async ({ page }) => {
  await page.goto(run(10));
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: 'Web shop customers' })).toBeVisible();
  await main.getByRole('link', { name: 'Web shop customers' }).click();
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('Web shop customers is deleted')).toBeVisible();
  await page.goBack();
  await page.goBack();

  await expect(page.getByRole('heading', { level: 1, name: 'Run 10' })).toBeVisible();
  await expect(main.getByText('Web shop customers (deleted)')).toBeVisible();
  await expect(main.getByRole('link', { name: 'Web shop customers' })).toHaveCount(0);
});

test('M17 M18 rejected records and files of a run are read without scrolling aside, also on a phone', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await page.goto(run(11));
  const files = page.getByRole('group', { name: 'Files' });
  const records = page.getByRole('group', { name: 'Rejected records' });
  const first = records.getByText('C-100999;half@example.com;Half').first();
  const aside = (list: Locator) => list.evaluate((shown) => shown.scrollWidth - shown.clientWidth);
  await expect(files.getByText('Finished').first()).toBeVisible();
  expect(await aside(files)).toBe(0);
  for (const width of [390, 1024, 1440])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await first.scrollIntoViewIfNeeded();

      await expect(first).toBeInViewport({ ratio: 1 });
      expect(await aside(records)).toBe(0);
    });
});

test('M17 a link to the rejected records leads to their beginning', async ({ page }) => {
  await page.goto(`${run(11)}#rejected`);
  await expect(page.getByText('C-100999;half@example.com;Half').first()).toBeVisible();

  const title = page.getByRole('heading', { name: 'Rejected records' });
  await expect(title).toBeInViewport({ ratio: 1 });
  expect((await title.boundingBox())?.y).toBeLessThan(150);
});
