import { bytesOf, json as written, type Json } from './json';

const KINDS = ['page', 'event', 'variables', 'identify', 'consent'] as const;
export type Kind = (typeof KINDS)[number];

/** Something that happened and has not been accepted yet. */
export interface Waiting {
  kind: Kind;
  /** In milliseconds. */
  at: number;
  zone: string;
  /** As it is sent. */
  json: string;
  /** Handed to the browser when the page was left: whether it arrived is not known. */
  left?: boolean;
}

const STORE = 'connections_waiting';
const MOST_KEPT = 200;
const KEPT_FOR = 24 * 60 * 60 * 1_000;
export const MOST_SENT = 100;
export const MOST_BYTES = 50_000;

/** Makes room: the oldest page view goes first, else the oldest event, and what visitors said of themselves last. */
export function keepNewest(list: Waiting[], most: number) {
  while (list.length > most) {
    const views = list.findIndex(({ kind }) => kind === 'page');
    const events = list.findIndex(({ kind }) => kind === 'event' || kind === 'variables');
    list.splice(Math.max(views >= 0 ? views : events, 0), 1);
  }
}

/** The first of these that go into one batch: of one zone, and not too much. */
export function firstBatch(list: Waiting[]): Waiting[] {
  const batch: Waiting[] = [];
  let bytes = 0;
  for (const item of list) {
    bytes += bytesOf(item.json) + 1;
    if (item.zone !== list[0]?.zone || batch.length >= MOST_SENT || (batch.length > 0 && bytes > MOST_BYTES)) break;
    batch.push(item);
  }
  return batch;
}

export interface Store {
  /** What an earlier page of this tab left for this visitor of this channel. */
  read(channel: string, visitor: string): Waiting[];
  write(channel: string, visitor: string, list: readonly Waiting[]): void;
  clear(): void;
}

/** In this tab alone, and not for longer than it is open. */
export function storeOf(page: Window): Store {
  const clear = () => {
    try {
      if (page.sessionStorage.getItem(STORE) !== null) page.sessionStorage.removeItem(STORE);
    } catch {
      // without a storage there is nothing in it
    }
  };
  return {
    clear,
    read: (channel, visitor) => {
      try {
        const kept = JSON.parse(page.sessionStorage.getItem(STORE) ?? '{}') as Record<string, unknown>;
        const mine = kept.channel === channel && kept.visitor === visitor && Array.isArray(kept.list);
        return mine ? (kept.list as unknown[]).filter(isWaiting).slice(-MOST_KEPT) : [];
      } catch {
        return [];
      }
    },
    write: (channel, visitor, list) => {
      const kept = list.filter(({ at }) => at > Date.now() - KEPT_FOR);
      if (kept.length === 0) {
        clear();
        return;
      }
      try {
        const plain: Json[] = kept.map(({ kind, at, zone, json }) => ({ kind, at, zone, json }));
        page.sessionStorage.setItem(STORE, written({ channel, visitor, list: plain }));
      } catch {
        // A full or forbidden storage costs only what the next page would have sent again.
      }
    },
  };
}

/** Scripts of the page can write there too. */
function isWaiting(value: unknown): value is Waiting {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, at, zone, json } = value as Record<string, unknown>;
  return (
    KINDS.includes(kind as Kind) &&
    typeof at === 'number' &&
    at > Date.now() - KEPT_FOR &&
    typeof zone === 'string' &&
    typeof json === 'string' &&
    json.length < MOST_BYTES
  );
}
