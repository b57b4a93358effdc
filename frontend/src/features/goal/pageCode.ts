import type { ExportVariablesGoal, Property, PropertyType } from '@/api/types';
import { faultOf, isOnePlace } from '@/lib/variablePath';

/** How a value of a type is written; a text says nothing of what stands in it. */
const examples: Partial<Record<PropertyType, string>> = {
  EMAIL: 'ada@example.com',
  PHONE: '+31201234567',
  DATE: '1990-04-01',
  DATE_TIME: '2026-11-27T10:00:00Z',
  NUMBER: '120',
  DECIMAL: '82.5',
  BOOLEAN: 'true',
};

/**
 * What a page can do with the values: a line each. It is told again when they are taken away, after a refusal say; then
 * nothing of them stays on the page.
 */
export function pageCode(values: ExportVariablesGoal['values'], properties: Property[]): string {
  const usable = values.filter(({ variable }) => faultOf(variable) === undefined && isOnePlace(variable));
  const lines = usable.map(({ property, variable }) => {
    const { name, type } = properties.find(({ id }) => id === property) ?? { name: property, type: 'TEXT' as const };
    const example = examples[type];
    const said = inComment(name) + (example === undefined ? '' : `, such as '${example}'`);
    return `  show('${variable}', ${guarded(variable)}); // ${said}`;
  });
  const place = usable[0]?.variable ?? 'profile.firstName';
  return [
    "window.addEventListener('connections:values', () => {",
    `  // Fills <b data-shows="${place}"></b>, and empties it when the value is gone.`,
    '  const show = (place, value) => {',
    '    for (const element of document.querySelectorAll(`[data-shows="${place}"]`)) {',
    "      element.textContent = value || '';",
    '    }',
    '  };',
    ...lines,
    '});',
  ].join('\n');
}

/** What lies on the way may be missing. Without `?.`, which stops all of a script in a browser that does not know it. */
function guarded(variable: string): string {
  const ends = [...variable.matchAll(/[.[]/g)].map(({ index }) => index);
  return [...ends, variable.length].map((end) => `window.${variable.slice(0, end)}`).join(' && ');
}

/** Whoever names a property may write what they like: in somebody's page it stays a comment. */
const inComment = (name: string) =>
  name
    .replace(/[\s\p{C}<>]+/gu, ' ')
    .trim()
    .slice(0, 60);

/** Where a page would look for a property, unless somebody says another place. */
export function placeFor(id: string): string {
  const words = id.split(/[^\p{L}0-9]+/u).filter((word) => word !== '');
  const name = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  const place = `profile.${/^[0-9]/.test(name) ? `_${name}` : name}`;
  return faultOf(place) === undefined ? place : '';
}
