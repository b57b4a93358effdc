import type { Statement } from './happenings';
import type { Hub } from './hub';
import { bytesOf, json } from './json';
import type { Who } from './layer';
import { MOST_BYTES, firstBatch, keepNewest, type Store, type Waiting } from './waiting';
import { type Mark, NONE, randomId } from './visitor';

/** How many are held in memory while it is not known that they may be sent, and afterwards. */
const MOST_HELD = 100;
const MOST_WAITING = 200;
const TOGETHER = 20;
const PAUSE = 1_000;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 300_000;

/**
 * What may become of what happens on the page. `ASK`: the service has not said it yet. `HOLD`: an opt-in zone whose
 * visitor granted nothing so far. `SEND`: they are remembered. `DROP`: they refused, or cannot be recognised.
 */
type May = 'ASK' | 'HOLD' | 'SEND' | 'DROP';

export interface Courier {
  take(item: Waiting): void;
  /** What a visitor said of their consent, or only that they are in another zone. */
  state(said: Statement): void;
  forget(): void;
  /** For whom variables of the page may be read and shown now. */
  allowed(): Who | undefined;
  /** The page goes away, or at least out of sight. */
  leave(): void;
  /** It is there again, or the network is. */
  back(): void;
}

/**
 * Keeps what is to be sent until the service has it. One request at a time, so that all arrives in its order. Tells when
 * the service has said anew what the page may do, or that is in question: the visitor is another one, refuses something, or
 * is somewhere else.
 */
