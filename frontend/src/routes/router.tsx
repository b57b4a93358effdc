import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Link,
  Outlet,
  useRouterState,
  type ErrorComponentProps,
} from '@tanstack/react-router';
import { z } from 'zod';
import { $api, queryClient } from '@/api/client';
import { asProblem } from '@/api/problem';
import { Shell } from '@/app/Shell';
import { channelSearch } from '@/components/channels/filter';
import { objectiveSearch } from '@/features/objectives/sort';
import { EmptyState, ProblemNote, Waiting } from '@/components/Frame';
import { auditSearch } from '@/features/audit/filters';
import { stepSearch } from '@/features/discovery/state';
import { listSearch } from '@/features/connection/list/state';
import { homeSearch } from '@/features/home/range';
import { SignedInPage, SignInPage, useSignedInAs } from '@/features/session/SignIn';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

function Root() {
  const location = useRouterState({ select: (state) => state.location });
  const me = $api.useQuery(
    'get',
    '/api/v1/me',
    {},
    { staleTime: 60_000, refetchInterval: ({ state }) => (state.data && state.status === 'error' ? 5_000 : false) },
  );
  useSignedInAs(me.data?.id);
  if (location.pathname === paths.signedIn()) return <SignedInPage />;
  if (!me.data) {
    if (!me.isError) return <Waiting lines={8} />;
    if (asProblem(me.error).status === 401) return <SignInPage returnTo={location.href} />;
    return <ProblemNote failure={me.error} onRetry={() => void me.refetch()} />;
  }
  // A service that is away for a while takes nothing from whoever works: the work stays, with a word about it.
  return (
    <Shell key={me.data.id} away={me.isError}>
      <Outlet />
    </Shell>
  );
}

function Crashed({ error, reset }: ErrorComponentProps) {
  return <ProblemNote failure={error} title={text.problem.crashed} onRetry={reset} />;
}

function NotFound() {
  return (
    <EmptyState
      picture={<IconMapOff size={36} />}
      title={text.problem.notFound}
      action={
        <Button component={Link} to={paths.home()}>
          {text.problem.goHome}
        </Button>
      }
    >
      {text.problem.notFoundText}
    </EmptyState>
  );
}

/**
 * Asks for what a page will show while its code and who is signed in are still on their way: together, not one after
 * the other. Nobody waits for it; the page itself tells of failures.
 */
const ask = {
  connection: (id: string) => {
    const connection = $api.queryOptions('get', '/api/v1/connections/{id}', { params: { path: { id } } });
    void queryClient
      .query(connection)
      .then(({ typeId }) => ask.type(typeId))
      .catch(() => undefined);
    ask.properties();
  },
  type: (id: string) => {
    const type = $api.queryOptions('get', '/api/v1/connection-types/{id}', { params: { path: { id } } });
    void queryClient.query({ ...type, staleTime: 300_000 }).catch(() => undefined);
  },
  properties: () => {
    const properties = $api.queryOptions('get', '/api/v1/profile-properties', {});
    void queryClient.query({ ...properties, staleTime: 30_000 }).catch(() => undefined);
  },
  run: (id: string) => {
    void queryClient
      .query($api.queryOptions('get', '/api/v1/runs/{id}', { params: { path: { id } } }))
      .catch(() => undefined);
  },
};

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: homeSearch,
  component: lazyRouteComponent(() => import('./home'), 'HomeRoute'),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: '/connections',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./connections'), 'ConnectionsRoute'),
});

