import type { Identity } from './happenings';
import type { Hub } from './hub';
import { address, attempt, text } from './values';
import { bytesOf, json, type Json } from './json';
import { isSamePage } from './navigation';
import { listOf, valuesOf } from './variables';
import { shownOn } from './shown';

/** For whom the service may be asked what to read and show. */
export interface Who {
  visitor: string;
  zone: string;
}

export interface Layer {
  /** Who the page says it is; nobody, where it names nobody or proves nothing. */
  identify(identity: Identity | undefined): void;
  /** Something here may have changed: the page, or its variables. */
  look(): void;
  /** What the service said of the visitor may have changed. */
  settle(): void;
}

const BETWEEN = 1_000;
const MORE_TRIES = 2;
const MOST_CONNECTIONS = 100;
/** Of an event, which has 16,000 with its address; whose it is goes off. */
const MOST_BYTES = 13_500;

/** Brings variables of the page to the service and values of the service to the page, where it says which and for whom. */
export function layer(
  page: Window & typeof globalThis,
  channel: string,
  hub: Hub,
  allowed: () => Who | undefined,
  tell: (connection: string, identity: Identity, values: Record<string, string[]>) => void,
): Layer {
  const shown = shownOn(page);
  let identity: Identity | undefined;
  let whom = '';
  /** What was told last of each connection. */
  let told = new Map<string, string>();
  /** Rises when an answer that is under way is of somebody else, or of another time. */
  let age = 0;
  let asking = false;
  let again = false;
  let tries = 0;
  /** In a row, however often the page asked for more tries. */
  let failures = 0;
  let notBefore = 0;
  let timer: number | undefined;

  function begin() {
    age++;
    told = new Map();
  }

  function look() {
    tries = MORE_TRIES;
    wake();
  }

  function wake() {
    again = asking;
    if (asking || timer !== undefined || !identity) return;
    timer = page.setTimeout(
      () => {
        timer = undefined;
        const done = () => {
          asking = false;
          if (again) wake();
        };
        ask().then(done, done);
      },
      Math.max(0, notBefore - Date.now()),
    );
  }

  async function ask() {
    const who = allowed();
    // Whom the answer is for, whatever proof or person the page names meanwhile.
    const person = identity;
    if (!who || !person) return;
    asking = true;
    notBefore = Date.now() + BETWEEN;
    const asked = age;
    const { href } = page.location;
    const question: Record<string, Json> = { channel, visitor: who.visitor, url: address(href) };
    if (who.zone) question.zone = who.zone;
    question.identity = person;
    const outcome = await hub.variables(json(question));
    if (outcome.kind === 'later') {
      notBefore = Date.now() + Math.max(BETWEEN, outcome.after * (1 + Math.random() / 5));
      again = again || tries-- > 0;
      // Whether it may still be shown nobody says.
      if (++failures > MORE_TRIES) shown.show(undefined);
      return;
    }
    failures = 0;
    // Of somebody else, or of another page, that one has asked or will ask for itself.
    if (!allowed() || asked !== age || !isSamePage(href, page.location.href)) return;
    answer(person, outcome.kind === 'answered' ? outcome.body : undefined);
  }

  function answer(person: Identity, body: unknown) {
    const { read, show } = (body ?? {}) as Record<string, unknown>;
    for (const entry of listOf(read, MOST_CONNECTIONS)) attempt(() => tellOf(person, entry as Record<string, unknown>));
    shown.show(show);
  }

  function tellOf(person: Identity, { connection, variables }: Record<string, unknown>) {
    const id = text(connection, 100);
    // What the tag shows is the service's own word, and comes back to it from nobody.
    const paths = listOf(variables, 1_000).filter((path) => !shown.holds(path as string));
    const values = valuesOf(page, paths, MOST_BYTES - bytesOf(json(person)));
    const written = json(values);
    if (!id || written === '{}' || told.get(id) === written) return;
    told.set(id, written);
    tell(id, person, values);
  }

  return {
    look,
    settle: () => {
      begin();
      if (allowed()) look();
      else shown.show(undefined);
    },
    identify: (given) => {
      identity = given;
      const now = given
        ? json(
            Object.entries(given.identifiers)
              .map((each) => each.join('='))
              .sort(),
          )
        : '';
      if (now !== whom) {
        whom = now;
        begin();
        shown.show(undefined);
      }
      if (given) look();
    },
  };
}
