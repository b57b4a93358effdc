import { expect, test } from 'vitest';
import { heldBackOf } from './heldBackOf';

test('M26 what the goals held back is counted together by rule and objectives, most first', () => {
  const refusedAds = { rule: 'REFUSED', objectives: ['ads'], records: 3 } as const;
  const silentOnAds = { rule: 'NOT_GRANTED', objectives: ['ads'], records: 4 } as const;
  const silentOnBoth = { rule: 'NOT_GRANTED', objectives: ['ads', 'news'], records: 5 } as const;
  const goal = (
    ...heldBack: { rule: 'REFUSED' | 'NOT_GRANTED'; objectives: readonly string[]; records: number }[]
  ) => ({
    heldBack: heldBack.map((one) => ({ ...one, objectives: [...one.objectives] })),
  });

  const heldBack = heldBackOf([goal(refusedAds, silentOnAds), goal(silentOnBoth), goal({ ...refusedAds, records: 7 })]);

  expect(heldBack).toEqual([{ ...refusedAds, records: 10 }, silentOnBoth, silentOnAds]);
});
