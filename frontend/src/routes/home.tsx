import { getRouteApi } from '@tanstack/react-router';
import { HomePage } from '@/features/home/HomePage';

const route = getRouteApi('/');

export function HomeRoute() {
  const { range } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <HomePage
      range={range ?? 'day'}
      onRange={(chosen) =>
        void navigate({
          search: (before) => ({ ...before, range: chosen === 'day' ? undefined : chosen }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  );
}
