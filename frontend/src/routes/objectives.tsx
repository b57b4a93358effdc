import { getRouteApi } from '@tanstack/react-router';
import { ObjectivePage } from '@/features/objectives/ObjectivePage';

const route = getRouteApi('/objectives/$id');

export function ObjectiveRoute() {
  const { id } = route.useParams();
  return <ObjectivePage id={id} />;
}
