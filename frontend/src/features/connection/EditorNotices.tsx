import { Alert, Button, Stack, Text } from '@mantine/core';
import type { FieldError } from '@/api/types';
import { useEditing } from '@/components/editing';
import { ProblemNote } from '@/components/Frame';
import { text } from '@/lib/text';
import { ErrorSummary } from './ErrorSummary';

interface Props {
  /** Takes back what came back after a reload; absent when nothing did. */
  onDiscard: (() => void) | undefined;
  refused: FieldError[];
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
export function EditorNotices({
  onDiscard,
  refused,
  failure,
  onRetry,
  onSaveAnew,
  still,
  afterSaving,
  placeOf,
}: Props) {
  const { leadTo } = useEditing();
  return (
    <Stack gap="sm" mb="md">
      {onDiscard && (
        <Alert color="accent" title={text.editor.restored}>
          <Button size="xs" variant="default" onClick={onDiscard}>
            {text.editor.discard}
          </Button>
        </Alert>
      )}
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
          title={text.editor.problemsTitle(still.length)}
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
