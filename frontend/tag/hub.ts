import { text } from './values';

/** What became of something that was sent: it was answered, it never will be, or it may be later. */
export type Outcome =
  | { kind: 'answered'; body: unknown }
  | { kind: 'refused' }
  /** `after` in milliseconds, as the service asks for it; 0 where it does not. */
  | { kind: 'later'; after: number };

export interface Hub {
  /**
   * What the page may do. Of a stranger only the site is told, since where they are on it can tell who they are; and of
   * nobody what they typed or were mailed, which is behind the question mark.
   */
  ask(channel: string, zone: string, visitor: string | undefined, known: boolean): Promise<Outcome>;
  send(body: string): Promise<Outcome>;
  /** Which variables of the page to read, and what to show it. */
  variables(body: string): Promise<Outcome>;
  /** For a page that goes away: whether the browser has taken it. Nobody learns what became of it. */
  leave(body: string): boolean;
}

const PATIENCE = 30_000;
const LONGEST_WAIT = 3_600_000;

export function hubAt(origin: string, page: Window & typeof globalThis): Hub {
  const events = `${origin}/collect/v1/events`;

  async function talk(url: string, options: RequestInit, read: boolean): Promise<Outcome> {
    const given = new AbortController();
    const timer = page.setTimeout(() => given.abort(), PATIENCE);
    try {
      const response = await page.fetch(url, {
        ...options,
        mode: 'cors',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'strict-origin',
        signal: given.signal,
      });
      const { status } = response;
      if (response.ok) return { kind: 'answered', body: read ? await response.json() : undefined };
      return status === 408 || status === 429 || status >= 500
        ? { kind: 'later', after: wait(response.headers.get('Retry-After')) }
        : { kind: 'refused' };
    } catch {
      return { kind: 'later', after: 0 };
    } finally {
      page.clearTimeout(timer);
    }
  }

  return {
    ask: (channel, zone, visitor, known) => {
      const { origin: site, pathname } = page.location;
      const question = [
        ['channel', channel],
        ['url', text(site + (known ? pathname : '/'), 2_000)],
      ];
      if (zone) question.push(['zone', zone]);
      if (visitor) question.push(['visitor', visitor]);
      const query = question.map(([name = '', value = '']) => `${name}=${encodeURIComponent(value)}`).join('&');
      return talk(`${origin}/collect/v1/page?${query}`, {}, true);
    },
    send: (body) => talk(events, { method: 'POST', body, keepalive: true }, false),
    variables: (body) => talk(`${origin}/collect/v1/variables`, { method: 'POST', body }, true),
    leave: (body) => {
      try {
        return page.navigator.sendBeacon(events, body);
      } catch {
        return false;
      }
    },
  };
}

/** Of `Retry-After`, which is seconds or a date. */
function wait(header: string | null): number {
  if (!header) return 0;
  const milliseconds = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return milliseconds > 0 ? Math.min(milliseconds, LONGEST_WAIT) : 0;
}
