import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, done } from '@/api/client';
import type { FileSource, ImportGoal, SourcePreview } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';

export interface Look {
  /** What was found; nothing before anybody looked, or if it could not be read. */
  source: SourcePreview | undefined;
  looking: boolean;
  /** Whether the first answer is on its way: its place is kept, so that nothing jumps when it comes. */
  awaited: boolean;
  failure: unknown;
  /** Whether somebody has looked, or what is saved was looked at by itself. */
  asked: boolean;
  /** Whether what is looked for was changed since the last look, which then says nothing of it. */
  changed: boolean;
  /** Why what is shown does not speak of the draft as it stands now. */
  unseen: string | undefined;
  look: () => void;
  lookAt: (source: FileSource) => void;
}

/** Reads the files that a goal would read, when somebody asks for it and at once for a goal that has a mapping. */
export function useSourcePreview(goal: ImportGoal): Look {
  const { connectionId, secrets, setup, mayTry } = useEditing();
  const [asked, setAsked] = useState<FileSource | undefined>(() =>
    connectionId && goal.mapping.length > 0 ? goal.source : undefined,
  );
  const [times, setTimes] = useState(0);
  const preview = useQuery({
    queryKey: ['source-preview', connectionId, asked, times],
    enabled: mayTry && asked !== undefined && connectionId !== undefined,
    staleTime: Infinity,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      done(
        api.POST('/api/v1/connections/{id}/source-preview', {
          params: { path: { id: connectionId ?? '' } },
          body: { goalId: goal.id, source: asked ?? goal.source, setup: setup(), secrets },
          signal,
        }),
      ),
  });
  const source = preview.isError ? undefined : preview.data;
  const unread = preview.isFetching
    ? text.step.looking
    : preview.isError
      ? text.step.unreadable
      : source?.files.length === 0
        ? text.step.noFiles
        : undefined;
  const changed = asked !== undefined && hashKey([asked]) !== hashKey([goal.source]);
  return {
    source,
    looking: preview.isFetching,
    awaited: preview.isLoading,
    failure: changed ? null : preview.error,
    asked: asked !== undefined,
    changed,
    unseen: changed ? text.step.changedSince : (unread ?? (source === undefined ? text.step.notLooked : undefined)),
    look: () => {
      setAsked(goal.source);
      setTimes(times + 1);
    },
    lookAt: (next) => {
      if (connectionId) setAsked(next);
    },
  };
}
