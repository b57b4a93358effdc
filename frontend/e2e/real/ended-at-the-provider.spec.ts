import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { told } from './told';
import { fillIn } from './signIn';

// Not the one who does the main job meanwhile: all of a user's sessions end at once.
const user = 'manager@example.com';
const password = told('CONNECTIONS_PASSWORD');
const keycloak = told('KEYCLOAK_URL');
const realm = `${keycloak}/admin/realms/connections`;
const secondsOfTokens = 'access.token.lifespan';

interface Client {
  id: string;
  attributes: Record<string, string>;
}

async function administrator(request: APIRequestContext) {
  const answer = await request.post(`${keycloak}/realms/master/protocol/openid-connect/token`, {
    form: {
      grant_type: 'password',
      client_id: 'admin-cli',
      username: 'admin',
      password: told('KEYCLOAK_ADMIN_PASSWORD'),
    },
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const headers = { Authorization: `Bearer ${token}` };
  const found = async <T>(path: string) => {
    const [first] = (await (await request.get(realm + path, { headers })).json()) as T[];
    if (first === undefined) throw new Error(`Keycloak knows nothing at ${path}`);
    return first;
  };
  return {
    async tokensOfThePageLive(seconds: string) {
      const client = await found<Client>('/clients?clientId=connections-page');
      const attributes = { ...client.attributes, [secondsOfTokens]: seconds };
      const put = await request.put(`${realm}/clients/${client.id}`, { headers, data: { ...client, attributes } });
      expect(put.status()).toBe(204);
    },
    async endSessionsOf(email: string) {
      const { id } = await found<{ id: string }>(`/users?exact=true&email=${encodeURIComponent(email)}`);
      expect((await request.post(`${realm}/users/${id}/logout`, { headers })).status()).toBe(204);
    },
  };
}

async function signIn(page: Page) {
  await fillIn(page, user, password);
}

test('M8 M30 who was signed out at the provider signs in again, and keeps and saves what was typed', async ({
  page,
  request,
}) => {
  const name = `Kept ${Date.now()}`;
  await (await administrator(request)).tokensOfThePageLive('5');
  try {
    await page.goto('/connections/new/sftp');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await signIn(page);
    await page.getByRole('button', { name: 'Change the name' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.keyboard.press('Enter');

    await (await administrator(request)).endSessionsOf(user);
    await expect.poll(async () => (await page.request.get('/api/v1/me')).status(), { timeout: 30_000 }).toBe(401);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'You have been signed out' });
    const opening = page.waitForEvent('popup');
    await dialog.getByRole('link', { name: 'Sign in again' }).click();
    const popup = await opening;
    await signIn(popup);
    await expect(popup.getByRole('heading', { level: 1, name: 'You are signed in' })).toBeVisible();

    await expect(page.getByText(`${name} is saved`)).toBeVisible();
    await expect(dialog).toBeHidden();
  } finally {
    await (await administrator(request)).tokensOfThePageLive('');
  }
});
