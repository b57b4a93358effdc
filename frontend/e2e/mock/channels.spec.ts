import { expect, test } from './fixture';
import { canBeUsedByEveryone, isNotTooWide } from '../everyone';

test('M24 the first channel is taught, made with its hostname alone, and stands in the list', async ({ page }) => {
  await page.goto('/channels?mock=empty');
  await expect(page.getByText('its hostname is enough', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Add channel' }).click();
  const drawer = page.getByRole('dialog', { name: 'Add channel' });
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Web shop');
  await drawer.getByRole('textbox', { name: 'Hostname', exact: true }).fill('Müller.example');
  await drawer.getByRole('button', { name: 'Create' }).click();

  await expect(page.getByText('Web shop is saved')).toBeVisible();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('row', { name: /Web shop Website xn--mller-kva\.example/ })).toBeVisible();
});

test('M24 what is wrong with a hostname is said at its field, and which alias is meant', async ({ page }) => {
  await page.goto('/channels?channel=new');
  const drawer = page.getByRole('dialog', { name: 'Add channel' });
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Outlet');
  await drawer.getByRole('textbox', { name: 'Hostname', exact: true }).fill('https://outlet.example');
  await drawer.getByLabel('Other hostnames of the same website').fill('outlet.example');
  await page.keyboard.press('Enter');
  for (const taken of ['www.shop.example', 'magazine.example']) {
    await drawer.getByLabel('Other hostnames of the same website').fill(taken);
    await page.keyboard.press('Enter');
  }
  await drawer.getByRole('button', { name: 'Create' }).click();

  await expect(drawer.getByText('Leave out https://.')).toBeVisible();
  await expect(
    drawer.getByText('www.shop.example: The hostname www.shop.example belongs to the channel "Web shop".', {
      exact: false,
    }),
  ).toBeVisible();
  await expect(
    drawer.getByText('magazine.example: The hostname magazine.example belongs to the channel "Magazine".', {
      exact: false,
    }),
  ).toBeVisible();
  await expect(drawer.getByRole('textbox', { name: 'Hostname', exact: true })).toBeFocused();
  await expect(drawer.getByRole('textbox', { name: 'Hostname', exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(drawer.getByRole('textbox', { name: 'Hostname', exact: true })).toHaveValue('https://outlet.example');
});

test('M24 an app has an id, an e-mail channel nothing, and a kind stays as it is', async ({ page }) => {
  await page.goto('/channels?channel=new');
  const drawer = page.getByRole('dialog', { name: 'Add channel' });
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Store on TV');
  await drawer.getByLabel('Kind').click();
  await page.getByRole('option', { name: 'TV app' }).click();
  await expect(drawer.getByRole('textbox', { name: 'Hostname', exact: true })).toHaveCount(0);
  const example = () =>
    drawer
      .getByRole('textbox', { name: 'Id of the app' })
      .evaluate((field) => getComputedStyle(field, '::placeholder').color);
  const before = await example();
  await drawer.getByRole('button', { name: 'Create' }).click();
  await expect(drawer.getByText('Give the id that the app has in its store', { exact: false })).toBeVisible();
  expect(await example()).toBe(before);
  await drawer.getByRole('textbox', { name: 'Id of the app' }).fill('com.example.store');
  await drawer.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('link', { name: 'Store on TV' }).click();

  await expect(page.getByRole('dialog').getByLabel('Kind')).toBeDisabled();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Id of the app' })).toHaveValue(
    'com.example.store',
  );
});

test('M24 of two who save the second is told, and keeps what was typed', async ({ page }) => {
  await page.goto('/channels');
  await page.getByRole('button', { name: 'Edit Magazine' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Stale');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await expect(drawer.getByRole('alert')).toContainText('Otto Other saved this meanwhile');
  await drawer.getByRole('button', { name: 'Keep mine, to save over it' }).click();
  await expect(drawer.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Stale');
  await drawer.getByRole('button', { name: 'Save' }).click();

  await expect(page.getByText('Stale is saved')).toBeVisible();
});

test('M24 what was typed before a reload comes back', async ({ page }) => {
  await page.goto('/channels?channel=new');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true }).fill('Half typed');
  await page.reload();

  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Half typed');
  await expect(page.getByRole('dialog').getByText('What you had typed before is back.')).toBeVisible();
});

test('M24 a picture becomes a small logo that comes from nowhere else', async ({ page }) => {
  await page.goto('/channels?channel=new');
  const drawer = page.getByRole('dialog', { name: 'Add channel' });
  const picture = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1200;
    const paper = canvas.getContext('2d')!;
    for (let i = 0; i < 400; i++) {
      paper.fillStyle = `hsl(${i * 37} 80% 50%)`;
      paper.fillRect((i * 97) % 1200, (i * 53) % 1200, 60, 60);
    }
    const blob = await new Promise<Blob>((done) => canvas.toBlob((made) => done(made!), 'image/png'));
    return Array.from(new Uint8Array(await blob.arrayBuffer()));
  });
  const choosing = page.waitForEvent('filechooser');
  await drawer.getByRole('button', { name: 'Choose a picture' }).click();
  await (await choosing).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(picture) });
  const shown = drawer.locator('img.channel-logo');
  await expect(shown).toHaveAttribute('src', /^data:image\/(png|webp);base64,/);
  expect((await shown.getAttribute('src'))!.length).toBeLessThanOrEqual((8 * 1024 * 4) / 3);
  const other = page.waitForEvent('filechooser');
  await drawer.getByRole('button', { name: 'Choose another' }).click();
  await (await other).setFiles({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });

  await expect(drawer.getByText('This cannot be read as a picture.', { exact: false })).toBeVisible();
});

