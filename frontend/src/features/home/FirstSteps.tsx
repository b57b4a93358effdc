import { Box, Button, Group, Progress, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconPlugConnected, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { $api } from '@/api/client';
import { EmptyState, Section } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

const words = text.home;

/** How far somebody is who begins; undefined as long as it is not known, or when all is done. */
export function useFirstSteps() {
  const connections = $api.useQuery('get', '/api/v1/connections', { params: { query: { limit: 20 } } });
  const runs = $api.useQuery('get', '/api/v1/runs', { params: { query: { limit: 1 } } });
  const profiles = $api.useQuery('get', '/api/v1/profiles', {});
  if (!connections.data || runs.isPending || profiles.isPending) return undefined;
  const all = connections.data.items;
  const first = all[0] ? paths.connection(all[0].id) : paths.connections();
  const steps = [
    { words: words.steps.connection, done: all.length > 0, to: paths.connections() },
    {
      words: words.steps.complete,
      done: all.some(({ status }) => !['NOT_CONFIGURED', 'CONFIGURATION_ERROR'].includes(status)),
      to: first,
    },
    { words: words.steps.run, done: (runs.data?.items.length ?? 0) > 0, to: first },
    { words: words.steps.profile, done: (profiles.data?.items.length ?? 0) > 0, to: paths.profiles() },
  ];
  if (runs.isError || profiles.isError) return all.length === 0 ? { steps, nothing: true } : undefined;
  return steps.every(({ done }) => done) ? undefined : { steps, nothing: all.length === 0 };
}

type Steps = NonNullable<ReturnType<typeof useFirstSteps>>['steps'];

/** All that there is to see before there is anything. */
export function Welcome({ steps }: { steps: Steps }) {
  const mayWrite = useMay('connections:write');
  if (!mayWrite)
    return (
      <div className="panel" style={{ marginBottom: 24 }}>
        <EmptyState picture={<IconPlugConnected size={36} />} title={words.welcomeToSee.title}>
          {words.welcomeToSee.text(text.common.roles.either)}
        </EmptyState>
      </div>
    );
  return (
    <div className="panel" style={{ marginBottom: 24 }}>
      <EmptyState
        picture={<IconPlugConnected size={36} />}
        title={words.welcome.title}
        action={
          <Button component={Link} to={paths.gallery()} leftSection={<IconPlus size={16} aria-hidden />}>
            {words.welcome.action}
          </Button>
        }
      >
        {words.welcome.text}
      </EmptyState>
      <StepList steps={steps} />
    </div>
  );
}

export function FirstSteps({ steps }: { steps: Steps }) {
  // They are for whoever can take them.
  const mayWrite = useMay('connections:write');
  const done = steps.filter((step) => step.done).length;
  if (!mayWrite) return null;
  return (
    <Section
      title={words.steps.title}
      action={
        <Text size="sm" c="dimmed">
          {words.steps.progress(done, steps.length)}
        </Text>
      }
    >
      <Progress value={(done / steps.length) * 100} radius={0} size={3} aria-label={words.steps.title} />
      <StepList steps={steps} />
    </Section>
  );
}

function StepList({ steps }: { steps: Steps }) {
  return steps.map(({ words: [title, hint], done, to }) => (
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
  ));
}
