import { expect, goOn, test, type Page } from './fixture';
import { axeFindings, canBeUsedByEveryone, isNotTooWide } from '../everyone';

const connection = (number: number) => `/connections/0199b000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const run = (number: number) => `/runs/0199d000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const goal = '?goal=0199c000-0000-7000-8000-000000000001';

test('M5 M11 M15 M17 a marketer makes a connection, tests it, and saves it without the secret coming back', async ({
  page,
}) => {
  await page.goto('/connections');
  await page.getByRole('button', { name: 'Add connection' }).click();
  await page.getByRole('link', { name: 'Add a connection of type SFTP' }).click();
  await page.getByLabel('Server').fill('files.example.com');
  await page.getByLabel('User name').fill('tills');
  await page.getByRole('textbox', { name: 'Password' }).fill('s3cret-canary');
  await page.getByRole('button', { name: 'Test connection' }).click();
  await expect(page.getByText('The connection works.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(page).toHaveURL(/\/connections\/0199b000/);
  await expect(page.getByRole('button', { name: 'Replace Password' })).toBeVisible();
  expect(
    await page.evaluate(() => JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])),
  ).not.toContain('s3cret-canary');
  expect(await page.content()).not.toContain('s3cret-canary');
});

test('M11 a password that was replaced reads as set by whoever saved it', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Replace Password' }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill('another');
  await page.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(page.getByText(/^Set now by Mara Marketer$/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Password' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Replace Password' }).click();
  await expect(page.getByRole('button', { name: 'Keep the old one' })).toBeVisible();
});

test('M21 a wrong password stops the test at signing in and says what to do', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Replace Password' }).click();
  await page.getByRole('textbox', { name: 'Password' }).fill('wrong');
  await page.getByRole('button', { name: 'Test connection' }).click();

  await expect(page.getByText('The server refused the user name or the password.')).toBeVisible();
  await expect(page.getByText('Type the password again.', { exact: false })).toBeVisible();
  await expect(page.getByText('Not reached')).toBeVisible();
});

test('M15 a processor shows its effect on the example record at once', async ({ page }) => {
  await page.goto(connection(1) + goal);
  const row = page.getByRole('group', { name: 'last_name → Last name' });
  await expect(row.getByText('van den Berg').last()).toBeVisible();
  await row.getByRole('button', { name: 'Add a step for last_name' }).click();
  await page.getByRole('menuitem', { name: /^Change case/ }).click();
  await page.getByRole('dialog').getByLabel('To', { exact: true }).first().click();
  await page.getByRole('option', { name: 'CAPITALS' }).click();

  await expect(row.getByText('VAN DEN BERG', { exact: true })).toBeVisible();
});

test('M17 M18 Run now shows the run as it goes on, and its counts add up', async ({ page }) => {
  await page.goto(connection(2));
  await page.getByRole('button', { name: 'Run now' }).click();
  await expect(page.getByRole('progressbar', { name: 'Progress' }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Run 12' }).click();

  await expect(page.getByText('Finished').first()).toBeVisible({ timeout: 15_000 });
  await expect(page.getByText('These numbers add up.')).toBeVisible();
});

test('M8 the second of two saves is refused, shows what differs, and loses nothing', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Change the name' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Stale');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Somebody saved this meanwhile' });
  await expect(dialog.getByRole('row', { name: /^Description Every night .* Reworded meanwhile\./ })).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^Import customers: Folder/ })).toContainText('/customers/new');
  await expect(dialog).not.toContainText('{');
  await dialog.getByRole('button', { name: 'Save mine over it' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Stale' })).toBeVisible();
  await expect(dialog).toBeHidden();
});

