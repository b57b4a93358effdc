import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { $api } from '@/api/client';
import type { Run } from '@/api/contract';
import { markLive } from '@/lib/live';
import { paths } from '@/lib/paths';

/** A run as it goes on: told by the stream; asked for every few seconds while the stream is broken. */
export function useLiveRun(id: string) {
  const queries = useQueryClient();
  const options = $api.queryOptions('get', '/api/v1/runs/{id}', { params: { path: { id } } });
  const [broken, setBroken] = useState(false);
  const query = $api.useQuery(
    'get',
    '/api/v1/runs/{id}',
    { params: { path: { id } } },
    {
      refetchInterval: ({ state }) => (broken && state.data?.endedAt === undefined ? 3_000 : false),
    },
  );
  const going = query.isSuccess && query.data.endedAt === undefined;

  useEffect(() => {
    if (!going) return;
    const stream = new EventSource(paths.runEvents(id), { withCredentials: true });
    const tell = (works: boolean) => {
      setBroken(!works);
      markLive(id, works);
    };
    stream.addEventListener('open', () => tell(true));
    stream.addEventListener('run', (event: MessageEvent<string>) => {
      const run = JSON.parse(event.data) as Run;
      tell(true);
      queries.setQueryData(options.queryKey, run);
      if (run.endedAt === undefined) return;
      stream.close();
      void queries.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[1]).includes('/runs') });
    });
    stream.addEventListener('error', () => tell(false));
    return () => {
      stream.close();
      markLive(id, true);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key belongs to the id
  }, [id, going, queries]);
  return query;
}
