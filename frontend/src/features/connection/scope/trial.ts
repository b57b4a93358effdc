import { useDebouncedValue } from '@mantine/hooks';
import { $api } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { FieldError, Scope, ScopeTrial } from '@/api/types';
import { text } from '@/lib/text';

const words = text.scope.try;

export interface Trial {
  result: ScopeTrial | undefined;
  /** What keeps it from being tried, with its place in the scope or the address. */
  errors: FieldError[];
  failure: unknown;
}

const nothing: Trial = { result: undefined, errors: [], failure: undefined };

/** What becomes of a page under a scope that need not be saved, a moment after it was typed. */
export function useTrial(scope: Scope, typed: string): Trial {
  const [asked] = useDebouncedValue({ url: typed.trim(), scope }, 200);
  const trial = $api.useQuery(
    'post',
    '/api/v1/scope-trials',
    { body: asked },
    { enabled: asked.url !== '', retry: false, staleTime: 30_000 },
  );
  if (asked.url === '' || asked.url !== typed.trim()) return nothing;
  const errors = (trial.isError && asProblem(trial.error).errors) || [];
  return { result: trial.data, errors, failure: trial.isError && errors.length === 0 ? trial.error : undefined };
}

/** Why a connection is active on the page or not, in a sentence. */
export function whyWords({ why, decidedBy, channel, hostname }: ScopeTrial): string {
  const name = channel?.name ?? '';
  switch (why) {
    case 'INSIDE':
      return decidedBy === undefined ? words.why.noRule(name) : words.why.lets(decidedBy + 1);
    case 'EXCLUDED':
      return words.why.keepsOut((decidedBy ?? 0) + 1);
    case 'NO_RESTRICT_MATCHES':
      return words.why.noneMatches;
    case 'CHANNEL_NOT_CHOSEN':
      return words.why.notChosen(name);
    case 'NO_CHANNEL':
      return words.why.noChannel(hostname);
  }
}
