import { Group, Popover, Stack, UnstyledButton, type PopoverProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';

interface Props {
  icon: ReactNode;
  /** The fact in a few words, as it stands in the head. */
  said: string;
  /** What opens under it is called this. */
  label: string;
  width?: PopoverProps['width'];
  children: ReactNode;
}

/** One fact about the connection in its head; a click opens what there is to know or to change about it. */
export function HeadFact({ icon, said, label, width = 320, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    // What is chosen in it may make it higher and what is said longer: it stays where it is all the same.
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      middlewares={{ flip: false, shift: true }}
      withinPortal={false}
      trapFocus
      returnFocus
      width={width}
    >
      <Popover.Target>
        <UnstyledButton fz={14} c="dimmed" miw={0} maw="100%" onClick={() => setOpened(!opened)}>
          <FactLine
            icon={icon}
            said={
              // One line as long as something hangs below it, all of it else.
              <span className={opened ? 'clipped' : undefined} style={{ overflowWrap: 'anywhere' }}>
                {said}
              </span>
            }
          />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <Stack gap="sm">{children}</Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The fact alone, where there is nothing to open. */
export function FactLine({ icon, said }: { icon: ReactNode; said: ReactNode }) {
  return (
    <Group gap={6} wrap="nowrap" component="span" miw={0}>
      <span style={{ display: 'inline-flex', flex: 'none' }}>{icon}</span>
      {said}
    </Group>
  );
}
