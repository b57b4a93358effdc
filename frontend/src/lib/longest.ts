import { text } from './text';

/** As long as the service takes the name of a connection or of a goal (`Connection.MAX_NAME`, `ImportGoal.MAX_NAME`). */
export const longestName = 200;

/** A name that was made up is cut where the service would refuse it. */
export function cutToName(whole: string): string {
  if (whole.length <= longestName) return whole;
  // A sign that takes two places is not cut in half.
  return (
    whole
      .slice(0, longestName - 1)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trimEnd() + '…'
  );
}

/** What the service says of what is too long. */
export const tooLong = (what: string, most: number) => [most, text.common.tooLong(what, most)] as const;

/** Says how long a text may be, as soon as somebody comes near to that. */
export function lengthWords(typed: string, longest: number = longestName): string | undefined {
  return typed.length < longest * 0.9 ? undefined : text.common.length(typed.length, longest);
}
