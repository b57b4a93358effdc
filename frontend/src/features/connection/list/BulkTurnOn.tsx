import { Checkbox, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Confirm } from '@/components/confirm';
import { text } from '@/lib/text';
import type { TurnOnAhead } from './api';

const words = text.connectionList;
const mostNamed = 5;

/** Says before many are switched on which of them would be on without running, and which stay as they are. */
export function BulkTurnOn({
  ahead: { counts, idle, reserved },
  amount,
  busy,
  onConfirm,
  onClose,
}: {
  ahead: TurnOnAhead;
  amount: number;
  busy: boolean;
  onConfirm: (left: string[]) => void;
  onClose: () => void;
}) {
  const [leaveOff, setLeaveOff] = useState(false);
  const unable = counts.NOT_CONFIGURED + counts.CONFIGURATION_ERROR;
  const possible = amount - reserved;
  const left = leaveOff ? idle : [];
  return (
    <Confirm
      opened
      title={words.turnOnTitle(amount)}
      action={words.turnOnAction(possible - left.length)}
      hindrance={possible === 0 ? words.ahead.reserved(reserved) : undefined}
      busy={busy}
      onConfirm={() => onConfirm(left.map(({ id }) => id))}
      onClose={onClose}
    >
      {unable > 0 && (
        <Stack gap={4}>
          {(['NOT_CONFIGURED', 'CONFIGURATION_ERROR'] as const).map(
            (status) =>
              counts[status] > 0 && (
                <div key={status}>
                  <Text size="sm" fw={600}>
                    {words.ahead[status](counts[status])}
                  </Text>
                  <Named names={idle.filter((one) => one.status === status).map(({ name }) => name)} />
                </div>
              ),
          )}
          <Text size="sm">{words.ahead.after(unable)}</Text>
        </Stack>
      )}
      {reserved > 0 && <Text size="sm">{words.ahead.reserved(reserved)}</Text>}
      {idle.length > 0 && idle.length < possible && (
        <Checkbox
          label={words.ahead.leaveOff(idle.length)}
          checked={leaveOff}
          onChange={(event) => setLeaveOff(event.currentTarget.checked)}
        />
      )}
    </Confirm>
  );
}

function Named({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  const shown = names.slice(0, mostNamed);
  return (
    <List size="sm" style={{ overflowWrap: 'anywhere' }}>
      {shown.map((name, index) => (
        <List.Item key={index}>
          <bdi>{name}</bdi>
        </List.Item>
      ))}
      {names.length > shown.length && <List.Item>{words.unnamed(names.length - shown.length)}</List.Item>}
    </List>
  );
}