test('M8 what both changed is chosen field by field, with the keyboard, and nothing is saved before one says so', async ({
  page,
}) => {
  await page.goto(connection(1));
  await page.getByRole('button', { name: 'Change the name' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Stale');
  await page.keyboard.press('Enter');
  await page.getByLabel('User name').fill('somebody');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Somebody saved this meanwhile' });
  await expect(dialog.getByText('1 thing that both of you changed: choose which stays')).toBeVisible();
  expect(await axeFindings(page, { include: '[role=dialog]' })).toEqual([]);
  await dialog.getByRole('button', { name: 'Keep editing on top of theirs' }).press('Enter');
  await expect(dialog.getByRole('alert')).toHaveText('Choose for the one thing that both of you changed.');
  await expect(dialog.getByRole('radio', { name: 'User name, Theirs: tills-reader' })).toBeFocused();
  await page.keyboard.press('Space');
  await dialog.getByRole('button', { name: 'Keep editing on top of theirs' }).press('Enter');

  await expect(page.getByLabel('User name')).toHaveValue('tills-reader');
  await expect(page.getByRole('heading', { level: 1, name: 'Stale' })).toBeVisible();
  await expect(page.getByText('Reworded meanwhile.')).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Stale is saved')).toBeVisible();
});

test('M8 what was typed for a connection that somebody deleted becomes a new one', async ({ page }) => {
  await page.goto(connection(3));
  await page.getByLabel('User name').fill('somebody');
  await page.evaluate(() =>
    (window as Window & { mockApi?: { deleteMeanwhile: (id: string) => void } }).mockApi?.deleteMeanwhile(
      '0199b000-0000-7000-8000-000000000003',
    ),
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Somebody deleted this connection');
  await page.getByRole('button', { name: 'Save as a new connection' }).click();

  await expect(page.getByText('Web shop customers is saved')).toBeVisible();
  await expect(page).not.toHaveURL(new RegExp(connection(3)));
  await expect(page.getByLabel('User name')).toHaveValue('somebody');
});

test('M5 a goal that was deleted comes back by Undo, as it stood', async ({ page }) => {
  await page.goto(connection(1) + goal);
  await page.getByLabel('Folder').fill('/typed');
  await page.getByRole('button', { name: 'Actions for Import customers' }).click();
  await page.getByRole('menuitem', { name: 'Delete Import customers' }).click();
  await expect(page.getByText('No goal yet. A goal says what to import, and how.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();

  await expect(page.getByRole('checkbox', { name: 'Import customers is part of a run' })).toBeChecked();
  await expect(page.getByLabel('Folder')).toHaveValue('/typed');
});

test('M8 leaving with unsaved changes asks first', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByLabel('User name').fill('somebody');
  await page.getByRole('link', { name: 'Profiles' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Leave without saving?' });
  await expect(dialog.getByText('If you leave without saving, it is thrown away.')).toBeVisible();
  const tops = await dialog
    .getByRole('button', { name: /^(Leave without saving|Stay here|Save and leave)$/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  await dialog.getByRole('button', { name: 'Stay here' }).click();

  await expect(page.getByLabel('User name')).toHaveValue('somebody');
});

test('M8 saving on the way out saves and goes on to where one was going', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByLabel('User name').fill('somebody');
  await page.getByRole('link', { name: 'Profiles' }).first().click();
  await page.getByRole('button', { name: 'Save and leave' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Profiles' })).toBeVisible();
  await expect(page.getByText('Nightly customers from the tills is saved')).toBeVisible();
});

test('M8 what was typed before a reload comes back unsaved and can be discarded', async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(connection(1));
  const saved = await page.getByLabel('User name').inputValue();
  await page.getByLabel('User name').fill('somebody');
  await page.reload();
  await expect(page.getByText('What you had typed before is back.')).toBeVisible();
  await expect(page.getByLabel('User name')).toHaveValue('somebody');
  await page.getByRole('button', { name: 'Discard it' }).click();

  await expect(page.getByLabel('User name')).toHaveValue(saved);
  await page.reload();
  await expect(page.getByLabel('User name')).toHaveValue(saved);
});

test('M8 M11 what comes back after a reload says which secret has to be typed again', async ({ page }) => {
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(connection(5));
  await page.getByLabel('User name').fill('somebody');
  const password = page.getByRole('textbox', { name: 'Password' });
  await password.fill('s3cret');
  await page.reload();
  const note = page.getByRole('status').filter({ hasText: 'What you had typed before is back.' });
  await expect(note).toContainText('Type the password again: it is not kept.');
  await expect(page.getByRole('button', { name: 'Password is needed.' })).toBeVisible();
  await password.fill('s3cret');

  await expect(note).not.toContainText('not kept');
  await expect(page.getByRole('button', { name: 'Password is needed.' })).toHaveCount(0);
});

test('M30 a session that ends while working is renewed and the save goes on by itself', async ({ page }) => {
  await page.goto(connection(1));
  await page.getByLabel('User name').fill('somebody');
  // At once: whatever the page asks for in between would tell of it before anybody saves.
  await page.getByRole('button', { name: 'Save', exact: true }).evaluate((save: HTMLButtonElement) => {
    (window as Window & { mockApi?: { endSession: () => void } }).mockApi?.endSession();
    save.click();
  });
  await expect(page.getByRole('dialog', { name: 'You have been signed out' })).toBeVisible();
  await page.evaluate(() => (window as Window & { mockApi?: { renewSession: () => void } }).mockApi?.renewSession());
  await page.getByRole('button', { name: 'I have signed in' }).click();

  await expect(page.getByText('Nightly customers from the tills is saved')).toBeVisible();
  await expect(page.getByLabel('User name')).toHaveValue('somebody');
});

type Screen = readonly [name: string, address: string, title: string | RegExp];

// Neighbours have different titles, so that each is known to have come.
const overview: Screen[] = [
  ['home', '/', 'Home'],
  ['connections', '/connections', 'Connections'],
  ['profiles', '/profiles', 'Profiles'],
  ['connections, filtered', '/connections?on=true', 'Connections'],
];
const editing: Screen[] = [
  ['set up and run', connection(1), 'Nightly customers from the tills'],
  ['set up and run, incomplete', connection(5), 'Service desk contacts'],
  ['profile', '/profiles/0199e000-0000-7000-8000-000000000001', /^Zo[eë]/i],
];
const reading: Screen[] = [
  ['run that failed', run(10), 'Run 10'],
  ['run that finished', run(11), 'Run 11'],
  ['settings', '/settings', 'Settings'],
  ['properties', '/settings/properties', 'Profile properties'],
  ['gallery', '/connections?gallery=true', 'Connections'],
];

const sets: Record<string, Screen[]> = {
  'what one sees first': overview,
  'what one edits': editing,
  'runs, settings and the gallery': reading,
  'what is empty': [
    ['home, empty', '/?mock=empty', 'Home'],
    ['connections, empty', '/connections', 'Connections'],
  ],
  'home with much to do, over 30 days': [['home', '/?mock=ailing&range=month', 'Home']],
  'home with charts that fail': [['home', '/?mock=no-charts', 'Home']],
  'home while something runs': [['home', '/?mock=running', 'Home']],
  'signing in': [['sign in', '/?mock=signed-out', 'Keep customer profiles in step']],
};

async function settled(page: Page, title: Screen[2]) {
  await expect(heading(page, title)).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading…' })).toHaveCount(0);
}

const heading = (page: Page, name: Screen[2]) => page.getByRole('heading', { level: 1, name });

/** The first is opened, the others are gone on to: opening is what costs. */
async function throughAll(page: Page, screens: Screen[], look: (title: Screen[2], name: string) => Promise<void>) {
  for (const [index, [name, address, title]] of screens.entries())
    await test.step(name, async () => {
      await (index === 0 ? page.goto(address) : goOn(page, address));
      await settled(page, title);
      await look(title, name);
    });
}

for (const [name, screens] of Object.entries(sets))
  test(`M1 M5 ${name} can be used by everyone, in light and dark, wide and narrow`, async ({ page }) => {
    test.slow();
    await throughAll(page, screens, (title, screen) =>
      canBeUsedByEveryone(page, { settled: () => settled(page, title), name: screen }),
    );
  });

test('M1 M4 M5 a page that cannot ask says so and keeps its head, and can be used by everyone', async ({ page }) => {
  const screens: Screen[] = [
    ['home', '/?mock=broken', 'Home'],
    ['properties', '/settings/properties', 'Profile properties'],
  ];
  await throughAll(page, screens, async (title, name) => {
    if (name === 'home') {
      const running = page.getByRole('region', { name: 'Running now' });
      await expect(running.getByRole('alert')).toContainText('Something went wrong here.');
      await expect(running).not.toContainText('Nothing is running');
    }
    await canBeUsedByEveryone(page, { settled: () => settled(page, title), name });
  });
  await goOn(page, '/connection-types/sftp');
  await expect(heading(page, 'Connection types')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
});

const manyNames: Record<string, Screen[]> = {
  'what one sees first': [...overview, ['what happened', '/settings/audit', 'Audit']],
  'what one edits': [
    ...editing,
    ['import goal', connection(1) + goal, 'Nightly customers from the tills'],
    ['channels', '/channels', 'Channels'],
  ],
  'runs, settings and the gallery': [['labels', '/settings/labels', 'Labels'], ...reading],
};

for (const [name, screens] of Object.entries(manyNames))
  test(`M1 M18 names and data as long and as hostile as they may be stay text and do not widen ${name}`, async ({
    page,
  }) => {
    const [[first, address, title], ...others] = screens as [Screen, ...Screen[]];
    const long: Screen = [first, `${address}?mock=long`, title];
    await throughAll(page, [long, ...others], async (title, screen) => {
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await settled(page, title);
        await isNotTooWide(page, `${screen}, ${width} px`);
      }
      if (process.env['PICTURES']) await page.screenshot({ path: `test-results/long-${screen}.png`, fullPage: true });
      expect
        .soft(
          await page.evaluate(() => 'hacked' in window || document.querySelector('img[src="x"]') !== null),
          `${screen}: hacked`,
        )
        .toBe(false);
    });
  });
