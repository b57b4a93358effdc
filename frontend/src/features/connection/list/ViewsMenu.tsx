import { ActionIcon, Button, Group, Menu, Modal, ScrollArea, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconPencil, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, done } from '@/api/client';
import type { SavedView } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote } from '@/components/Frame';
import { sayFailure, sayWithUndo } from '@/components/marks/undo';
import { text } from '@/lib/text';
import { wanted } from './columns';
import { sortOf, sortText, type ListState } from './state';

const key = ['views', 'connections'] as const;
const words = text.connectionList;

interface Props {
  state: ListState;
  columns: NonNullable<ListState['columns']>;
  onOpen: (state: ListState) => void;
}

/** The list as I like to see it, by names of my own. */
export function ViewsMenu({ state, columns, onOpen }: Props) {
  const queries = useQueryClient();
  const [naming, setNaming] = useState<{ view?: SavedView }>();
  const [tending, setTending] = useState(false);
  const views = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => done(api.GET('/api/v1/views', { params: { query: { list: 'connections' } }, signal })),
  });
  const shown = {
    search: state.search,
    filters: state.filters as Record<string, string[]>,
    sort: sortText(state.sort),
    columns,
  };
  const known = () => queries.getQueryData<{ items: SavedView[] }>(key)?.items ?? [];
  const changed = (items: SavedView[]) => {
    // What is done next begins with what was just done, not with what is asked again meanwhile.
    queries.setQueryData(key, { items });
    void queries.invalidateQueries({ queryKey: key });
  };
  const kept = (saved: SavedView) =>
    changed(
      known().some(({ id }) => id === saved.id)
        ? known().map((view) => (view.id === saved.id ? saved : view))
        : [...known(), saved],
    );
  const overwrite = useMutation({
    mutationFn: (view: SavedView) =>
      done(api.PUT('/api/v1/views/{id}', { params: { path: { id: view.id } }, body: { state: shown } })),
    onSuccess: (saved, view) => {
      kept(saved);
      sayWithUndo(words.viewOverwritten(view.name), () => bringBack.mutate(view), `view ${view.id}`);
    },
    onError: (failure) => sayFailure(failure),
  });
  const remove = useMutation({
    mutationFn: (view: SavedView) => done(api.DELETE('/api/v1/views/{id}', { params: { path: { id: view.id } } })),
    onSuccess: (_, view) => {
      const others = known().filter(({ id }) => id !== view.id);
      changed(others);
      if (others.length === 0) setTending(false);
      sayWithUndo(words.viewDeleted(view.name), () => bringBack.mutate(view), `view ${view.id}`);
    },
    onError: (failure) => sayFailure(failure),
  });
  const bringBack = useMutation({
    mutationFn: ({ id, name, state }: SavedView) =>
      known().some((view) => view.id === id)
        ? done(api.PUT('/api/v1/views/{id}', { params: { path: { id } }, body: { state } }))
        : done(api.POST('/api/v1/views', { body: { list: 'connections', name, state } })),
    onSuccess: (saved) => {
      kept(saved);
      notifications.show({ id: `view ${saved.id}`, message: words.viewBack(saved.name) });
    },
    onError: (failure) => sayFailure(failure),
  });
  const save = useMutation({
    mutationFn: ({ name, view }: { name: string; view?: SavedView | undefined }) =>
      view
        ? done(api.PUT('/api/v1/views/{id}', { params: { path: { id: view.id } }, body: { name } }))
        : done(api.POST('/api/v1/views', { body: { list: 'connections', name, state: shown } })),
    onSuccess: (saved) => {
      setNaming(undefined);
      kept(saved);
    },
  });
  const items = views.data?.items ?? [];
  const nameIt = (what: { view?: SavedView }) => {
    save.reset();
    setNaming(what);
  };
  return (
    <>
      <Menu position="bottom-end" width={300} withinPortal>
        <Menu.Target>
          <Button variant="default" size="sm" leftSection={<IconBookmark size={16} aria-hidden />}>
            {words.views}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {items.length === 0 && <Menu.Label>{words.noViews}</Menu.Label>}
          <ScrollArea.Autosize mah={320}>
            {items.map((view) => (
              <Menu.Item key={view.id} onClick={() => onOpen(opened(view))}>
                <bdi style={{ overflowWrap: 'anywhere' }}>{view.name}</bdi>
              </Menu.Item>
            ))}
          </ScrollArea.Autosize>
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={() => nameIt({})}>
            {words.saveView}
          </Menu.Item>
          {items.length > 0 && (
            <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => setTending(true)}>
              {words.tendViews}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={tending}
        onClose={() => setTending(false)}
        title={words.yourViews}
        centered
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <Stack gap={0}>
          {items.map((view) => (
            <Group key={view.id} className="view-row" gap="xs" wrap="nowrap">
              <Text component="bdi" fw={500} flex={1} miw={0} style={{ overflowWrap: 'anywhere' }}>
                {view.name}
              </Text>
              {(
                [
                  [words.overwriteView(view.name), IconRefresh, () => overwrite.mutate(view)],
                  [words.renameView(view.name), IconPencil, () => nameIt({ view })],
                  [words.deleteView(view.name), IconTrash, () => remove.mutate(view)],
                ] as const
              ).map(([label, Picture, act]) => (
                <Tooltip key={label} label={label}>
                  <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={act}>
                    <Picture size={16} aria-hidden />
                  </ActionIcon>
                </Tooltip>
              ))}
            </Group>
          ))}
        </Stack>
      </Modal>
      {naming && (
        <Naming
          title={naming.view ? words.renameView(naming.view.name) : words.saveView}
          initial={naming.view?.name ?? ''}
          busy={save.isPending}
          failure={save.error}
          onSave={(name) => save.mutate({ name, view: naming.view })}
          onClose={() => setNaming(undefined)}
        />
      )}
    </>
  );
}

/** Filters of today only: what has no name here any more is left out. */
function opened({ state }: SavedView): ListState {
  return {
    search: state.search,
    filters: state.filters,
    sort: sortOf(state.sort),
    columns: wanted(state.columns),
  };
}

interface NamingProps {
  title: string;
  initial: string;
  busy: boolean;
  failure: unknown;
  onSave: (name: string) => void;
  onClose: () => void;
}

function Naming({ title, initial, busy, failure, onSave, onClose }: NamingProps) {
  const [name, setName] = useState(initial);
  return (
    <Modal opened onClose={onClose} title={title} centered closeButtonProps={{ 'aria-label': text.common.close }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') onSave(name);
        }}
      >
        <Stack>
          <TextInput
            label={words.viewName}
            value={name}
            maxLength={60}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {failure !== null && failure !== undefined && <ProblemNote failure={failure} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.common.cancel}
            </Button>
            <BusyButton type="submit" loading={busy}>
              {text.common.save}
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
