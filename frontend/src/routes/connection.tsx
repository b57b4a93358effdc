import { getRouteApi } from '@tanstack/react-router';
import { $api } from '@/api/client';
import { ProblemNote, Waiting } from '@/components/Frame';
import { Editor } from '@/features/connection/Editor';
import { ImportGoalPage } from '@/features/goal/ImportGoalPage';
import { RunPanel } from '@/features/run/RunPanel';

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

export function NewConnectionRoute() {
  const { typeId } = newRoute.useParams();
  const { goal } = newRoute.useSearch();
  const navigate = newRoute.useNavigate();
  const type = useType(typeId);
  if (type.isLoadingError) return <ProblemNote failure={type.error} onRetry={() => void type.refetch()} />;
  if (!type.data) return <Waiting lines={10} />;
  return (
    <Editor
      type={type.data}
      goalId={goal}
      onGoal={(chosen) => void navigate({ search: { goal: chosen } })}
      renderGoal={(index) => <ImportGoalPage key={goal} index={index} />}
      renderRuns={() => null}
    />
  );
}

export function ConnectionRoute() {
  const { id } = route.useParams();
  const { goal } = route.useSearch();
  const navigate = route.useNavigate();
  const connection = $api.useQuery('get', '/api/v1/connections/{id}', { params: { path: { id } } });
  const type = useType(connection.data?.typeId);
  // What is being typed stays, also when nobody answers what the connection is now.
  if (!connection.data || !type.data) {
    const failed = connection.error ?? type.error;
    if (!failed) return <Waiting lines={10} />;
    return <ProblemNote failure={failed} onRetry={() => void (connection.error ? connection : type).refetch()} />;
  }
  const saved = connection.data;
  return (
    <Editor
      key={id}
      type={type.data}
      connection={saved}
      goalId={goal}
      onGoal={(chosen) => void navigate({ search: { goal: chosen } })}
      renderGoal={(index) => <ImportGoalPage key={goal} index={index} />}
      renderRuns={(dirty) => <RunPanel connection={saved} dirty={dirty} />}
    />
  );
}
