import { getRouteApi } from '@tanstack/react-router';
import { ConnectionsPage } from '@/features/connection/ConnectionsPage';

const route = getRouteApi('/connections');

export function ConnectionsRoute() {
  const { search, gallery, sort, descending } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ConnectionsPage
      search={search ?? ''}
      gallery={gallery ?? false}
      sort={sort ? [{ id: sort, desc: descending ?? false }] : []}
      onSearch={(typed) =>
        void navigate({ search: (before) => ({ ...before, search: typed.trim() || undefined }), replace: true })
      }
      onGallery={(opened) =>
        void navigate({ search: (before) => ({ ...before, gallery: opened || undefined }), replace: !opened })
      }
      onSort={([first]) =>
        void navigate({
          search: (before) => ({
            ...before,
            sort: first?.id as typeof sort,
            descending: first?.desc ? true : undefined,
          }),
          replace: true,
        })
      }
    />
  );
}
