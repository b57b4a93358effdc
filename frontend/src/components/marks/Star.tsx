import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api, done } from '@/api/client';
import type { NamedObject } from '@/api/types';
import { text } from '@/lib/text';
import { sayFailure, sayWithUndo } from './undo';
import { useMarksChanged } from './useMarks';

/** Acts at once, and can be taken back. */
export function Star({ of, starred }: { of: NamedObject; starred: boolean }) {
  const changed = useMarksChanged(of);
  const about = `star ${of.kind} ${of.id}`;
  const star = useMutation({
    mutationFn: (on: boolean) => {
      const at = { params: { path: { kind: of.kind, id: of.id } } };
      return done(on ? api.PUT('/api/v1/favorites/{kind}/{id}', at) : api.DELETE('/api/v1/favorites/{kind}/{id}', at));
    },
    onSuccess: (_, on) =>
      sayWithUndo(
        on ? text.favorites.starred(of.name) : text.favorites.unstarred(of.name),
        () => star.mutate(!on),
        about,
      ),
    onError: (failure) => sayFailure(failure, about),
    onSettled: changed,
  });
  const shown = star.isPending ? star.variables : starred;
  return (
    <ActionIcon
      variant="subtle"
      color={shown ? 'yellow' : 'gray'}
      aria-pressed={shown}
      aria-label={shown ? text.favorites.unstar(of.name) : text.favorites.star(of.name)}
      onClick={() => star.mutate(!shown)}
    >
      {shown ? <IconStarFilled size={18} aria-hidden /> : <IconStar size={18} aria-hidden />}
    </ActionIcon>
  );
}