test('M24 channels are found by words, kind, label and when they were seen, and the address says so', async ({
  page,
}) => {
  await page.goto('/channels');
  const rows = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Edit / }) });
  await expect(rows).toHaveCount(6);
  await page.getByLabel('Search channels').fill('www.shop');
  await expect(rows).toHaveCount(1);
  await page.getByLabel('Search channels').fill('');
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Website' }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Last seen' }).click();
  await page.getByRole('option', { name: 'Not for 30 days' }).click();
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/kind=WEBSITE/);
  await page.reload();
  await expect(rows).toHaveCount(2);
  await page.getByRole('combobox', { name: 'Label', exact: true }).click();
  await page.getByRole('option', { name: 'Black Friday' }).click();
  await page.getByRole('button', { name: 'Clear the filters' }).click();

  await expect(rows).toHaveCount(6);
});

test('M24 an address is tried: which channel, why, and how rules see it', async ({ page }) => {
  await page.goto('/channels');
  const section = page.getByRole('region', { name: 'Try an address' });
  await section.getByLabel('Address of a page').fill('HTTPS://WWW.Shop.example.:8443/a/../supp%6Frt/?q=1#top');
  await expect(section.getByRole('status')).toContainText(
    'Belongs to Web shop, which has www.shop.example among its other hostnames.',
  );
  await expect(section.getByRole('status')).toContainText('Rules see /support/?q=1');
  await section.getByLabel('Address of a page').fill('shop.example');
  await expect(section.getByText('Give the whole address of a page', { exact: false })).toBeVisible();
  await section.getByLabel('Address of a page').fill('https://m.shop.example/');
  await expect(section.getByRole('status')).toContainText('No channel has the hostname m.shop.example.');
  await section.getByRole('button', { name: 'Add a channel for it' }).click();

  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Hostname', exact: true })).toHaveValue(
    'm.shop.example',
  );
});

