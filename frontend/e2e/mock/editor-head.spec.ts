import { expect, test } from './fixture';
import { canBeUsedByEveryone } from '../everyone';

const connection = '/connections/0199b000-0000-7000-8000-000000000001';

test('M7 M10 the head says who hears of the runs and that no notebook uses the secrets', async ({ page }) => {
  await page.goto(connection);
  await page.getByRole('button', { name: 'Notebooks: may not use its secrets' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Notebooks' })).toContainText(
    'No notebook can read the secrets of this connection.',
  );
  await expect(page.locator('[role=dialog]:focus, [role=dialog] :focus')).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Notebooks: may not use its secrets' })).toBeFocused();
  await page.getByRole('button', { name: 'Notifications: nobody' }).press('Enter');
  await canBeUsedByEveryone(page, { picture: 'editor-head' });
  await page.getByRole('link', { name: 'See what needs attention' }).press('Enter');

  await expect(page.getByRole('heading', { name: 'Needs attention' })).toBeVisible();
});

test('M7 nothing that the head says is cut, on a tablet and on a phone', async ({ page }) => {
  await page.goto(`${connection}?mock=long`);
  const said = page
    .getByRole('group', { name: /^Labels of / })
    .getByRole('button', { name: /^Label / })
    .or(page.getByRole('button', { name: /^(Edit rights|Notifications|Notebooks): / }));
  for (const width of [1024, 390])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 844 });
      await expect(said).toHaveCount(5);
      const cut = await said.evaluateAll((buttons) =>
        buttons
          .flatMap((button) => Array.from(button.querySelectorAll<HTMLElement>('*')))
          .filter((part) => part.scrollWidth > part.clientWidth && getComputedStyle(part).overflow === 'hidden')
          .map((part) => part.innerText),
      );
      expect(cut).toEqual([]);
    });
});
