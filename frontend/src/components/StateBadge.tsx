import {
  IconAlertTriangle,
  IconArrowDownRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconLoader2,
  IconPlayerStop,
  IconTool,
  type Icon,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ConnectionStatus, ConnectionSummary, RunFile, RunGoal, RunState } from '@/api/types';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'idle';

/** A state is said by icon, word and colour, never by colour alone. */
export function StateBadge({ tone, icon: Glyph, word }: { tone: Tone; icon: Icon; word: string }) {
  return (
    <span
      className="state-badge"
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 6,
        padding: '2px 8px',
        borderRadius: 6,
        fontSize: 13,
        fontWeight: 500,
        color: `var(--state-${tone})`,
        background: `var(--tint-${tone})`,
      }}
    >
      <Glyph size={15} aria-hidden style={{ flex: 'none' }} />
      {word}
    </span>
  );
}

const statuses: Record<ConnectionStatus, [Tone, Icon]> = {
  NOT_CONFIGURED: ['idle', IconCircleDashed],
  READY: ['idle', IconCircleCheck],
  RUNNING: ['busy', IconLoader2],
  CONFIGURATION_ERROR: ['bad', IconTool],
  LAST_RUN_FAILED: ['bad', IconCircleX],
  LAST_RUN_STOPPED: ['warn', IconPlayerStop],
  FLOWING_WITH_ERRORS: ['warn', IconAlertTriangle],
  FLOWING: ['good', IconArrowDownRight],
};

/** How a connection does. What its last run failed at, stopped at or rejected is one click away. */
export function ConnectionStatusBadge({
  connection: { status, direction, lastRun },
}: {
  connection: Pick<ConnectionSummary, 'status' | 'direction' | 'lastRun'>;
}) {
  const [tone, icon] = statuses[status];
  const words = text.connections;
  const rejected = lastRun?.counts.rejected ?? 0;
  const rejecting = rejected > 0 && (status === 'FLOWING_WITH_ERRORS' || status === 'LAST_RUN_STOPPED');
  const word = !rejecting
    ? status === 'READY' && direction === 'INBOUND'
      ? text.inPages.ready
      : words.statuses[status]
    : status === 'LAST_RUN_STOPPED'
      ? words.stoppedRejecting(rejected)
      : words.rejecting(rejected);
  const badge = <StateBadge tone={tone} icon={icon} word={word} />;
  if (lastRun === undefined || !(rejecting || status === 'LAST_RUN_FAILED' || status === 'LAST_RUN_STOPPED'))
    return badge;
  return (
    <Link to={paths.run(lastRun.id)} {...(rejecting ? { hash: 'rejected' } : {})} className="badge-link">
      {badge}
    </Link>
  );
}

const runStates: Record<RunState, [Tone, Icon]> = {
  QUEUED: ['idle', IconCircleDashed],
  RUNNING: ['busy', IconLoader2],
  STOPPING: ['warn', IconPlayerStop],
  STOPPED: ['warn', IconPlayerStop],
  FAILED: ['bad', IconCircleX],
  FINISHED: ['good', IconCircleCheck],
};

export function RunStateBadge({ state }: { state: RunState }) {
  const [tone, icon] = runStates[state];
  return <StateBadge tone={tone} icon={icon} word={text.runs.states[state]} />;
}

export function RunGoalStateBadge({ state }: { state: RunGoal['state'] }) {
  const [tone, icon] = runStates[state === 'WAITING' ? 'QUEUED' : state];
  return <StateBadge tone={tone} icon={icon} word={text.runs.goalStates[state]} />;
}

/** Of a run that has ended, no file is waiting or being read any more. */
export function FileStateBadge({ state: said, ended }: { state: RunFile['state']; ended: boolean }) {
  const like = {
    WAITING: 'QUEUED',
    READING: 'RUNNING',
    FINISHED: 'FINISHED',
    CHANGED: 'FAILED',
    READ_IN_PART: 'STOPPED',
    NOT_READ: 'QUEUED',
  } as const;
  const state = ended && said === 'READING' ? 'READ_IN_PART' : ended && said === 'WAITING' ? 'NOT_READ' : said;
  const [tone, icon] = runStates[like[state]];
  return <StateBadge tone={tone} icon={icon} word={text.runs.fileStates[state]} />;
}
