import { Box, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNote, Section, Waiting } from '@/components/Frame';

/** A part of Home: waits, fails and comes back by itself, whatever becomes of the others. */
export function Panel<T>({
  title,
  query,
  lines,
  empty,
  action,
  children,
}: {
  title: string;
  query: Pick<UseQueryResult<T, unknown>, 'data' | 'isError' | 'error' | 'refetch'>;
  /** How long it will be, about. */
  lines: number;
  /** What to say of an answer with nothing in it. */
  empty: (data: T) => ReactNode;
  action?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { data } = query;
  const nothing = data === undefined ? null : empty(data);
  return (
    <Section title={title} action={action}>
      {data === undefined && !query.isError && <Waiting lines={lines} />}
      {query.isError && (
        <Box p="md">
          <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />
        </Box>
      )}
      {nothing && (
        <Text c="dimmed" size="sm" p="md">
          {nothing}
        </Text>
      )}
      {data !== undefined && !nothing && children(data)}
    </Section>
  );
}
