import { z } from 'zod';
import type { ChannelKind } from '@/api/types';

export const channelKinds = ['WEBSITE', 'EMAIL', 'MOBILE', 'TV'] as const satisfies ChannelKind[];

/** When a channel was seen last, in words that stay true while the page is open. */
export const seenWords = ['week', 'month', 'not-month', 'never'] as const;
export type Seen = (typeof seenWords)[number];

const word = z.string().min(1).optional().catch(undefined);

/** Channels as somebody looks at them; all of it stands in the address. */
export const channelSearch = z.object({
  search: word,
  kind: z.enum(channelKinds).optional().catch(undefined),
  label: word,
  seen: z.enum(seenWords).optional().catch(undefined),
});

export interface ChannelFilter {
  search?: string | undefined;
  kind?: ChannelKind | undefined;
  /** A label's id. */
  label?: string | undefined;
  seen?: Seen | undefined;
}

export const isFiltered = ({ search, kind, label, seen }: ChannelFilter) =>
  [search, kind, label, seen].some((each) => each !== undefined);

const DAY = 86_400_000;
const BEGINNING = '1970-01-01T00:00:00Z';

function seenQuery(seen: Seen, now: number): { seenSince: string } | { notSeenSince: string } {
  const ago = (days: number) => new Date(now - days * DAY).toISOString();
  switch (seen) {
    case 'week':
      return { seenSince: ago(7) };
    case 'month':
      return { seenSince: ago(30) };
    case 'not-month':
      return { notSeenSince: ago(30) };
    case 'never':
      return { notSeenSince: BEGINNING };
  }
}

/** What the service is asked. */
export function asked({ search, kind, label, seen }: ChannelFilter, now: number) {
  return {
    ...(search === undefined ? {} : { search }),
    ...(kind === undefined ? {} : { kind: [kind] }),
    ...(label === undefined ? {} : { label: [label] }),
    ...(seen === undefined ? {} : seenQuery(seen, now)),
  };
}
