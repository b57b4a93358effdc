import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, done } from '@/api/client';
import { wanted, type ColumnId } from './columns';

const path = { key: 'connections.columns' };
const key = ['preferences', path.key] as const;

/** The columns that somebody likes, on whichever machine they sign in; a link may show others. */
export function useColumns(ofLink: ColumnId[] | undefined) {
  const queries = useQueryClient();
  const liked = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => done(api.GET('/api/v1/preferences/{key}', { params: { path }, signal })),
    staleTime: Infinity,
  });
  const keep = useMutation({
    mutationFn: (values: ColumnId[]) =>
      done(api.PUT('/api/v1/preferences/{key}', { params: { path }, body: { values } })),
    onMutate: (values) => {
      // An answer from before must not undo what was chosen.
      void queries.cancelQueries({ queryKey: key }, { revert: false, silent: true });
      queries.setQueryData(key, { key: path.key, values });
    },
    onError: () => {
      void queries.invalidateQueries({ queryKey: key });
    },
  });
  // Before it is known what somebody likes, a choice would be kept instead of it.
  return { columns: wanted(ofLink ?? liked.data?.values ?? []), keep: keep.mutate, known: !liked.isPending };
}
