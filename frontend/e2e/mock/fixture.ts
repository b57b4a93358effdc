import { test as base, type BrowserContext, type Page } from '@playwright/test';

export { expect, type Locator, type Page } from '@playwright/test';

/** Goes on to another address in the page that is open, as its own links do: opening it anew is what costs. */
export async function goOn(page: Page, address: string) {
  await page.evaluate((to) => window.history.pushState(null, '', to), address);
}

/** Lets every request fail whose address contains this, until it is mended. */
export async function failing(page: Page, address: string) {
  const broken = await page.evaluateHandle((part) => {
    const really = window.fetch.bind(window);
    const state = { mended: false };
    window.fetch = (asked, how) =>
      !state.mended && (asked instanceof Request ? asked.url : String(asked)).includes(part)
        ? Promise.resolve(new Response('{}', { status: 500 }))
        : really(asked, how);
    return state;
  }, address);
  return { mend: () => broken.evaluate((state) => void (state.mended = true)) };
}

/**
 * Stories share a context: a good part of what opening the page costs is compiling it, and a new context compiles anew.
 * Each story has a page of its own, and so its own size, theme, listeners and `sessionStorage`, in a browser that has
 * forgotten the one before. The context of a story that failed is not used again: Playwright ends the browser.
 */
export const test = base.extend<{ ownContext: boolean }, { shared: { context?: BrowserContext } }>({
  /** For what outlives a page: a clock, a network that is off, other options of the context. */
  ownContext: [false, { option: true }],
  shared: [
    async ({ browserName: _ }, stories) => {
      await stories({});
    },
    { scope: 'worker' },
  ],
  context: async ({ browser, ownContext, shared }, story) => {
    if (ownContext) {
      const context = await browser.newContext();
      await story(context);
      await context.close();
    } else {
      shared.context ??= await browser.newContext();
      await story(shared.context);
    }
  },
  page: async ({ context, baseURL }, story) => {
    const left = context.pages();
    const page = await context.newPage();
    // Only now: what was compiled is kept by the process, and the process ends with its last page.
    await Promise.all(left.map((old) => old.close()));
    const devtools = await context.newCDPSession(page);
    // The service worker of the mock API too.
    await devtools.send('Storage.clearDataForOrigin', { origin: baseURL ?? '', storageTypes: 'all' });
    await devtools.detach();
    await story(page);
  },
});
