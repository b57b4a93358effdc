import { ActionIcon, Box, Button, Group, List, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBroadcast, IconPencil, IconPlus, IconSearch, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Channel } from '@/api/types';
import { ChannelFilterFields } from '@/components/channels/ChannelFilterFields';
import { ChannelLogo } from '@/components/channels/ChannelLogo';
import { asked, isFiltered, type ChannelFilter } from '@/components/channels/filter';
import { Confirm } from '@/components/confirm';
import { EmptyState, PageHead, ProblemNote, Waiting } from '@/components/Frame';
import { LabelPill } from '@/components/marks/LabelPill';
import { Star } from '@/components/marks/Star';
import { useMay } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { isLost, ShowMore } from '@/components/ShowMore';
import { RelativeTime } from '@/components/Time';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { ChannelDrawer } from './ChannelDrawer';
import { TryAddress } from './TryAddress';
import { UsedBy } from './UsedBy';

const words = text.channels;

interface Props {
  filter: ChannelFilter;
  /** The id of the one that is open, or `new`. */
  open: string | undefined;
  onFilter: (filter: ChannelFilter) => void;
  onOpen: (channel: string | undefined) => void;
}

/** The outlets through which a company meets people. */
export function ChannelsPage({ filter, open, onFilter, onOpen }: Props) {
  const mayWrite = useMay('channels:write');
  const [deleting, setDeleting] = useState<Channel>();
  const [hostname, setHostname] = useState<string>();
  const query = useInfiniteQuery({
    queryKey: ['get', '/api/v1/channels', 'table', filter],
    queryFn: ({ pageParam, signal }) =>
      done(
        api.GET('/api/v1/channels', {
          params: {
            query: { ...asked(filter, Date.now()), limit: 50, ...(pageParam ? { after: pageParam } : {}) },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const channels = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const filtered = isFiltered(filter);
  const none = query.isSuccess && channels.length === 0 && !filtered;
  const add = (
    <Button
      leftSection={<IconPlus size={16} aria-hidden />}
      disabled={!mayWrite}
      onClick={() => {
        setHostname(undefined);
        onOpen('new');
      }}
    >
      {words.add}
    </Button>
  );
  return (
    <>
      <PageHead title={words.title} purpose={words.purpose} action={!none && add} />
      <ReadOnlyNote unless="channels:write" />
      {!none && (
        <Group mb="sm" justify="space-between" align="center">
          <ChannelFilterFields filter={filter} onFilter={onFilter} />
          <Text size="sm" c="dimmed" role="status" className="tabular">
            {query.isSuccess && words.shown(channels.length, query.hasNextPage)}
          </Text>
        </Group>
      )}
      {isLost(query) && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      {!isLost(query) && (
        <Box className="panel">
          {query.isPending && <Waiting />}
          {none && (
            <EmptyState picture={<IconBroadcast size={36} />} title={words.emptyTitle} action={mayWrite && add}>
              {mayWrite ? words.emptyText : words.emptyTextToSee(text.common.roles.either)}
            </EmptyState>
          )}
          {query.isSuccess && channels.length === 0 && filtered && (
            <EmptyState
              picture={<IconSearch size={36} />}
              title={words.noMatchTitle}
              action={
                <Button variant="default" onClick={() => onFilter({})}>
                  {words.clearFilters}
                </Button>
              }
            >
              {words.noMatchText}
            </EmptyState>
          )}
          {channels.length > 0 && (
            <Box className="scroller" tabIndex={0} role="group" aria-label={words.title}>
              <Table horizontalSpacing="md" highlightOnHover className="channel-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w={44}>
                      <VisuallyHidden>{text.favorites.title}</VisuallyHidden>
                    </Table.Th>
                    <Table.Th>{words.channel}</Table.Th>
                    <Table.Th>{words.reached}</Table.Th>
                    <Table.Th>{text.labels.title}</Table.Th>
                    <Table.Th w={140}>{words.usedByHead}</Table.Th>
                    <Table.Th w={150}>{words.lastSeen}</Table.Th>
                    <Table.Th w={100}>
                      <VisuallyHidden>{text.common.edit}</VisuallyHidden>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {channels.map((channel) => (
                    <Row
                      key={channel.id}
                      channel={channel}
                      filter={filter}
                      mayWrite={mayWrite}
                      onEdit={() => onOpen(channel.id)}
                      onDelete={() => setDeleting(channel)}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Box>
          )}
          <ShowMore of={query}>{text.common.loadMore}</ShowMore>
        </Box>
      )}
      {!none && (
        <Box mt="lg">
          <TryAddress
            filter={filter}
            onAdd={
              mayWrite
                ? (host) => {
                    setHostname(host);
                    onOpen('new');
                  }
                : undefined
            }
          />
        </Box>
      )}
      <ChannelDrawer
        // A new one begins anew.
        key={`${open} ${hostname}`}
        open={open}
        hostname={hostname}
        onClose={() => onOpen(undefined)}
      />
      {deleting && <DeleteDialog channel={deleting} onClose={() => setDeleting(undefined)} />}
    </>
  );
}

function Row({
  channel,
  filter,
  mayWrite,
  onEdit,
  onDelete,
}: {
  channel: Channel;
  filter: ChannelFilter;
  mayWrite: boolean;
  onEdit: () => void;
  onDelete: () => void;
}) {
  const of = { kind: 'channel' as const, id: channel.id, name: channel.name };
  return (
    <Table.Tr>
      <Table.Td className="channel-star">
        <Star of={of} starred={channel.favorite} />
      </Table.Td>
      <Table.Td className="channel-name">
        <Group gap="sm" wrap="nowrap">
          <ChannelLogo kind={channel.kind} logo={channel.logo} />
          <Stack gap={0} miw={0}>
            <Link
              className="link"
              to="/channels"
              search={{ ...filter, channel: channel.id }}
              style={{ fontWeight: 500, overflowWrap: 'anywhere' }}
            >
              <bdi>{channel.name}</bdi>
            </Link>
            <Text size="xs" c="dimmed">
              {words.kinds[channel.kind]}
            </Text>
          </Stack>
        </Group>
      </Table.Td>
      <Table.Td className={channel.hostname || channel.appId ? 'channel-reached' : 'channel-bare'}>
        {channel.hostname ?? channel.appId ?? (
          <Text span size="sm" c="dimmed" aria-label={text.common.none}>
            –
          </Text>
        )}
        {channel.aliases.length > 0 && (
          <Text size="xs" c="dimmed" title={channel.aliases.join('\n')}>
            {words.andAliases(channel.aliases.length)}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          {channel.labels.map((label) => (
            <LabelPill key={label.id} label={label} of={of} onRemove={undefined} />
          ))}
        </Group>
      </Table.Td>
      <Table.Td c="dimmed" className={channel.uses > 0 ? 'tabular' : 'tabular channel-bare'}>
        {channel.uses === 0 ? (
          words.uses(0)
        ) : (
          <Link className="link" to={paths.connectionsOn(channel.id)}>
            {words.uses(channel.uses)}
          </Link>
        )}
      </Table.Td>
      <Table.Td c="dimmed" className="channel-seen">
        {channel.lastSeen ? (
          <>
            <span className="narrow-only">{words.seenAt} </span>
            <RelativeTime at={channel.lastSeen} />
          </>
        ) : (
          <>
            <span className="narrow-only">{words.neverSeenShort}</span>
            <span className="wide-only">{text.common.never}</span>
          </>
        )}
      </Table.Td>
      <Table.Td className="channel-actions">
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={mayWrite ? words.edit(channel.name) : words.look(channel.name)}
            onClick={onEdit}
          >
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={!mayWrite}
            aria-label={words.delete(channel.name)}
            onClick={onDelete}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function DeleteDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const queries = useQueryClient();
  const found = $api.useQuery(
    'get',
    '/api/v1/channels/{id}/uses',
    { params: { path: { id: channel.id } } },
    // What was found before may be another by now.
    { gcTime: 0, retry: false },
  );
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/channels/{id}', { params: { path: { id: channel.id } } })),
    onSuccess: () => {
      notifications.show({ message: words.deleted(channel.name) });
      onClose();
      void queries.invalidateQueries();
    },
  });
  const problem = remove.isError ? asProblem(remove.error) : undefined;
  // Who has come to use it since the dialog opened is named as well.
  const since = problem?.type === '/problems/channel-in-use' ? problem : undefined;
  const users = since?.usedByConnections ?? found.data?.usedBy ?? [];
  const count = since?.count ?? found.data?.count ?? 0;
  return (
    <Confirm
      opened
      title={words.deleteTitle(channel.name)}
      action={text.common.delete}
      danger
      busy={remove.isPending}
      hindrance={found.isPending ? words.lookingForUses : count > 0 ? words.inUse : undefined}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {found.isPending && <Waiting lines={2} />}
      {count > 0 && (
        <Box role={since ? 'alert' : 'status'}>
          <UsedBy channel={channel.id} count={count} usedBy={users} />
          <Text size="sm" mt="xs">
            {words.inUse}
          </Text>
        </Box>
      )}
      {!found.isPending && count === 0 && (
        <>
          <Text>{words.deleteText}</Text>
          {channel.hostname && (
            <List size="sm">
              {[channel.hostname, ...channel.aliases].map((host) => (
                <List.Item key={host} style={{ overflowWrap: 'anywhere' }}>
                  {host}
                </List.Item>
              ))}
            </List>
          )}
        </>
      )}
      {problem && !since && <ProblemNote failure={remove.error} />}
    </Confirm>
  );
}
