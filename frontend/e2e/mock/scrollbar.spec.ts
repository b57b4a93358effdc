import { expect, test, type Page } from './fixture';
import config from '../../playwright.config';

// Others hide the scrollbars, as a test is wont to; here they take their place beside the page.
const { launchOptions } = config.projects?.find(({ name }) => name === 'mock')?.use ?? {};
test.use({ launchOptions: { ...launchOptions, ignoreDefaultArgs: ['--hide-scrollbars'] } });

const widths = (page: Page) =>
  page.evaluate(() => ({
    window: window.innerWidth,
    shell: document.querySelector('.shell')?.getBoundingClientRect().right,
    bar: document.querySelector('.bottombar')?.getBoundingClientRect().right,
    overlay: document.querySelector('.mantine-Modal-overlay')?.getBoundingClientRect().right,
  }));

test('M2 the page stands still behind a dialog, also one that is open from the start, wide and narrow', async ({
  page,
}) => {
  await page.goto('/connections');
  for (const width of [1440, 390])
    await test.step(`${width} px`, async () => {
      await page.setViewportSize({ width, height: 600 });
      await expect(page.getByRole('row').nth(1)).toBeVisible();
      const before = await widths(page);
      await page.getByRole('button', { name: 'Add connection' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      const behind = await widths(page);
      await page.reload();
      await expect(page.getByRole('dialog')).toBeVisible();
      const fromTheStart = await widths(page);

      expect(before.shell).toBeLessThan(before.window);
      expect(behind).toEqual({ ...before, overlay: width });
      expect(fromTheStart).toEqual({ ...before, overlay: width });
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });
});
