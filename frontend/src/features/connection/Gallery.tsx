import { Box, Button, Drawer, Group, Modal, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { $api } from '@/api/client';
import type { ConnectionType } from '@/api/types';
import { ProblemNote, Waiting } from '@/components/Frame';
import { TypeLogo } from '@/components/TypeLogo';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

const Markdown = lazy(() => import('./Markdown'));

export function Gallery({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [search, setSearch] = useState('');
  const [guide, setGuide] = useState<ConnectionType>();
  const types = $api.useQuery('get', '/api/v1/connection-types', {}, { enabled: opened, staleTime: 300_000 });
  const found = (types.data?.items ?? []).filter((type) =>
    `${type.name} ${type.vendor} ${type.summary} ${type.category}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const categories = [...new Set(found.map((type) => type.category))];
  return (
    <>
      <Modal
        opened={opened}
        onClose={onClose}
        size={760}
        title={text.connections.gallery}
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <Stack>
          <Text c="dimmed">{text.connections.galleryHint}</Text>
          <TextInput
            data-autofocus
            type="search"
            aria-label={text.common.search}
            placeholder={text.common.search}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {types.isPending && <Waiting lines={4} />}
          {types.isError && <ProblemNote failure={types.error} onRetry={() => void types.refetch()} />}
          {types.isSuccess && found.length === 0 && <Text c="dimmed">{text.connections.galleryNothing}</Text>}
          {categories.map((category) => (
            <Box key={category}>
              <Title order={2} fz={13} c="dimmed" mb="xs">
                {text.connections.categories[category.toLowerCase()] ?? category}
              </Title>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
                {found
                  .filter((type) => type.category === category)
                  .map((type) => (
                    <Box key={type.id} className="panel" p="md">
                      <Group wrap="nowrap" align="flex-start">
                        <TypeLogo logo={type.logo} size={40} />
                        <Box>
                          <Text fw={600}>{type.name}</Text>
                          <Text size="xs" c="dimmed">
                            {type.vendor}
                          </Text>
                        </Box>
                      </Group>
                      <Text size="sm" mt="sm" mb="md">
                        {type.summary}
                      </Text>
                      <Group gap="xs">
                        <Button
                          component={Link}
                          to={paths.newConnection(type.id)}
                          size="xs"
                          aria-label={text.connections.use(type.name)}
                        >
                          {text.common.add}
                        </Button>
                        <Button
                          variant="subtle"
                          size="xs"
                          onClick={() => setGuide(type)}
                          aria-label={`${text.connections.readMore}: ${type.name}`}
                        >
                          {text.connections.readMore}
                        </Button>
                      </Group>
                    </Box>
                  ))}
              </SimpleGrid>
            </Box>
          ))}
        </Stack>
      </Modal>
      <GuideDrawer type={guide} onClose={() => setGuide(undefined)} />
    </>
  );
}

/** The setup guide of a type, beside what one is doing. */
export function GuideDrawer({
  type,
  onClose,
}: {
  type: Pick<ConnectionType, 'id' | 'name'> | undefined;
  onClose: () => void;
}) {
  const guide = $api.useQuery(
    'get',
    '/api/v1/connection-types/{id}/guide',
    { params: { path: { id: type?.id ?? '' } }, parseAs: 'text' },
    { enabled: type !== undefined, staleTime: 300_000 },
  );
  return (
    <Drawer
      opened={type !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      zIndex={300}
      title={type && text.connections.guideOf(type.name)}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {guide.isError && <ProblemNote failure={guide.error} onRetry={() => void guide.refetch()} />}
      {guide.isPending && <Waiting />}
      {guide.data !== undefined && (
        <Suspense fallback={<Waiting />}>
          <Markdown source={guide.data} />
        </Suspense>
      )}
    </Drawer>
  );
}
