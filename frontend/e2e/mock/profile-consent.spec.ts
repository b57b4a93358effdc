import { expect, goOn, test, type Page } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const profile = (number: number) => `/profiles/0199e000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const connection = (number: number) => `0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const consent = (page: Page) => page.getByRole('region', { name: 'Consent' });
const row = (page: Page, objective: string) =>
  consent(page)
    .locator('.consents > li')
    .filter({ has: page.getByRole('link', { name: objective }) });
const explain = (page: Page) => page.getByRole('region', { name: 'Explain' });

test('M27 a profile says what the person consented to, under which law, from where, and what they were shown', async ({
  page,
}) => {
  await page.goto(profile(1));
  await expect(consent(page)).toContainText(
    'Privacy law: GDPR (European Union and European Economic Area), opt-in: held back until they consent.',
  );
  const newsletter = row(page, 'Newsletter');
  const ads = row(page, 'Personalised ads');
  await expect(newsletter).toContainText('Consents');
  await expect(newsletter.getByRole('link', { name: 'Run of Nightly customers from the tills' })).toBeVisible();
  await newsletter.getByText('What they were shown').press('Enter');
  await expect(newsletter).toContainText('Once a month we write to you');
  await expect(newsletter).toContainText('This is still what visitors are shown.');
  await expect(ads).toContainText('Refuses');
  await expect(ads).toContainText('Recorded by Ines Integrator: By phone');
  await expect(row(page, 'Shop analytics')).toContainText('Needs no consent under this law.');
  await ads.getByLabel('1 earlier statement about Personalised ads').press('Enter');
  await expect(ads.getByRole('listitem')).toContainText('Consents');
  await canBeUsedByEveryone(page, { picture: 'consent' });

  await goOn(page, profile(2));
  await expect(consent(page)).toContainText('This person has said nothing yet.');
  await expect(consent(page)).toContainText('FADP is not in use here, so Rest of world counts.');
  await expect(row(page, 'Personalised ads')).toContainText('UnknownSilence counts as a no.');

  await page.goto(`${profile(1)}?mock=viewer`);
  await expect(row(page, 'Newsletter')).toContainText('Consents');
  await expect(consent(page).getByRole('button', { name: /Newsletter/ })).toHaveCount(0);
  await expect(consent(page).getByLabel('Change the privacy law')).toHaveCount(0);
});

