import { text } from './text';

/** What the service allows, too. */
export const longestVariable = 200;
const mostParts = 20;
const ofTheLanguage = ['__proto__', 'prototype', 'constructor'];

const words = text.variables.faults;

/**
 * What is wrong with the name of a variable of a page, in words; nothing for `shop.customer.city`, `items[0].sku` and
 * `dataLayer[].user.city`. The service has the same rule.
 */
export function faultOf(variable: string): string | undefined {
  if (variable === '') return words.empty;
  if (variable.length > longestVariable) return words.tooLong(longestVariable);
  const part = /(?:^|\.)([\p{L}_$][\p{L}_$0-9]*)|\[[0-9]{0,4}\]/uy;
  const names: string[] = [];
  let parts = 0;
  let at = 0;
  while (at < variable.length) {
    part.lastIndex = at;
    const found = part.exec(variable);
    if (!found || (at === 0 && /^[.[]/.test(variable))) return words.noName(variable, variable.slice(0, at));
    if (found[1] !== undefined) names.push(found[1]);
    parts += 1;
    at = part.lastIndex;
  }
  if (parts > mostParts) return words.tooManyParts(mostParts);
  const own = names.find((name) => ofTheLanguage.includes(name));
  return own === undefined ? undefined : words.ofTheLanguage(own);
}

/** Whether it names one place that can be written, and not whichever of many is the latest. */
export const isOnePlace = (variable: string) => !variable.includes('[]');

/** Whether it may still become the name of a variable when somebody types on. */
export const isBegun = (variable: string) => ['x', ']', '0]'].some((rest) => faultOf(variable + rest) === undefined);

/** What somebody meant who wrote it as a program, a template or a column would; nothing where that is not clear. */
export function meantBy(variable: string): string | undefined {
  const meant = variable
    .trim()
    .replace(/^\{\{\s*(.*?)\s*\}\}$/, '$1')
    .replace(/;$/, '')
    .replace(/\?\.(?=\[)/g, '')
    .replace(/\?\./g, '.')
    .replace(/\[\s*(['"`])([\p{L}_$][\p{L}_$0-9]*)\1\s*\]/gu, '.$2')
    .replace(/\s*([.[\]])\s*/g, '$1')
    .replace(/^(window|globalThis)\./, '')
    .replace(/^\.+|\.+$/g, '')
    .replace(/\.\[/g, '[')
    .replace(/\.([0-9]+)(?=\.|\[|$)/g, '[$1]')
    .replace(/[\s/>:]+/g, '.');
  return meant !== variable && faultOf(meant) === undefined ? meant : undefined;
}
