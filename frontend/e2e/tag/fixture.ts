import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test as base } from '@playwright/test';

export { expect } from '@playwright/test';

export const CHANNEL = '0199c0de-0000-7000-8000-000000000001';
const TAG = new URL('../../dist/tag.js', import.meta.url);

interface Sent {
  channel: string;
  visitor: string;
  zone?: string;
  events: (Record<string, unknown> & { id: string; type: string; url: string })[];
  beacon: boolean;
}

interface Identity {
  identifiers: Record<string, string>;
  proof: string;
}

interface Question {
  channel: string;
  visitor: string;
  url: string;
  zone?: string;
  identity: Identity;
}

/** What the site's own server would have signed. */
export const PROOF = 'signed-by-the-shop';

/** A service that keeps to the contract of the tag (docs/adr/website-tag.md) and remembers what it was told. */
class Hub {
  regime: 'OPT_IN' | 'OPT_OUT' = 'OPT_OUT';
  /** How the next batches are answered, before they are taken again. */
  refusals: { status: number; retryAfter?: string }[] = [];
  /** Every request but those for the tag itself. */
  heard: string[] = [];
  sent: Sent[] = [];
  /** Which variables connections read on each page, by its path; undefined: there is no such connection. */
  reads: Record<string, Record<string, string[]>> | undefined;
  /** What is shown of whom, by their address. */
  shows: Record<string, Record<string, string | string[]>> = {};
  questions: Question[] = [];
  /** How the next questions are answered, before they are taken again. */
  busy: { status: number; retryAfter?: string }[] = [];
  url = '';
  private readonly said = new Map<string, 'granted' | 'refused'>();

  /** Of what was taken each thing once, as the service counts it. */
  get happened() {
    const once = new Map(this.sent.flatMap(({ events }) => events).map((event) => [event.id, event]));
    return [...once.values()];
  }

  get pages() {
    return this.happened.filter(({ type }) => type === 'page').map(({ url }) => new URL(url).pathname);
  }

  async answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://hub');
    if (url.pathname === '/tag.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(readFileSync(TAG));
      return;
    }
    this.heard.push(`${request.method ?? ''} ${url.pathname}`);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'Retry-After');
    if (url.pathname === '/collect/v1/page') {
      const said = this.said.get(url.searchParams.get('visitor') ?? '');
      const remember = this.regime === 'OPT_OUT' ? said !== 'refused' : said === 'granted';
      const zone = url.searchParams.get('zone') ?? 'rest-of-world';
      response.writeHead(200, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ zone, regime: this.regime, remember, variables: this.reads !== undefined }));
      return;
    }
    const body = await text(request);
    if (url.pathname === '/collect/v1/variables') {
      this.tell(JSON.parse(body) as Question, response);
      return;
    }
    const refusal = this.refusals.shift();
    if (refusal) {
      response.writeHead(refusal.status, refusal.retryAfter ? { 'Retry-After': refusal.retryAfter } : {}).end();
      return;
    }
    const sent = JSON.parse(body) as Sent;
    this.sent.push({ ...sent, beacon: request.headers['sec-fetch-mode'] === 'no-cors' });
    for (const event of sent.events) {
      if (event.type === 'consent')
        this.said.set(sent.visitor, (event.granted as string[]).length ? 'granted' : 'refused');
    }
    response.writeHead(202).end('{"accepted":1,"refused":[]}');
  }

  private tell(question: Question, response: ServerResponse) {
    this.questions.push(question);
    const refusal = this.busy.shift() ?? (question.identity.proof === PROOF ? undefined : { status: 403 });
    if (refusal) {
      response.writeHead(refusal.status, refusal.retryAfter ? { 'Retry-After': refusal.retryAfter } : {}).end();
      return;
    }
    const read = Object.entries(this.reads?.[new URL(question.url).pathname] ?? {});
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(
      JSON.stringify({
        read: read.map(([connection, variables]) => ({ connection, variables })),
        show: this.shows[question.identity.identifiers.email ?? ''] ?? {},
      }),
    );
  }

  /** Of each page and connection, what was read there; of nobody that is not proven anything is taken. */
  get variables() {
    return this.happened
      .filter(({ type, identity }) => type === 'variables' && (identity as Identity | undefined)?.proof === PROOF)
      .map(({ url, connection, values }) => [new URL(url).pathname, connection, values]);
  }
}

const text = async (request: IncomingMessage) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
};

/** What the pages do themselves: they count what goes wrong, and that they go on. */
const OWN_SCRIPT = `
  window.connections = window.connections || [];
  window.wrong = [];
  addEventListener('error', (event) => wrong.push(String(event.message)));
  addEventListener('unhandledrejection', (event) => wrong.push(String(event.reason)));
  addEventListener('securitypolicyviolation', (event) => wrong.push(event.violatedDirective));
  connections.push(['event', 'Queued', { early: true }]);
  addEventListener('DOMContentLoaded', () => {
    document.querySelector('button').addEventListener('click', () => connections.push(['event', 'Clicked']));
  });
`;

/** A site of a stranger: every page of it allows its own scripts and the tag, and nothing that is written into it. */
class Site {
  origin = '';
  zone = 'gdpr';
  hub = '';
  /** More for its Content-Security-Policy. */
  policy = '';
  mayConnectTo = '';
  /** More that its own script does. */
  script = '';

  answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/own.js') {
      response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(OWN_SCRIPT + this.script);
      return;
    }
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': 'text/html',
      'Cache-Control': 'no-store',
      'Content-Security-Policy':
        pathname === '/frame'
          ? "default-src 'none'; frame-src *"
          : `default-src 'none'; script-src ${this.origin} ${this.hub}; connect-src ${this.mayConnectTo || this.hub};${this.policy}`,
    });
    response.end(
      pathname === '/frame'
        ? `<!doctype html><title>Frame</title><iframe src="${this.origin}/framed"></iframe>`
        : `<!doctype html><title>Page ${pathname}</title><script src="${this.origin}/own.js"></script>
           <script async src="${this.hub}/tag.js" data-channel="${CHANNEL}" data-zone="${this.zone}"></script>
           <script async src="${this.hub}/tag.js" data-channel="${CHANNEL}" data-zone="${this.zone}"></script>
           <h1>Page ${pathname}</h1><button>Click</button> <a href="/next">Next</a>`,
    );
  }
}

async function listening(answer: (request: IncomingMessage, response: ServerResponse) => unknown) {
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, ready));
  return { server, port: (server.address() as AddressInfo).port };
}

const ended = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

/** The site is at `localhost` and the hub elsewhere, at `127.0.0.1`: to a browser these are strangers. */
export const test = base.extend<{ hub: Hub; site: Site }>({
  hub: async ({ browserName: _ }, story) => {
    const hub = new Hub();
    const { server, port } = await listening((request, response) => hub.answer(request, response));
    hub.url = `http://127.0.0.1:${port}`;
    await story(hub);
    await ended(server);
  },
  site: async ({ hub }, story) => {
    const site = new Site();
    const { server, port } = await listening((request, response) => site.answer(request, response));
    site.origin = `http://localhost:${port}`;
    site.hub = hub.url;
    await story(site);
    await ended(server);
  },
});
