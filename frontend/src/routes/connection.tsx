import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { $api, api } from '@/api/client';
import { firstGoals } from '@/api/newGoal';
import type { ConnectionType } from '@/api/types';
import { asProblem } from '@/api/problem';
import { NothingHere, PageHead, ProblemNote, Waiting } from '@/components/Frame';
import { NotInstalled } from '@/features/catalog/NotInstalled';
import { Editor } from '@/features/connection/Editor';
import { GoalPage } from '@/features/goal/GoalPage';
import { RunPanel } from '@/features/run/RunPanel';
import { freshId } from '@/lib/ids';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

const newRoute = getRouteApi('/connections/new/$typeId');
const route = getRouteApi('/connections/$id');

function useType(id: string | undefined) {
  return $api.useQuery(
    'get',
    '/api/v1/connection-types/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined, staleTime: 300_000 },
  );
}

/** Stands for a type that is no longer shipped: what was made of it can be looked at and deleted. */
function goneType(id: string): ConnectionType {
  return {
    id,
    name: id,
    vendor: '',
    category: '',
    summary: '',
    logo: 'gone',
    direction: 'OUTBOUND',
    mode: 'BATCH',
    goalKinds: [],
    setup: [],
    installed: false,
  };
}

export function NewConnectionRoute() {
  const { typeId } = newRoute.useParams();
  const { goal } = newRoute.useSearch();
  const navigate = newRoute.useNavigate();
  const type = useType(typeId);
  const prepared = $api.useQuery(
    'get',
    '/api/v1/connection-types/{id}/goals',
    { params: { path: { id: typeId } } },
    { staleTime: Infinity },
  );
  // Each new connection has goals of its own.
  const goals = useMemo(() => {
    if (!prepared.data || !type.data) return undefined;
    const { items } = prepared.data;
    return items.length > 0 ? items.map((one) => ({ ...one.goal, id: freshId() })) : firstGoals(type.data);
  }, [prepared.data, type.data]);
  const failed = type.error ?? prepared.error;
  if (failed && !(type.data && goals))
    return (
      <>
        <PageHead title={text.connections.one} />
        <ProblemNote failure={failed} onRetry={() => void Promise.all([type.refetch(), prepared.refetch()])} />
      </>
    );
  if (!type.data || !goals) return <Waiting lines={10} />;
  if (!type.data.installed) return <NotInstalled type={type.data} />;
  return (
    <Editor
      type={type.data}
      prepared={goals}
      goalId={goal}
      onGoal={(chosen) => void navigate({ search: { goal: chosen } })}
      renderGoal={(index) => <GoalPage key={goal} index={index} />}
      renderRuns={() => null}
    />
  );
}

export function ConnectionRoute() {
  const { id } = route.useParams();
  const { goal, at } = route.useSearch();
  const navigate = route.useNavigate();
  const connection = $api.useQuery('get', '/api/v1/connections/{id}', { params: { path: { id } } });
  const type = useType(connection.data?.typeId);
  const found = connection.isSuccess;
  useEffect(() => {
    if (found) void api.PUT('/api/v1/last-used/{kind}/{id}', { params: { path: { kind: 'connection', id } } });
  }, [found, id]);
  const gone = type.isError && asProblem(type.error).type === '/problems/connection-type-not-found';
  // What is being typed stays, also when nobody answers what the connection is now.
  if (!connection.data || !(type.data ?? gone)) {
    const failed = connection.error ?? type.error;
    if (!failed) return <Waiting lines={10} />;
    if (asProblem(failed).status === 404)
      return (
        <NothingHere>
          <Button component={Link} to={paths.connections()}>
            {text.discovery.toList}
          </Button>
        </NothingHere>
      );
    return (
      <>
        <PageHead title={text.connections.one} />
        <ProblemNote failure={failed} onRetry={() => void (connection.error ? connection : type).refetch()} />
      </>
    );
  }
  const saved = connection.data;
  return (
    <Editor
      key={id}
      type={type.data ?? goneType(saved.typeId)}
      connection={saved}
      goalId={goal}
      at={at}
      onGoal={(chosen, replace) => void navigate({ search: { goal: chosen }, replace: replace ?? false })}
      renderGoal={(index) => <GoalPage key={goal} index={index} />}
      renderRuns={(dirty) => <RunPanel connection={saved} dirty={dirty} />}
    />
  );
}
