import axe from 'axe-core';
import { expect, type Page } from '@playwright/test';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const looks: { width: number; colorScheme: 'light' | 'dark'; only?: string }[] = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark', only: 'color-contrast' },
  { width: 390, colorScheme: 'dark' },
];

/** What axe finds, a line each. It is brought into a document once, however often it looks, and lists only faults. */
export async function axeFindings(page: Page, { include, only }: { include?: string; only?: string } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ([include, only]) => {
      const { violations } = await window.axe.run(include ?? document, {
        resultTypes: ['violations'],
        // Not the style sheets, which axe would parse again each time: no rule that is on reads them.
        preload: { assets: ['media'] },
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
  expect.soft(await stickingOut(page), `${what}: what sticks out of its card`).toEqual([]);
}

/** What is drawn beyond the right edge of the card that it stands in; what scrolls, is cut off or floats may be there. */
function stickingOut(page: Page) {
  return page.evaluate(() => {
    const kept = (style: CSSStyleDeclaration) =>
      style.overflowX !== 'visible' || ['absolute', 'fixed', 'sticky'].includes(style.position);
    return Array.from(document.querySelectorAll('.panel, .mantine-Paper-root')).flatMap((card) => {
      const edge = card.getBoundingClientRect().right + 1;
      const walk = (element: Element): string[] => {
        const { right, width } = element.getBoundingClientRect();
        if (width > 0 && right > edge)
          return [`${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`];
        return kept(getComputedStyle(element)) ? [] : Array.from(element.children).flatMap(walk);
      };
      return Array.from(card.children).flatMap(walk).slice(0, 3);
    });
  });
}

/**
 * Looks at what is open: wide and light, wide and dark, narrow and dark. A theme changes colours and nothing else, so
 * that of the second only the contrast is looked at. With PICTURES=1 it leaves pictures called `picture`.
 * A failure says `name`, or `picture`, where a story looks at several things. What follows goes on wide and light.
 */
export async function canBeUsedByEveryone(
  page: Page,
  {
    include,
    settled,
    picture,
    name = picture,
  }: { include?: string; settled?: () => Promise<void>; picture?: string; name?: string } = {},
) {
  for (const { width, colorScheme, only } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await settled?.();
    const where = name ? `${name}, ${width} px` : `${width} px`;
    expect.soft(await axeFindings(page, { include, only }), `${where}, ${colorScheme}`).toEqual([]);
    await isNotTooWide(page, where);
    if (picture && process.env.PICTURES)
      await page.screenshot({ path: `test-results/${picture}-${colorScheme}-${width}.png` });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}
