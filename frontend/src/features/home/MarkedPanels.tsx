import { Anchor, Text } from '@mantine/core';
import { IconBroadcast, IconChecklist, IconColumns, IconPlugConnected, IconTag, type Icon } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { NamedObject } from '@/api/types';
import { placeOf } from '@/components/marks/places';
import { Star } from '@/components/marks/Star';
import { ConnectionStatusBadge } from '@/components/StateBadge';
import { RelativeTime } from '@/components/Time';
import { TypeLogo } from '@/components/TypeLogo';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { useFavorites, useLastUsed, useStarredConnections } from './api';
import { Panel } from './Panel';

const shown = 8;

/** What one looks at every day, with how it does; the star stands where it is taken back. */
export function FavoritesPanel() {
  const query = useFavorites();
  const connections = useStarredConnections().data?.items ?? [];
  const all = query.data?.items ?? [];
  return (
    <Panel
      title={text.home.favorites.title}
      query={query}
      lines={3}
      empty={({ items }) => items.length === 0 && text.home.favorites.none}
      action={
        all.length > shown && (
          <Anchor component={Link} to={paths.starred()} size="sm" c="var(--link)">
            {text.home.favorites.all}
          </Anchor>
        )
      }
    >
      {({ items }) => (
        <ul className="plain-list">
          {items.slice(0, shown).map((object) => {
            const connection =
              object.kind === 'connection' ? connections.find(({ id }) => id === object.id) : undefined;
            return (
              <Row
                key={`${object.kind} ${object.id}`}
                object={object}
                starred
                {...(connection ? { logo: connection.type.logo } : {})}
              >
                {connection && <ConnectionStatusBadge connection={connection} />}
              </Row>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

export function LastUsedPanel() {
  const favorites = useFavorites().data?.items ?? [];
  return (
    <Panel
      title={text.home.lastUsed.title}
      query={useLastUsed()}
      lines={4}
      empty={({ items }) => items.length === 0 && text.home.lastUsed.none}
    >
      {({ items }) => (
        <ul className="plain-list">
          {items.map((object) => (
            <Row
              key={`${object.kind} ${object.id}`}
              object={object}
              starred={favorites.some(({ kind, id }) => kind === object.kind && id === object.id)}
            >
              <Text size="xs" c="dimmed">
                <RelativeTime at={object.usedAt} />
              </Text>
            </Row>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const glyphs: Record<NamedObject['kind'], Icon> = {
  connection: IconPlugConnected,
  'profile-property': IconColumns,
  objective: IconChecklist,
  label: IconTag,
  channel: IconBroadcast,
};

function Row({
  object,
  starred,
  logo,
  children,
}: {
  object: NamedObject;
  starred: boolean;
  logo?: string;
  children: ReactNode;
}) {
  const Glyph = glyphs[object.kind];
  return (
    <li className="marked-row">
      <Star of={object} starred={starred} />
      {logo ? (
        <TypeLogo logo={logo} size={24} />
      ) : (
        <span className="kind-tile">
          <Glyph size={15} role="img" aria-label={text.labels.kinds[object.kind]} />
        </span>
      )}
      <Text fw={500} className="clipped">
        <Link to={placeOf(object)} className="plain">
          {object.name}
        </Link>
      </Text>
      <div>{children}</div>
    </li>
  );
}
