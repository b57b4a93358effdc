import { Badge, Box, Group, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback, useDebouncedValue } from '@mantine/hooks';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { $api, api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { ExplainedRule, Explanation } from '@/api/types';
import { ProblemNote, Section, Waiting } from '@/components/Frame';
import { useZones } from '@/components/objectives/known';
import { ObjectiveLink } from '@/components/objectives/ObjectiveLink';
import { RelativeTime } from '@/components/Time';
import { tooLongToAsk } from '@/lib/pageAddress';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { Answer } from '../consent/Statement';

const words = text.explain;

/** What is asked: of which connection, and of which page where it is about one. */
export interface Asked {
  connection: string | undefined;
  url: string | undefined;
}

interface Props {
  profileId: string;
  asked: Asked;
  onAsk: (asked: Asked) => void;
}

/** Whether a connection would process this person, and which rule decides. */
export function ExplainSection({ profileId, asked, onAsk }: Props) {
  const { connection, url } = asked;
  const explanation = $api.useQuery(
    'get',
    '/api/v1/profiles/{id}/explanation',
    { params: { path: { id: profileId }, query: { connection: connection ?? '', ...(url ? { url } : {}) } } },
    { enabled: connection !== undefined && tooLongToAsk(url ?? '') === undefined, retry: false },
  );
  const inPages = useInPages(connection);
  // What is answered is not about that one.
  const [tooLong, setTooLong] = useState(false);
  const problem = explanation.isError ? asProblem(explanation.error) : undefined;
  const wrongUrl = problem?.errors?.find(({ pointer }) => pointer === '/url')?.message;
  const gone = problem?.type === '/problems/connection-not-found';
  // Whoever comes by a link came for this.
  const [linked] = useState(connection !== undefined);
  const answered = explanation.isFetched;
  // A yes that no page was asked for is none where only pages are processed.
  const waits = inPages === undefined && !explanation.data?.rules.some(({ kind }) => kind === 'SCOPE');
  const section = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (linked && answered) section.current?.scrollIntoView({ block: 'start' });
  }, [linked, answered]);
  return (
    <div ref={section} style={{ scrollMarginTop: 68 }}>
      <Section title={words.title}>
        <Group align="flex-start" gap="md" p="md" pb="sm">
          <ChooseConnection chosen={connection} onChoose={(id) => onAsk({ ...asked, connection: id })} />
          {connection !== undefined && (
            <Page
              key={connection}
              url={url ?? ''}
              needed={inPages === true}
              error={wrongUrl}
              onUrl={(next) => onAsk({ ...asked, url: next })}
              onTooLong={setTooLong}
            />
          )}
        </Group>
        <Box px="md" pb="md">
          {connection === undefined && (
            <Text size="sm" c="dimmed">
              {words.teach}
            </Text>
          )}
          {connection !== undefined && !tooLong && (explanation.isPending || (explanation.data && waits)) && (
            <Waiting lines={3} />
          )}
          {gone && <Text size="sm">{words.gone}</Text>}
          {problem && !gone && !wrongUrl && (
            <ProblemNote failure={explanation.error} onRetry={() => void explanation.refetch()} />
          )}
          {!tooLong && explanation.data && !waits && (
            <Explained explanation={explanation.data} inPages={inPages === true} />
          )}
        </Box>
      </Section>
    </div>
  );
}

const useConnection = (id: string | undefined) =>
  $api.useQuery(
    'get',
    '/api/v1/connections/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined, retry: false },
  );

/** Whether it works on pages alone; undefined while that is not known yet. */
function useInPages(connection: string | undefined): boolean | undefined {
  const one = useConnection(connection);
  const typeId = one.data?.typeId;
  const type = $api.useQuery(
    'get',
    '/api/v1/connection-types/{id}',
    { params: { path: { id: typeId ?? '' } } },
    { enabled: typeId !== undefined, retry: false },
  );
  if (one.isError || type.isError) return false;
  return type.data && type.data.mode === 'IN_PAGE';
}

