import { text } from './text';

const names = Object.entries(text.goal.signs);

/** One sign in words: by its name where it has one, by its number where it cannot be seen, else itself. */
export function signWords(sign: string): string {
  const name = text.goal.signs[sign];
  if (name !== undefined) return name;
  return /^[\p{C}\p{Z}]$/u.test(sign) ? `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : sign;
}

/** The sign that has this name. */
export function signNamed(words: string): string | undefined {
  const wanted = words.trim().toLowerCase();
  return names.find(([, name]) => name.toLowerCase() === wanted)?.[0];
}

/** The sign that somebody means: the sign itself, its name, or its number as `U+0001`, `\\x01` or `\\t`. */
export function signOf(typed: string): string | undefined {
  if (typed.length === 1 && !/[\r\n]/.test(typed)) return typed;
  const words = typed.trim();
  if (words === '\\t') return '\t';
  const number = /^(?:u\+|\\u|\\x|0x)([0-9a-f]{2,4})$/i.exec(words)?.[1];
  const numbered = number === undefined ? '' : String.fromCharCode(Number.parseInt(number, 16));
  if (numbered !== '' && !/[\0\r\n]/.test(numbered)) return numbered;
  return words.length === 1 ? words : signNamed(words);
}
