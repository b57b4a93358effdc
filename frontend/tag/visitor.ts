/** The one thing that is kept of a visitor beyond a page: an id of 128 random bits, or the word that there is none. */
const COOKIE = 'connections_visitor';
const THIRTEEN_MONTHS = 395 * 24 * 60 * 60;
const ID = /^[\w-]{22}$/;

/** What a visitor keeps who refused everything where that must be said; the same for everybody. */
export const NONE = 'none';

export function randomId(page: Window): string {
  const bits = page.crypto.getRandomValues(new Uint8Array(16));
  return page
    .btoa(String.fromCharCode(...bits))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');
}

export interface Mark {
  /** The id, the word {@link NONE}, or nothing. */
  read(): string | undefined;
  /** Whether the browser really keeps it. The thirteen months count from the first time. */
  keep(value: string): boolean;
  remove(): void;
}

/** A cookie of the page's own host, which no other host of the same domain gets. */
export function markOf(page: Window): Mark {
  const secure = page.location.protocol === 'https:';
  // With this beginning a browser takes it from the host itself only, not from another host of the same domain.
  const name = secure ? `__Host-${COOKIE}` : COOKIE;
  const read = () => {
    try {
      const found = new RegExp(`(?:^|; *)${name}=([^;]*)`).exec(page.document.cookie)?.[1];
      return found !== undefined && (found === NONE || ID.test(found)) ? found : undefined;
    } catch {
      return undefined; // a sandboxed page has no cookies, and says so by throwing
    }
  };
  const write = (value: string, seconds: number) => {
    try {
      page.document.cookie = `${name}=${value}; Path=/; Max-Age=${seconds}; SameSite=Lax${secure ? '; Secure' : ''}`;
    } catch {
      // as above
    }
  };
  return {
    read,
    keep: (value) => {
      if (read() !== value) write(value, THIRTEEN_MONTHS);
      return read() === value;
    },
    remove: () => {
      if (read() !== undefined) write('', 0);
    },
  };
}
