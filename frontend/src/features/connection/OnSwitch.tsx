import { Switch } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, done } from '@/api/client';
import { sayFailure, sayWithUndo } from '@/components/marks/undo';
import { text } from '@/lib/text';
import { connectionsKey } from './keys';

/** Acts at once, and can be taken back. */
export function OnSwitch({
  id,
  name,
  on,
  mayEdit,
  size = 'sm',
}: {
  id: string;
  name: string;
  on: boolean;
  mayEdit: boolean;
  size?: 'sm' | 'md';
}) {
  const queries = useQueryClient();
  const about = `switch ${id}`;
  const turn = useMutation({
    mutationFn: (next: boolean) =>
      done(api.PUT('/api/v1/connections/{id}/on', { params: { path: { id } }, body: { on: next } })),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: connectionsKey }),
        queries.invalidateQueries({ queryKey: ['get', '/api/v1/connections/{id}', { params: { path: { id } } }] }),
        queries.invalidateQueries({ queryKey: ['get', '/api/v1/runs'] }),
      ]),
    onError: (failure) => sayFailure(failure, about),
    onSuccess: (_, next) =>
      sayWithUndo(
        next ? text.connections.turnedOn(name) : text.connections.turnedOff(name),
        () => turn.mutate(!next),
        about,
      ),
  });
  const shown = turn.isPending ? turn.variables : on;
  return (
    <Switch
      size={size}
      checked={shown}
      disabled={!mayEdit}
      wrapperProps={mayEdit ? {} : { title: text.connections.notYours }}
      aria-label={`${name}: ${text.editor.switch}`}
      onChange={(event) => turn.mutate(event.currentTarget.checked)}
      color="green.8"
    />
  );
}
