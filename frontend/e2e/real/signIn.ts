import type { Page } from '@playwright/test';

const MOST_TRIES = 5;

/**
 * Fills the provider's form in. Keycloak refuses a sign-in that runs beside another one of the same person, in the
 * words for a wrong password; whoever meets that tries again.
 */
export async function fillIn(page: Page, user: string, password: string) {
  for (let tries = 1; tries <= MOST_TRIES; tries++) {
    await page.locator('#username').fill(user);
    await page.locator('#password').fill(password);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().includes('/login-actions/authenticate')),
      page.locator('#kc-login').click(),
    ]);
    if (answer.status() !== 200) return;
    await page.waitForLoadState();
  }
}
