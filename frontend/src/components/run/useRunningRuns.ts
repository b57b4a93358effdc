import { $api } from '@/api/client';

/** What has not ended, asked for as often as it changes; once for all who show it. */
export function useRunningRuns() {
  return $api.useQuery(
    'get',
    '/api/v1/runs',
    { params: { query: { state: 'running' } } },
    { refetchInterval: (query) => ((query.state.data?.items.length ?? 0) > 0 ? 2_000 : 6_000) },
  );
}
