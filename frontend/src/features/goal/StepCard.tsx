import { Box, Group, Text, Title, UnstyledButton, VisuallyHidden } from '@mantine/core';
import {
  IconAlertTriangle,
  IconChevronDown,
  IconChevronRight,
  IconCircleCheck,
  IconCircleDashed,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { FieldError } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';

interface Props {
  /** The JSON pointer that this step mends. */
  pointer: string;
  number: number;
  title: string;
  /** What it says when folded. */
  summary: string;
  /** All that is missing. */
  missing: FieldError[];
  /** Why nobody can know yet whether it is right. */
  unknown?: string | undefined;
  /** Whether what is missing stands at its place below, and need not be listed as well. */
  saidBelow?: boolean;
  children: ReactNode;
  folded?: boolean;
}

export function StepCard({
  pointer,
  number,
  title,
  summary,
  missing,
  unknown,
  saidBelow = false,
  children,
  folded = false,
}: Props) {
  const { leadTo } = useEditing();
  const [open, setOpen] = useState(!folded || missing.length > 0);
  const [tone, Glyph, state] =
    missing.length > 0
      ? (['warn', IconAlertTriangle, text.step.missing(missing.map(({ message }) => message))] as const)
      : unknown !== undefined
        ? (['idle', IconCircleDashed, unknown] as const)
        : (['good', IconCircleCheck, text.goal.complete] as const);
  return (
    <Box
      component="section"
      className="panel"
      aria-label={title}
      data-pointer={pointer}
      tabIndex={-1}
      style={{ scrollMarginTop: 68 }}
    >
      <UnstyledButton w="100%" px="md" py={10} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Group wrap="nowrap" gap="sm">
          <Text fw={600} c="dimmed" w={16} ta="center" aria-hidden>
            {number}
          </Text>
          <Title order={2} fz={15} style={{ flex: 'none' }}>
            {title}
          </Title>
          <Text size="sm" c="dimmed" truncate style={{ flex: 1 }}>
            {open ? '' : summary}
          </Text>
          <Group gap={6} wrap="nowrap" miw={0} style={{ color: `var(--state-${tone})` }}>
            <Glyph size={16} aria-hidden style={{ flex: 'none' }} />
            <Text size="sm" className="wide-only" truncate aria-hidden>
              {state}
            </Text>
            <VisuallyHidden>{state}</VisuallyHidden>
          </Group>
          {open ? (
            <IconChevronDown size={16} aria-hidden style={{ flex: 'none' }} />
          ) : (
            <IconChevronRight size={16} aria-hidden style={{ flex: 'none' }} />
          )}
        </Group>
      </UnstyledButton>
      {open && (
        <Box p="md" style={{ borderTop: '1px solid var(--hairline)' }}>
          {missing.length > 0 && !saidBelow && (
            <Box component="ul" m={0} mb="sm" style={{ paddingInlineStart: 20, color: 'var(--state-warn)' }}>
              {missing.map((problem) => (
                <li key={problem.pointer + problem.code}>
                  <UnstyledButton
                    fz={13}
                    td="underline"
                    style={{ verticalAlign: 'top' }}
                    onClick={() => leadTo(problem.pointer)}
                  >
                    {problem.message}
                  </UnstyledButton>
                </li>
              ))}
            </Box>
          )}
          {children}
        </Box>
      )}
    </Box>
  );
}
