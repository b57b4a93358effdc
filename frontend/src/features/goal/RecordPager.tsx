import { ActionIcon, Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { text } from '@/lib/text';
import type { Trying } from './useTrial';

/** Which of the records is shown, with arrows to the others, and what is said of it. */
export function RecordPager({ trying, children }: { trying: Trying; children: ReactNode }) {
  const { record, shown, amount, show } = trying;
  if (!record) return null;
  return (
    <Group gap="xs" mb="sm">
      <ActionIcon
        variant="default"
        aria-label={text.goal.previousRecord}
        disabled={shown === 0}
        onClick={() => show(shown - 1)}
      >
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <Text size="sm" className="tabular">
        {text.goal.record(record.number, record.line)}
      </Text>
      <ActionIcon
        variant="default"
        aria-label={text.goal.nextRecord}
        disabled={shown >= amount - 1}
        onClick={() => show(shown + 1)}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
      {children}
    </Group>
  );
}
