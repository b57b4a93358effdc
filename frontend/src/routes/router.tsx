import { Button } from '@mantine/core';
import { IconBroadcast, IconChecklist, IconMapOff } from '@tabler/icons-react';
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
import { $api } from '@/api/client';
import { asProblem } from '@/api/problem';
import { Shell } from '@/app/Shell';
import { EmptyState, PageHead, ProblemNote, Waiting } from '@/components/Frame';
import { SignedInPage, SignInPage, useSignedInAs } from '@/features/session/SignIn';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

function Root() {
  const location = useRouterState({ select: (state) => state.location });
  const me = $api.useQuery('get', '/api/v1/me', {}, { staleTime: 60_000 });
  useSignedInAs(me.data?.id);
  if (location.pathname === paths.signedIn()) return <SignedInPage />;
  // Only when nothing is known yet: a page in use stays, with all that is typed, while nobody answers.
  if (me.isLoadingError && asProblem(me.error).status === 401) return <SignInPage returnTo={location.href} />;
  if (me.isLoadingError) return <ProblemNote failure={me.error} onRetry={() => void me.refetch()} />;
  if (!me.data) return <Waiting lines={8} />;
  return (
    <Shell key={me.data.id}>
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

const root = createRootRoute({ component: Root, notFoundComponent: NotFound });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('@/features/home/HomePage'), 'HomePage'),
});

const connections = createRoute({
  getParentRoute: () => root,
  path: '/connections',
  validateSearch: z.object({
    search: z.string().optional().catch(undefined),
    gallery: z.boolean().optional().catch(undefined),
    sort: z.enum(['name', 'status', 'lastRun', 'modifiedAt']).optional().catch(undefined),
    descending: z.boolean().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./connections'), 'ConnectionsRoute'),
});

const newConnection = createRoute({
  getParentRoute: () => root,
  path: '/connections/new/$typeId',
  validateSearch: z.object({ goal: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./connection'), 'NewConnectionRoute'),
});

const connection = createRoute({
  getParentRoute: () => root,
  path: '/connections/$id',
  validateSearch: z.object({ goal: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./connection'), 'ConnectionRoute'),
});

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$id',
  component: lazyRouteComponent(() => import('./run'), 'RunRoute'),
});

const profiles = createRoute({
  getParentRoute: () => root,
  path: '/profiles',
  validateSearch: z.object({ identifier: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./profiles'), 'ProfilesRoute'),
});

const profile = createRoute({
  getParentRoute: () => root,
  path: '/profiles/$id',
  component: lazyRouteComponent(() => import('./profiles'), 'ProfileRoute'),
});

const channels = createRoute({
  getParentRoute: () => root,
  path: '/channels',
  component: () => (
    <>
      <PageHead title={text.channels.title} purpose={text.channels.purpose} />
      <div className="panel">
        <EmptyState picture={<IconBroadcast size={36} />} title={text.channels.emptyTitle}>
          {text.channels.emptyText}
        </EmptyState>
      </div>
    </>
  ),
});

const objectives = createRoute({
  getParentRoute: () => root,
  path: '/objectives',
  component: () => (
    <>
      <PageHead title={text.objectives.title} purpose={text.objectives.purpose} />
      <div className="panel">
        <EmptyState picture={<IconChecklist size={36} />} title={text.objectives.emptyTitle}>
          {text.objectives.emptyText}
        </EmptyState>
      </div>
    </>
  ),
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

const signedIn = createRoute({ getParentRoute: () => root, path: '/signed-in', component: () => null });

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    connections,
    newConnection,
    connection,
    run,
    profiles,
    profile,
    channels,
    objectives,
    settings,
    properties,
    signedIn,
  ]),
  scrollRestoration: true,
  defaultPreload: 'intent',
  defaultPendingComponent: () => <Waiting lines={8} />,
  defaultPendingMs: 150,
  defaultErrorComponent: Crashed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
