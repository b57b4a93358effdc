import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const widths = [1440, 390];

/** What axe finds, a line each; within one frame, so that it needs no second page to say so. */
export async function axeFindings(page: Page, { include, only }: { include?: string; only?: string } = {}) {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (include) axe.include(include);
  if (only) axe.withRules([only]);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

export async function isNotTooWide(page: Page, what: string) {
  expect
    .soft(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      `${what}: pixels too many`,
    )
    .toBeLessThanOrEqual(0);
}

/**
 * Looks at what is open in both widths and themes. A theme changes colours and nothing else, so that in the second
 * one only the contrast is looked at. `picture` names what the four pictures are called.
 */
export async function canBeUsedByEveryone(
  page: Page,
  { include, settled, picture }: { include?: string; settled?: () => Promise<void>; picture?: string } = {},
) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      await settled?.();
      const only = colorScheme === 'dark' ? 'color-contrast' : undefined;
      expect.soft(await axeFindings(page, { include, only }), `${colorScheme}, ${width} px`).toEqual([]);
      if (picture) await page.screenshot({ path: `test-results/${picture}-${colorScheme}-${width}.png` });
    }
    await isNotTooWide(page, `${width} px`);
  }
}
