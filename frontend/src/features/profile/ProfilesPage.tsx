import { Box, Button, Group, Text, TextInput } from '@mantine/core';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '@/api/client';
import { EmptyState, PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { RelativeTime } from '@/components/Time';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

export function ProfilesPage({ identifier, onSearch }: { identifier: string; onSearch: (identifier: string) => void }) {
  const [typed, setTyped] = useState(identifier);
  const query = $api.useQuery('get', '/api/v1/profiles', { params: { query: identifier ? { identifier } : {} } });
  const found = query.data?.items ?? [];
  return (
    <>
      <PageHead title={text.profiles.title} purpose={text.profiles.purpose} />
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          onSearch(typed.trim());
        }}
      >
        <Group align="flex-end" mb="md">
          <TextInput
            type="search"
            label={text.profiles.search}
            description={text.profiles.searchHint}
            leftSection={<IconSearch size={16} aria-hidden />}
            w={{ base: '100%', sm: 420 }}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit">{text.common.search}</Button>
          {identifier && (
            <Button
              variant="default"
              onClick={() => {
                setTyped('');
                onSearch('');
              }}
            >
              {text.common.clear}
            </Button>
          )}
        </Group>
      </form>
      {query.isError && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      <Section title={identifier ? text.profiles.found(identifier) : text.profiles.last}>
        {query.isPending && <Waiting />}
        {query.isSuccess && found.length === 0 && (
          <EmptyState
            picture={<IconUsers size={36} />}
            title={identifier ? text.profiles.noMatchTitle : text.profiles.emptyTitle}
          >
            {identifier ? text.profiles.noMatchText : text.profiles.emptyText}
          </EmptyState>
        )}
        {found.map((profile) => (
          <Link key={profile.id} to={paths.profile(profile.id)} className="row-link">
            <Group justify="space-between" wrap="nowrap">
              <Box miw={0}>
                <Text fw={500} truncate>
                  {profile.label || profile.id}
                </Text>
                <Text size="sm" c="dimmed" truncate>
                  {Object.values(profile.identifiers).flat().join(' · ')}
                </Text>
              </Box>
              <Text size="sm" c="dimmed" style={{ flex: 'none' }}>
                <RelativeTime at={profile.modifiedAt} />
              </Text>
            </Group>
          </Link>
        ))}
      </Section>
    </>
  );
}