/** By what one types; the service searches. */
function ChooseConnection({
  chosen,
  onChoose,
}: {
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const [sought] = useDebouncedValue(typed?.trim() ?? '', 150);
  const one = useConnection(chosen);
  const named = chosen === undefined ? undefined : one.data?.name;
  const search = sought === named ? '' : sought;
  const found = useQuery({
    queryKey: ['connections', 'list', 'to explain', search],
    queryFn: ({ signal }) =>
      done(
        api.GET('/api/v1/connections', {
          params: { query: { limit: 20, ...(search === '' ? {} : { search }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const options = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  if (chosen !== undefined && named !== undefined && !options.some(({ value }) => value === chosen))
    options.unshift({ value: chosen, label: named });
  return (
    <Select
      label={words.connection}
      placeholder={words.connectionPlaceholder}
      searchable
      clearable
      flex="1 1 18rem"
      maw={420}
      value={chosen ?? null}
      filter={({ options: all }) => all}
      searchValue={typed ?? named ?? ''}
      onSearchChange={setTyped}
      data={options}
      nothingFoundMessage={found.isError ? words.notSearched : words.nothingFound}
      onChange={(id, option) => {
        setTyped(option?.label ?? '');
        onChoose(id ?? undefined);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

/** Asked a moment after it was typed. */
function Page({
  url,
  needed,
  error,
  onUrl,
  onTooLong,
}: {
  url: string;
  /** Without one nothing can be said. */
  needed: boolean;
  error: string | undefined;
  onUrl: (url: string | undefined) => void;
  /** Whether what is typed now is; then nobody is asked. */
  onTooLong: (tooLong: boolean) => void;
}) {
  const [typed, setTyped] = useState(url);
  const tooLong = tooLongToAsk(typed.trim());
  const isTooLong = tooLong !== undefined;
  useEffect(() => onTooLong(isTooLong), [onTooLong, isTooLong]);
  const ask = useDebouncedCallback((next: string) => {
    if (tooLongToAsk(next.trim()) === undefined) onUrl(next.trim() || undefined);
  }, 300);
  return (
    <TextInput
      label={needed ? words.pageNeeded : words.page}
      description={needed ? words.pageNeededHelp : words.pageHelp}
      placeholder="https://www.example.com/support/"
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      inputMode="url"
      autoCapitalize="none"
      spellCheck={false}
      flex="1 1 18rem"
      maw={420}
      value={typed}
      error={tooLong ?? (typed.trim() === url ? error : undefined)}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        ask(event.currentTarget.value);
      }}
    />
  );
}

function Mark({ holds, size = 18 }: { holds: boolean; size?: number }) {
  return holds ? (
    <IconCircleCheck
      size={size}
      role="img"
      aria-label={words.holds}
      style={{ color: 'var(--state-good)', flex: 'none' }}
    />
  ) : (
    <IconCircleX size={size} role="img" aria-label={words.fails} style={{ color: 'var(--state-warn)', flex: 'none' }} />
  );
}

function Explained({ explanation, inPages }: { explanation: Explanation; inPages: boolean }) {
  const { processed, rules, connectionId, connectionName } = explanation;
  const decides = rules.find((rule) => rule.decides);
  const noPage = !rules.some(({ kind }) => kind === 'SCOPE');
  const depends = processed && noPage && inPages;
  return (
    <>
      <Text role="status" fw={600} style={{ overflowWrap: 'anywhere' }}>
        {depends ? words.onThePage : processed ? words.yes : words.no}{' '}
        <Link className="link" to={paths.connection(connectionId)}>
          <bdi>{connectionName}</bdi>
        </Link>{' '}
        {depends ? words.processesOnPages : processed ? words.processes : words.processesNot}
        {decides && ` ${decides.reason}`}
      </Text>
      <ol className="explained" aria-label={words.rules}>
        {rules.map((rule) => (
          <li key={rule.kind} data-decides={rule.decides || undefined}>
            <Mark holds={rule.holds} />
            <Box miw={0}>
              <Group gap={8}>
                <Text size="sm" fw={600}>
                  {words.kinds[rule.kind]}
                </Text>
                {rule.decides && <Badge size="sm">{words.decides}</Badge>}
              </Group>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {rule.reason}
              </Text>
              <Saw rule={rule} />
            </Box>
          </li>
        ))}
      </ol>
      {noPage && (
        <Text size="xs" c="dimmed">
          {inPages ? words.noPageYet : words.noPage}
        </Text>
      )}
    </>
  );
}

/** What a rule looked at. */
function Saw({ rule }: { rule: ExplainedRule }): ReactNode {
  if (rule.scope) return <SawPage scope={rule.scope} />;
  if (rule.consent) return <SawConsent consent={rule.consent} />;
  return null;
}

function SawPage({ scope }: { scope: NonNullable<ExplainedRule['scope']> }) {
  return (
    <>
      <Text size="xs" c="dimmed">
        {text.scope.try.saw} <code style={{ overflowWrap: 'anywhere' }}>{scope.pathAndQuery}</code>
      </Text>
      {scope.rules.length > 0 && (
        <ul className="explained-saw">
          {scope.rules.map(({ effect, match, text: sought, matches }, place) => (
            <li key={place}>
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {text.scope.only[effect]} {text.scope.matches[match]} <code>{sought}</code>:{' '}
                {matches ? text.scope.found : text.scope.notFound}
                {scope.decidedBy === place && ` (${text.scope.decides})`}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function SawConsent({ consent }: { consent: NonNullable<ExplainedRule['consent']> }) {
  const { find } = useZones();
  const name = (code: string) => find(code)?.name ?? code;
  const { zone, countedZone, regime, objectives } = consent;
  return (
    <>
      <Text size="xs" c="dimmed">
        {text.profileConsent.law}: {name(zone)}, {text.profileConsent.regimes[regime]}.{' '}
        {zone !== countedZone && text.profileConsent.notInUse(name(zone), name(countedZone))}
      </Text>
      {objectives.length > 0 && (
        <ul className="explained-saw">
          {objectives.map(({ id, needsConsent, answer, at }) => (
            <li key={id}>
              <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
                <ObjectiveLink id={id} />: <Answer answer={answer ?? 'UNKNOWN'} />
                {at !== undefined && (
                  <>
                    {' '}
                    <RelativeTime at={at} />
                  </>
                )}
                {!needsConsent && (
                  <Text span size="sm" c="dimmed">
                    {' '}
                    · {text.profileConsent.silence.FREE}
                  </Text>
                )}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
