import { text } from '@/lib/text';

/** As long as the service takes it. */
export const longestName = 200;

/** What a copy is called until somebody says otherwise. */
export function copyName(of: string): string {
  const whole = text.saveAs.nameOf(of.trim());
  if (whole.length <= longestName) return whole;
  // A sign that takes two places is not cut in half.
  return (
    whole
      .slice(0, longestName - 1)
      .replace(/[\uD800-\uDBFF]$/, '')
      .trimEnd() + '…'
  );
}
