import { expect, test, type Locator, type Page } from './fixture';
import { isNotTooWide } from '../everyone';

const connection = '/connections/0199b000-0000-7000-8000-000000000001';
const goal = `${connection}?goal=0199c000-0000-7000-8000-000000000001`;

const box = (scope: Page | Locator, name: string) =>
  scope.getByRole('combobox', { name, exact: true }).or(scope.getByRole('textbox', { name, exact: true }));

async function choose(page: Page, scope: Page | Locator, name: string, option: string) {
  await box(scope, name).first().click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

interface Case {
  kind: string;
  field: string;
  before: string;
  after: string | RegExp;
  fill?: (form: Locator, page: Page) => Promise<void>;
}

const cases: Case[] = [
  { kind: 'Trim', field: 'email', before: ' zoe.vandenberg@Example.com ', after: 'zoe.vandenberg@Example.com' },
  {
    kind: 'Change case',
    field: 'last_name',
    before: 'van den Berg',
    after: 'VAN DEN BERG',
    fill: (form, page) => choose(page, form, 'To', 'CAPITALS'),
  },
  {
    kind: 'Join fields',
    field: 'last_name',
    before: 'van den Berg',
    after: 'van den Berg, Utrecht',
    fill: async (form) => {
      await box(form, 'Other fields, in order').first().fill('city');
      await form.page().keyboard.press('Enter');
      await form.getByLabel('Separator').fill(', ');
    },
  },
  {
    kind: 'Fixed value',
    field: 'last_name',
    before: 'van den Berg',
    after: 'web shop',
    fill: (form) => form.getByLabel('Value').fill('web shop'),
  },
  { kind: 'Read a date', field: 'born', before: '01-01-1961', after: '1961-01-01' },
  { kind: 'Read a number', field: 'spent', before: '0.340,10', after: '0340.10' },
  {
    kind: 'Clean e-mail',
    field: 'email',
    before: ' zoe.vandenberg@Example.com ',
    after: 'zoe.vandenberg@example.com',
  },
  { kind: 'Clean phone', field: 'phone', before: '06-12345670', after: '+31612345670' },
  { kind: 'Hash', field: 'last_name', before: 'van den Berg', after: /^[0-9a-f]{64}$/ },
  {
    kind: 'Filter by pattern',
    field: 'last_name',
    before: 'van den Berg',
    after: 'empty',
    fill: async (form) => {
      await form.getByLabel('Pattern', { exact: true }).fill('^van ');
      await expect.poll(() => shown(form, 'After')).toBe('van den Berg');
      await form.getByLabel('Keep what does not fit').check();
    },
  },
  {
    kind: 'Replace by pattern',
    field: 'last_name',
    before: 'van den Berg',
    after: 'van der Berg',
    fill: async (form) => {
      await form.getByLabel('Pattern', { exact: true }).fill('den');
      await form.getByLabel('Replacement').fill('der');
    },
  },
  {
    kind: 'Split',
    field: 'last_name',
    before: 'van den Berg',
    after: 'van · den · Berg',
    fill: (form) => form.getByLabel('Separator').fill(' '),
  },
  {
    kind: 'Value table',
    field: 'newsletter',
    before: 'J',
    after: 'yes',
    fill: async (form) => {
      await form.getByRole('textbox', { name: 'From', exact: true }).fill('j');
      await form.getByRole('textbox', { name: 'To', exact: true }).fill('yes');
    },
  },
  {
    kind: 'Expression',
    field: 'last_name',
    before: 'van den Berg',
    after: '12',
    fill: (form) => form.getByLabel('Formula').fill('size(value)'),
  },
];

const shown = (form: Locator, row: 'Before' | 'After') =>
  form.getByRole('row', { name: row }).getByRole('cell').last().textContent();

test('M15 every kind of step shows the example before and after it', async ({ page }) => {
  test.slow();
  await page.goto(goal);
  await expect(page.getByText('Record 1 · line 2')).toBeVisible();
  let field = 'last_name';
  for (const { kind, field: wanted, before, after, fill } of cases)
    await test.step(kind, async () => {
      const from = box(page.getByRole('group', { name: `${field} → Last name` }), 'From');
      await from.fill(wanted);
      // What it proposes lies over the steps.
      await page.keyboard.press('Escape');
      field = wanted;
      const row = page.getByRole('group', { name: `${field} → Last name` });
      await row.getByRole('button', { name: `Add a step for ${field}` }).click();
      await expect(page.getByRole('menuitem')).toHaveCount(cases.length);
      await page.getByRole('menuitem', { name: new RegExp(`^${kind}`) }).click();
      await expect(page.getByRole('menuitem')).toHaveCount(0);
      const form = page.getByRole('dialog');
      if (!(await form.isVisible())) await row.getByRole('button', { name: `Step: ${kind}` }).click();
      await fill?.(form, page);

      await expect.poll(() => shown(form, 'Before')).toBe(before);
      await (typeof after === 'string'
        ? expect.poll(() => shown(form, 'After')).toBe(after)
        : expect.poll(() => shown(form, 'After')).toMatch(after));
      await form.getByRole('button', { name: 'Remove this step' }).click();
      await expect(form).toBeHidden();
    });
});

test('M15 M16 identifiers with "and" and "or", and rows for new or existing profiles, are saved as chosen', async ({
  page,
}) => {
  await page.goto(goal);
  const identifiers = page.getByRole('region', { name: 'Identifiers' });
  await choose(page, identifiers, 'and also by', 'E-mail');
  await choose(page, identifiers, 'Add an alternative', 'Customer number');
  for (const [name, restriction] of [
    ['First name', 'new profiles only'],
    ['Last name', 'existing profiles only'],
  ] as const) {
    await page.getByRole('button', { name: `More for this row: ${name}` }).click();
    await choose(page, page.getByRole('dialog'), 'For', restriction);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('group', { name: `→ ${name}` }).getByText(restriction)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('is saved').last()).toBeVisible();

  const { goals } = await page.evaluate(
    async (path) =>
      (await (await fetch(`/api/v1${path}`)).json()) as {
        goals: { matching: unknown; mapping: { property: string; restriction: string }[] }[];
      },
    connection,
  );
  expect(goals[0]?.matching).toEqual({ anyOf: [['customer-number', 'email'], ['email'], ['customer-number']] });
  expect(goals[0]?.mapping.map(({ property, restriction }) => `${property}: ${restriction}`)).toEqual([
    'customer-number: ALL_PROFILES',
    'email: ALL_PROFILES',
    'first-name: NEW_PROFILES_ONLY',
    'last-name: EXISTING_PROFILES_ONLY',
    'birth-date: ALL_PROFILES',
    'newsletter: ALL_PROFILES',
  ]);
});

test('M14 any one sign can be the separator, and what is none is not taken', async ({ page }) => {
  await page.goto(goal);
  const separator = box(page.getByRole('region', { name: 'Options' }), 'Separator').first();
  await expect(separator).toHaveValue('Semicolon');
  await expect(page.getByText('Detected: Delimited text (CSV), UTF-8, Semicolon')).toBeVisible();
  await separator.fill('ab');
  await separator.press('Tab');
  await expect(page.getByText('One sign, or its name')).toBeVisible();
  await separator.fill('~');
  await separator.press('Enter');

  await expect(separator).toHaveValue('Tilde');
  await expect(page.getByRole('columnheader', { name: /customer_no;email/ })).toBeVisible();
  await choose(page, page.getByRole('region', { name: 'Options' }), 'Separator', 'Semicolon');
  await expect(page.getByRole('columnheader', { name: /^customer_no / })).toBeVisible();
});

test('M14 the fields of which files are read stand in even rows, wide and on a tablet', async ({ page }) => {
  await page.goto('/connections/0199b000-0000-7000-8000-000000000001');
  await page.getByText('Import customers').first().click();
  const top = (name: string) =>
    page.getByLabel(name, { exact: true }).evaluate((field) => field.getBoundingClientRect().top);
  for (const width of [1440, 1024])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      expect(await top('Folder')).toBe(await top('Name pattern'));
    });
});

