import { keepPreviousData } from '@tanstack/react-query';
import { $api } from '@/api/client';
import type { Channel } from '@/api/types';
import { text } from '@/lib/text';

/** As many as one answer holds; of more the names of the first are known. */
const MOST = 200;

/** The channels that scopes name, as they are now. */
export function useChannels(ids: string[]): {
  of: (id: string) => Channel | undefined;
  nameOf: (id: string) => string;
  /** Whether it is known which of them there are. */
  known: boolean;
} {
  const wanted = [...new Set(ids)].toSorted().slice(0, MOST);
  const found = $api.useQuery(
    'get',
    '/api/v1/channels',
    { params: { query: { id: wanted, limit: MOST } } },
    { enabled: wanted.length > 0, staleTime: 30_000, placeholderData: keepPreviousData },
  );
  const of = (id: string) => found.data?.items.find((channel) => channel.id === id);
  return { of, known: found.isSuccess, nameOf: (id) => of(id)?.name ?? (found.isSuccess ? text.scope.gone : '…') };
}
