import { Alert, Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { FieldError } from '@/api/types';
import { useEditing } from '@/components/editing';
import { ProblemNote } from '@/components/Frame';
import { text } from '@/lib/text';
import { ErrorSummary } from './ErrorSummary';

interface Props {
  refused: FieldError[];
  /** When a save was refused last, or failed; absent while none was. */
  failedAt: number | undefined;
  failure: unknown;
  onRetry: () => void;
  /** Makes a connection of what was typed; absent unless somebody deleted the one it was typed for. */
  onSaveAnew: (() => void) | undefined;
  /** What keeps it from running. */
  still: FieldError[];
  afterSaving: number;
  placeOf: (error: FieldError) => string;
}

/** What somebody who edits a connection should know first. */
export function EditorNotices({ refused, failedAt, failure, onRetry, onSaveAnew, still, afterSaving, placeOf }: Props) {
  const { leadTo, inPages } = useEditing();
  const notices = useRef<HTMLDivElement>(null);
  // Ctrl+S may be pressed far below: what became of it is shown to whoever pressed it, each time anew.
  useEffect(() => {
    const alert = failedAt === undefined ? undefined : notices.current?.querySelector<HTMLElement>('[role=alert]');
    alert?.scrollIntoView({ block: 'nearest' });
    alert?.focus({ preventScroll: true });
  }, [failedAt]);
  return (
    <Stack gap="sm" mb="md" ref={notices}>
      {refused.length > 0 && (
        <ErrorSummary
          tone="bad"
          title={text.editor.errorsTitle(refused.length)}
          errors={refused}
          placeOf={placeOf}
          onChoose={leadTo}
        />
      )}
      {onSaveAnew && (
        <Alert color="red" title={text.editor.goneTitle} role="alert">
          <Text size="sm" mb="xs">
            {text.editor.goneText}
          </Text>
          <Button size="xs" variant="default" onClick={onSaveAnew}>
            {text.editor.saveAnew}
          </Button>
        </Alert>
      )}
      {failure !== undefined && <ProblemNote failure={failure} onRetry={onRetry} />}
      {refused.length === 0 && still.length > 0 && (
        <ErrorSummary
          tone="warn"
          title={(inPages ? text.inPages : text.editor).problemsTitle(still.length)}
          errors={still}
          placeOf={placeOf}
          onChoose={leadTo}
        />
      )}
      {afterSaving > 0 && (
        <Text size="sm" c="dimmed" role="status">
          {text.draft.afterSaving(afterSaving)}
        </Text>
      )}
    </Stack>
  );
}
