import { vi } from 'vitest';
import { start } from '../start';

/**
 * A browser small enough to be read: it keeps cookies of one host and a storage of one tab from page to page, and knows
 * a service that answers as it is told. Time is the test's own.
 */
export const CHANNEL = '0199c0de-0000-7000-8000-000000000001';
export const HUB = 'https://hub.example';
export const SHOP = 'https://shop.example';

export interface Sent {
  channel: string;
  visitor: string;
  sentAt: string;
  zone?: string;
  events: (Record<string, unknown> & { id: string; type: string; at: string; url: string })[];
}

/** What the tag asked when it wanted to know which variables there are to read. */
export interface Question {
  channel: string;
  visitor: string;
  url: string;
  zone?: string;
  identity: { identifiers: Record<string, string>; proof: string };
}

type Told = { status: number; body?: unknown; after?: string } | 'dead';
export type Answer = Told | Promise<Told>;

export interface Page {
  window: Window & typeof globalThis;
  /** What a script of the page calls: before the tag is there, and afterwards. */
  connections: unknown[] &
    Record<'page' | 'event' | 'identify' | 'consent' | 'variables' | 'forget', (...given: unknown[]) => void>;
  load(attributes?: Record<string, string>): void;
  go(path: string, title?: string): void;
  hide(): void;
  show(): void;
  close(): void;
  happen(type: string, more?: object): void;
}

export class Browser {
  cookies = new Map<string, string>();
  /** What was written, with its attributes. */
  written: string[] = [];
  keepsCookies = true;
  forbidden = false;
  storage = new Map<string, string>();
  asked: URL[] = [];
  sent: Sent[] = [];
  questions: Question[] = [];
  left: Sent[] = [];
  /** How each request was made. */
  made: RequestInit[] = [];
  takesBeacons = true;
  navigationApi = true;
  /** Of what the page may do. */
  remember: (visitor: string | null, zone: string | null) => Answer = () => may('OPT_OUT', true);
  events: (sent: Sent) => Answer = () => ({ status: 202, body: {} });

  variables: (question: Question) => Answer = () => ({ status: 200, body: { read: [], show: {} } });

  get happened() {
    return this.sent.flatMap(({ events }) => events);
  }

  /** A page that has been opened, with the tag not there yet. */
  open(path = '/', more: { title?: string; referrer?: string; protocol?: string; window?: object } = {}): Page {
    const heard = new Map<string, ((event: object) => void)[]>();
    const listen = (type: string, listener: (event: object) => void) =>
      heard.set(type, [...(heard.get(type) ?? []), listener]);
    const happen = (type: string, event: object = {}) => (heard.get(type) ?? []).forEach((hear) => hear(event));
    const location = new URL(path, SHOP);
    if (more.protocol) location.protocol = more.protocol;
    const forbid = () => {
      if (this.forbidden) throw new DOMException('The document is sandboxed', 'SecurityError');
    };
    const cookies = this.cookies;
    const document = {
      title: more.title ?? 'A page',
      referrer: more.referrer ?? '',
      visibilityState: 'visible',
      addEventListener: listen,
      get cookie() {
        forbid();
        return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      },
      set cookie(text: string) {
        forbid();
        keep(text);
      },
    };
    const keep = (text: string) => {
      this.written.push(text);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (!this.keepsCookies) return;
      if (text.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    };
    const storage = this.storage;
    const window = {
      document,
      location,
      crypto: globalThis.crypto,
      btoa: (text: string) => btoa(text),
      setTimeout: (then: () => void, after: number) => setTimeout(then, after),
      clearTimeout: (timer: number | undefined) => clearTimeout(timer),
      setInterval: (then: () => void, every: number) => setInterval(then, every),
      addEventListener: listen,
      dispatchEvent: (event: { type: string }) => happen(event.type, event),
      CustomEvent,
      ...(this.navigationApi ? { navigation: { addEventListener: listen } } : {}),
      get sessionStorage() {
        forbid();
        return {
          getItem: (name: string) => storage.get(name) ?? null,
          setItem: (name: string, value: string) => void storage.set(name, value),
          removeItem: (name: string) => void storage.delete(name),
        };
      },
      navigator: {
        sendBeacon: (_: string, body: string) => {
          if (this.takesBeacons) this.left.push(JSON.parse(body) as Sent);
          return this.takesBeacons;
        },
      },
      fetch: async (url: string, options: RequestInit) => this.answer(new URL(url), options),
      ...more.window,
    };
    return {
      window: window as unknown as Window & typeof globalThis,
      get connections() {
        return (window as unknown as { connections: Page['connections'] }).connections;
      },
      load: (attributes = {}) => {
        const given: Record<string, string> = { 'data-channel': CHANNEL, ...attributes };
        start(
          window as unknown as Window & typeof globalThis,
          {
            src: `${HUB}/tag.js`,
            getAttribute: (name: string) => given[name] ?? null,
          } as unknown as HTMLScriptElement,
        );
      },
      go: (to, title) => {
        location.href = new URL(to, location.href).href;
        happen('currententrychange');
        if (title) document.title = title;
      },
      hide: () => {
        document.visibilityState = 'hidden';
        happen('visibilitychange');
      },
      show: () => {
        document.visibilityState = 'visible';
        happen('visibilitychange');
      },
      close: () => {
        document.visibilityState = 'hidden';
        happen('visibilitychange');
        happen('pagehide');
        // Nothing of it runs any more.
        vi.clearAllTimers();
      },
      happen,
    };
  }

  private async answer(url: URL, options: RequestInit): Promise<Response> {
    this.made.push(options);
    const answer = await (url.pathname === '/collect/v1/page'
      ? this.ask(url)
      : url.pathname === '/collect/v1/variables'
        ? this.question(options)
        : this.post(options));
    if (answer === 'dead') throw new TypeError('Failed to fetch');
    const headers = answer.after ? { 'Retry-After': answer.after } : undefined;
    return new Response(JSON.stringify(answer.body ?? {}), { status: answer.status, headers });
  }

  private ask(url: URL) {
    this.asked.push(url);
    return this.remember(url.searchParams.get('visitor'), url.searchParams.get('zone'));
  }

  private question(options: RequestInit) {
    const question = JSON.parse(options.body as string) as Question;
    this.questions.push(question);
    return this.variables(question);
  }

  private post(options: RequestInit) {
    const sent = JSON.parse(options.body as string) as Sent;
    this.sent.push(sent);
    return this.events(sent);
  }
}

export const may = (regime: 'OPT_IN' | 'OPT_OUT', remember: boolean, variables?: boolean): Answer => ({
  status: 200,
  body: { zone: 'gdpr', regime, remember, ...(variables === undefined ? {} : { variables }) },
});

/** Until nothing more is to be done now, or within so many milliseconds. */
export const after = async (milliseconds = 0) => {
  await vi.advanceTimersByTimeAsync(milliseconds);
};
