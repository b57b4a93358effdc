import { expect, test, type Locator } from './fixture';
import { axeFindings } from '../everyone';

const goal = '/connections/0199b000-0000-7000-8000-000000000001?goal=0199c000-0000-7000-8000-000000000001';

test('M14 M15 the page says what a run would reject, and one click adds the step that mends it', async ({ page }) => {
  await page.goto(goal);
  const trial = page.getByRole('region', { name: 'What a run would do' });
  await expect(trial.getByRole('status')).toContainText('1 would be rejected');
  await expect(trial.getByText('1 record rejected:')).toBeVisible();

  const born = page.getByRole('group', { name: 'born → Date of birth' });
  await born.getByRole('button', { name: 'Step: Read a date' }).click();
  await page.getByRole('button', { name: 'Remove this step' }).click();
  await expect(trial.getByText('20 values left out:')).toBeVisible();
  await trial.getByRole('button', { name: 'Add: Read a date' }).click();

  await expect(trial.getByText('20 values left out:')).toBeHidden();
  await expect(born.getByRole('button', { name: 'Step: Read a date' })).toBeVisible();
});

test('M14 a rejected record is one click away, and its bad value can be left out instead', async ({ page }) => {
  await page.goto(goal);
  const trial = page.getByRole('region', { name: 'What a run would do' });
  await trial.getByRole('button', { name: 'Show the first' }).click();
  await expect(page.getByText('Record 7 · line 8')).toBeVisible();
  await trial.getByRole('button', { name: 'Leave the value out instead' }).click();

  await expect(trial.getByText('1 value left out:')).toBeVisible();
  await expect(trial.getByRole('status')).not.toContainText('would be rejected');
});

test('M15 remaining fields come with their steps, wide and narrow', async ({ page }) => {
  await page.goto(goal);
  await page.getByRole('button', { name: 'Add remaining fields' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add remaining fields' });
  const added = page.getByRole('group', { name: 'spent → spent' }).getByRole('button', { name: 'Step: Read a number' });
  for (const width of [1440, 390])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await expect(dialog.getByRole('row', { name: /spent/ })).toContainText('Read a number');
      expect(await axeFindings(page)).toEqual([]);
    });
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();

  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(added, `${width} px`).toBeVisible();
  }
});

test('M15 M16 what is ticked as an identifier is matched by: said before, and kept beside what there was', async ({
  page,
}) => {
  await page.goto(goal);
  await page.getByRole('button', { name: 'Add remaining fields' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add remaining fields' });
  const words = dialog.getByRole('status');
  await expect(words).toHaveText('This goal goes on matching by Customer number, or by E-mail.');
  await expect(dialog.getByRole('checkbox', { name: 'Match by: city' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Identifier: points' }).check();
  await expect(words).toHaveText('This goal will match by Customer number, or by E-mail, or by points.');
  await dialog.getByRole('checkbox', { name: 'Match by: points' }).uncheck();
  await expect(dialog.getByRole('checkbox', { name: 'Identifier: points' })).toBeChecked();
  await expect(words).toHaveText('This goal goes on matching by Customer number, or by E-mail.');
  await dialog.getByRole('checkbox', { name: 'Match by: spent' }).check();
  await expect(dialog.getByRole('checkbox', { name: 'Identifier: spent' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();

  const identifiers = page.getByRole('region', { name: 'Identifiers' });
  await expect(identifiers.getByRole('button', { name: /^Remove / })).toHaveCount(6);
  await expect(identifiers.getByRole('button', { name: 'Remove spent', exact: true })).toBeVisible();
});

test('M15 what stands in a mapping can be read in whole, however wide the window is', async ({ page }) => {
  await page.goto(goal);
  const row = page.getByRole('group', { name: 'email → E-mail' });
  const effect = row.getByText('zoe.vandenberg@example.com', { exact: true });
  const property = page
    .getByRole('group', { name: 'customer_no → Customer number' })
    .getByRole('textbox', { name: 'To property' });
  const cut = (part: Locator) => part.evaluate((shown) => shown.scrollWidth > shown.clientWidth);
  for (const width of [1920, 1440, 1024, 390])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 900 });
      await expect(effect).toBeVisible();

      expect(await cut(row.getByTitle('zoe.vandenberg@Example.com'))).toBe(false);
      expect(await cut(property)).toBe(false);
      expect((await effect.boundingBox())?.height).toBeLessThan(24);
    });
});
