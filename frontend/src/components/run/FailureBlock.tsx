import { Box, Code, Group, Text } from '@mantine/core';
import { IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RunProblem } from '@/api/types';
import { text } from '@/lib/text';

/** In this order: what happened, to what, why, what to do; the technical words are folded away. */
export function FailureBlock({ problem, to, title }: { problem: RunProblem; to: ReactNode; title?: string }) {
  const parts: [string, ReactNode][] = [
    [text.runs.toWhat, to],
    [text.runs.why, problem.message],
    [text.runs.whatToDo, problem.remedy],
  ];
  return (
    <Box role="alert" p="md" style={{ borderRadius: 8, background: 'var(--tint-bad)' }}>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <IconCircleX size={20} aria-hidden style={{ color: 'var(--state-bad)', flex: 'none', marginTop: 1 }} />
        <Box miw={0} flex={1}>
          <Text fw={600}>{title ?? text.runs.whatHappened}</Text>
          <Box component="dl" m={0} mt={8} style={{ display: 'grid', gap: 6 }}>
            {parts.map(([name, words]) => (
              <Box key={name}>
                <Text component="dt" size="xs" c="dimmed">
                  {name}
                </Text>
                <Text component="dd" m={0} size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {words}
                </Text>
              </Box>
            ))}
          </Box>
          <details style={{ marginTop: 10 }}>
            <summary style={{ cursor: 'pointer', fontSize: 13 }}>{text.runPage.technical}</summary>
            <Code block mt={6} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {[problem.code, problem.technical].filter(Boolean).join('\n')}
            </Code>
          </details>
        </Box>
      </Group>
    </Box>
  );
}
