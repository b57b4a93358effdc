import { getRouteApi } from '@tanstack/react-router';
import { ObjectivePage } from '@/features/objectives/ObjectivePage';
import { ObjectivesPage } from '@/features/objectives/ObjectivesPage';

const route = getRouteApi('/objectives/$id');
const list = getRouteApi('/objectives');

export function ObjectivesRoute() {
  const { sort } = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <ObjectivesPage
      sort={sort ?? 'name'}
      onSort={(next) => void navigate({ search: next === 'name' ? {} : { sort: next }, replace: true })}
    />
  );
}

export function ObjectiveRoute() {
  const { id } = route.useParams();
  return <ObjectivePage id={id} />;
}
