import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '@/lib/text';
import { BusyButton } from './BusyButton';

/** Asks before what cannot be undone. */
export function Confirm(props: {
  opened: boolean;
  title: string;
  children: ReactNode;
  action: string;
  danger?: boolean;
  busy?: boolean;
  /** Why it cannot be confirmed yet. */
  hindrance?: string | undefined;
  /** Off where something else is to be looked at once it is done. */
  returnFocus?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      centered
      returnFocus={props.returnFocus ?? true}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Stack>
        {props.children}
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onClose} data-autofocus>
            {text.common.cancel}
          </Button>
          <BusyButton
            color={props.danger ? 'red.8' : undefined}
            loading={props.busy ?? false}
            disabled={props.hindrance !== undefined}
            title={props.hindrance}
            onClick={props.onConfirm}
          >
            {props.action}
          </BusyButton>
        </Group>
      </Stack>
    </Modal>
  );
}
