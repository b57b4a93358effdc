import { Box, Button, Group, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconArrowDown, IconArrowUp, IconPlugConnected, IconPlus, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  createColumnHelper,
  getCoreRowModel,
  getSortedRowModel,
  useReactTable,
  type SortingState,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState } from 'react';
import { api, done } from '@/api/client';
import type { ConnectionSummary } from '@/api/types';
import { EmptyState, PageHead, ProblemNote, Waiting } from '@/components/Frame';
import { Star } from '@/components/marks/Star';
import { useMay } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { RunCounts } from '@/components/RunCounts';
import { ConnectionStatusBadge } from '@/components/StateBadge';
import { RelativeTime } from '@/components/Time';
import { TypeLogo } from '@/components/TypeLogo';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { Gallery } from './Gallery';
import { connectionsKey } from './keys';
import { OnSwitch } from './OnSwitch';

const column = createColumnHelper<ConnectionSummary>();
const columns = [
  column.accessor((connection) => connection.name.toLowerCase(), { id: 'name', header: text.connections.name }),
  column.accessor((connection) => text.connections.statuses[connection.status], {
    id: 'status',
    header: text.connections.status,
  }),
  column.accessor((connection) => connection.lastRun?.createdAt ?? '', {
    id: 'lastRun',
    header: text.connections.lastRun,
    sortDescFirst: true,
  }),
  column.accessor('modifiedAt', { header: text.connections.modified, sortDescFirst: true }),
];
const tracks = 'minmax(0, 2.2fr) 220px minmax(0, 2fr) 130px 64px';
const rowHeight = 68;

