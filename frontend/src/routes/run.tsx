import { getRouteApi } from '@tanstack/react-router';
import { RunPage } from '@/features/run/RunPage';

const route = getRouteApi('/runs/$id');

export function RunRoute() {
  const { id } = route.useParams();
  return <RunPage key={id} runId={id} />;
}
