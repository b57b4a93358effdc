import { Badge, Box, Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { $api } from '@/api/client';
import type { ConnectionType } from '@/api/types';
import { asProblem } from '@/api/problem';
import { BusyButton } from '@/components/BusyButton';
import { PageHead, ProblemNote, Waiting } from '@/components/Frame';
import { useInstalling, useUninstalling } from '@/components/installing';
import { useMay } from '@/components/permissions';
import { RelativeTime } from '@/components/Time';
import { TypeLogo } from '@/components/TypeLogo';
import { headingId, headingsOf } from '@/lib/headings';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

const Markdown = lazy(() => import('@/components/Markdown'));

/** *Read more*: what a type is, whether it is installed, and its guide. */
export function TypePage({ id }: { id: string }) {
  const type = $api.useQuery('get', '/api/v1/connection-types/{id}', { params: { path: { id } } });
  const guide = $api.useQuery(
    'get',
    '/api/v1/connection-types/{id}/guide',
    { params: { path: { id } }, parseAs: 'text' },
    { staleTime: 300_000 },
  );
  const failed = type.error ?? guide.error;
  if (failed)
    return (
      <>
        <PageHead title={text.types.title} purpose={text.types.purpose} />
        <ProblemNote failure={failed} onRetry={() => void Promise.all([type.refetch(), guide.refetch()])} />
      </>
    );
  if (!type.data || guide.data === undefined) return <Waiting lines={10} />;
  const headings = headingsOf(guide.data);
  return (
    <>
      <PageHead
        above={
          <Link to={paths.connectionTypes()} className="link">
            {text.types.title}
          </Link>
        }
        title={type.data.name}
        purpose={type.data.summary}
        logo={<TypeLogo logo={type.data.logo} size={44} />}
      />
      <Installation type={type.data} />
      <div className="guide-grid">
        <nav aria-label={text.types.contents} className="guide-contents">
          <Text size="xs" fw={600} c="dimmed" mb={4}>
            {text.types.contents}
          </Text>
          {headings.map((heading) => (
            <a key={heading} href={`#${headingId(heading)}`} className="link">
              {heading}
            </a>
          ))}
        </nav>
        <Box component="article" className="panel" p={{ base: 'md', sm: 'lg' }} miw={0}>
          <Suspense fallback={<Waiting lines={10} />}>
            <Markdown source={guide.data} untitled />
          </Suspense>
        </Box>
      </div>
    </>
  );
}

function Installation({ type }: { type: ConnectionType }) {
  const mayInstall = useMay('types:install');
  const mayWrite = useMay('connections:write');
  const navigate = useNavigate();
  const installing = useInstalling();
  const uninstalling = useUninstalling();
  const say = (message: string) => {
    const about = `type ${type.id}`;
    // The one before it is no longer true.
    notifications.hide(about);
    notifications.show({ id: about, message });
  };
  const refused = uninstalling.isError ? asProblem(uninstalling.error) : undefined;
  const usedBy = refused?.type === '/problems/connection-type-in-use' ? refused.usedByConnections : [];
  return (
    <Stack gap="sm" mb="lg">
      <Group gap="sm">
        {type.installed ? (
          <>
            <Badge leftSection={<IconCheck size={12} aria-hidden />}>{text.types.installed}</Badge>
            {type.installedAt !== undefined && (
              <Text size="sm" c="dimmed">
                <RelativeTime at={type.installedAt} /> · {type.installedBy}
              </Text>
            )}
            {mayWrite && (
              <Button
                component={Link}
                to={paths.newConnection(type.id)}
                size="xs"
                leftSection={<IconPlus size={14} aria-hidden />}
              >
                {text.connections.add}
              </Button>
            )}
            {mayInstall && (
              <BusyButton
                size="xs"
                variant="default"
                loading={uninstalling.isPending}
                onClick={() =>
                  uninstalling.mutate(type.id, {
                    onSuccess: () => say(text.types.uninstalled(type.name)),
                  })
                }
              >
                {text.types.uninstall}
              </BusyButton>
            )}
          </>
        ) : (
          <>
            <Badge variant="outline" color="gray">
              {text.types.notInstalled}
            </Badge>
            {mayInstall ? (
              <BusyButton
                size="xs"
                loading={installing.isPending}
                onClick={() =>
                  installing.mutate(type.id, {
                    onSuccess: () => {
                      say(text.types.installedNow(type.name));
                      if (mayWrite) void navigate({ to: paths.newConnection(type.id) });
                    },
                  })
                }
              >
                {mayWrite ? text.types.installAndUse : text.types.install}
              </BusyButton>
            ) : (
              <Text size="sm" c="dimmed">
                {text.types.whoInstalls}
              </Text>
            )}
          </>
        )}
        <Text size="sm" role="status">
          {installing.isPending && text.types.installing}
        </Text>
      </Group>
      {installing.isError && <ProblemNote failure={installing.error} />}
      {uninstalling.isError && (
        <Box>
          <ProblemNote failure={uninstalling.error} />
          {usedBy.length > 0 && (
            <Group gap="xs" mt="xs" component="ul" className="plain-list" aria-label={text.types.usedBy}>
              {usedBy.map((use) => (
                <li key={use.id}>
                  <Link to={paths.connection(use.id)} className="link">
                    {use.name}
                  </Link>
                </li>
              ))}
              {refused?.type === '/problems/connection-type-in-use' && refused.count > usedBy.length && (
                <li>
                  <Link to={paths.connectionsOf(type.id)} className="link">
                    {text.types.allUses(refused.count)}
                  </Link>
                </li>
              )}
            </Group>
          )}
        </Box>
      )}
    </Stack>
  );
}
