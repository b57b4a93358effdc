import { formatNumber } from '../../format';

/** `1 run`, `1,204 runs`. */
export const many = (amount: number, one: string, more: string) =>
  `${formatNumber(amount)} ${amount === 1 ? one : more}`;

/** What stands after an amount that is written on its own. */
export const oneOr = (one: string, more: string) => (amount: number) => (amount === 1 ? one : more);
