import { Box, Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch, IconUserQuestion, IconUserSearch, IconUsers } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '@/api/client';
import type { ProfileSummary, Property } from '@/api/types';
import { EmptyState, PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { RelativeTime } from '@/components/Time';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

interface Props {
  identifier: string;
  /** The connection for which a profile is to be explained. */
  explain: string | undefined;
  onSearch: (identifier: string) => void;
}

export function ProfilesPage({ identifier, explain, onSearch }: Props) {
  const [typed, setTyped] = useState(identifier);
  const [asked, setAsked] = useState(identifier);
  // The address may change from outside, by a link to the whole list for example.
  if (asked !== identifier) {
    setAsked(identifier);
    if (typed.trim() !== identifier) setTyped(identifier);
  }
  const searchLater = useDebouncedCallback(onSearch, 350);
  const query = identifier === '' ? {} : { params: { query: { identifier } } };
  const profiles = $api.useQuery('get', '/api/v1/profiles', query, { placeholderData: keepPreviousData });
  const properties = $api.useQuery('get', '/api/v1/profile-properties', {});
  const identifiers = properties.data?.items.filter((property) => property.identifier).map(({ name }) => name);
  const found = profiles.data?.items ?? [];
  const clear = (
    <Button variant="default" onClick={() => onSearch('')}>
      {text.common.clear}
    </Button>
  );

  return (
    <>
      <PageHead title={text.profiles.title} purpose={text.profiles.purpose} />
      {explain !== undefined && <ToExplain connection={explain} />}
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          searchLater.cancel();
          onSearch(typed);
        }}
      >
        <Group mb="lg" gap="xs" align="flex-end" wrap="nowrap" maw={640}>
          <TextInput
            type="search"
            label={text.profiles.search}
            description={identifiers && text.profiles.searchHint(identifiers)}
            leftSection={<IconSearch size={16} aria-hidden />}
            flex={1}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              searchLater(event.currentTarget.value);
            }}
          />
          <Button type="submit">{text.profilePage.searchButton}</Button>
        </Group>
      </form>
      <Section title={identifier === '' ? text.profiles.last : text.profiles.found(identifier)}>
        {profiles.isPending && <Waiting lines={8} />}
        {profiles.isError && (
          <Box p="md">
            <ProblemNote failure={profiles.error} onRetry={() => void profiles.refetch()} />
          </Box>
        )}
        {profiles.isSuccess && !profiles.isPlaceholderData && found.length === 0 && identifier === '' && (
          <EmptyState
            picture={<IconUsers size={36} />}
            title={text.profiles.emptyTitle}
            action={
              <Link className="link" to={paths.connections()}>
                {text.home.allConnections}
              </Link>
            }
          >
            {text.profiles.emptyText}
          </EmptyState>
        )}
        {profiles.isSuccess && !profiles.isPlaceholderData && found.length === 0 && identifier !== '' && (
          <EmptyState picture={<IconUserSearch size={36} />} title={text.profiles.noMatchTitle} action={clear}>
            {identifiers && text.profiles.noMatchText(identifiers)}
          </EmptyState>
        )}
        {found.length > 0 && (
          <Box component="ul" m={0} p={0} style={{ listStyle: 'none', opacity: profiles.isPlaceholderData ? 0.6 : 1 }}>
            {found.map((profile) => (
              <ProfileRow
                key={profile.id}
                to={explain === undefined ? paths.profile(profile.id) : paths.explained(profile.id, explain)}
                profile={profile}
                properties={properties.data?.items ?? []}
              />
            ))}
          </Box>
        )}
      </Section>
    </>
  );
}

/** What one came for, and the way back out of it. */
function ToExplain({ connection: id }: { connection: string }) {
  const connection = $api.useQuery('get', '/api/v1/connections/{id}', { params: { path: { id } } }, { retry: false });
  return (
    <Group role="note" gap="sm" mb="md" px="md" py="sm" style={{ borderRadius: 8, background: 'var(--tint-idle)' }}>
      <IconUserQuestion size={18} aria-hidden style={{ color: 'var(--state-idle)', flex: 'none' }} />
      <Text size="sm" flex="1 1 16rem" style={{ overflowWrap: 'anywhere' }}>
        {text.explain.choose}{' '}
        {connection.data && (
          <Link className="link" to={paths.connection(id)}>
            <bdi>{connection.data.name}</bdi>
          </Link>
        )}
      </Text>
      <Link className="link" to={paths.profiles()}>
        {text.common.cancel}
      </Link>
    </Group>
  );
}

function ProfileRow({ to, profile, properties }: { to: string; profile: ProfileSummary; properties: Property[] }) {
  const nameOf = (id: string) => properties.find((property) => property.id === id)?.name ?? id;
  return (
    <li style={{ borderTop: '1px solid var(--hairline)' }}>
      <Link to={to} className="row-link profile-row">
        <Text fw={500} truncate>
          {profile.label}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {Object.entries(profile.identifiers)
            .map(([property, values]) => `${nameOf(property)}: ${values.join(', ')}`)
            .join(' · ')}
        </Text>
        <Text size="sm" c="dimmed" ta="right" component="div">
          <RelativeTime at={profile.modifiedAt} />
        </Text>
      </Link>
    </li>
  );
}
