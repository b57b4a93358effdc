import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import { ConnectionsPage } from '@/features/connection/ConnectionsPage';
import { searchOf, stateOf } from '@/features/connection/list/state';

const route = getRouteApi('/connections');

export function ConnectionsRoute() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const state = useMemo(() => stateOf(search), [search]);
  return (
    <ConnectionsPage
      state={state}
      gallery={search.gallery ?? false}
      all={search.all ?? false}
      category={search.category ?? ''}
      onState={(next) =>
        void navigate({
          search: ({ gallery, all, category }) => ({
            ...searchOf(next),
            ...(gallery ? { gallery } : {}),
            ...(all ? { all } : {}),
            ...(category ? { category } : {}),
          }),
          replace: true,
          resetScroll: false,
        })
      }
      onGallery={(opened) =>
        void navigate({
          search: (before) => ({ ...before, gallery: opened || undefined, ...(opened ? {} : { category: undefined }) }),
          replace: !opened,
        })
      }
      onAll={(shown) => void navigate({ search: (before) => ({ ...before, all: shown || undefined }), replace: true })}
      onCategory={(chosen) =>
        void navigate({ search: (before) => ({ ...before, category: chosen || undefined }), replace: true })
      }
    />
  );
}
