import { Code, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '@/api/client';
import type { ConsentEvidence, ConsentStatement } from '@/api/types';
import { ProblemNote, Waiting } from '@/components/Frame';
import { RelativeTime } from '@/components/Time';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

const words = text.profileConsent;

const looks = {
  GRANTED: { icon: IconCircleCheck, tone: 'good' },
  REFUSED: { icon: IconCircleX, tone: 'warn' },
  UNKNOWN: { icon: IconHelpCircle, tone: 'idle' },
} as const;

export function Answer({ answer }: { answer: keyof typeof looks }) {
  const { icon: Icon, tone } = looks[answer];
  return (
    <Text span size="sm" fw={600} style={{ color: `var(--state-${tone})`, whiteSpace: 'nowrap' }}>
      <Icon size={15} aria-hidden className="in-line" /> {words.answers[answer]}
    </Text>
  );
}

/** When a person said it, from where we know, and what they were shown. */
export function SaidWhen({ statement }: { statement: ConsentStatement }) {
  const { at, evidence, objective } = statement;
  return (
    <Text size="sm" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
      <RelativeTime at={at} /> · <From evidence={evidence} />
      {evidence.shown !== undefined && <Shown objective={objective} fingerprint={evidence.shown} />}
    </Text>
  );
}

function From({ evidence: { kind, runId, connectionName, by, source } }: { evidence: ConsentEvidence }) {
  if (kind === 'RUN' && runId !== undefined)
    return (
      <Link className="link" to={paths.run(runId)}>
        <bdi>{words.fromRun(connectionName ?? '')}</bdi>
      </Link>
    );
  if (kind === 'STATED' && by !== undefined)
    return (
      <>
        <bdi>{words.recordedBy(by)}</bdi>
        {source !== undefined && (
          <>
            : <bdi>{source}</bdi>
          </>
        )}
      </>
    );
  return words.fromUnknown;
}

function Shown({ objective, fingerprint }: { objective: string; fingerprint: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary style={{ cursor: 'pointer' }}>{words.shown}</summary>
      {open && <ShownText objective={objective} fingerprint={fingerprint} />}
    </details>
  );
}

function ShownText({ objective, fingerprint }: { objective: string; fingerprint: string }) {
  const texts = $api.useQuery('get', '/api/v1/objectives/{id}/texts', { params: { path: { id: objective } } });
  if (texts.isPending) return <Waiting lines={2} />;
  if (texts.isError) return <ProblemNote failure={texts.error} onRetry={() => void texts.refetch()} />;
  const place = texts.data.items.findIndex((each) => each.fingerprint === fingerprint);
  const shown = texts.data.items[place];
  return (
    <div className="shown-text">
      {shown ? (
        <>
          {shown.title !== '' && (
            <Text size="sm" fw={500}>
              <bdi>{shown.title}</bdi>
            </Text>
          )}
          {shown.text !== '' && (
            <Text size="sm" dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
              {shown.text}
            </Text>
          )}
          {shown.title === '' && shown.text === '' && <Text size="sm">{text.objectives.nothingShown}</Text>}
          <Text size="xs" c="dimmed" mt={4}>
            {place === 0 ? words.shownNow : words.shownSince}
          </Text>
        </>
      ) : (
        <Text size="xs" c="dimmed">
          {words.shownUnknown} <Code>{fingerprint}</Code>
        </Text>
      )}
    </div>
  );
}
