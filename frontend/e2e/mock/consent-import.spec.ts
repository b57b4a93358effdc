import { expect, goOn, test, type Page } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const empty = '/connections/0199b000-0000-7000-8000-000000000001?goal=0199c000-0000-7000-8000-000000000001';
const signUps = '/connections/0199b000-0000-7000-8000-000000000004?goal=0199c000-0000-7000-8000-000000000004';

const section = (page: Page) => page.getByRole('region', { name: 'Consent in this file' });
const row = (page: Page, name: RegExp) => section(page).getByRole('group', { name });

test('M27 a goal without consent explains what a file may say, and a column that looks like it is one click away', async ({
  page,
}) => {
  await page.goto(empty);
  const consent = section(page);
  await expect(consent).toContainText('Does this file say what people consented to?');
  await expect(consent).toContainText('consent is never guessed');
  await expect(consent).toContainText('Newest wins');
  const guesses = consent.getByRole('region', { name: 'Looks like consent' });
  await expect(guesses).toContainText('The column “newsletter” is the answer to Newsletter: yes or no.');
  await expect(guesses).toContainText('“J” means yes');
  await guesses.getByRole('button', { name: 'Use it: newsletter' }).click();

  await expect(row(page, /newsletter is the answer to Newsletter/)).toContainText('Newsletter: yes');
  await expect(consent).not.toContainText('Does this file say');
  await consent.getByRole('button', { name: 'Next record' }).click();
  await expect(consent.getByRole('status')).toContainText('This record says: Newsletter: no');
});

test('M26 M19 the preview says who would be held back and why, and what is unclear can be taken as no answer', async ({
  page,
}) => {
  await page.goto(signUps);
  const trial = page.getByRole('region', { name: 'What a run would do' });
  await expect(trial.getByText('2 records rejected:')).toBeVisible();
  await expect(trial).toContainText('says neither yes nor no');
  await expect(trial.getByText('8 records held back:')).toBeVisible();
  await expect(trial.getByRole('link', { name: 'Personalised ads' })).toHaveAttribute(
    'href',
    /objectives\/Google_Ads_Consent/,
  );
  await trial.getByRole('button', { name: 'Take “on the phone” as no answer' }).click();
  await expect(trial.getByRole('status')).not.toContainText('rejected');
  await expect(row(page, /newsletter_ok/).getByRole('button', { name: 'Step: Value table' })).toBeVisible();

  await section(page).getByRole('button', { name: 'Use it: ads_opt_out' }).click();
  await expect(trial.getByText('3 records held back:')).toBeVisible();
  await expect(row(page, /ads_opt_out is the answer to Personalised ads/)).toContainText('Personalised ads: yes');
});

test('M27 rows are added, chosen by typing, taken out, and saved; what is wrong stands at the row', async ({
  page,
}) => {
  await page.goto(signUps);
  const consent = section(page);
  await consent.getByRole('button', { name: 'Add a column' }).click();
  const added = consent.getByRole('group', { name: /no field.* is the answer to/ });
  await added.getByRole('combobox', { name: 'Column', exact: true }).fill('ads_opt_out');
  await expect(consent).toContainText('Choose the objective of consent row 3.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const bad = row(page, /^ads_opt_out/);
  await expect(bad).toContainText("An objective's id has");
  await bad.getByRole('combobox', { name: 'Objective', exact: true }).fill('person');
  await page.getByRole('option', { name: /Personalised ads/ }).click();
  await row(page, /^privacy_zone/)
    .getByRole('button', { name: 'Remove the row of privacy_zone' })
    .click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Newsletter sign-ups from events is saved')).toBeVisible();

  await expect(bad.getByRole('combobox', { name: 'Objective', exact: true })).toHaveValue('Personalised ads');
  await expect(row(page, /^privacy_zone/)).toHaveCount(0);
});

test('M27 M30 who may only look reads the rows and changes none', async ({ page }) => {
  await page.goto(`${signUps}&mock=viewer`);
  const consent = section(page);
  await expect(row(page, /newsletter_ok is the answer to Newsletter/)).toBeVisible();

  await expect(consent.getByRole('button', { name: 'Add a column' })).toBeDisabled();
  await expect(consent.getByRole('combobox', { name: 'Objective' })).toBeDisabled();
  await expect(consent.getByRole('button', { name: 'Use it: ads_opt_out' })).toHaveCount(0);
});

test('M27 the consent of a file is readable and axe-clean in light and dark, wide and narrow', async ({ page }) => {
  for (const [index, place] of [empty, signUps].entries()) {
    await (index === 0 ? page.goto(place) : goOn(page, place));
    const title = index === 0 ? 'Nightly customers from the tills' : 'Newsletter sign-ups from events';
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(section(page).getByRole('region', { name: 'Looks like consent' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'What a run would do' }).getByRole('status')).toBeVisible();
    await canBeUsedByEveryone(page, { name: title });
  }
});
