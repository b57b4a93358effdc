import { Badge, Box, Group, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { keepPreviousData } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '@/api/client';
import { PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { TypeLogo } from '@/components/TypeLogo';
import { byName } from '@/lib/byName';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

/** Every type and its guide, found also by what its guide says. */
export function TypesPage({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const [typed, setTyped] = useState(search);
  const search250 = useDebouncedCallback(onSearch, 250);
  const types = $api.useQuery(
    'get',
    '/api/v1/connection-types',
    { params: { query: { installed: 'all', ...(search ? { search } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const found = (types.data?.items ?? []).toSorted((one, other) => byName(one.name, other.name));
  const categories = [...new Set(found.map((type) => type.category))].sort(byName);
  return (
    <>
      <PageHead title={text.types.title} purpose={text.types.purpose} />
      <Group mb="md" justify="space-between">
        <TextInput
          type="search"
          w={{ base: '100%', sm: 360 }}
          aria-label={text.types.searchLabel}
          placeholder={text.types.searchLabel}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            search250(event.currentTarget.value);
          }}
        />
        <Text size="sm" c="dimmed" role="status">
          {types.isSuccess && text.types.shown(found.length)}
        </Text>
      </Group>
      {types.isError && <ProblemNote failure={types.error} onRetry={() => void types.refetch()} />}
      {types.isPending && <Waiting lines={8} />}
      {types.isSuccess && found.length === 0 && <Text c="dimmed">{text.connections.galleryNothing}</Text>}
      <Stack gap="lg">
        {categories.map((category) => (
          <Section key={category} title={category}>
            {found
              .filter((type) => type.category === category)
              .map((type) => (
                <Link key={type.id} to={paths.connectionType(type.id)} className="row-link">
                  <Group wrap="nowrap" align="flex-start">
                    <TypeLogo logo={type.logo} size={36} />
                    <Box style={{ flex: 1 }} miw={0}>
                      <Group gap="xs">
                        <Text fw={500}>{type.name}</Text>
                        {type.vendor !== type.name && (
                          <Text size="sm" c="dimmed">
                            {type.vendor}
                          </Text>
                        )}
                        {type.installed && (
                          <Badge size="sm" leftSection={<IconCheck size={11} aria-hidden />}>
                            {text.types.installed}
                          </Badge>
                        )}
                      </Group>
                      <Text size="sm" c="dimmed">
                        {type.found ?? type.summary}
                      </Text>
                    </Box>
                  </Group>
                </Link>
              ))}
          </Section>
        ))}
      </Stack>
    </>
  );
}
