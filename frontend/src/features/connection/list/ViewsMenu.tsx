import { Button, Group, Menu, Modal, Stack, TextInput } from '@mantine/core';
import { IconBookmark, IconPencil, IconRefresh, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { api, done } from '@/api/client';
import type { SavedView } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote } from '@/components/Frame';
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
  const changed = () => {
    void queries.invalidateQueries({ queryKey: key });
  };
  const overwrite = useMutation({
    mutationFn: (view: SavedView) =>
      done(api.PUT('/api/v1/views/{id}', { params: { path: { id: view.id } }, body: { state: shown } })),
    onSuccess: changed,
  });
  const remove = useMutation({
    mutationFn: (view: SavedView) => done(api.DELETE('/api/v1/views/{id}', { params: { path: { id: view.id } } })),
    onSuccess: changed,
  });
  const save = useMutation({
    mutationFn: ({ name, view }: { name: string; view?: SavedView | undefined }) =>
      view
        ? done(api.PUT('/api/v1/views/{id}', { params: { path: { id: view.id } }, body: { name } }))
        : done(api.POST('/api/v1/views', { body: { list: 'connections', name, state: shown } })),
    onSuccess: () => {
      setNaming(undefined);
      changed();
    },
  });
  const items = views.data?.items ?? [];
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
          {items.map((view) => (
            <Menu.Sub key={view.id}>
              <Menu.Sub.Target>
                <Menu.Sub.Item onKeyDown={opensLikeArrow}>{view.name}</Menu.Sub.Item>
              </Menu.Sub.Target>
              <Menu.Sub.Dropdown>
                <Menu.Item onClick={() => onOpen(opened(view))}>{words.openView(view.name)}</Menu.Item>
                <Menu.Item leftSection={<IconRefresh size={14} aria-hidden />} onClick={() => overwrite.mutate(view)}>
                  {words.overwriteView(view.name)}
                </Menu.Item>
                <Menu.Item
                  leftSection={<IconPencil size={14} aria-hidden />}
                  onClick={() => {
                    save.reset();
                    setNaming({ view });
                  }}
                >
                  {words.renameView(view.name)}
                </Menu.Item>
                <Menu.Item
                  color="red"
                  leftSection={<IconTrash size={14} aria-hidden />}
                  onClick={() => remove.mutate(view)}
                >
                  {words.deleteView(view.name)}
                </Menu.Item>
              </Menu.Sub.Dropdown>
            </Menu.Sub>
          ))}
          <Menu.Divider />
          <Menu.Item
            onClick={() => {
              save.reset();
              setNaming({});
            }}
          >
            {words.saveView}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
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

/** Enter and Space open a menu below as the arrow does, which is all that Mantine knows. */
function opensLikeArrow(event: KeyboardEvent<HTMLButtonElement>) {
  if (event.key !== 'Enter' && event.key !== ' ') return;
  event.preventDefault();
  event.currentTarget.dispatchEvent(new window.KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
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