test('M27 what a person says is recorded with its source; what fails stays chosen, also after a reload', async ({
  page,
}) => {
  await page.goto(profile(1));
  const source = consent(page).getByRole('textbox', { name: 'Where did this person say so?' });
  await row(page, 'Personalised ads').getByRole('button', { name: 'Consents to Personalised ads' }).press('Enter');
  await row(page, 'Newsletter').getByRole('button', { name: 'Refuses Newsletter' }).click();
  await consent(page).getByRole('combobox', { name: 'Change the privacy law' }).fill('california');
  await page.getByRole('option', { name: 'CCPA (California, USA)' }).click();
  await source.fill('Broken line');
  await consent(page).getByRole('button', { name: 'Record', exact: true }).click();
  await expect(consent(page).getByRole('alert')).toContainText('This was not recorded');
  await canBeUsedByEveryone(page, { picture: 'consent-chosen' });
  await page.reload();
  await expect(consent(page).getByRole('status')).toContainText('3 changes not recorded yet');
  await expect(source).toHaveValue('Broken line');
  await source.fill('Deleted meanwhile');
  await source.press('Enter');
  await expect(row(page, 'Newsletter')).toContainText("There is no objective 'newsletter' (any more).");
  await expect(row(page, 'Newsletter').getByRole('button', { name: 'Refuses Newsletter' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await source.fill('Letter of 3 May');
  await source.press('Enter');

  await expect(page.getByText('Consent is recorded')).toBeVisible();
  await expect(source).toHaveCount(0);
  await expect(row(page, 'Newsletter')).toContainText('Recorded by Mara Marketer: Letter of 3 May');
  await expect(row(page, 'Newsletter')).toContainText('1 earlier statement');
  await expect(consent(page)).toContainText('Privacy law: CCPA (California, USA), opt-out');
});

test('M27 consent that cannot be read says so and is not written over, and the rest of the page goes on', async ({
  page,
}) => {
  await page.goto(profile(3));
  await expect(consent(page).getByRole('note')).toContainText('nothing can be recorded over it');
  await expect(consent(page).getByRole('button')).toHaveCount(0);
  await canBeUsedByEveryone(page, { picture: 'consent-unreadable' });

  await goOn(page, profile(1));
  await row(page, 'Newsletter').getByRole('button', { name: 'Refuses Newsletter' }).click();
  await consent(page).getByRole('textbox', { name: 'Where did this person say so?' }).fill('Unreadable since');
  await page.keyboard.press('Enter');
  await expect(consent(page).getByRole('note')).toContainText('What this person consented to cannot be read');
  await expect(consent(page).getByRole('alert')).toContainText('This was not recorded');
  await expect(consent(page).getByRole('button', { name: 'Record', exact: true })).toBeDisabled();
});

test('M28 a person is explained for a connection and a page: in a sentence, rule by rule, and by a link', async ({
  page,
}) => {
  await page.goto(profile(1));
  await expect(explain(page)).toContainText('Choose a connection to see whether it would process this person');
  await explain(page).getByRole('combobox', { name: 'Connection' }).click();
  await page.keyboard.type('sign-ups');
  await page.getByRole('option', { name: 'Newsletter sign-ups from events' }).click();
  const verdict = explain(page).getByRole('status');
  const rules = explain(page).getByRole('list', { name: 'The rules, in the order in which they are asked' });
  await expect(verdict).toContainText('No, Newsletter sign-ups from events does not process this person.');
  await expect(verdict).toContainText('The connection is Off: it processes nobody.');
  await expect(rules.locator(':scope > li')).toHaveCount(2);
  await expect(rules.locator(':scope > li').nth(0)).toContainText('SwitchDecides');
  await expect(rules.locator(':scope > li').nth(1)).toContainText('Personalised ads: Refuses');
  await expect(rules.locator(':scope > li').nth(1)).not.toContainText('Decides');
  await explain(page).getByRole('textbox', { name: 'Page (optional)' }).fill('shop.example');
  await expect(explain(page)).toContainText('Give the whole address of a page');

  await page.goto(
    `${profile(1)}?explain=${connection(3)}&page=${encodeURIComponent('https://shop.example/support/contact.html')}`,
  );
  await expect(verdict).toContainText('No, Web shop customers does not process this person.');
  await expect(rules.locator(':scope > li').nth(1)).toContainText('ChannelsDecides');
  await expect(rules.locator(':scope > li').nth(1)).toContainText(
    'Not pages that are /support/contact.html: Matches (Decides)',
  );
  await canBeUsedByEveryone(page, { picture: 'explain' });
  await explain(page).getByRole('textbox', { name: 'Page (optional)' }).fill('https://shop.example/support/faq.html');
  await expect(verdict).toContainText('Yes, Web shop customers processes this person.');
  await expect(page).toHaveURL(/faq\.html/);

  await goOn(page, `/connections/${connection(3)}`);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Explain for a profile…' }).click();
  await expect(page.getByRole('note')).toContainText('Choose a profile');
  await page.getByRole('searchbox', { name: 'Find by identifier' }).fill('C-100251');
  await page.getByRole('link', { name: /C-100251/ }).click();
  await expect(verdict).toContainText('Yes, Web shop customers processes this person.');

  await goOn(page, `${profile(1)}?explain=${connection(7)}`);
  await expect(verdict).toContainText('That depends on the page: Shop pages processes this person only on pages');
  await expect(explain(page)).not.toContainText('Yes,');
  await canBeUsedByEveryone(page, { picture: 'explain-in-pages' });
  await explain(page).getByRole('textbox', { name: 'Page', exact: true }).fill('https://shop.example/');
  await expect(verdict).toContainText('Yes, Shop pages processes this person.');

  await goOn(page, `${profile(1)}?explain=${connection(999)}`);
  await expect(explain(page)).toContainText('There is no such connection (any more). Choose another one.');
});

test('M28 a page whose address no request can carry is told at its field, and stays out of the address', async ({
  page,
}) => {
  await page.goto(`${profile(1)}?explain=${connection(3)}`);
  const address = explain(page).getByRole('textbox', { name: 'Page (optional)' });
  await expect(explain(page).getByRole('status')).toContainText('Web shop customers');
  await address.fill(`https://shop.example/${'a'.repeat(100_000)}`);
  await expect(address).toHaveAccessibleDescription(/An address has at most 8,000 characters\./);
  await expect(explain(page).getByRole('status')).toHaveCount(0);
  await expect(page).not.toHaveURL(/aaa/);
  await page.reload();

  await expect(explain(page).getByRole('status')).toContainText('Web shop customers');
});
