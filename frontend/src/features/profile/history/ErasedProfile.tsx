import { Box, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { $api } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Erasure } from '@/api/types';
import { PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { formatExact } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { HistorySection } from './HistorySection';

const words = text.erasure;
/** Traces are looked for once a minute. */
const LOOK_AGAIN = 10_000;

const above = (
  <Link className="link" to={paths.profiles()}>
    {text.profilePage.back}
  </Link>
);

/** In place of a profile that is not there: the receipt of its erasure, where there is one. */
export function ErasedProfile({ profileId }: { profileId: string }) {
  const receipts = $api.useQuery(
    'get',
    '/api/v1/erasures',
    { params: { query: { profile: profileId } } },
    {
      retry: false,
      refetchInterval: ({ state }) => (state.data?.items[0]?.completedAt === undefined ? LOOK_AGAIN : false),
    },
  );
  const receipt = receipts.data?.items[0];
  if (receipts.isPending) return <Waiting lines={4} />;
  if (receipts.isError && !receipt) {
    return asProblem(receipts.error).status === 404 ? (
      <NoProfile />
    ) : (
      <>
        <PageHead title={text.profilePage.one} above={above} />
        <ProblemNote failure={receipts.error} onRetry={() => void receipts.refetch()} />
      </>
    );
  }
  if (!receipt) return <NoProfile />;
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} above={above} />
      <Section title={words.receipt}>
        <Receipt receipt={receipt} />
      </Section>
      <Box mt="lg">
        <HistorySection profileId={profileId} nameOf={(property) => property} />
      </Box>
    </>
  );
}

function NoProfile() {
  return <PageHead title={text.problem.notFound} purpose={text.problem.notFoundText} above={above} />;
}

function Receipt({ receipt: { id, at, by, removed, completedAt } }: { receipt: Erasure }) {
  return (
    <Box component="dl" className="receipt" p="md" m={0}>
      <dt>{words.at}</dt>
      <dd>
        <time dateTime={at}>{formatExact(at)}</time>
      </dd>
      <dt>{words.by}</dt>
      <dd>{by}</dd>
      <dt>{words.removed}</dt>
      <dd>
        <ul>
          {words.counts(removed).map((line) => (
            <li key={line}>{line}</li>
          ))}
          {removed.rejectedRecords !== undefined && <li>{words.rejected(removed.rejectedRecords)}</li>}
        </ul>
      </dd>
      {completedAt === undefined ? (
        <Text component="dd" size="sm" c="dimmed" role="status" style={{ gridColumn: '1 / -1' }}>
          {words.sought}
        </Text>
      ) : (
        <>
          <dt>{words.complete}</dt>
          <dd>
            <time dateTime={completedAt}>{formatExact(completedAt)}</time>
          </dd>
        </>
      )}
      <dt>{words.id}</dt>
      <dd className="tabular" style={{ overflowWrap: 'anywhere' }}>
        {id}
      </dd>
    </Box>
  );
}