function useConnections(search: string) {
  const query = useInfiniteQuery({
    queryKey: [...connectionsKey, search],
    queryFn: ({ pageParam, signal }) =>
      done(
        api.GET('/api/v1/connections', {
          params: { query: { limit: 200, ...(search ? { search } : {}), ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    // A long list is not asked for again as a whole; its rows tell the running ones apart by what is opened.
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? 5_000 : false),
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = query;
  // Sorting is only honest over the whole list, so the rest follows by itself.
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  return query;
}

interface Props {
  search: string;
  gallery: boolean;
  all: boolean;
  category: string;
  sort: SortingState;
  onSearch: (search: string) => void;
  onGallery: (opened: boolean) => void;
  onAll: (all: boolean) => void;
  onCategory: (category: string) => void;
  onSort: (sort: SortingState) => void;
}

export function ConnectionsPage({ search, gallery, sort, onSearch, onGallery, onSort, ...galleryProps }: Props) {
  const mayWrite = useMay('connections:write');
  const query = useConnections(search);
  const connections = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [typed, setTyped] = useState(search);
  const search250 = useDebouncedCallback(onSearch, 250);
  const table = useReactTable({
    data: connections,
    columns,
    state: { sorting: sort },
    onSortingChange: (change) => onSort(typeof change === 'function' ? change(sort) : change),
    getCoreRowModel: getCoreRowModel(),
    getSortedRowModel: getSortedRowModel(),
    getRowId: (connection) => connection.id,
  });
  const add = (
    <Tooltip label={text.common.noPermission} disabled={mayWrite}>
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onGallery(true)}
        data-disabled={!mayWrite || undefined}
        aria-disabled={!mayWrite}
      >
        {text.connections.add}
      </Button>
    </Tooltip>
  );
  const empty = query.isSuccess && connections.length === 0;

  return (
    <>
      <PageHead title={text.connections.title} purpose={text.connections.purpose} action={add} />
      <ReadOnlyNote unless="connections:write" />
      {!(empty && search === '') && (
        <Group mb="sm" justify="space-between">
          <TextInput
            type="search"
            aria-label={text.connections.searchLabel}
            placeholder={text.connections.searchLabel}
            leftSection={<IconSearch size={16} aria-hidden />}
            w={{ base: '100%', sm: 320 }}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              search250(event.currentTarget.value);
            }}
          />
          <Text size="sm" c="dimmed" role="status" className="tabular">
            {query.isSuccess && text.connections.shown(connections.length, query.hasNextPage)}
          </Text>
        </Group>
      )}
      {query.isError && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      <Box className="panel">
        {query.isPending && <Waiting lines={8} />}
        {empty &&
          (search === '' ? (
            <EmptyState picture={<IconPlugConnected size={36} />} title={text.connections.emptyTitle} action={add}>
              {text.connections.emptyText}
            </EmptyState>
          ) : (
            <EmptyState
              picture={<IconSearch size={36} />}
              title={text.connections.noMatchTitle}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setTyped('');
                    onSearch('');
                  }}
                >
                  {text.connections.clearSearch}
                </Button>
              }
            >
              {text.connections.noMatchText(search)}
            </EmptyState>
          ))}
        {connections.length > 0 && (
          <Rows
            rows={table.getRowModel().rows.map((row) => row.original)}
            head={table.getFlatHeaders().map((header) => {
              const sorted = header.column.getIsSorted();
              return (
                <div
                  key={header.id}
                  role="columnheader"
                  className={header.id === 'name' ? undefined : 'wide-only'}
                  aria-sort={sorted === 'asc' ? 'ascending' : sorted === 'desc' ? 'descending' : 'none'}
                >
                  <UnstyledButton fz={13} fw={500} onClick={header.column.getToggleSortingHandler()}>
                    <Group gap={4} wrap="nowrap">
                      {String(header.column.columnDef.header)}
                      {sorted === 'asc' && <IconArrowUp size={13} aria-hidden />}
                      {sorted === 'desc' && <IconArrowDown size={13} aria-hidden />}
                    </Group>
                  </UnstyledButton>
                </div>
              );
            })}
          />
        )}
      </Box>
      <Gallery opened={gallery} {...galleryProps} onClose={() => onGallery(false)} />
    </>
  );
}

function Rows({ rows, head }: { rows: ConnectionSummary[]; head: React.ReactNode }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  return (
    <div
      ref={scroller}
      role="table"
      aria-label={text.connections.title}
      aria-rowcount={rows.length + 1}
      className="scroller"
      style={{ maxHeight: 'max(400px, calc(100vh - 220px))' }}
    >
      <div role="rowgroup" style={{ position: 'sticky', top: 0, zIndex: 1 }}>
        <div role="row" className="data-grid-head connection-row" style={{ gridTemplateColumns: tracks }}>
          {head}
          <div role="columnheader">{text.common.on}</div>
        </div>
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const connection = rows[item.index];
          return (
            connection && (
              <div
                key={connection.id}
                role="row"
                aria-rowindex={item.index + 2}
                className="data-grid-row connection-row"
                style={{
                  gridTemplateColumns: tracks,
                  position: 'absolute',
                  insetInline: 0,
                  height: rowHeight,
                  transform: `translateY(${item.start}px)`,
                }}
              >
                <Cells connection={connection} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function Cells({ connection }: { connection: ConnectionSummary }) {
  const { lastRun } = connection;
  return (
    <>
      <Group role="cell" gap="sm" wrap="nowrap" miw={0}>
        <Star of={{ kind: 'connection', id: connection.id, name: connection.name }} starred={connection.favorite} />
        <TypeLogo logo={connection.type.logo} />
        <Box miw={0}>
          <Link to={paths.connection(connection.id)} className="plain" style={{ fontWeight: 500 }}>
            <Text component="span" fw={500} truncate display="block">
              {connection.name}
            </Text>
          </Link>
          <Text size="sm" c="dimmed" truncate className="wide-only">
            {connection.description || connection.type.name}
          </Text>
          <div className="narrow-only">
            <ConnectionStatusBadge connection={connection} />
          </div>
        </Box>
      </Group>
      <div role="cell" className="wide-only">
        <ConnectionStatusBadge connection={connection} />
      </div>
      <Box role="cell" miw={0} className="wide-only" fz={13} lh={1.4}>
        {lastRun ? (
          <>
            <Link to={paths.run(lastRun.id)} className="link">
              <RelativeTime at={lastRun.startedAt ?? lastRun.createdAt} />
            </Link>
            <Box style={{ maxHeight: 38, overflow: 'hidden' }}>
              <RunCounts counts={lastRun.counts} />
            </Box>
          </>
        ) : (
          <Text c="dimmed" size="sm">
            {text.common.never}
          </Text>
        )}
      </Box>
      <Text role="cell" size="sm" c="dimmed" className="wide-only">
        <RelativeTime at={connection.modifiedAt} />
      </Text>
      <div role="cell">
        <OnSwitch id={connection.id} name={connection.name} on={connection.on} />
      </div>
    </>
  );
}
