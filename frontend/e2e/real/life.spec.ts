import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { sftp, told } from './told';
import { fillIn } from './signIn';

const password = told('CONNECTIONS_PASSWORD');

async function signIn(page: Page, user: string, place: string) {
  await page.goto(place);
  await page.getByRole('link', { name: 'Sign in' }).click();
  await fillIn(page, user, password);
}

/** A website with one tag of a well-known system, as the service meets it. */
async function website(): Promise<{ address: string; close: () => void }> {
  const server = createServer((_, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end('<!doctype html><title>Shop</title><script src="https://static.hotjar.com/c/hotjar-1.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () => server.close(),
  };
}

async function choose(page: Page, action: string) {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function save(page: Page, name: string) {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`${name} is saved`).last()).toBeVisible();
}

test('M1 M2 M3 M5 M7 M8 M29 M30 the whole life of a connection, from discovery to its end', async ({
  page,
  browser,
}) => {
  const stamp = Date.now();
  const tills = `Tills ${stamp}`;
  const name = `${tills} by SFTP`;
  const label = `Life ${stamp}`;
  const copy = `Copy ${stamp}`;
  const list = `/connections?search=${stamp}`;
  const shop = await website();

  await test.step('discovery looks at a website, proposes, and makes a connection that is Off', async () => {
    await signIn(page, told('CONNECTIONS_USER'), '/discovery');
    await page.getByRole('textbox', { name: 'Address of your website' }).fill(shop.address);
    await page.getByRole('button', { name: 'Look' }).click();
    await expect(page.getByText('The page loads https://static.hotjar.com/c/hotjar-1.js.')).toBeVisible();
    shop.close();
    await page.getByRole('searchbox', { name: 'Search systems' }).fill(tills);
    await page.getByRole('button', { name: `Add “${tills}” as a system of yours` }).click();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('checkbox', { name: 'Bring data in' }).check();
    await page.getByRole('radio', { name: 'In batches' }).check();
    await page.getByRole('button', { name: 'Show proposals' }).click();
    await page
      .getByRole('region', { name: 'SFTP', exact: true })
      .getByRole('checkbox', { name: `For ${tills}` })
      .check();
    await page.getByRole('button', { name: /^Make 1/ }).click();
    const made = page.getByRole('region', { name, exact: true });
    await expect(made).toContainText('Off');
    await made.getByRole('link', { name: `Complete ${name}` }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });

  await test.step('it is set up, tested and saved', async () => {
    await page
      .getByRole('textbox', { name: 'Server' })
      .or(page.getByRole('textbox', { name: 'Host', exact: true }))
      .first()
      .fill('localhost');
    await page.getByRole('textbox', { name: 'Port' }).fill(sftp.port);
    await page.getByRole('textbox', { name: 'User' }).fill(sftp.user);
    await page.getByRole('textbox', { name: 'Password' }).fill(sftp.password);
    await page.getByRole('button', { name: 'Test connection', exact: true }).click();
    await expect(page.getByText('The connection works.')).toBeVisible();
    await save(page, name);
  });

  await test.step('a label and a star stand at once, in the list and on Home', async () => {
    await page.getByLabel('Add label').fill(label);
    await page.getByRole('option', { name: `Create “${label}”` }).click();
    await expect(page.getByRole('button', { name: `Label ${label}: what else has it` })).toBeVisible();
    await page.getByRole('button', { name: `Star ${name}` }).click();
    await expect(page.getByRole('button', { name: `Take the star from ${name}` })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute('aria-disabled', 'true');
    await page.goto('/');
    await expect(page.getByRole('region', { name: 'Favorites' }).getByRole('link', { name })).toBeVisible();
    await page.goto(`/connections?search=${encodeURIComponent(label)}`);
    await page.getByRole('link', { name, exact: true }).click();
  });

  await test.step('Save as makes a copy with its secret', async () => {
    await choose(page, 'Save as…');
    const dialog = page.getByRole('dialog', { name: `Save “${name}” as another connection` });
    await dialog.getByLabel('Name of the copy').fill(copy);
    await dialog.getByRole('checkbox', { name: 'Copy the secrets too' }).check();
    await dialog.getByRole('button', { name: 'Make the copy' }).click();
    await expect(page.getByRole('heading', { level: 1, name: copy })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Replace Password' })).toBeVisible();
    await expect(page.getByRole('switch', { name: `${copy}: Connection is on` })).not.toBeChecked();
  });

  await test.step('two people edit the copy: the second sees both and decides', async () => {
    const other = await browser.newContext();
    const theirs = await other.newPage();
    await signIn(theirs, 'admin@example.com', page.url());
    await page.getByRole('textbox', { name: 'User' }).fill('mine');
    await theirs.getByRole('textbox', { name: 'User' }).fill('theirs');
    await save(theirs, copy);
    await other.close();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Somebody saved this meanwhile' });
    await dialog.getByRole('radio', { name: /^User.*, Yours: mine$/ }).check();
    await dialog.getByRole('button', { name: 'Keep editing on top of theirs' }).click();
    await expect(page.getByRole('textbox', { name: 'User' })).toHaveValue('mine');
    await save(page, copy);
  });

  await test.step('its first version is restored as the newest', async () => {
    await choose(page, 'Versions');
    const drawer = page.getByRole('dialog', { name: /^Versions of/ });
    await expect(drawer.getByRole('heading', { level: 3 })).toHaveText(['Version 3', 'Version 2', 'Version 1']);
    await drawer.getByRole('button', { name: 'Restore version 1' }).click();
    await page
      .getByRole('dialog', { name: 'Restore version 1?' })
      .getByRole('button', { name: 'Restore', exact: true })
      .click();
    await expect(page.getByText(/^Version 1 is restored, as version 4\./)).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'User' })).toHaveValue(sftp.user);
  });

  await test.step('both are deleted, and the audit trail still tells', async () => {
    for (const one of [copy, name]) {
      await page.goto(list);
      await page.getByRole('link', { name: one, exact: true }).click();
      await choose(page, 'Delete');
      await page
        .getByRole('dialog', { name: `Delete “${one}”?` })
        .getByRole('button', { name: 'Delete' })
        .click();
      await expect(page.getByText(`${one} is deleted`)).toBeVisible();
    }
    await page.goto(list);
    await expect(page.getByRole('link', { name: new RegExp(String(stamp)) })).toHaveCount(0);
    const other = await browser.newContext();
    const auditor = await other.newPage();
    await signIn(auditor, 'admin@example.com', `/settings/audit?search=${encodeURIComponent(copy)}`);
    await expect(auditor.getByText('Deleted').first()).toBeVisible();
    await other.close();
  });
});
