// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { session } from './session';

const soon = () => new Promise((resolve) => setTimeout(resolve));

async function afterRenewalAs(user: string): Promise<boolean> {
  let wentOn = false;
  session.signedIn('mara');
  void session.renewed(new AbortController().signal).then(() => (wentOn = true));
  session.signedIn(user);
  await soon();
  return wentOn;
}

test('a request that waited goes on when its sender signs in again', async () => {
  expect(await afterRenewalAs('mara')).toBe(true);
});

test('a request that waited is never sent in the name of somebody else', async () => {
  expect(await afterRenewalAs('vera')).toBe(false);
});
