import { ActionIcon, Box, Group, Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlugConnected, IconX } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, done } from '@/api/client';
import type { Objective } from '@/api/types';
import { ProblemNote, Section, Waiting } from '@/components/Frame';
import { sayWithUndo } from '@/components/marks/undo';
import { useMay } from '@/components/permissions';
import { isLost, ShowMore } from '@/components/ShowMore';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

const path = '/api/v1/objectives/{id}/connections';

/** Which connections heed what people said of it. Linking acts at once: a new version of that connection. */
export function Connections({ objective }: { objective: Objective }) {
  const mayWrite = useMay('connections:write');
  const queries = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['get', path, objective.id],
    queryFn: ({ pageParam, signal }) =>
      done(
        api.GET(path, {
          params: { path: { id: objective.id }, query: { limit: 50, ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const linked = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = useQuery({
    queryKey: ['connections', 'list', 'linked to', objective.id],
    queryFn: ({ signal }) =>
      done(api.GET('/api/v1/connections', { params: { query: { objective: [objective.id], limit: 1 } }, signal })),
  }).data?.total;
  const link = useMutation({
    mutationFn: ({ connectionId, on }: { connectionId: string; name: string; on: boolean }) => {
      const at = { params: { path: { id: objective.id, connectionId } } };
      return done(on ? api.PUT(`${path}/{connectionId}`, at) : api.DELETE(`${path}/{connectionId}`, at));
    },
    onSuccess: (_, { connectionId, name, on }) =>
      sayWithUndo(
        on ? text.objectives.linked(name) : text.objectives.unlinked(name),
        () => link.mutate({ connectionId, name, on: !on }),
        `link ${objective.id} ${connectionId}`,
      ),
    onSettled: (_, __, { connectionId }) =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['get', path] }),
        queries.invalidateQueries({ queryKey: ['connections', 'list'] }),
        queries.invalidateQueries({
          queryKey: ['get', '/api/v1/connections/{id}', { params: { path: { id: connectionId } } }],
        }),
      ]),
  });
  return (
    <Section
      title={text.objectives.connections}
      action={
        total !== undefined &&
        total > 0 && (
          <Link className="link" to={paths.linkedTo(objective.id)}>
            {text.objectives.inList(total)}
          </Link>
        )
      }
    >
      {query.isPending && <Waiting lines={2} />}
      {isLost(query) && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && linked.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {text.objectives.noConnections}
        </Text>
      )}
      {linked.map(({ id, name, on, mayEdit }) => (
        <Group key={id} className="row-plain" justify="space-between" wrap="nowrap">
          <Group gap="sm" wrap="nowrap" miw={0}>
            <IconPlugConnected size={16} aria-hidden style={{ flex: 'none' }} />
            <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
              <Link to={paths.connection(id)} className="plain">
                <bdi>{name}</bdi>
              </Link>
            </Text>
            <Text size="sm" c="dimmed">
              {on ? text.common.on : text.common.off}
            </Text>
          </Group>
          {mayWrite && mayEdit && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={text.objectives.unlink(name)}
              onClick={() => link.mutate({ connectionId: id, name, on: false })}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          )}
        </Group>
      ))}
      <ShowMore of={query}>{text.common.loadMore}</ShowMore>
      {link.isError && (
        <Box p="md">
          <ProblemNote failure={link.error} />
        </Box>
      )}
      {mayWrite && (
        <Box p="md" style={{ borderTop: '1px solid var(--hairline)' }}>
          <AddConnection
            linked={linked.map(({ id }) => id)}
            onAdd={(connectionId, name) => link.mutate({ connectionId, name, on: true })}
          />
        </Box>
      )}
    </Section>
  );
}

function AddConnection({ linked, onAdd }: { linked: string[]; onAdd: (id: string, name: string) => void }) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const found = useQuery({
    queryKey: ['connections', 'list', 'to link', asked],
    queryFn: ({ signal }) =>
      done(
        api.GET('/api/v1/connections', {
          params: { query: { limit: 20, ...(asked === '' ? {} : { search: asked }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const others = (found.data?.items ?? []).filter(({ id, mayEdit }) => mayEdit && !linked.includes(id));
  return (
    <Select
      label={text.objectives.link}
      description={text.objectives.linkHelp}
      placeholder={text.objectives.linkPlaceholder}
      searchable
      maw={420}
      value={null}
      // The service searches, also in what is not shown here.
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={setTyped}
      data={others.map(({ id, name }) => ({ value: id, label: name }))}
      nothingFoundMessage={text.objectives.noConnectionFound}
      onChange={(_, chosen) => {
        if (chosen === null) return;
        onAdd(chosen.value, chosen.label);
        setTyped('');
      }}
    />
  );
}
