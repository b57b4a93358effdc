import { getRouteApi } from '@tanstack/react-router';
import { ProfilePage } from '@/features/profile/ProfilePage';
import { ProfilesPage } from '@/features/profile/ProfilesPage';

const list = getRouteApi('/profiles');
const one = getRouteApi('/profiles/$id');

export function ProfilesRoute() {
  const { identifier } = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <ProfilesPage
      identifier={identifier ?? ''}
      onSearch={(typed) => void navigate({ search: { identifier: typed || undefined } })}
    />
  );
}

export function ProfileRoute() {
  const { id } = one.useParams();
  return <ProfilePage key={id} id={id} />;
}
