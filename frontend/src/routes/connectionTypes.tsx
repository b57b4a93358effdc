import { getRouteApi } from '@tanstack/react-router';
import { TypePage } from '@/features/catalog/TypePage';
import { TypesPage } from '@/features/catalog/TypesPage';

const list = getRouteApi('/connection-types');
const one = getRouteApi('/connection-types/$id');

export function ConnectionTypesRoute() {
  const { search } = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <TypesPage
      search={search ?? ''}
      onSearch={(typed) => void navigate({ search: { search: typed.trim() || undefined }, replace: true })}
    />
  );
}

export function ConnectionTypeRoute() {
  const { id } = one.useParams();
  return <TypePage key={id} id={id} />;
}
