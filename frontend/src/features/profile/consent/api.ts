import { useMutation, useQueryClient } from '@tanstack/react-query';
import { $api, api, done } from '@/api/client';
import type { RecordConsent } from '@/api/types';
import { historyKey } from '../history/api';

const path = '/api/v1/profiles/{id}/consents';
const CLEARED_AFTER = [3, 10];
const of = (id: string) => ({ params: { path: { id } } });

export const useConsents = (profile: string) => $api.useQuery('get', path, of(profile));

/** What was recorded shows at once; whatever else is told of the profile is asked for again. */
export function useRecordConsent(profile: string) {
  const queries = useQueryClient();
  const again = (of: string) => queries.invalidateQueries({ queryKey: ['get', of] });
  return useMutation({
    mutationFn: (body: RecordConsent) => done(api.POST(path, { ...of(profile), body })),
    onSuccess: (consents) => {
      queries.setQueryData($api.queryOptions('get', path, of(profile)).queryKey, consents);
      void again('/api/v1/profiles/{id}');
      void again('/api/v1/profiles/{id}/explanation');
      void queries.invalidateQueries({ queryKey: historyKey(profile) });
      void again('/api/v1/objectives');
      // What a refusal clears goes a moment later.
      for (const seconds of CLEARED_AFTER)
        setTimeout(() => {
          void again('/api/v1/profiles/{id}');
          void queries.invalidateQueries({ queryKey: historyKey(profile) });
        }, seconds * 1_000);
    },
    // It may be that nothing can be recorded any more, or of other objectives.
    onError: () => {
      void again(path);
      void again('/api/v1/objectives');
    },
  });
}
