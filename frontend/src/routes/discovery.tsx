import { getRouteApi } from '@tanstack/react-router';
import { useMyId } from '@/components/permissions';
import { DiscoveryPage } from '@/features/discovery/DiscoveryPage';

const route = getRouteApi('/discovery');

export function DiscoveryRoute() {
  const { step = 'systems' } = route.useSearch();
  const navigate = route.useNavigate();
  const owner = useMyId();
  return (
    <DiscoveryPage
      key={owner}
      owner={owner}
      step={step}
      onStep={(next, replace) => void navigate({ search: next === 'systems' ? {} : { step: next }, replace })}
    />
  );
}
