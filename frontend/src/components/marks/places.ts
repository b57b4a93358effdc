import type { NamedObject } from '@/api/types';
import { paths } from '@/lib/paths';

/** Where a thing of any kind is looked at. */
export function placeOf({ kind, id, name }: NamedObject): string {
  switch (kind) {
    case 'connection':
      return paths.connection(id);
    case 'profile-property':
      return paths.properties();
    case 'objective':
      return paths.objective(id);
    case 'channel':
      return paths.channel(id);
    case 'label':
      return `${paths.labels()}?search=${encodeURIComponent(name)}`;
  }
}
