import { Anchor, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArrowRight,
  IconCircleDashed,
  IconCircleX,
  IconTool,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Attention, ConnectionAttention, ConnectionSummary } from '@/api/types';
import { useMay } from '@/components/permissions';
import { StateBadge } from '@/components/StateBadge';
import { RelativeTime } from '@/components/Time';
import { TypeLogo } from '@/components/TypeLogo';
import { formatPercent } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { shownAttention, useAttention } from './api';
import { Panel } from './Panel';

const words = text.home.attention;

const badges: Record<Attention, ['bad' | 'warn' | 'idle', Icon]> = {
  CONFIGURATION_ERROR: ['bad', IconTool],
  RUN_FAILED: ['bad', IconCircleX],
  RECORDS_REJECTED: ['warn', IconAlertTriangle],
  NOT_CONFIGURED: ['idle', IconCircleDashed],
};

/** What hurts most first, each with what happened and what to do about it. */
export function AttentionPanel() {
  const query = useAttention();
  const mayWrite = useMay('connections:write');
  const total = query.data?.total ?? 0;
  return (
    <Panel
      title={words.title}
      query={query}
      lines={4}
      empty={(data) => data.items.length === 0 && (mayWrite ? words.nothing : words.nothingToSee)}
      action={
        total > shownAttention && (
          <Anchor component={Link} to={paths.needingAttention()} size="sm" c="var(--link)">
            {words.all(total)}
          </Anchor>
        )
      }
    >
      {({ items }) => (
        <>
          <ul className="plain-list">
            {items.map(
              (connection) =>
                connection.attention && (
                  <Row key={connection.id} connection={connection} attention={connection.attention} />
                ),
            )}
          </ul>
          {!mayWrite && (
            <Text size="sm" c="dimmed" px="md" pb="md">
              {words.whoMends(text.common.roles.either)}
            </Text>
          )}
        </>
      )}
    </Panel>
  );
}

function Row({ connection, attention }: { connection: ConnectionSummary; attention: ConnectionAttention }) {
  const [tone, icon] = badges[attention.reason];
  const mayRun = useMay('runs:execute');
  const { what, step, since } = sayingOf(connection, attention, mayRun);
  return (
    <li className="attention-row">
      <TypeLogo logo={connection.type.logo} size={28} />
      <div style={{ minWidth: 0 }}>
        <Group gap="xs" justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={500} className="clipped">
            <Link to={paths.connection(connection.id)} className="plain">
              {connection.name}
            </Link>
          </Text>
          <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
            <RelativeTime at={since} />
          </Text>
        </Group>
        <Group gap="4px 8px" my={4}>
          <StateBadge tone={tone} icon={icon} word={words.reasons[attention.reason]} />
          <Text size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
            {what}
          </Text>
        </Group>
        <Text size="sm" component="div">
          {step}
        </Text>
      </div>
    </li>
  );
}

interface Saying {
  what: string | undefined;
  step: ReactNode;
  /** When it came to this. */
  since: string;
}

/** Who may not mend it is offered to look. */
function sayingOf(
  { id, lastRun, modifiedAt, mayEdit }: ConnectionSummary,
  { reason, problem }: ConnectionAttention,
  mayRun: boolean,
): Saying {
  const since = lastRun?.endedAt ?? modifiedAt;
  const run = paths.run(lastRun?.id ?? '');
  const place = problem ? paths.place(id, problem.pointer) : paths.connection(id);
  switch (reason) {
    case 'CONFIGURATION_ERROR':
      return problem
        ? {
            what: problem.message,
            since: modifiedAt,
            step: <Step to={place}>{mayEdit ? words.mend : words.seePlace}</Step>,
          }
        : {
            what: [lastRun?.problem?.message, lastRun?.problem?.remedy].filter(Boolean).join(' '),
            since,
            step: <Step to={place}>{mayEdit ? words.openSetup : words.seeSetup}</Step>,
          };
    case 'RUN_FAILED':
      return {
        what: lastRun?.problem?.message,
        since,
        step: <Step to={run}>{mayRun ? words.openRun : words.seeRun}</Step>,
      };
    case 'RECORDS_REJECTED':
      return {
        what:
          lastRun &&
          words.rejected(
            lastRun.counts.rejected,
            lastRun.counts.read,
            formatPercent(lastRun.counts.rejected / lastRun.counts.read),
          ),
        since,
        step: (
          <Step to={run} hash="rejected">
            {mayRun ? words.replay : words.seeRejected}
          </Step>
        ),
      };
    case 'NOT_CONFIGURED':
      return {
        what: problem?.message,
        since: modifiedAt,
        step: <Step to={place}>{mayEdit ? words.complete : words.seePlace}</Step>,
      };
  }
}

function Step({ to, hash, children }: { to: string; hash?: string; children: string }) {
  return (
    <Link to={to} {...(hash ? { hash } : {})} className="link step-link">
      <IconArrowRight size={15} aria-hidden />
      <span>{children}</span>
    </Link>
  );
}
