import { json, type Json } from './json';
import { address, flat, names, text, texts } from './values';
import type { Kind, Waiting } from './waiting';
import { randomId } from './visitor';

const MAX_IDENTIFIERS = 10;
const MAX_SHOWN = 5_000;
/** So that a statement of many objectives is one that the service takes. */
const MAX_SHOWN_BYTES = 35_000;

/** Who the page says that it is, with what its own server says to that. */
export type Identity = {
  identifiers: Record<string, string>;
  proof: string;
};

export interface Statement {
  item: Waiting | undefined;
  granted: boolean;
  refused: boolean;
  zone: string;
}

/** What happens on a page, made of what its scripts hand over: anything. */
export function happeningsOf(page: Window) {
  const happening = (kind: Kind, at: number, said: Record<string, Json>): Waiting => ({
    kind,
    at,
    zone: '',
    json: json({
      id: randomId(page),
      type: kind,
      at: new Date(at).toISOString(),
      url: address(page.location.href),
      ...said,
    }),
  });

  return {
    view: (at: number, referrer: string) => happening('page', at, { title: text(page.document.title, 300), referrer }),

    event: (name: unknown, properties: unknown): Waiting | undefined => {
      const called = text(name, 100);
      return called ? happening('event', Date.now(), { name: called, properties: flat(properties) }) : undefined;
    },

    identity: (given: unknown, proof: unknown): Identity | undefined => {
      const identifiers = texts(given, MAX_IDENTIFIERS, 500, 5_000);
      return Object.keys(identifiers).length > 0 ? { identifiers, proof: text(proof, 500) } : undefined;
    },

    identify: ({ identifiers, proof }: Identity) =>
      happening('identify', Date.now(), proof ? { identifiers, proof } : { identifiers }),

    /** Of a person, whoever is named by the time at which it is sent. */
    variables: (connection: string, identity: Identity, values: Record<string, string[]>) =>
      happening('variables', Date.now(), { connection, identity, values }),

    statement: (given: unknown): Statement => {
      const { zone, granted, refused, shown } = read(given);
      const no = names(refused);
      // Who says both has not said yes.
      const yes = names(granted).filter((name) => !no.includes(name));
      const item =
        yes.length + no.length > 0
          ? happening('consent', Date.now(), {
              granted: yes,
              refused: no,
              shown: texts(shown, 100, MAX_SHOWN, MAX_SHOWN_BYTES),
            })
          : undefined;
      return { item, granted: yes.length > 0, refused: no.length > 0, zone: text(zone, 80) };
    },
  };
}

const read = (given: unknown) => (given ?? {}) as Record<string, unknown>;
