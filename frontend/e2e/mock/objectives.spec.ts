import { expect, goOn, test } from './fixture';
import { canBeUsedByEveryone, isNotTooWide } from '../everyone';

test('M26 the list tells each objective with its zones, and leads to it', async ({ page }) => {
  await page.goto('/objectives');
  const row = page.getByRole('row', { name: /Newsletter/ });
  await expect(row).toContainText('newsletter');
  await expect(row.getByText('UK GDPR', { exact: true })).toBeVisible();
  await expect(page.getByRole('row', { name: /Shop analytics/ })).toContainText('Nowhere');
  await row.getByRole('link', { name: 'Newsletter' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Newsletter' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Id', exact: true })).toBeDisabled();
});

test('M26 who has no objective learns what one is, and makes the first', async ({ page }) => {
  await page.goto('/objectives?mock=empty');
  await expect(
    page.getByText('A connection that is linked to none processes every customer.', { exact: false }),
  ).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'New objective' }).last().click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Été: Letter & ads');
  await expect(page.getByRole('textbox', { name: 'Id' })).toHaveValue('ete-letter-ads');
  await expect(page.getByText('this objective holds nobody back', { exact: false })).toBeVisible();
  await page.getByRole('checkbox', { name: /^UK GDPR/ }).check();
  await page.getByRole('radio', { name: 'Pink' }).check();
  await page.getByRole('textbox', { name: 'Title' }).fill('Our letter');
  await page.getByRole('textbox', { name: 'Text' }).fill('Once a month.\nNo more.');
  await page.getByRole('button', { name: 'Create objective' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Été: Letter & ads' })).toBeVisible();
  await expect(page).toHaveURL(/\/objectives\/ete-letter-ads$/);
  await expect(page.getByRole('region', { name: 'What visitors were shown' })).toContainText('Once a month.');
});

test('M26 an id that no objective can have is refused where it is typed, before it is sent', async ({ page }) => {
  await page.goto('/objectives/-new');
  await page.getByRole('textbox', { name: 'Name' }).fill('3 for 2');
  await page.getByRole('button', { name: 'Create objective' }).click();

  await expect(page.getByRole('textbox', { name: 'Id' })).toHaveAccessibleDescription(/A letter first/);
});

