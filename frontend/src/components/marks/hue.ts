const hues = ['blue', 'teal', 'grape', 'orange', 'cyan', 'pink', 'lime', 'violet'] as const;

/** The same label has the same colour everywhere, without anybody choosing one. */
export function hueOf(name: string): string {
  let sum = 0;
  for (const character of name.toLowerCase()) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 100_003;
  return `var(--mantine-color-${hues[sum % hues.length]}-6)`;
}
