import { Box, Text } from '@mantine/core';
import { IconUserOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, done } from '@/api/client';
import type { Erasure } from '@/api/types';
import { EmptyState, PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { isLost, ShowMore } from '@/components/ShowMore';
import { formatExact } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

const words = text.erasure;
const AT_ONCE = 50;

/** The receipts of all erasures, the latest first. */
export function ErasuresPage() {
  const receipts = useInfiniteQuery({
    queryKey: ['get', '/api/v1/erasures', 'all'],
    queryFn: ({ pageParam, signal }) =>
      done(
        api.GET('/api/v1/erasures', {
          params: { query: { limit: AT_ONCE, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const all = receipts.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <PageHead
        title={words.all}
        purpose={words.allPurpose}
        above={
          <Link className="link" to={paths.settings()}>
            {text.settings.title}
          </Link>
        }
      />
      <Section title={words.receipts}>
        {receipts.isPending && <Waiting lines={4} />}
        {isLost(receipts) && (
          <Box p="md">
            <ProblemNote failure={receipts.error} onRetry={() => void receipts.refetch()} />
          </Box>
        )}
        {receipts.isSuccess && all.length === 0 && (
          <EmptyState picture={<IconUserOff size={36} />} title={words.noneTitle}>
            {words.noneText}
          </EmptyState>
        )}
        {all.map((receipt) => (
          <Row key={receipt.id} receipt={receipt} />
        ))}
        <ShowMore of={receipts}>{text.history.more}</ShowMore>
      </Section>
    </>
  );
}

function Row({ receipt: { profileId, at, by, removed, completedAt } }: { receipt: Erasure }) {
  return (
    <Link to={paths.profile(profileId)} className="row-link">
      <Text fw={500}>
        <time dateTime={at}>{formatExact(at)}</time>
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {words.askedBy(by)} {words.went(removed)}
      </Text>
      <Text size="sm" c="dimmed">
        {completedAt === undefined ? words.soughtShort : words.completeAt(formatExact(completedAt))}
      </Text>
    </Link>
  );
}
