import { Box, Button, Code, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, type ReactNode } from 'react';
import { asProblem, offlineType, unreachableType } from '@/api/problem';
import { text } from '@/lib/text';

/** For what is no longer there; the children lead on. */
export function NothingHere({ children }: { children: ReactNode }) {
  return <PageHead title={text.problem.notFound} purpose={text.problem.notFoundText} action={children} />;
}

/** The head of every page: what it is, what it is for, and its main action. */
export function PageHead({
  title,
  purpose,
  action,
  above,
  logo,
}: {
  title: string;
  purpose?: ReactNode;
  action?: ReactNode;
  above?: ReactNode;
  logo?: ReactNode;
}) {
  usePageTitle(title);
  return (
    <Group justify="space-between" align="flex-end" mb="lg" gap="sm">
      <Box miw={0}>
        {above}
        <Group gap="sm" wrap="nowrap" mt={above && logo ? 'xs' : undefined}>
          {logo}
          <Title order={1} style={{ overflowWrap: 'anywhere' }}>
            {title}
          </Title>
        </Group>
        {purpose && (
          <Text c="dimmed" mt={4} component="div">
            {purpose}
          </Text>
        )}
      </Box>
      {action}
    </Group>
  );
}

export function usePageTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · ${text.product}`;
  }, [title]);
}

export function Section({
  title,
  action,
  children,
  id,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  return (
    <Box component="section" className="panel" id={id} aria-label={title} style={{ scrollMarginTop: 68 }}>
      <Group justify="space-between" px="md" py={10} mih={48} style={{ borderBottom: '1px solid var(--hairline)' }}>
        <Title order={2} fz={15}>
          {title}
        </Title>
        {action}
      </Group>
      {children}
    </Box>
  );
}

/** Empty states teach: one picture, one sentence, one action. */
export function EmptyState({
  picture,
  title,
  children,
  action,
}: {
  picture: ReactNode;
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <Stack align="center" gap="xs" py={48} px="md" ta="center">
      <Box
        aria-hidden
        style={{
          display: 'grid',
          placeItems: 'center',
          width: 72,
          height: 72,
          borderRadius: 16,
          background: 'var(--tint-busy)',
          color: 'var(--state-busy)',
        }}
      >
        {picture}
      </Box>
      <Title order={2} mt="xs">
        {title}
      </Title>
      <Text c="dimmed" maw={440}>
        {children}
      </Text>
      {action && <Box mt="sm">{action}</Box>}
    </Stack>
  );
}

/** What happened, what to do, and the technical words folded away. */
export function ProblemNote({ failure, onRetry, title }: { failure: unknown; onRetry?: () => void; title?: string }) {
  const problem = asProblem(failure);
  const offline = problem.type === offlineType;
  const unreachable = offline || problem.type === unreachableType;
  const nobodyAnswers = offline ? text.problem.offline : text.problem.unreachable;
  const wayOut = offline ? text.problem.offlineRemedy : text.problem.unreachableRemedy;
  const remedy = unreachable ? wayOut : 'remedy' in problem ? problem.remedy : undefined;
  const technical = [
    problem.type,
    problem.detail !== problem.title && unreachable ? problem.detail : undefined,
    problem.traceId && `${text.problem.trace} ${problem.traceId}`,
  ];
  return (
    <Box role="alert" p="md" style={{ borderRadius: 8, background: 'var(--tint-bad)' }}>
      <Group align="flex-start" wrap="nowrap" gap="sm">
        <IconAlertCircle size={20} aria-hidden style={{ color: 'var(--state-bad)', flex: 'none' }} />
        <Box miw={0}>
          <Text fw={600}>
            {offline ? nobodyAnswers : (title ?? (unreachable ? nobodyAnswers : text.problem.title))}
          </Text>
          {!unreachable && <Text size="sm">{problem.detail}</Text>}
          {remedy && (
            <Text size="sm" mt={4}>
              {remedy}
            </Text>
          )}
          <details style={{ marginTop: 8 }}>
            <summary style={{ cursor: 'pointer', fontSize: 13 }}>{text.common.technical}</summary>
            <Code block mt={4} style={{ whiteSpace: 'pre-wrap' }}>
              {technical.filter(Boolean).join('\n')}
            </Code>
          </details>
          {onRetry && (
            <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
              {text.common.retry}
            </Button>
          )}
        </Box>
      </Group>
    </Box>
  );
}

/** Placeholders that show only when the wait is long enough to be noticed. */
export function Waiting({ lines = 5 }: { lines?: number }) {
  return (
    <Stack className="appears-late" gap="sm" p="md" role="status" aria-label={text.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} h={20} w={`${95 - ((index * 13) % 40)}%`} />
      ))}
    </Stack>
  );
}
