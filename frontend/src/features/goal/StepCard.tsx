import { Box, Group, Text, Title, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight, IconCircleCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { text } from '@/lib/text';

interface Props {
  id: string;
  number: number;
  title: string;
  /** What it says when folded. */
  summary: string;
  /** What is missing, if anything. */
  missing: string | undefined;
  children: ReactNode;
  folded?: boolean;
}

export function StepCard({ id, number, title, summary, missing, children, folded = false }: Props) {
  const [open, setOpen] = useState(!folded || missing !== undefined);
  return (
    <Box component="section" className="panel" aria-label={title} id={id} tabIndex={-1} style={{ scrollMarginTop: 68 }}>
      <UnstyledButton
        w="100%"
        px="md"
        py={10}
        aria-expanded={open}
        aria-label={text.goal.fold(title)}
        onClick={() => setOpen(!open)}
      >
        <Group wrap="nowrap" gap="sm">
          <Text fw={600} c="dimmed" w={16} ta="center">
            {number}
          </Text>
          <Title order={2} fz={15} style={{ flex: 'none' }}>
            {title}
          </Title>
          <Text size="sm" c="dimmed" truncate style={{ flex: 1 }}>
            {open ? '' : summary}
          </Text>
          <Group gap={6} wrap="nowrap" style={{ color: `var(--state-${missing ? 'warn' : 'good'})` }}>
            {missing ? <IconAlertTriangle size={16} aria-hidden /> : <IconCircleCheck size={16} aria-hidden />}
            <Text size="sm" className="wide-only">
              {missing ?? text.goal.complete}
            </Text>
          </Group>
          {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
        </Group>
      </UnstyledButton>
      {open && (
        <Box p="md" style={{ borderTop: '1px solid var(--hairline)' }}>
          {children}
        </Box>
      )}
    </Box>
  );
}
