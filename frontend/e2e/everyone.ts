import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const widths = [1440, 390];

/** What axe finds, a line each. It is brought into a document once, however often it looks, and lists only faults. */
export async function axeFindings(page: Page, { include, only }: { include?: string; only?: string } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([include, only]) => {
      const { violations } = await window.axe.run(include ?? document, {
        resultTypes: ['violations'],
        ...(only ? { runOnly: [only] } : {}),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    },
    [include, only] as const,
  );
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
 * one only the contrast is looked at. With PICTURES=1 it leaves four pictures called `picture`.
 * What follows goes on wide and light.
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
      if (picture && process.env.PICTURES)
        await page.screenshot({ path: `test-results/${picture}-${colorScheme}-${width}.png` });
    }
    await isNotTooWide(page, `${width} px`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
