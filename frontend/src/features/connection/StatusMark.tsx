import { Anchor, Group, Popover, Stack, Text, Tooltip, UnstyledButton } from '@mantine/core';
import {
  IconAlertTriangleFilled,
  IconArrowNarrowLeft,
  IconArrowNarrowRight,
  IconArrowsHorizontal,
  IconCircleXFilled,
  IconMinus,
  IconPlayerStopFilled,
  IconPlugConnected,
  IconQuestionMark,
  IconTool,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { $api } from '@/api/client';
import type { Connection, ConnectionStatus, ConnectionSummary, ConnectionType, Goal } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { useEditing } from '@/components/editing';
import { TypeLogo } from '@/components/TypeLogo';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { noGoalWords } from './draftProblems';

/** While it runs somebody watches, and while nobody knows somebody waits; otherwise others may start it. */
const LIVELY = 2_000;
const WAITING = 5_000;
const QUIET = 15_000;

/** What the mark says, its tone, and the sign on the arrow; without one the arrow says enough. */
const looks: Record<ConnectionStatus | 'UNSAVED' | 'UNKNOWN', { tone: string; sign?: Icon }> = {
  UNKNOWN: { tone: 'idle', sign: IconQuestionMark },
  UNSAVED: { tone: 'idle' },
  NOT_CONFIGURED: { tone: 'idle' },
  READY: { tone: 'idle' },
  RUNNING: { tone: 'busy' },
  CONFIGURATION_ERROR: { tone: 'bad', sign: IconTool },
  LAST_RUN_FAILED: { tone: 'bad', sign: IconCircleXFilled },
  LAST_RUN_STOPPED: { tone: 'warn', sign: IconPlayerStopFilled },
  FLOWING_WITH_ERRORS: { tone: 'warn', sign: IconAlertTriangleFilled },
  FLOWING: { tone: 'good' },
};

interface Props {
  type: ConnectionType;
  connection: Connection | undefined;
  goals: Goal[];
}

/** Us and the other system with the way between: which way data goes, how that does, why, and where it is mended. */
export function StatusMark({ type, connection, goals }: Props) {
  const [opened, setOpened] = useState(false);
  const id = connection?.id ?? '';
  const {
    data: summary,
    errorUpdateCount,
    isFetching,
    refetch,
  } = $api.useQuery(
    'get',
    '/api/v1/connections/{id}/summary',
    { params: { path: { id } } },
    {
      enabled: connection !== undefined,
      refetchInterval: ({ state }) =>
        state.status === 'error' ? WAITING : state.data?.status === 'RUNNING' ? LIVELY : QUIET,
    },
  );
  // A save or a switch answers with the connection; how it does may be another by then. What is asked already is not
  // asked twice.
  const [version, on] = [connection?.version, connection?.on];
  useEffect(() => {
    if (version !== undefined) void refetch({ cancelRefetch: false });
  }, [version, on, refetch]);

  // While it is asked again, it is still not known.
  const status = connection ? (summary?.status ?? (errorUpdateCount > 0 ? 'UNKNOWN' : undefined)) : 'UNSAVED';
  const inPages = type.mode === 'IN_PAGE';
  const exports = goals.some((goal) => goal.enabled && goal.kind === 'EXPORT_VARIABLES');
  const imports = goals.some((goal) => goal.enabled && goal.kind !== 'EXPORT_VARIABLES');
  const { tone, sign: Sign } = status ? looks[status] : { tone: 'idle' };
  const [Way, way] = wayOf(imports, exports, inPages);
  const words = {
    ...text.status.words,
    ...text.connections.statuses,
    ...(inPages ? { READY: text.inPages.ready } : {}),
  };
  const meanings = { ...text.status.meanings, ...(inPages ? text.inPages.meanings : {}) };
  const word = status ? words[status] : text.loading;
  return (
    <Popover opened={opened} onChange={setOpened} width={320} withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Tooltip
          multiline
          maw={300}
          disabled={opened}
          events={{ hover: true, focus: true, touch: false }}
          label={status ? `${word}. ${meanings[status]}` : word}
        >
          <UnstyledButton
            className="status-mark"
            aria-haspopup="dialog"
            aria-label={text.status.label(word, connection?.on)}
            onClick={() => setOpened((before) => !before)}
          >
            <OwnLogo />
            <span className="status-way" data-tone={tone} data-off={connection?.on === false || undefined}>
              <Way size={26} stroke={2} aria-hidden />
              {Sign && <Sign size={14} aria-hidden className="status-sign" />}
            </span>
            <TypeLogo logo={type.logo} size={36} />
          </UnstyledButton>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={text.status.title}>
        {status === undefined && <Text size="sm">{text.loading}</Text>}
        {status && (
          <Stack gap="xs">
            <Text fw={600} style={{ color: `var(--state-${tone})` }}>
              {word}
            </Text>
            <Text size="sm">{meanings[status]}</Text>
            <Text size="sm" c="dimmed">
              {way ?? (goals.length === 0 ? text.status.noGoalYet : text.status.noGoal)}
              {connection?.on === false ? ` ${inPages ? text.inPages.isOff : text.status.off}` : ''}
            </Text>
            {status === 'UNKNOWN' && (
              <Group>
                <BusyButton size="xs" variant="default" loading={isFetching} onClick={() => void refetch()}>
                  {text.common.retry}
                </BusyButton>
              </Group>
            )}
            <NextStep
              type={type}
              connection={connection}
              goals={goals}
              summary={summary}
              onGone={() => setOpened(false)}
            />
          </Stack>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Which way data goes, as an arrow and in words; no words where it goes neither way. */
function wayOf(imports: boolean, exports: boolean, inPages: boolean): [Icon, string | undefined] {
  if (imports && exports) return [IconArrowsHorizontal, text.inPages.both];
  if (exports) return [IconArrowNarrowRight, text.inPages.goesOut];
  if (imports) return [IconArrowNarrowLeft, inPages ? text.inPages.comesIn : text.status.comesIn];
  return [IconMinus, undefined];
}

/** Why, in the words of what went wrong, and the way there. */
function NextStep({
  type,
  connection,
  goals,
  summary,
  onGone,
}: {
  type: ConnectionType;
  connection: Connection | undefined;
  goals: Goal[];
  summary: ConnectionSummary | undefined;
  onGone: () => void;
}) {
  const { leadTo, mayTry } = useEditing();
  const problem = connection?.problems[0];
  const lastRun = summary?.lastRun;
  if (problem)
    return (
      <Text size="sm">
        {problem.pointer === '/goals' ? noGoalWords(type, goals) : problem.message}{' '}
        <Anchor
          component="button"
          type="button"
          onClick={() => {
            onGone();
            leadTo(problem.pointer);
          }}
        >
          {text.status.mend}
        </Anchor>
        {!mayTry && (
          <Text span size="sm" c="dimmed" display="block" mt={4}>
            {text.common.needsRole(text.common.roles.either)}
          </Text>
        )}
      </Text>
    );
  if (!lastRun) return null;
  const rejecting = summary.status === 'FLOWING_WITH_ERRORS';
  return (
    <Anchor component={Link} to={paths.run(lastRun.id)} {...(rejecting ? { hash: 'rejected' } : {})} size="sm">
      {rejecting ? text.status.rejected(lastRun.counts.rejected) : text.status.lastRun}
    </Anchor>
  );
}

/** The other end of every connection: our own profiles. */
function OwnLogo() {
  return (
    <span className="own-logo" aria-hidden>
      <IconPlugConnected size={21} stroke={1.8} />
    </span>
  );
}
