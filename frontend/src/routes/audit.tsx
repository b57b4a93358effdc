import { getRouteApi } from '@tanstack/react-router';
import { AuditPage } from '@/features/audit/AuditPage';

const route = getRouteApi('/settings/audit');

export function AuditRoute() {
  const filters = route.useSearch();
  const navigate = route.useNavigate();
  return <AuditPage filters={filters} onFilter={(search) => void navigate({ search, replace: true })} />;
}
