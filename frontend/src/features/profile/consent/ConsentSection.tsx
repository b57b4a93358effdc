import { Box, Button, Group, Select, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconListCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { asProblem } from '@/api/problem';
import type { Consents } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { EmptyState, ProblemNote, Section, Waiting } from '@/components/Frame';
import { useObjectives, useZones } from '@/components/objectives/known';
import { ObjectiveLink } from '@/components/objectives/ObjectiveLink';
import { useMay, useMyId } from '@/components/permissions';
import { forgetDraft, keepDraft, readDraft } from '@/lib/drafts';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { type AboutObjective, aboutObjectives } from './aboutObjectives';
import { useConsents, useRecordConsent } from './api';
import { amountOf, answered, consentSubject, faultsOf, nothingStaged, requestOf, type Staged } from './staged';
import { Answer, SaidWhen } from './Statement';

const words = text.profileConsent;
/** So many objectives of which nothing was said are told without being asked for. */
const FIRST = 8;
const MOST_PAST = 500;

/** What a person consented to and refused, under which law, and how we know. */
export function ConsentSection({ profileId }: { profileId: string }) {
  const consents = useConsents(profileId);
  const objectives = useObjectives();
  const zones = useZones();
  const failed = [consents, objectives.query, zones.settings].find(({ data, isError }) => isError && !data);
  const ready = consents.data && objectives.query.data && zones.settings.data;
  return (
    <Section title={words.title}>
      {failed && (
        <Box p="md">
          <ProblemNote failure={failed.error} onRetry={() => void failed.refetch()} />
        </Box>
      )}
      {!failed && !ready && <Waiting lines={4} />}
      {!failed && ready && <Shown key={profileId} consents={consents.data} />}
    </Section>
  );
}

function Shown({ consents }: { consents: Consents }) {
  const mayWrite = useMay('profiles:write') && consents.readable;
  const objectives = useObjectives().all;
  const zones = useZones();
  const me = useMyId();
  const [draft] = useState({ owner: me, subject: consentSubject(consents.profileId) });
  const [kept] = useState(() => (mayWrite ? readDraft<Staged>(draft)?.content : undefined));
  const [staged, setStaged] = useState(kept ?? nothingStaged);
  const [all, setAll] = useState(false);
  const record = useRecordConsent(consents.profileId);
  const about = aboutObjectives(
    consents,
    objectives,
    zones.inUse.map(({ code }) => code),
  );
  const silent = about.filter(({ id, said, past }) => !said && past.length === 0 && !(id in staged.answers));
  const hidden = all ? [] : silent.slice(FIRST);
  const stage = (next: Staged) => {
    setStaged(next);
    if (amountOf(next) === 0 && next.source === '') forgetDraft(draft);
    else keepDraft(draft, { version: consents.version, content: next });
  };
  const problem = record.isError ? asProblem(record.error) : undefined;
  const faults = faultsOf(record.variables ?? {}, problem?.errors ?? []);
  const placed = problem !== undefined && (faults.zone ?? faults.source ?? faults.answers.size > 0);
  const clearing = objectives
    .filter(({ id, cleansUp }) => cleansUp && staged.answers[id] === 'REFUSED')
    .map(({ name }) => name);
  const discard = () => {
    record.reset();
    stage(nothingStaged);
  };
  return (
    <>
      {!consents.readable && (
        <Group
          role="note"
          m="md"
          p="md"
          gap="sm"
          wrap="nowrap"
          align="flex-start"
          style={{ borderRadius: 8, background: 'var(--tint-warn)' }}
        >
          <IconAlertTriangle size={20} aria-hidden style={{ color: 'var(--state-warn)', flex: 'none' }} />
          <div>
            <Text fw={600}>{words.unreadableTitle}</Text>
            <Text size="sm">{words.unreadable}</Text>
          </div>
        </Group>
      )}
      {consents.readable && (
        <Law
          consents={consents}
          mayWrite={mayWrite}
          chosen={staged.zone}
          error={faults.zone}
          onChoose={(zone) => {
            const { zone: _, ...rest } = staged;
            stage(zone === undefined ? rest : { ...rest, zone });
          }}
        />
      )}
      {consents.readable && about.length === 0 && (
        <EmptyState
          picture={<IconListCheck size={36} />}
          title={words.emptyTitle}
          action={
            <Button component={Link} to={paths.objectives()} variant="default">
              {words.toObjectives}
            </Button>
          }
        >
          {words.emptyText}
        </EmptyState>
      )}
      {consents.readable && about.length > 0 && consents.current.length === 0 && (
        <Text size="sm" c="dimmed" px="md" pb="sm">
          {mayWrite ? words.nothingSaid : words.nothingSaidToSee}
        </Text>
      )}
      <ul className="consents">
        {about
          .filter(({ id }) => consents.readable && !hidden.some((other) => other.id === id))
          .map((one) => (
            <Row
              key={one.id}
              one={one}
              regime={consents.regime}
              known={objectives.some(({ id }) => id === one.id)}
              chosen={staged.answers[one.id]}
              error={faults.answers.get(one.id)}
              mayWrite={mayWrite}
              onChoose={(answer) => stage(answered(staged, one.id, answer))}
            />
          ))}
      </ul>
      {consents.readable && hidden.length > 0 && (
        <Button variant="subtle" size="sm" m="xs" onClick={() => setAll(true)}>
          {words.more(hidden.length)}
        </Button>
      )}
      {consents.past.length >= MOST_PAST && (
        <Text size="xs" c="dimmed" px="md" pb="sm">
          {words.pastFirst(MOST_PAST)}
        </Text>
      )}
      {(amountOf(staged) > 0 || problem) && (
        <Box
          component="form"
          className="consent-record"
          aria-label={words.pending(amountOf(staged))}
          onSubmit={(event) => {
            event.preventDefault();
            if (!mayWrite || record.isPending) return;
            record.mutate(requestOf(staged), {
              onSuccess: () => {
                stage(nothingStaged);
                notifications.show({ message: words.recorded });
              },
            });
          }}
        >
          <Stack gap="sm">
            <Text size="sm" fw={500} role="status">
              {words.pending(amountOf(staged))}
              {kept === staged && `. ${words.restored}`}
            </Text>
            <TextInput
              label={words.source}
              description={words.sourceHelp}
              maxLength={200}
              maw={480}
              value={staged.source}
              error={faults.source}
              onChange={(event) => stage({ ...staged, source: event.currentTarget.value })}
            />
            {clearing.length > 0 && (
              <Text size="sm" role="note" style={{ overflowWrap: 'anywhere' }}>
                {words.clears(clearing)}
              </Text>
            )}
            {problem && !placed && <ProblemNote failure={record.error} title={words.notRecorded} />}
            {problem && placed && (
              <Text size="sm" role="alert" style={{ color: 'var(--state-bad)' }}>
                {words.notRecorded}: {problem.errors?.map(({ message }) => message).join(' ')}
              </Text>
            )}
            <Group gap="xs">
              <BusyButton type="submit" loading={record.isPending} disabled={!mayWrite}>
                {words.record}
              </BusyButton>
              <Button variant="default" onClick={discard}>
                {words.discard}
              </Button>
            </Group>
          </Stack>
        </Box>
      )}
    </>
  );
}

/** Which law counts, and what holds there for whoever has said nothing. */
function Law({
  consents,
  mayWrite,
  chosen,
  error,
  onChoose,
}: {
  consents: Consents;
  mayWrite: boolean;
  chosen: string | undefined;
  error: string | undefined;
  onChoose: (zone: string | undefined) => void;
}) {
  const { find, all } = useZones();
  const name = (code: string | undefined) => find(code ?? '')?.name ?? code ?? '';
  const place = (code: string | undefined) => find(code ?? '')?.place ?? '';
  const { zone, countedZone, regime } = consents;
  return (
    <Group justify="space-between" align="flex-start" gap="sm" p="md">
      <Text size="sm" flex="1 1 18rem" style={{ overflowWrap: 'anywhere' }}>
        {words.law}:{' '}
        <Text span size="sm" fw={600}>
          {name(zone)}
        </Text>
        {place(zone) !== '' && ` (${place(zone)})`}
        {regime !== undefined && `, ${words.regimes[regime]}.`}{' '}
        {zone !== countedZone && (
          <>
            {words.notInUse(name(zone), name(countedZone))}{' '}
            <Link className="link" to={paths.privacy()}>
              {words.toPrivacy}
            </Link>
          </>
        )}
      </Text>
      {mayWrite && (
        <Select
          size="xs"
          w={240}
          aria-label={words.changeLaw}
          placeholder={words.changeLaw}
          searchable
          clearable
          value={chosen ?? null}
          error={error}
          nothingFoundMessage={words.lawNothing}
          data={all
            .filter(({ code }) => code !== zone)
            .map(({ code, name: called, place: where }) => ({ value: code, label: words.where(called, where) }))}
          onChange={(value) => onChoose(value ?? undefined)}
        />
      )}
    </Group>
  );
}

function Row({
  one,
  regime,
  known,
  chosen,
  error,
  mayWrite,
  onChoose,
}: {
  one: AboutObjective;
  regime: Consents['regime'];
  known: boolean;
  chosen: 'GRANTED' | 'REFUSED' | undefined;
  error: string | undefined;
  mayWrite: boolean;
  onChoose: (answer: 'GRANTED' | 'REFUSED') => void;
}) {
  const { id, name, said, past, needsConsent } = one;
  const fault = useId();
  const silence = needsConsent ? (regime ?? 'OPT_IN') : 'FREE';
  const choice = (answer: 'GRANTED' | 'REFUSED') => (
    <UnstyledButton
      className="chip"
      aria-pressed={chosen === answer}
      aria-label={answer === 'GRANTED' ? words.about(words.grant, name) : words.refuses(name)}
      aria-describedby={error === undefined ? undefined : fault}
      onClick={() => onChoose(answer)}
    >
      {answer === 'GRANTED' ? words.grant : words.refuse}
    </UnstyledButton>
  );
  return (
    <li className="consent-of" data-chosen={chosen !== undefined || undefined}>
      <Text size="sm" fw={500} component="div" style={{ overflowWrap: 'anywhere' }}>
        <ObjectiveLink id={id} />
      </Text>
      <div>
        <Answer answer={said?.answer ?? 'UNKNOWN'} />
        {said ? (
          <SaidWhen statement={said} />
        ) : (
          known && (
            <Text size="sm" c="dimmed">
              {words.silence[silence]}
            </Text>
          )
        )}
        {past.length > 0 && (
          <details className="consent-past">
            <summary aria-label={words.pastOf(name, past.length)}>{words.past(past.length)}</summary>
            <ul>
              {past.map((statement, place) => (
                <li key={`${statement.at} ${statement.answer} ${place}`}>
                  <Answer answer={statement.answer} />
                  <SaidWhen statement={statement} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {error !== undefined && (
          <Text id={fault} size="sm" style={{ color: 'var(--state-bad)' }}>
            {error}
          </Text>
        )}
      </div>
      {mayWrite && (known || chosen !== undefined) && (
        <Group gap={6} wrap="nowrap">
          {choice('GRANTED')}
          {choice('REFUSED')}
        </Group>
      )}
    </li>
  );
}
