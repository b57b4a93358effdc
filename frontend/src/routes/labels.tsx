import { getRouteApi } from '@tanstack/react-router';
import { LabelsPage } from '@/features/labels/LabelsPage';

const route = getRouteApi('/settings/labels');

export function LabelsRoute() {
  const { search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <LabelsPage
      search={search}
      onSearch={(next) => void navigate({ search: next === '' ? {} : { search: next }, replace: true })}
    />
  );
}
