import type { Connection, PageActivity } from '@/api/types';
import { ago } from './fixtures/clock';

const DAY = 24 * 60;
const day = (back: number) => ago(back * DAY).slice(0, 10);

/** What a connection did in pages that is switched on; of others nothing. */
export function pageActivity({ on }: Connection): PageActivity {
  return {
    from: day(29),
    to: day(0),
    days: on
      ? [
          one(day(2), 31),
          one(day(1), 54),
          {
            ...one(day(0), 12),
            heldBack: 17,
            rejected: 3,
            reasons: [
              { rule: 'NOT_GRANTED', objectives: ['newsletter'], reason: 'Not consented to "Newsletter".', times: 12 },
              { rule: 'REFUSED', objectives: ['ads'], reason: 'Refused "Advertising".', times: 5 },
            ],
          },
        ]
      : [],
  };
}

const one = (of: string, amount: number): PageActivity['days'][number] => ({
  day: of,
  created: amount,
  updated: 3 * amount,
  unchanged: 40 * amount,
  heldBack: 0,
  withoutMatch: 0,
  filtered: 0,
  rejected: 0,
  shown: 25 * amount,
  reasons: [],
});
