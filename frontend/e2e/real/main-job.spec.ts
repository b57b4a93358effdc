import { expect, test } from '@playwright/test';

/** Set by whoever starts the stack; the sample SFTP server's own account. */
const user = process.env.CONNECTIONS_USER ?? 'marketer@example.com';
const password = process.env.CONNECTIONS_PASSWORD ?? '';
const sftp = {
  host: process.env.SFTP_HOST ?? 'localhost',
  port: process.env.SFTP_PORT ?? '2222',
  username: process.env.SFTP_USER ?? 'connections',
  password: process.env.SFTP_PASSWORD ?? '',
  folder: process.env.SFTP_FOLDER ?? '/customers',
  pattern: process.env.SFTP_PATTERN ?? 'customers-100.csv',
};
const customerNumber = process.env.SFTP_CUSTOMER_FIELD ?? 'customer_number';

test.skip(password === '' || sftp.password === '', 'CONNECTIONS_PASSWORD and SFTP_PASSWORD name the running stack');

test('M5 M11 M14 M16 M17 M18 M30 a marketer imports 100 customers over SFTP and opens one of them', async ({
  page,
}) => {
  await page.goto('/connections');
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.locator('#username').fill(user);
  await page.locator('#password').fill(password);
  await page.locator('#kc-login').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Connections' })).toBeVisible();

  await page.getByRole('button', { name: 'Add connection' }).first().click();
  await page.getByRole('link', { name: 'Add a connection of type SFTP' }).click();
  await page.getByRole('button', { name: 'Change the name' }).click();
  const name = `Main job ${Date.now()}`;
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.keyboard.press('Enter');
  await page.locator('#setup-host').fill(sftp.host);
  await page.locator('#setup-port').fill(sftp.port);
  await page.locator('#setup-username').fill(sftp.username);
  await page.locator('#setup-password').fill(sftp.password);
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('The connection works.')).toBeVisible({ timeout: 20_000 });

  await page.getByRole('button', { name: 'Add goal' }).click();
  await page.getByLabel('Folder').fill(sftp.folder);
  await page.getByLabel('Name pattern').fill(sftp.pattern);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page).toHaveURL(/\/connections\/[0-9a-f-]{36}/);
  await page.getByRole('button', { name: 'Look into the files' }).click();
  await expect(page.getByRole('columnheader', { name: new RegExp(customerNumber) })).toBeVisible();

  await page.getByRole('button', { name: 'Add remaining fields' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page
    .getByRole('combobox', { name: 'Match by' })
    .or(page.getByRole('textbox', { name: 'Match by' }))
    .click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`${name} is saved`).last()).toBeVisible();

  await page.getByRole('button', { name: 'Set up and run' }).click();
  await page.getByRole('switch', { name: `${name}: Connection is on` }).click({ force: true });
  await expect(page.getByRole('button', { name: 'Run now' })).toBeEnabled();
  await page.getByRole('button', { name: 'Run now' }).click();
  await page
    .getByRole('link', { name: /^Run \d/ })
    .first()
    .click();
  await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('These numbers add up.')).toBeVisible();

  await page.getByRole('region', { name: 'Last profiles touched' }).getByRole('link').first().click();
  await expect(page.getByRole('link', { name: new RegExp(name) }).first()).toBeVisible();
});
