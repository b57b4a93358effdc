import { getRouteApi } from '@tanstack/react-router';
import { ProfilePage } from '@/features/profile/ProfilePage';
import { ProfilesPage } from '@/features/profile/ProfilesPage';

const list = getRouteApi('/profiles');
const one = getRouteApi('/profiles/$id');

export function ProfilesRoute() {
  const { identifier, explain } = list.useSearch();
  const navigate = list.useNavigate();
  return (
    <ProfilesPage
      identifier={identifier ?? ''}
      explain={explain}
      onSearch={(typed) => void navigate({ search: { identifier: typed.trim() || undefined, explain }, replace: true })}
    />
  );
}

export function ProfileRoute() {
  const { id } = one.useParams();
  const navigate = one.useNavigate();
  const { explain, page } = one.useSearch();
  return (
    <ProfilePage
      key={id}
      profileId={id}
      explain={{ connection: explain, url: page }}
      onExplain={({ connection, url }) =>
        void navigate({ search: { explain: connection, page: url }, replace: true, resetScroll: false })
      }
    />
  );
}
