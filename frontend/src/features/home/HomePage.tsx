import { Anchor, Box, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { $api } from '@/api/client';
import type { ConnectionSummary } from '@/api/types';
import { PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { RunCounts } from '@/components/RunCounts';
import { ConnectionStatusBadge, RunStateBadge } from '@/components/StateBadge';
import { RelativeTime } from '@/components/Time';
import { TypeLogo } from '@/components/TypeLogo';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

export function HomePage() {
  const runs = $api.useQuery('get', '/api/v1/runs', { params: { query: { limit: 8 } } }, { refetchInterval: 4_000 });
  const connections = $api.useQuery('get', '/api/v1/connections', { params: { query: { limit: 50 } } });
  const profiles = $api.useQuery('get', '/api/v1/profiles', {});
  const running = (runs.data?.items ?? []).filter((run) => run.endedAt === undefined);
  const ended = (runs.data?.items ?? []).filter((run) => run.endedAt !== undefined);
  const all = connections.data?.items ?? [];
  const ailing = all.filter((connection) => ['CONFIGURATION_ERROR', 'LAST_RUN_FAILED'].includes(connection.status));
  const steps = [
    { words: text.home.steps.connection, done: all.length > 0, to: paths.connections() },
    {
      words: text.home.steps.complete,
      done: all.some((connection) => !['NOT_CONFIGURED', 'CONFIGURATION_ERROR'].includes(connection.status)),
      to: all[0] ? paths.connection(all[0].id) : paths.connections(),
    },
    {
      words: text.home.steps.run,
      done: (runs.data?.items.length ?? 0) > 0,
      to: all[0] ? paths.connection(all[0].id) : paths.connections(),
    },
    { words: text.home.steps.profile, done: (profiles.data?.items.length ?? 0) > 0, to: paths.profiles() },
  ];
  const stepsDone = steps.filter((step) => step.done).length;

  return (
    <>
      <PageHead title={text.home.title} purpose={text.home.purpose} />
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Stack gap="lg">
          {connections.isSuccess && runs.isSuccess && profiles.isSuccess && stepsDone < steps.length && (
            <Section
              title={text.home.steps.title}
              action={
                <Text size="sm" c="dimmed">
                  {text.home.steps.progress(stepsDone, steps.length)}
                </Text>
              }
            >
              <Progress
                value={(stepsDone / steps.length) * 100}
                radius={0}
                size={3}
                aria-label={text.home.steps.title}
              />
              {steps.map(({ words: [title, hint], done, to }) => (
                <Link key={title} to={to} className="row-link">
                  <Group wrap="nowrap" align="flex-start" gap="sm">
                    {done ? (
                      <IconCircleCheck
                        size={20}
                        style={{ color: 'var(--state-good)', flex: 'none' }}
                        aria-label={text.common.done}
                      />
                    ) : (
                      <IconCircleDashed size={20} style={{ color: 'var(--state-idle)', flex: 'none' }} aria-hidden />
                    )}
                    <Box>
                      <Text fw={500} td={done ? 'line-through' : undefined}>
                        {title}
                      </Text>
                      {!done && (
                        <Text size="sm" c="dimmed">
                          {hint}
                        </Text>
                      )}
                    </Box>
                  </Group>
                </Link>
              ))}
            </Section>
          )}
          <Section title={text.home.running}>
            {runs.isPending && <Waiting lines={2} />}
            {runs.isError && (
              <Text c="dimmed" size="sm" p="md">
                {text.home.runsUnknown}
              </Text>
            )}
            {runs.isSuccess && running.length === 0 && (
              <Text c="dimmed" size="sm" p="md">
                {text.home.nothingRunning}
              </Text>
            )}
            {running.map((run) => (
              <Link key={run.id} to={paths.run(run.id)} className="row-link">
                <Group justify="space-between" wrap="nowrap">
                  <Text fw={500} truncate>
                    {run.connectionName}
                  </Text>
                  <RunStateBadge state={run.state} />
                </Group>
                <RunCounts counts={run.counts} />
              </Link>
            ))}
          </Section>
          {ailing.length > 0 && (
            <Section title={text.home.attention}>
              {ailing.map((connection) => (
                <ConnectionRow key={connection.id} connection={connection} />
              ))}
            </Section>
          )}
          <Section
            title={text.home.connections}
            action={
              <Anchor component={Link} to={paths.connections()} size="sm" c="var(--link)">
                {text.home.allConnections}
              </Anchor>
            }
          >
            {connections.isPending && <Waiting lines={4} />}
            {connections.isError && (
              <Box p="md">
                <ProblemNote failure={connections.error} onRetry={() => void connections.refetch()} />
              </Box>
            )}
            {connections.isSuccess && all.length === 0 && (
              <Text c="dimmed" size="sm" p="md">
                {text.connections.emptyText}
              </Text>
            )}
            {all.slice(0, 6).map((connection) => (
              <ConnectionRow key={connection.id} connection={connection} />
            ))}
          </Section>
        </Stack>
        <Section title={text.home.lastRuns}>
          {runs.isPending && <Waiting lines={6} />}
          {runs.isError && (
            <Box p="md">
              <ProblemNote failure={runs.error} onRetry={() => void runs.refetch()} />
            </Box>
          )}
          {runs.isSuccess && ended.length === 0 && (
            <Text c="dimmed" size="sm" p="md">
              {text.home.noRuns}
            </Text>
          )}
          {ended.map((run) => (
            <Link key={run.id} to={paths.run(run.id)} className="row-link">
              <Group justify="space-between" wrap="nowrap" mb={4}>
                <Text fw={500} truncate>
                  {run.connectionName}
                </Text>
                <RunStateBadge state={run.state} />
              </Group>
              <RunCounts counts={run.counts} />
              <Text size="xs" c="dimmed" mt={2}>
                <RelativeTime at={run.endedAt ?? run.createdAt} />
              </Text>
            </Link>
          ))}
        </Section>
      </SimpleGrid>
    </>
  );
}

/** The whole row leads to the connection; its state may lead to the run that it speaks of. */
function ConnectionRow({ connection }: { connection: ConnectionSummary }) {
  return (
    <div className="row-link" data-stretched>
      <div className="state-row">
        <TypeLogo logo={connection.type.logo} size={24} />
        <Text fw={500} truncate>
          <Link to={paths.connection(connection.id)} className="plain">
            {connection.name}
          </Link>
        </Text>
        <div>
          <ConnectionStatusBadge connection={connection} />
        </div>
      </div>
    </div>
  );
}
