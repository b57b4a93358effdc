import { expect, test, type Page } from './fixture';

type Mock = Window & { mockApi?: { endSession: () => void; renewSession: (as?: 'viewer') => void } };

const connection = '/connections/0199b000-0000-7000-8000-000000000001';
const signIn = (page: Page, as?: 'viewer') => page.evaluate((who) => (window as Mock).mockApi?.renewSession(who), as);

test('M30 nothing of signing in stays in the address', async ({ page }) => {
  await page.goto('/?mock=signed-out&state=abc&code=def');
  await expect(page.getByRole('heading', { level: 1, name: 'Keep customer profiles in step' })).toBeVisible();

  expect(new URL(page.url()).search).toBe('?mock=signed-out');
  await expect(page.getByRole('link', { name: 'Sign in' })).not.toHaveAttribute('href', /state|code/);
});

test('M30 who signed out is told so', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Account of Mara Marketer' }).click();
  // The mock API has no identity provider: whoever loads the page next is signed out.
  await page.evaluate(() => sessionStorage.setItem('mock', 'signed-out'));
  await page.getByRole('menuitem', { name: 'Sign out' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'You have signed out' })).toBeVisible();
});

test('M8 M30 what one person typed is neither shown to nor saved by the next, and is back when they are', async ({
  page,
}) => {
  const saves: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT' && request.url().includes('/v1/connections/')) saves.push(request.url());
  });
  await page.goto(connection);
  const name = page.getByLabel('User name');
  const saved = await name.inputValue();
  await name.fill('typed by Mara');

  // At once: whatever the page asks for in between would tell of it before anybody saves.
  await page.getByRole('button', { name: 'Save', exact: true }).evaluate((save: HTMLButtonElement) => {
    (window as Mock).mockApi?.endSession();
    save.click();
  });
  await expect(page.getByRole('dialog', { name: 'You have been signed out' })).toBeVisible();
  await signIn(page, 'viewer');
  await page.getByRole('button', { name: 'I have signed in' }).click();
  await expect(page.getByRole('button', { name: 'Account of Vera Viewer' })).toBeVisible();
  await expect(page.getByText('Somebody else has signed in.')).toBeVisible();
  await expect(name).toHaveValue(saved);
  expect(saves).toHaveLength(1); // the one that was refused

  await signIn(page);
  await page.evaluate(() => {
    const others = new BroadcastChannel('connections.session');
    others.postMessage('0199a000-0000-7000-8000-000000000001');
    others.close();
  });
  await expect(page.getByRole('button', { name: 'Account of Mara Marketer' })).toBeVisible();
  await expect(page.getByText('What you had typed before is back.')).toBeVisible();
  await expect(name).toHaveValue('typed by Mara');
  expect(saves).toHaveLength(1);
});

test('M18 M30 whose session ended before Stop was pressed is told so, and the run stops once they are back', async ({
  page,
}) => {
  await page.goto('/runs/0199d000-0000-7000-8000-000000000012?mock=running');
  await page.getByRole('button', { name: 'Stop' }).click();
  // At once: whatever the page asks for in between would tell of it before anybody stops.
  await page
    .getByRole('dialog')
    .getByRole('button', { name: 'Stop' })
    .evaluate((stop: HTMLButtonElement) => {
      (window as Mock).mockApi?.endSession();
      stop.click();
    });
  await expect(page.getByRole('dialog', { name: 'You have been signed out' })).toBeVisible();
  await signIn(page);
  await page.getByRole('button', { name: 'I have signed in' }).click();

  await expect(page.getByText('Stopped').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
