import { getRouteApi } from '@tanstack/react-router';
import { ConnectionsPage } from '@/features/connection/ConnectionsPage';

const route = getRouteApi('/connections');

export function ConnectionsRoute() {
  const { search, gallery, all, category, sort, descending } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <ConnectionsPage
      search={search ?? ''}
      gallery={gallery ?? false}
      all={all ?? false}
      category={category ?? ''}
      sort={sort ? [{ id: sort, desc: descending ?? false }] : []}
      onSearch={(typed) =>
        void navigate({ search: (before) => ({ ...before, search: typed.trim() || undefined }), replace: true })
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
