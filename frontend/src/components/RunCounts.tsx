import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Counts } from '@/api/types';
import { balances, type CountKind, countKinds } from '@/lib/counts';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

/** Where the run's page tells what a number counts. */
const PLACES: Partial<Record<CountKind, string>> = {
  created: 'profiles',
  updated: 'profiles',
  skippedForConsent: 'held-back',
  rejected: 'rejected',
};

/** The counts as a sentence that adds up. With a run, each number leads to what it counts. */
export function RunCounts({ counts, runId }: { counts: Counts; runId?: string }) {
  const shown = countKinds.filter((kind) => counts[kind] > 0);
  const number = (amount: number, hash: string) =>
    runId === undefined ? (
      formatNumber(amount)
    ) : (
      <Link className="link" to={paths.run(runId)} hash={hash} style={{ fontWeight: 600 }}>
        {formatNumber(amount)}
      </Link>
    );
  return (
    <Text component="span" size="sm" lh="inherit" className="tabular" aria-live="off">
      {number(counts.read, 'files')} {text.runs.read}
      {shown.length > 0 && ` ${text.runs.equals} `}
      {shown.map((kind, index) => (
        <Fragment key={kind}>
          {index > 0 && ` ${text.runs.plus} `}
          <span style={{ whiteSpace: 'nowrap' }}>
            {number(counts[kind], PLACES[kind] ?? 'log')} {text.runs.counts[kind]}
          </span>
        </Fragment>
      ))}
      {!balances(counts) && (
        <Text component="span" c="red" role="alert">
          {' '}
          {text.runs.doesNotBalance}
        </Text>
      )}
    </Text>
  );
}
