import { Button, Group, Modal, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { text } from '@/lib/text';
import { BusyButton } from './BusyButton';

interface Props {
  /** Something was typed that leaving would lose. */
  unsaved: boolean;
  onForget: () => void;
  /** Absent where nothing can be saved. */
  saving: { busy: boolean; save: (then: { onSuccess: () => void; onError: () => void }) => void } | undefined;
}

/** Asks before what was typed is left behind. */
export function LeaveDialog({ unsaved, onForget, saving }: Props) {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: unsaved,
    withResolver: true,
  });
  const stay = () => blocker.reset?.();
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={stay}
      title={text.editor.leaveTitle}
      centered
      size={520}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Text mb="md">{text.editor.leaveText}</Text>
      <Group justify="flex-end">
        <Button
          variant="default"
          onClick={() => {
            onForget();
            blocker.proceed?.();
          }}
        >
          {text.editor.leave}
        </Button>
        <Button variant="default" data-autofocus onClick={stay}>
          {text.editor.stay}
        </Button>
        {saving && (
          <BusyButton
            loading={saving.busy}
            onClick={() => saving.save({ onSuccess: () => blocker.proceed?.(), onError: stay })}
          >
            {text.editor.saveAndLeave}
          </BusyButton>
        )}
      </Group>
    </Modal>
  );
}
