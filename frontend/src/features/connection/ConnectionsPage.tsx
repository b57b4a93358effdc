import { Box, Button, Group, Text, Tooltip } from '@mantine/core';
import { useNetwork } from '@mantine/hooks';
import { IconDownload, IconPlugConnected, IconPlus, IconSearch } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { EmptyState, PageHead, ProblemNote, Waiting } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { text } from '@/lib/text';
import { Gallery } from './Gallery';
import { exportAddress, pagesAround, useConnectionList } from './list/api';
import { BulkBar } from './list/BulkBar';
import { ColumnsMenu } from './list/ColumnsMenu';
import { FilterBar } from './list/FilterBar';
import { Rows } from './list/Rows';
import { isFiltered, queryOf, type ListState } from './list/state';
import { useColumns } from './list/useColumns';
import { useSelection } from './list/useSelection';
import { ViewsMenu } from './list/ViewsMenu';

interface Props {
  state: ListState;
  gallery: boolean;
  all: boolean;
  category: string;
  onState: (state: ListState) => void;
  onGallery: (opened: boolean) => void;
  onAll: (all: boolean) => void;
  onCategory: (category: string) => void;
}

export function ConnectionsPage({ state, gallery, onState, onGallery, ...galleryProps }: Props) {
  const mayWrite = useMay('connections:write');
  const { online } = useNetwork();
  const [range, setRange] = useState({ from: 0, to: 0 });
  const onRange = useCallback((from: number, to: number) => {
    const next = pagesAround(from, to);
    setRange((now) => (now.from === next.from && now.to === next.to ? now : next));
  }, []);
  const { first, total, row, idsBetween, failed } = useConnectionList(state, range.from, range.to);
  const selection = useSelection(idsBetween);
  const { columns, keep, known } = useColumns(state.columns);
  const change = (part: Partial<ListState>) => {
    if (part.search !== undefined || part.filters) selection.clear();
    onState({ ...state, ...part });
  };
  const add = (
    <Tooltip label={text.common.noPermission} disabled={mayWrite}>
      <Button
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => mayWrite && onGallery(true)}
        data-disabled={!mayWrite || undefined}
        aria-disabled={!mayWrite}
      >
        {text.connections.add}
      </Button>
    </Tooltip>
  );
  const empty = first.isSuccess && total === 0;

  return (
    <div className="list-page">
      <PageHead title={text.connections.title} purpose={text.connections.purpose} action={add} />
      <ReadOnlyNote unless="connections:write" />
      {!(empty && !isFiltered(state)) && (
        <>
          <Group mb="xs" justify="space-between" align="flex-start" wrap="nowrap" className="list-tools">
            <FilterBar state={state} onChange={change} />
            <Group gap="xs" className="list-menus">
              <ViewsMenu state={state} columns={columns} onOpen={onState} />
              {/* A phone shows cards, which have no columns. */}
              <Box className="wide-only">
                <ColumnsMenu
                  disabled={!known}
                  columns={columns}
                  onChange={(next) => {
                    keep(next);
                    if (state.columns) onState({ ...state, columns: undefined });
                  }}
                />
              </Box>
              <Button
                component="a"
                href={exportAddress(state, columns)}
                download
                variant="default"
                size="sm"
                leftSection={<IconDownload size={16} aria-hidden />}
              >
                {text.connectionList.export}
              </Button>
            </Group>
          </Group>
          <Group mb="xs" mih={34} justify="space-between">
            {mayWrite && !selection.isEmpty ? (
              <BulkBar
                chosen={selection.all ? { filter: queryOf(state), total } : { ids: [...selection.ids] }}
                total={total}
                onSelectAll={selection.selectAll}
                onClear={selection.clear}
              />
            ) : (
              <Text size="sm" c="dimmed" role="status" className="tabular">
                {first.isSuccess && text.connections.shown(total, false)}
              </Text>
            )}
          </Group>
        </>
      )}
      {!online && (
        <Text role="status" size="sm" mb="xs">
          {text.connectionList.offline}
        </Text>
      )}
      {failed && <ProblemNote failure={failed.error} onRetry={() => void failed.refetch()} />}
      <Box className="panel list-panel">
        {first.isPending && !failed && <Waiting lines={8} />}
        {empty &&
          (isFiltered(state) ? (
            <EmptyState
              picture={<IconSearch size={36} />}
              title={text.connections.noMatchTitle}
              action={
                <Button variant="default" onClick={() => change({ search: '', filters: {} })}>
                  {text.connectionList.clearFilters}
                </Button>
              }
            >
              {text.connectionList.noMatchText}
            </EmptyState>
          ) : (
            <EmptyState
              picture={<IconPlugConnected size={36} />}
              title={mayWrite ? text.connections.emptyTitle : text.connections.emptyTitleToSee}
              action={mayWrite && add}
            >
              {text.connections.emptyText}
            </EmptyState>
          ))}
        {total > 0 && (
          <Rows
            total={total}
            row={row}
            columns={columns}
            sort={state.sort}
            onSort={(sort) => change({ sort })}
            selection={selection}
            selectable={mayWrite}
            onRange={onRange}
          />
        )}
      </Box>
      <Gallery opened={gallery} {...galleryProps} onClose={() => onGallery(false)} />
    </div>
  );
}
