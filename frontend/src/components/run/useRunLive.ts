import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { $api } from '@/api/client';
import { markLive } from '@/lib/live';
import { followRun, isGoing } from './followRun';

const pollEvery = 3_000;

/** A run as it is now. While its stream is broken it is asked for every few seconds, and the frame says so. */
export function useRunLive(runId: string) {
  const client = useQueryClient();
  const [interrupted, setInterrupted] = useState(false);
  const init = { params: { path: { id: runId } } };
  const run = $api.useQuery('get', '/api/v1/runs/{id}', init, {
    refetchInterval: ({ state }) => (interrupted && state.data && isGoing(state.data.state) ? pollEvery : false),
  });
  const going = run.data !== undefined && isGoing(run.data.state);

  useEffect(() => {
    if (!going) return undefined;
    const { queryKey } = $api.queryOptions('get', '/api/v1/runs/{id}', { params: { path: { id: runId } } });
    const works = (live: boolean) => {
      markLive(runId, live);
      setInterrupted(!live);
      // A stream does not say why it broke. Whoever asks hears at once whether the session has ended.
      if (!live) void client.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false });
    };
    const stop = followRun(runId, { works, run: (news) => client.setQueryData(queryKey, news) });
    return () => {
      stop();
      works(true);
    };
  }, [going, runId, client]);

  return { run, going };
}
