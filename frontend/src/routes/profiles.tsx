import { getRouteApi } from '@tanstack/react-router';
import { ProfilePage } from '@/features/profile/ProfilePage';
import { ProfilesPage } from '@/features/profile/ProfilesPage';
import { paths } from '@/lib/paths';

const list = getRouteApi('/profiles');
const one = getRouteApi('/profiles/$id');

export function ProfilesRoute() {
  const { identifier } = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <ProfilesPage
      identifier={identifier ?? ''}
      onSearch={(typed) => void navigate({ search: { identifier: typed.trim() || undefined }, replace: true })}
    />
  );
}

export function ProfileRoute() {
  const { id } = one.useParams();
  const navigate = one.useNavigate();
  return <ProfilePage key={id} profileId={id} onDeleted={() => void navigate({ to: paths.profiles() })} />;
}