export function courier(
  page: Window,
  channel: string,
  firstZone: string,
  hub: Hub,
  mark: Mark,
  store: Store,
  settled: () => void,
): Courier {
  let zone = firstZone;
  let visitor: string | undefined;
  /** Whether the browser kept that id when it was last looked at. */
  let kept = false;
  let may: May = 'ASK';
  /** Whether variables of the page are to be brought to profiles, or the other way. */
  let exchanges = false;
  /** Whether the visitor said something here: from then on it matters whose statement it is. */
  let stated = false;
  let waiting: Waiting[] = [];
  let flying: readonly Waiting[] = [];
  let working = false;
  let again = false;
  /** Rises when an answer that is under way has been overtaken by what the visitor said. */
  let age = 0;
  let failures = 0;
  let notBefore = 0;
  let sendAt = Infinity;
  let timer: number | undefined;
  let timerAt = Infinity;

  const isOwn = (item: Waiting) => item.kind === 'consent' || (item.kind === 'identify' && stated);
  const isKept = () => visitor !== undefined && mark.read() === visitor;
  const drop = (gone: (item: Waiting) => boolean) => (waiting = waiting.filter((item) => !gone(item)));

  /** Another tab, or the site, may have changed what is kept: the newest counts. */
  function notice() {
    const now = mark.read();
    if (now !== undefined && now !== NONE) {
      if (now !== visitor) {
        visitor = now;
        may = 'ASK';
        age++;
        settled();
      }
      kept = true;
    } else if (kept) {
      // An id that was taken away is not put back, whatever was under way for it.
      kept = false;
      visitor = undefined;
      stated = false;
      may = now === NONE ? 'DROP' : 'ASK';
      age++;
      drop((item) => !isOwn(item));
      store.clear();
      settled();
    }
  }

  function keep(id: string) {
    kept = mark.keep(id);
    return kept;
  }

  function put(item: Waiting) {
    waiting.push({ ...item, zone });
    keepNewest(waiting, isKept() ? MOST_WAITING : MOST_HELD);
  }

  function begin() {
    const left = mark.read();
    if (left === NONE) {
      may = 'DROP';
    } else if (left === undefined) {
      store.clear();
    } else {
      visitor = left;
      kept = true;
      waiting = store.read(channel, left);
      stated = waiting.some(({ kind }) => kind === 'consent');
    }
  }

  function save() {
    if (visitor !== undefined && isKept()) store.write(channel, visitor, waiting);
  }

  function wake(at: number) {
    if (timer !== undefined && timerAt <= at) return;
    page.clearTimeout(timer);
    timerAt = at;
    timer = page.setTimeout(
      () => {
        timer = undefined;
        work();
      },
      Math.max(0, at - Date.now()),
    );
  }

  function work() {
    again = working;
    if (working) return;
    working = true;
    const done = () => {
      working = false;
      if (again) work();
    };
    const go = async () => {
      while (await step());
    };
    go().then(done, done);
  }

  /** Whether there may be more to do at once. */
  async function step(): Promise<boolean> {
    notice();
    const now = Date.now();
    const own = waiting.filter(isOwn);
    const ready = own.length > 0 || may === 'ASK';
    const some = may === 'SEND' && waiting.length > 0;
    if (!ready && !some) return false;
    const due = Math.max(notBefore, ready || isMuch() ? 0 : sendAt);
    if (due > now) {
      wake(due);
      return false;
    }
    return own.length > 0 ? deliver(firstBatch(own)) : may === 'ASK' ? ask() : deliver(firstBatch(waiting));
  }

  /** To the browser, which sends it when it can: nobody waits for an answer. */
  function handOver(items: Waiting[]) {
    // Whose a statement is must not arrive after it, nor after what was read with the consent of that person.
    const goes = (item: Waiting) => !item.left && (item.kind === 'identify' || !flying.includes(item));
    for (let rest = items.filter(goes); rest.length > 0;) {
      const batch = firstBatch(rest);
      if (!hub.leave(body(batch))) break;
      for (const item of batch) item.left = true;
      rest = rest.slice(batch.length);
    }
  }

  const isMuch = () =>
    waiting.length >= TOGETHER || waiting.reduce((bytes, item) => bytes + bytesOf(item.json), 0) >= MOST_BYTES;

  async function ask(): Promise<boolean> {
    const asked = age;
    const outcome = await hub.ask(channel, zone, visitor, isKept());
    notice();
    if (asked !== age) return true;
    if (outcome.kind === 'later') return wait(outcome.after);
    failures = 0;
    const { remember, regime, variables } = (outcome.kind === 'answered' ? (outcome.body ?? {}) : {}) as Record<
      string,
      unknown
    >;
    if (remember === true && remembered()) {
      may = 'SEND';
      exchanges = variables === true;
      settled();
      return true;
    }
    const wasKept = isKept();
    may = outcome.kind === 'answered' && remember === false && regime === 'OPT_IN' ? 'HOLD' : 'DROP';
    // What happened before a withdrawal is no more to be told than what happens after it.
    if (wasKept || may === 'DROP') drop((item) => !isOwn(item));
    store.clear();
    kept = false;
    if (remember === false && regime === 'OPT_OUT' && visitor !== undefined) mark.keep(NONE);
    else if (wasKept && remember === false) mark.remove();
    settled();
    return true;
  }

  function remembered() {
    visitor ??= randomId(page);
    // Who cannot be recognised cannot be heard on the next page either, should they refuse.
    return mark.read() !== NONE && keep(visitor);
  }

  const body = (batch: readonly Waiting[]) => {
    visitor ??= randomId(page);
    const head: Record<string, string> = { channel, visitor, sentAt: new Date().toISOString() };
    const itsZone = batch[0]?.zone;
    if (itsZone) head.zone = itsZone;
    return `${json(head).slice(0, -1)},"events":[${batch.map((item) => item.json).join()}]}`;
  };

  async function deliver(batch: readonly Waiting[]): Promise<boolean> {
    const sent = age;
    flying = batch;
    sendAt = Infinity;
    const outcome = await hub.send(body(batch));
    flying = [];
    const later = outcome.kind === 'later';
    if (!later) drop((item) => batch.includes(item));
    if (later || (sendAt === Infinity && waiting.length > 0)) sendAt = 0;
    // What was said meanwhile does not wait for what was sent before it.
    if (later) return sent === age ? wait(outcome.after) : true;
    failures = 0;
    save();
    return true;
  }

  function wait(after: number): boolean {
    const pause = Math.min(LAST_RETRY, FIRST_RETRY * 2 ** failures++);
    // All pages of a site would come back at the same moment, too.
    notBefore = Date.now() + Math.max(pause * (0.5 + Math.random() / 2), after * (1 + Math.random() / 5));
    save();
    return true;
  }

  begin();
  work();

  return {
    take: (item) => {
      notice();
      if (may === 'DROP' && !isOwn(item)) return;
      put(item);
      sendAt = Math.min(sendAt, Date.now() + PAUSE);
      work();
    },
    state: ({ item, granted, refused, zone: itsZone }) => {
      notice();
      const moved = itsZone !== '' && itsZone !== zone;
      if (itsZone) {
        zone = itsZone;
        // It is the visitor's, wherever they were thought to be until now.
        for (const held of waiting) if (!isOwn(held)) held.zone = zone;
      }
      age++;
      notBefore = 0;
      if (item) {
        stated = true;
        visitor ??= randomId(page);
        // They have just said yes: the page may be left before the service can.
        if (granted) keep(visitor);
        put(item);
      }
      if (item ? granted || mark.read() !== NONE : may !== 'DROP') may = 'ASK';
      // What they are shown goes before the service has said what that means: its answer may be long in coming.
      if (refused || moved) settled();
      work();
    },
    forget: () => {
      // Who refused just before does not take the refusal back by going.
      handOver(waiting.filter(isOwn));
      age++;
      kept = false;
      mark.remove();
      store.clear();
      waiting = [];
      visitor = undefined;
      stated = false;
      may = 'DROP';
      settled();
    },
    allowed: () => {
      notice();
      return may === 'SEND' && exchanges && visitor !== undefined ? { visitor, zone } : undefined;
    },
    leave: () => {
      notice();
      handOver(waiting.filter((item) => may === 'SEND' || isOwn(item)));
      save();
    },
    back: () => {
      for (const item of waiting) item.left = false;
      notBefore = 0;
      work();
    },
  };
}