test('M26 the id of a deleted objective is refused with the reason and a way out', async ({ page }) => {
  await page.goto('/objectives/newsletter');
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('is never given to another objective', { exact: false })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Objectives' })).toBeVisible();
  await expect(page.getByRole('row', { name: /Newsletter/ })).toHaveCount(0);
  await page.getByRole('link', { name: 'New objective' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Newsletter');
  await page.getByRole('button', { name: 'Create objective' }).click();

  await expect(page.getByRole('textbox', { name: 'Id' })).toHaveAccessibleDescription(/such as 'newsletter-2'/);
});

test('M26 another text for visitors is kept beside the ones before', async ({ page }) => {
  await page.goto('/objectives/newsletter');
  await page.getByRole('textbox', { name: 'Text' }).fill('Once a week.');
  await page.getByRole('button', { name: 'Save' }).click();
  const shown = page.getByRole('region', { name: 'What visitors were shown' }).getByRole('listitem');

  await expect(shown).toHaveCount(2);
  await expect(shown.first()).toContainText('Once a week.');
  await expect(shown.last()).toContainText('Once a month');
});

test('M26 who is late is told what differs, and loses nothing', async ({ page }) => {
  await page.goto('/objectives/newsletter');
  await page.getByRole('textbox', { name: 'Name' }).fill('Stale');
  await page.getByRole('checkbox', { name: /^LGPD/ }).check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('Noah Neighbour saved this objective meanwhile.');
  await expect(page.getByRole('alert')).toContainText('What differs: Name and Consent is needed in.');
  await page.getByRole('button', { name: 'Go on with mine' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
  await page.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: /^LGPD/ })).toBeChecked();
});

test('M26 who leaves an objective with something unsaved is asked, and a reload loses nothing', async ({ page }) => {
  await page.goto('/objectives/newsletter');
  await page.getByRole('textbox', { name: 'Title' }).fill('Typed');
  await page.getByRole('link', { name: 'All objectives' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('button', { name: 'Stay here' }).click();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();

  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Typed');
});

test('M26 M7 an objective has labels and a star, which leave nothing to save', async ({ page }) => {
  await page.goto('/objectives/newsletter');
  await page.getByLabel('Add label').fill('Stores,');
  await expect(page.getByRole('button', { name: 'Label Stores: what else has it' })).toBeVisible();
  await page.getByRole('button', { name: 'Star Newsletter' }).click();
  await expect(page.getByRole('button', { name: 'Take the star from Newsletter' })).toBeVisible();

  await expect(page.getByRole('button', { name: 'Save' })).toHaveAttribute('aria-disabled', 'true');
});

test('M26 settings that nobody confirmed say so, and are confirmed as they are', async ({ page }) => {
  await page.goto('/settings/privacy?mock=administrator');
  await expect(page.getByText('nobody has confirmed them yet', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Confirm as they are' }).click();

  await expect(page.getByText('Privacy settings are saved')).toBeVisible();
  await expect(page.getByText('Saved by Ada Administrator', { exact: false })).toBeVisible();
});

test('M26 taking a zone out of use says what becomes of the objectives that name it, before it is saved', async ({
  page,
}) => {
  await page.goto('/settings/privacy?mock=administrator');
  await page.getByRole('button', { name: 'Take GDPR out of use' }).click();
  await page.getByRole('radiogroup', { name: 'What holds under Rest of world' }).getByText('Opt-out').click();
  await expect(page.getByText('The law usually asks for opt-in.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Save the privacy settings?' });
  await expect(dialog).toContainText('2 objectives that name it need consent in the rest of the world then.');
  await expect(dialog).toContainText('Rest of world: customers who have said nothing are processed until they refuse.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Privacy settings are saved')).toBeVisible();
  await page.goto('/objectives/newsletter?mock=administrator');

  await expect(page.getByRole('checkbox', { name: 'GDPR', exact: true })).toBeVisible();
});

test('M26 a zone is added by its law or its place, as its law usually wants it', async ({ page }) => {
  await page.goto('/settings/privacy?mock=administrator');
  await page.getByRole('combobox', { name: 'Add a zone' }).fill('switz');
  await page.getByRole('option', { name: 'FADP · Switzerland' }).click();

  await expect(
    page.getByRole('radiogroup', { name: 'What holds under FADP' }).getByRole('radio', { name: 'Opt-out' }),
  ).toBeChecked();
});

test('M26 M30 who may not change the privacy settings sees them and is told so', async ({ page }) => {
  await page.goto('/settings/privacy');
  await expect(page.getByRole('note').first()).toContainText('changing it needs the administrator role');

  await expect(page.getByRole('button', { name: 'Take GDPR out of use' })).toHaveCount(0);
});

for (const [name, screens] of Object.entries({
  'objectives and their shares': [
    ['list', '/objectives', '61,204 consented (61%)'],
    ['new', '/objectives/-new', 'Consent is needed in'],
    ['one', '/objectives/newsletter', '61,204 consented (61%)'],
  ],
  'objectives, where there is none': [['empty', '/objectives?mock=empty', 'No objective yet']],
  'the privacy settings': [['privacy', '/settings/privacy?mock=administrator', 'Zones in use']],
} satisfies Record<string, [name: string, address: string, seen: string][]>))
  test(`M26 ${name} are readable and axe-clean in light and dark, wide and narrow`, async ({ page }) => {
    for (const [index, [screen, address, seen]] of screens.entries())
      await test.step(screen, async () => {
        await (index === 0 ? page.goto(address) : goOn(page, address));
        await canBeUsedByEveryone(page, {
          settled: () => expect(page.getByText(seen).first()).toBeVisible(),
          picture: `objectives-${screen}`,
        });
      });
  });

test('M26 names and texts as long and as hostile as they may be stay text and widen neither the list nor an objective', async ({
  page,
}) => {
  const looks = async (seen: string, picture: string) => {
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await expect(page.getByText(seen, { exact: false }).first()).toBeVisible();
      await isNotTooWide(page, `${picture} ${width} px`);
      if (process.env.PICTURES) await page.screenshot({ path: `test-results/long-${picture}-${width}.png` });
    }
  };
  await page.goto('/objectives?mock=long');
  await looks('Newsletter <img', 'objectives');
  await page.getByRole('link', { name: /^Newsletter/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Newsletter/ })).toBeVisible();
  await looks('What visitors were shown', 'objective');

  expect(await page.evaluate(() => 'hacked' in window || document.querySelector('img[src="x"]') !== null)).toBe(false);
});