test('M7 M24 a channel is labelled and starred, and its label leads back to it', async ({ page }) => {
  await page.goto('/channels');
  await page.getByRole('button', { name: 'Star Magazine' }).click();
  await page.getByRole('link', { name: 'Magazine' }).click();
  const labels = page.getByRole('group', { name: 'Labels of Magazine' });
  await labels.getByLabel('Add label').focus();
  await page.keyboard.type('web');
  await expect(page.getByRole('option', { name: /^Web/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(labels.getByRole('button', { name: /^Label Web/ })).toBeVisible();
  await page.getByRole('dialog', { name: 'Magazine' }).getByRole('button', { name: 'Close' }).click();
  await page
    .getByRole('row', { name: /^Star Web shop/ })
    .getByRole('button', { name: /^Label Web/ })
    .click();
  await page.getByRole('menuitem', { name: /^Magazine/ }).click();
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Hostname', exact: true })).toHaveValue(
    'magazine.example',
  );
  await page.getByRole('dialog', { name: 'Magazine' }).getByRole('button', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Home' }).first().click();

  await expect(page.getByRole('link', { name: 'Magazine' })).toBeVisible();
});

test('M24 deleting says which hostnames belong to nothing then', async ({ page }) => {
  await page.goto('/channels');
  await page.getByRole('button', { name: 'Delete Help centre' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('support.example')).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();

  await expect(page.getByText('The channel Help centre is deleted')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Help centre' })).toHaveCount(0);
});

test('M24 M30 who may only look sees channels and changes none', async ({ page }) => {
  await page.goto('/channels?mock=viewer');
  await expect(page.getByText(/changing it needs the marketer or application manager role/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add channel' })).toBeDisabled();
  await page.getByRole('button', { name: 'Look at Web shop' }).click();

  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Hostname', exact: true })).toBeDisabled();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Save' })).toHaveCount(0);
});

test('M24 many channels come a part at a time', async ({ page }) => {
  await page.goto('/channels?mock=many');
  await expect(page.getByText('The first 50 channels')).toBeVisible();
  await page.getByRole('button', { name: 'Show more' }).click();

  await expect(page.getByText('The first 100 channels')).toBeVisible();
});

test('M24 everyone can use the channels, and the drawer of one', async ({ page }) => {
  await page.goto('/channels');
  await canBeUsedByEveryone(page, {
    settled: () => expect(page.getByText('magazine.example')).toBeVisible(),
    picture: 'channels-list',
  });
  await page.getByRole('button', { name: 'Edit Web shop' }).click();
  await canBeUsedByEveryone(page, {
    include: '[role=dialog]',
    settled: () => expect(page.getByRole('textbox', { name: 'Hostname', exact: true })).toBeVisible(),
    picture: 'channel-drawer',
  });
});

test('M24 everyone can use the channels before there is one', async ({ page }) => {
  await page.goto('/channels?mock=empty');
  await canBeUsedByEveryone(page, {
    settled: () => expect(page.getByText('No channel yet')).toBeVisible(),
    picture: 'channels-empty',
  });
});

test('M24 an address that no request can carry is told at its field, and on a phone the answer to a long one is read in full', async ({
  page,
}) => {
  await page.goto('/channels');
  const section = page.getByRole('region', { name: 'Try an address' });
  const address = section.getByLabel('Address of a page');
  await address.fill('https://shop.example/');
  await expect(section.getByRole('status')).toContainText('Belongs to Web shop');
  await address.fill(`https://shop.example/${'a'.repeat(100_000)}`);

  await expect(address).toHaveAccessibleDescription(/An address has at most 8,000 characters\./);
  await expect(section.getByRole('status')).toBeEmpty();

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByLabel('Address of a page').fill(`https://${'long-'.repeat(11)}.shop.example/${'a'.repeat(200)}`);
  await expect(page.getByText('No channel has the hostname', { exact: false })).toBeVisible();

  await isNotTooWide(page, 'a tried address');
});

test('M24 a hostname that was typed without Enter is among the others when Create is clicked', async ({ page }) => {
  await page.goto('/channels?channel=new');
  const drawer = page.getByRole('dialog', { name: 'Add channel' });
  await drawer.getByRole('textbox', { name: 'Name', exact: true }).fill('Outlet');
  await drawer.getByRole('textbox', { name: 'Hostname', exact: true }).fill('outlet.example');
  const others = drawer.getByLabel('Other hostnames of the same website');
  for (const host of ['www.outlet.example', 'm.outlet.example']) {
    await others.fill(host);
    await page.keyboard.press('Enter');
  }
  await others.fill('a-hostname-as-long-as-the-line.outlet.example');
  await drawer.getByRole('button', { name: 'Create' }).click();

  await expect(page.getByText('Outlet is saved')).toBeVisible();
  await expect(page.getByRole('row', { name: /outlet\.example and 3 other hostnames/ })).toBeVisible();
});

test('M25 a website gives the line that its pages include, and a key that is shown once', async ({ page }) => {
  await page.goto('/channels?mock=administrator');
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click();
  const tag = page.getByRole('region', { name: 'Website tag' });
  const line = tag.getByLabel('The line for your pages');
  await expect(line).toContainText(
    /<script async src="http:\/\/localhost:\d+\/tag.js" data-channel="[0-9a-f-]{36}"><\/script>/,
  );
  await tag.getByRole('combobox', { name: 'Where the visitors are' }).click();
  await page.getByRole('option', { name: /^GDPR/ }).click();
  await expect(line).toContainText('data-zone="gdpr"');

  await tag.getByRole('button', { name: 'Make a key' }).click();
  await expect(tag.getByRole('status')).toContainText('this once');
  await expect(tag.getByLabel('Key for proofs of identity')).toBeFocused();
  await expect(tag.getByLabel('Key for proofs of identity')).toBeInViewport({ ratio: 1 });
  await expect(tag).toContainText('Made by');
  await canBeUsedByEveryone(page, { picture: 'website-tag' });
  await tag.getByRole('button', { name: 'Make a new key' }).click();
  await page.getByRole('dialog', { name: 'Make a new key?' }).getByRole('button', { name: 'Make a new key' }).click();
  await expect(page.getByRole('dialog', { name: 'Make a new key?' })).toBeHidden();
});