test('M15 a mapping stays in its card, however wide the window is', async ({ page }) => {
  await page.goto(goal);
  await expect(page.getByRole('group', { name: /^email →/ })).toBeVisible();
  for (const width of [1800, 1440, 1279, 1000, 760, 390]) {
    await page.setViewportSize({ width, height: 900 });
    await isNotTooWide(page, `${width} px`);
    if (process.env.PICTURES) await page.locator('.mapping').screenshot({ path: `test-results/mapping-${width}.png` });
  }
});

test('M15 of a mapping of 200 columns those are drawn that one comes to, and a problem leads to any of them', async ({
  page,
}) => {
  await page.goto(`${goal}&mock=wide`);
  const rows = page.getByRole('group', { name: /^\S+ → / });
  await expect(rows.first()).toBeVisible();
  expect(await rows.count()).toBeLessThan(100);
  await expect(page.getByText('field_200 → newsletter')).toBeAttached();
  await page
    .getByRole('button', { name: /There is no profile property "mailing"/ })
    .first()
    .click();

  const row = page.getByRole('group', { name: 'field_181 → mailing' });
  await expect(row.getByLabel('To property')).toBeFocused();
  await row.getByRole('button', { name: /^Remove/ }).click();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: /^Mapping / }).click();
  await expect(page.getByText('199 fields mapped')).toBeVisible();
});

test('M15 a row that was only just added says what it lacks and takes nothing from the others', async ({ page }) => {
  await page.goto(goal);
  const becomes = page
    .getByRole('group', { name: /^email →/ })
    .getByText('zoe.vandenberg@example.com', { exact: true });
  await expect(becomes).toBeVisible();
  await page.getByRole('button', { name: 'Add mapping' }).click();
  await expect(page.getByRole('button', { name: 'Choose the property of row 7.', exact: true })).toBeVisible();
  // Until the preview of the seven rows has come.
  await page.waitForLoadState('networkidle');

  await expect(becomes).toBeVisible();
  await expect(page.getByText('That did not work')).toHaveCount(0);
  await page.getByRole('button', { name: 'Choose the property of row 7.', exact: true }).click();
  await expect(page.locator('.mapping-row').last().locator(':focus')).toHaveCount(1);
});
