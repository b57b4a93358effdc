import {
  Badge,
  Box,
  Button,
  Chip,
  Group,
  Modal,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { $api } from '@/api/client';
import type { ConnectionType } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote, Waiting } from '@/components/Frame';
import { useInstalling } from '@/components/installing';
import { useMay } from '@/components/permissions';
import { TypeLogo } from '@/components/TypeLogo';
import { byName } from '@/lib/byName';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

interface Props {
  opened: boolean;
  /** Also those that are not installed. */
  all: boolean;
  category: string;
  onAll: (all: boolean) => void;
  onCategory: (category: string) => void;
  onClose: () => void;
}

export function Gallery({ opened, all, category, onAll, onCategory, onClose }: Props) {
  const [search, setSearch] = useState('');
  const navigate = useNavigate();
  const installing = useInstalling();
  const types = $api.useQuery(
    'get',
    '/api/v1/connection-types',
    { params: { query: { installed: 'all' } } },
    { enabled: opened },
  );
  const offered = (types.data?.items ?? [])
    .filter((type) => all || type.installed)
    .toSorted((one, other) => byName(one.name, other.name));
  const fitting = offered.filter((type) =>
    `${type.name} ${type.vendor} ${type.summary} ${type.category}`.toLowerCase().includes(search.trim().toLowerCase()),
  );
  const categories = [...new Set(offered.map((type) => type.category))].sort(byName);
  const found = fitting.filter((type) => category === '' || type.category === category);
  const amountOf = (name: string) => fitting.filter((type) => name === '' || type.category === name).length;
  const install = (type: ConnectionType) =>
    installing.mutate(type.id, { onSuccess: () => void navigate({ to: paths.newConnection(type.id) }) });
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={880}
      title={text.connections.gallery}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Stack>
        <Group gap={6} justify="space-between">
          <Text c="dimmed">{text.connections.galleryHint}</Text>
          <Text size="sm" c="dimmed">
            {text.discovery.fromGallery}{' '}
            <Link to={paths.discovery()} className="link">
              {text.discovery.start}
            </Link>
          </Text>
        </Group>
        <Group justify="space-between">
          <TextInput
            data-autofocus
            type="search"
            style={{ flex: '1 1 240px' }}
            aria-label={text.common.search}
            placeholder={text.common.search}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <Switch
            label={text.types.showAll}
            checked={all}
            onChange={(event) => {
              onAll(event.currentTarget.checked);
              onCategory('');
            }}
          />
        </Group>
        {categories.length > 1 && (
          <Chip.Group value={category} onChange={onCategory}>
            <Group gap={6} role="radiogroup" aria-label={text.types.category}>
              {['', ...categories].map((name) => (
                <Chip key={name} value={name} size="xs" variant="outline">
                  {text.types.amount(name === '' ? text.types.everyCategory : name, amountOf(name))}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        )}
        {types.isPending && <Waiting lines={4} />}
        {types.isError && <ProblemNote failure={types.error} onRetry={() => void types.refetch()} />}
        {installing.isError && <ProblemNote failure={installing.error} />}
        {types.isSuccess && found.length === 0 && (
          <Text c="dimmed">{all ? text.connections.galleryNothing : text.types.nothingInstalled}</Text>
        )}
        <VisuallyHidden role="status">
          {types.isSuccess && text.types.shown(found.length)}
          {installing.isPending && ` ${text.types.installing}`}
        </VisuallyHidden>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
          {found.map((type) => (
            <Tile
              key={type.id}
              type={type}
              installing={installing.isPending && installing.variables === type.id}
              onInstall={() => install(type)}
            />
          ))}
        </SimpleGrid>
        <Text size="sm">
          <Link to={paths.connectionTypes()} className="link">
            {text.types.allGuides}
          </Link>
        </Text>
      </Stack>
    </Modal>
  );
}

function Tile({ type, installing, onInstall }: { type: ConnectionType; installing: boolean; onInstall: () => void }) {
  const mayInstall = useMay('types:install');
  const mayWrite = useMay('connections:write');
  return (
    <Stack className="panel" p="md" gap="sm" justify="space-between" component="section" aria-label={type.name}>
      <Box>
        <Group wrap="nowrap" align="flex-start">
          <TypeLogo logo={type.logo} size={40} />
          <Box style={{ flex: 1 }} miw={0}>
            <Text fw={600}>{type.name}</Text>
            <Text size="xs" c="dimmed">
              {type.vendor === type.name ? type.category : type.vendor}
            </Text>
          </Box>
          {type.installed ? (
            <Badge leftSection={<IconCheck size={12} aria-hidden />}>{text.types.installed}</Badge>
          ) : (
            <Badge variant="outline" color="gray">
              {text.types.notInstalled}
            </Badge>
          )}
        </Group>
        <Text size="sm" mt="sm">
          {type.summary}
        </Text>
      </Box>
      <Group gap="xs">
        {type.installed && mayWrite && (
          <Button
            component={Link}
            to={paths.newConnection(type.id)}
            size="xs"
            aria-label={text.connections.use(type.name)}
          >
            {text.common.add}
          </Button>
        )}
        {!type.installed && mayInstall && (
          <BusyButton
            size="xs"
            loading={installing}
            onClick={onInstall}
            aria-label={text.types.installAndAdd(type.name)}
          >
            {text.types.install}
          </BusyButton>
        )}
        <Button
          component={Link}
          to={paths.connectionType(type.id)}
          variant="subtle"
          size="xs"
          aria-label={`${text.connections.readMore}: ${type.name}`}
        >
          {text.connections.readMore}
        </Button>
        {installing && <Text size="xs">{text.types.installing}</Text>}
        {!type.installed && !mayInstall && (
          <Text size="xs" c="dimmed">
            {text.types.whoInstalls}
          </Text>
        )}
      </Group>
    </Stack>
  );
}
