import { afterEach, beforeEach, vi } from 'vitest';
import { after, Browser, may, type Page } from './testing';

export const ID = /^[\w-]{22}$/;
export const COOKIE = '__Host-connections_visitor';

/** The one that each test begins with. */
export let browser: Browser;

/** Another one, which has seen nothing. */
export const anotherBrowser = () => (browser = new Browser());

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-27T10:00:00Z') });
  // Jitter at its longest.
  vi.spyOn(Math, 'random').mockReturnValue(1);
  anotherBrowser();
});

afterEach(() => {
  vi.useRealTimers();
});

/** In an opt-in zone: remembered from the statement on that grants something. */
export const optIn = () => {
  const granted = new Set<string>();
  browser.events = (sent) => {
    for (const event of sent.events) {
      if (event.type !== 'consent') continue;
      if ((event.granted as string[]).length > 0) granted.add(sent.visitor);
      else granted.delete(sent.visitor);
    }
    return { status: 202 };
  };
  browser.remember = (visitor) => may('OPT_IN', visitor !== null && granted.has(visitor));
};

/** In an opt-out zone: remembered until the statement that refuses everything there is, which is ads. */
export const optOut = () => {
  const refused = new Set<string>();
  browser.events = (sent) => {
    for (const event of sent.events) if (event.type === 'consent') refused.add(sent.visitor);
    return { status: 202 };
  };
  browser.remember = (visitor) => may('OPT_OUT', visitor === null || !refused.has(visitor));
};

export const remembered = (id = 'AAAAAAAAAAAAAAAAAAAAAA') => {
  browser.cookies.set(COOKIE, id);
  return id;
};

export const opened = async (path = '/', more: Parameters<Browser['open']>[1] = {}, attributes = {}): Promise<Page> => {
  const page = browser.open(path, more);
  page.load(attributes);
  await after();
  return page;
};

export const types = () => browser.happened.map(({ type }) => type);
