import type { Scope, ScopeRule } from '@/api/types';
import { text } from '@/lib/text';

const words = text.scope;

/** `Only pages that start with “/support/”` */
export const ruleWords = ({ effect, match, text: of }: ScopeRule) =>
  `${words.only[effect]} ${words.matches[match]} “${of}”`;

/** A scope in a line. */
export function scopeWords(scope: Scope, nameOf: (channelId: string) => string): string {
  if (scope.kind === 'EVERYWHERE') return words.all;
  if (scope.channels.length === 0) return words.nowhere;
  return scope.channels
    .map(({ channelId, rules }) =>
      rules.length === 0 ? nameOf(channelId) : `${nameOf(channelId)} (${rules.map(ruleWords).join('; ')})`,
    )
    .join(', ');
}

/** The ids of the channels that it names. */
export const chosenOf = (scope: Scope | undefined) =>
  scope?.kind === 'CHOSEN' ? scope.channels.map(({ channelId }) => channelId) : [];