const newConnection = createRoute({
  getParentRoute: () => root,
  path: '/connections/new/$typeId',
  loader: ({ params: { typeId } }) => ask.type(typeId),
  validateSearch: z.object({ goal: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./connection'), 'NewConnectionRoute'),
});

const connection = createRoute({
  getParentRoute: () => root,
  path: '/connections/$id',
  loader: ({ params: { id } }) => ask.connection(id),
  validateSearch: z.object({
    goal: z.string().optional().catch(undefined),
    /** A JSON pointer to the place that whoever follows the link is to look at. */
    at: z.string().startsWith('/').optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./connection'), 'ConnectionRoute'),
});

const connectionTypes = createRoute({
  getParentRoute: () => root,
  path: '/connection-types',
  validateSearch: z.object({ search: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./connectionTypes'), 'ConnectionTypesRoute'),
});

const discovery = createRoute({
  getParentRoute: () => root,
  path: '/discovery',
  validateSearch: stepSearch,
  component: lazyRouteComponent(() => import('./discovery'), 'DiscoveryRoute'),
});

const connectionType = createRoute({
  getParentRoute: () => root,
  path: '/connection-types/$id',
  component: lazyRouteComponent(() => import('./connectionTypes'), 'ConnectionTypeRoute'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$id',
  loader: ({ params: { id } }) => ask.run(id),
  component: lazyRouteComponent(() => import('./run'), 'RunRoute'),
});

const profiles = createRoute({
  getParentRoute: () => root,
  path: '/profiles',
  /** `explain`: the connection for which a profile is looked for. */
  validateSearch: z.object({
    identifier: z.string().optional().catch(undefined),
    explain: z.string().min(1).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./profiles'), 'ProfilesRoute'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profiles/$id',
  /** What is explained: for which connection, and on which page. */
  validateSearch: z.object({
    explain: z.string().min(1).optional().catch(undefined),
    page: z.string().min(1).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./profiles'), 'ProfileRoute'),
});

const channels = createRoute({
  getParentRoute: () => root,
  path: '/channels',
  /** And the one that is open, by its id; `new` is one that is yet to be made. */
  validateSearch: channelSearch.extend({ channel: z.string().min(1).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./channels'), 'ChannelsRoute'),
});

const objectives = createRoute({
  getParentRoute: () => root,
  path: '/objectives',
  validateSearch: objectiveSearch,
  component: lazyRouteComponent(() => import('./objectives'), 'ObjectivesRoute'),
});

const newObjective = createRoute({
  getParentRoute: () => root,
  path: '/objectives/-new',
  component: lazyRouteComponent(() => import('@/features/objectives/ObjectivePage'), 'NewObjectivePage'),
});

const objective = createRoute({
  getParentRoute: () => root,
  path: '/objectives/$id',
  component: lazyRouteComponent(() => import('./objectives'), 'ObjectiveRoute'),
});

const privacy = createRoute({
  getParentRoute: () => root,
  path: '/settings/privacy',
  component: lazyRouteComponent(() => import('@/features/settings/PrivacyPage'), 'PrivacyPage'),
});

const labels = createRoute({
  getParentRoute: () => root,
  path: '/settings/labels',
  validateSearch: z.object({ search: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./labels'), 'LabelsRoute'),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/features/settings/SettingsPage'), 'SettingsPage'),
});

const properties = createRoute({
  getParentRoute: () => root,
  path: '/settings/properties',
  component: lazyRouteComponent(() => import('@/features/settings/PropertiesPage'), 'PropertiesPage'),
});

const erasures = createRoute({
  getParentRoute: () => root,
  path: '/settings/erasures',
  component: lazyRouteComponent(() => import('@/features/profile/history/ErasuresPage'), 'ErasuresPage'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/settings/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('./audit'), 'AuditRoute'),
});

const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: () => null });

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    connections,
    newConnection,
    connection,
    connectionTypes,
    connectionType,
    discovery,
    run,
    profiles,
    profile,
    channels,
    objectives,
    newObjective,
    objective,
    privacy,
    settings,
    properties,
    erasures,
    audit,
    labels,
    signedIn,
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Waiting lines={8} />,
  defaultPendingMs: 150,
  // What waits looks the same as what the page itself shows while it waits: nothing flashes, nobody has to look at it.
  defaultPendingMinMs: 0,
  defaultErrorComponent: Crashed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
