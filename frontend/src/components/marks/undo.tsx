import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ProblemNote } from '@/components/Frame';
import { text } from '@/lib/text';

/** Says what was done at once, and takes it back if asked. */
export function sayWithUndo(message: string, undo: () => void) {
  const note = notifications.show({
    message: (
      <Group justify="space-between">
        <bdi>{message}</bdi>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => {
            notifications.hide(note);
            undo();
          }}
        >
          {text.common.undo}
        </Button>
      </Group>
    ),
  });
}

export function sayFailure(failure: unknown) {
  notifications.show({ color: 'red', message: <ProblemNote failure={failure} />, withBorder: true });
}
