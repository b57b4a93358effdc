import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Connection, FieldError } from '@/api/types';
import { ProblemNote } from '@/components/Frame';
import { valueAt } from '@/lib/pointer';
import { text } from '@/lib/text';
import { connectionsKey, savingNote } from './keys';
import type { Draft } from './useDraft';

/** Where the page keeps a connection that it has seen. */
export function useShowConnection() {
  const queries = useQueryClient();
  return (connection: Connection) =>
    queries.setQueryData(
      $api.queryOptions('get', '/api/v1/connections/{id}', { params: { path: { id: connection.id } } }).queryKey,
      connection,
    );
}

function useRefresh() {
  const queries = useQueryClient();
  return (id: string) =>
    queries.invalidateQueries({
      queryKey: $api.queryOptions('get', '/api/v1/connections/{id}', { params: { path: { id } } }).queryKey,
    });
}

/** Saves a draft, and holds what the service found wrong with it or who was quicker. */
export function useSave(draft: Draft, onFirstSave: (saved: Connection) => Promise<void>) {
  const queries = useQueryClient();
  const show = useShowConnection();
  const refresh = useRefresh();
  const { form, content, base, secrets } = draft;
  const [refused, setRefused] = useState<(FieldError & { then: unknown })[]>([]);
  const [stale, setStale] = useState<Connection>();

  const save = useMutation({
    mutationFn: async ({ version, anew = false }: { version?: number | undefined; anew?: boolean }) => {
      const sent = form.getValues();
      let saved =
        base === undefined || anew
          ? await draft.create(sent)
          : await done(
              api.PUT('/api/v1/connections/{id}', {
                params: { path: { id: base.id }, header: { 'If-Match': `"${version ?? base.version}"` } },
                body: sent,
              }),
            );
      let failure: unknown;
      for (const [field, value] of Object.entries(secrets)) {
        await done(
          api.PUT('/api/v1/connections/{id}/secrets/{field}', {
            params: { path: { id: saved.id, field } },
            body: { value },
          }),
        ).catch((failed: unknown) => (failure = failed));
      }
      if (Object.keys(secrets).length > 0)
        saved = await done(api.GET('/api/v1/connections/{id}', { params: { path: { id: saved.id } } }));
      return { saved, sent, failure };
    },
    onSuccess: async ({ saved, sent, failure }, { anew }) => {
      setRefused([]);
      setStale(undefined);
      draft.saved(saved, sent, failure === undefined);
      if (failure !== undefined) notifications.show({ color: 'red', message: <ProblemNote failure={failure} /> });
      show(saved);
      void queries.invalidateQueries({ queryKey: connectionsKey });
      // What was said on the way there is no longer true.
      notifications.hide(savingNote);
      notifications.show({ id: savingNote, message: text.editor.savedAs(saved.name) });
      if (base === undefined || anew) await onFirstSave(saved);
    },
    onError: (failure) => {
      const problem = asProblem(failure);
      if (problem.type === '/problems/connection-changed') setStale(problem.current);
      // Somebody reserved it meanwhile: from now on it can only be looked at.
      if (problem.type === '/problems/editing-reserved' && base) void refresh(base.id);
      setRefused((problem.errors ?? []).map((error) => ({ ...error, then: valueAt(form.getValues(), error.pointer) })));
    },
  });

  const gone = save.isError && base !== undefined && asProblem(save.error).type === '/problems/connection-not-found';
  return {
    save,
    /** Somebody deleted it meanwhile. */
    gone,
    /** What was refused and still stands as it was sent. */
    refused: refused.filter(
      (error) =>
        valueAt(content, error.pointer) === error.then &&
        !(error.pointer.startsWith('/secrets/') && secrets[error.pointer.slice(9)]),
    ),
    /** The save failed for a reason that stands at no place of the form. */
    failed: save.isError && !stale && !gone && refused.length === 0,
    /** What somebody else saved meanwhile. */
    stale,
    settle: () => setStale(undefined),
  };
}
