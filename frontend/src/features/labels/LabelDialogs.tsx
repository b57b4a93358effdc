import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { $api, api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Label, LabelRef } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { Confirm } from '@/components/confirm';
import { ProblemNote } from '@/components/Frame';
import { text } from '@/lib/text';

/** Every list that shows a label is old then. */
function useTended(onClose: () => void) {
  const queries = useQueryClient();
  return (message: string) => {
    notifications.show({ message });
    onClose();
    void queries.invalidateQueries();
  };
}

interface Props {
  label: Label;
  onClose: () => void;
}

export function RenameDialog({ label, onClose, onMerge }: Props & { onMerge: (into: LabelRef) => void }) {
  const tended = useTended(onClose);
  const [name, setName] = useState(label.name);
  const rename = useMutation({
    mutationFn: () => done(api.PUT('/api/v1/labels/{id}', { params: { path: { id: label.id } }, body: { name } })),
    onSuccess: (renamed) => tended(text.labels.renamed(renamed.name)),
  });
  const problem = rename.isError ? asProblem(rename.error) : undefined;
  const taken = problem?.type === '/problems/label-name-taken' ? problem.label : undefined;
  const wrong = problem?.errors?.[0]?.message;
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.labels.rename(label.name)}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        <Stack>
          <TextInput
            data-autofocus
            label={text.labels.name}
            dir="auto"
            value={name}
            error={taken ? text.labels.taken(taken.name) : wrong}
            onChange={(event) => {
              setName(event.currentTarget.value);
              rename.reset();
            }}
          />
          {problem && !taken && !wrong && <ProblemNote failure={rename.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.common.cancel}
            </Button>
            {taken && (
              <Button variant="default" onClick={() => onMerge(taken)}>
                {text.labels.mergeInstead(taken.name)}
              </Button>
            )}
            <BusyButton type="submit" loading={rename.isPending}>
              {text.common.save}
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function MergeDialog({ label, into, onClose }: Props & { into: LabelRef | undefined }) {
  const tended = useTended(onClose);
  const [chosen, setChosen] = useState<LabelRef | undefined>(into);
  const [typed, setTyped] = useState(into?.name ?? '');
  const [asked] = useDebouncedValue(typed.trim(), 120);
  const found = $api.useQuery('get', '/api/v1/labels', {
    params: { query: { limit: 20, ...(asked === '' ? {} : { search: asked }) } },
  });
  const others = [...(chosen ? [chosen] : []), ...(found.data?.items ?? [])].filter(
    ({ id }, index, all) => id !== label.id && all.findIndex((other) => other.id === id) === index,
  );
  const merge = useMutation({
    mutationFn: (target: LabelRef) =>
      done(api.POST('/api/v1/labels/{id}/merge', { params: { path: { id: label.id } }, body: { into: target.id } })),
    onSuccess: (merged) => tended(text.labels.merged(label.name, merged.label.name)),
  });
  return (
    <Confirm
      opened
      title={text.labels.mergeTitle(label.name)}
      action={text.labels.mergeAction}
      danger
      busy={merge.isPending}
      hindrance={chosen ? undefined : text.labels.mergeChoose}
      onConfirm={() => chosen && merge.mutate(chosen)}
      onClose={onClose}
    >
      <Select
        data-autofocus
        // What opens by itself would take the first Esc, meant for the dialog.
        openOnFocus={false}
        label={text.labels.mergeInto}
        searchable
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen?.id ?? null}
        searchValue={typed}
        onSearchChange={setTyped}
        onChange={(id) => setChosen(others.find((other) => other.id === id))}
        nothingFoundMessage={text.labels.nothing}
      />
      {chosen && <Text size="sm">{text.labels.mergeText(label.name, chosen.name, label.uses)}</Text>}
      {merge.isError && <ProblemNote failure={merge.error} />}
    </Confirm>
  );
}

export function DeleteDialog({ label, onClose }: Props) {
  const tended = useTended(onClose);
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/labels/{id}', { params: { path: { id: label.id } } })),
    onSuccess: () => tended(text.labels.deleted(label.name)),
  });
  return (
    <Confirm
      opened
      title={text.labels.deleteTitle(label.name)}
      action={text.common.delete}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Text>{text.labels.deleteText(label.uses)}</Text>
      {remove.isError && <ProblemNote failure={remove.error} />}
    </Confirm>
  );
}
