import { Button, Group, Kbd } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ProblemNote } from '@/components/Frame';
import { text } from '@/lib/text';

/** What was done and can still be taken back, the latest last; the note of each is shown as long. */
let open: { undo: () => void }[] = [];

/**
 * Says what was done at once, and takes it back if asked: by its button, or from anywhere by Ctrl+Z. What was said of
 * the same thing before is no longer true, and goes.
 */
export function sayWithUndo(message: string, undo: () => void, about: string) {
  const said = {
    undo: () => {
      notifications.hide(note);
      undo();
    },
  };
  notifications.hide(about);
  const note = notifications.show({
    id: about,
    autoClose: 10_000,
    onClose: () => {
      open = open.filter((one) => one !== said);
    },
    message: (
      <Group justify="space-between" wrap="nowrap">
        <bdi style={{ overflowWrap: 'anywhere' }}>{message}</bdi>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-keyshortcuts="Control+Z Meta+Z"
          rightSection={
            <Kbd size="xs" className="wide-only undo-key" aria-hidden>
              {text.keys.undo}
            </Kbd>
          }
          style={{ flex: 'none' }}
          onClick={said.undo}
        >
          {text.common.undo}
        </Button>
      </Group>
    ),
  });
  open = [...open, said];
}

/** In a field with something in it, the key takes back what was typed there. */
export function undoByKey(event: KeyboardEvent) {
  const { target } = event;
  const last = open.at(-1);
  if (!last || ((target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && isText(target)))
    return;
  event.preventDefault();
  last.undo();
}

const isText = (field: HTMLInputElement | HTMLTextAreaElement) =>
  field.value !== '' && !['checkbox', 'radio'].includes(field.type);

export function sayFailure(failure: unknown, about?: string) {
  if (about !== undefined) notifications.hide(about);
  notifications.show({
    ...(about === undefined ? {} : { id: about }),
    color: 'red',
    message: <ProblemNote failure={failure} />,
    withBorder: true,
  });
}
