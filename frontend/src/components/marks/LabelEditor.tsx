import { Combobox, Group, PillsInput, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import { $api, api, done } from '@/api/client';
import type { LabelRef, NamedObject } from '@/api/types';
import { text } from '@/lib/text';
import { LabelPill } from './LabelPill';
import { asName, isTooLong, sameName, typedLabels } from './typedLabels';
import { sayFailure, sayWithUndo } from './undo';
import { useMarksChanged } from './useMarks';

const MOST = 20;

interface Props {
  of: NamedObject;
  labels: LabelRef[];
  mayWrite: boolean;
}

interface Change {
  add?: string[];
  remove?: string[];
}

function change(of: NamedObject, body: Change) {
  const at = { params: { path: { id: of.id } }, body };
  switch (of.kind) {
    case 'profile-property':
      return done(api.PATCH('/api/v1/profile-properties/{id}/labels', at));
    case 'objective':
      return done(api.PATCH('/api/v1/objectives/{id}/labels', at));
    case 'channel':
      return done(api.PATCH('/api/v1/channels/{id}/labels', at));
    case 'connection':
    case 'label':
      return done(api.PATCH('/api/v1/connections/{id}/labels', at));
  }
}

/** Labels act at once, and can be taken back. What somebody else put on meanwhile stays. */
export function LabelEditor({ of, labels, mayWrite }: Props) {
  const changed = useMarksChanged(of);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState('');
  const search = asName(typed);
  const [asked] = useDebouncedValue(search, 120);
  const known = $api.useQuery(
    'get',
    '/api/v1/labels',
    { params: { query: { limit: 8 + labels.length, ...(asked === '' ? {} : { search: asked }) } } },
    { enabled: mayWrite && combobox.dropdownOpened, placeholderData: keepPreviousData },
  );
  const about = (names: string[]) => `label ${of.kind} ${of.id} ${names.join().toLowerCase()}`;
  const labelling = useMutation({
    mutationFn: (wanted: Change) => change(of, wanted),
    onSuccess: (_, { add, remove }) => {
      if (add !== undefined) sayWithUndo(text.labels.added(add), () => labelling.mutate({ remove: add }), about(add));
      if (remove !== undefined)
        sayWithUndo(text.labels.removed(remove), () => labelling.mutate({ add: remove }), about(remove));
    },
    onError: (failure) => sayFailure(failure),
    onSettled: changed,
  });
  const pending = labelling.isPending ? labelling.variables : {};
  const has = (name: string) => labels.some((label) => sameName(label.name, name));
  const shown = labels.filter(({ name }) => !pending.remove?.some((gone) => sameName(name, gone)));
  const adding = pending.add?.filter((name) => !has(name)) ?? [];
  const found = (known.data?.items ?? [])
    .filter(({ name }) => !has(name) && name.toLowerCase().includes(search.toLowerCase()))
    .slice(0, 8);
  // What stands there with a comma could not be taken.
  const tooLong = search.split(',').map(asName).filter(isTooLong);
  const wrong =
    tooLong.length > 0 ? text.labels.tooLong(tooLong) : search.includes(',') ? text.labels.most(MOST) : undefined;
  const canCreate =
    search !== '' && !wrong && !has(search) && !known.data?.items.some(({ name }) => sameName(name, search));
  const full = labels.length >= MOST;

  function submit(option: string) {
    setTyped('');
    labelling.mutate({ add: [option === 'create' ? search : option.slice(1)] });
  }

  function type(value: string, pasted: boolean) {
    const { ended, rest } = typedLabels(value, pasted);
    const add = ended.filter((name) => !has(name));
    const fits = !ended.some(isTooLong) && labels.length + add.length <= MOST;
    setTyped(fits ? rest : value);
    if (fits && add.length > 0) labelling.mutate({ add });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const last = labels.at(-1);
    if (event.key === 'Backspace' && typed === '' && last) {
      event.preventDefault();
      labelling.mutate({ remove: [last.name] });
    }
  }

  const pills = (
    <>
      {shown.map((label) => (
        <LabelPill
          key={label.id}
          label={label}
          of={of}
          onRemove={mayWrite ? () => labelling.mutate({ remove: [label.name] }) : undefined}
        />
      ))}
      {adding.map((name) => (
        <span key={name} className="label-pill" aria-hidden>
          <bdi className="label-pill-name">{name}</bdi>
        </span>
      ))}
    </>
  );
  if (!mayWrite)
    return (
      <Group gap={4} mt={4} role="group" aria-label={text.labels.of(of.name)}>
        {pills}
      </Group>
    );
  return (
    <Combobox store={combobox} onOptionSubmit={submit} width={260} position="bottom-start">
      <PillsInput
        variant="unstyled"
        size="xs"
        mt={4}
        role="group"
        aria-label={text.labels.of(of.name)}
        error={wrong}
        onClick={() => combobox.openDropdown()}
      >
        <Group gap={4}>
          {pills}
          {full ? (
            <Text size="xs" c="dimmed">
              {text.labels.most(MOST)}
            </Text>
          ) : (
            <Combobox.EventsTarget>
              <PillsInput.Field
                aria-label={text.labels.add}
                placeholder={text.labels.add}
                w={120}
                value={typed}
                onChange={(event) => {
                  const { inputType } = event.nativeEvent as InputEvent;
                  type(event.currentTarget.value, inputType === 'insertFromPaste' || inputType === 'insertFromDrop');
                  combobox.openDropdown();
                  combobox.selectFirstOption();
                }}
                onKeyDown={onKeyDown}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
              />
            </Combobox.EventsTarget>
          )}
        </Group>
      </PillsInput>
      <Combobox.DropdownTarget>
        <span />
      </Combobox.DropdownTarget>
      <Combobox.Dropdown hidden={full || (found.length === 0 && !canCreate)}>
        <Combobox.Options mah={240} style={{ overflowY: 'auto' }} aria-label={text.labels.title}>
          {found.map((label) => (
            <Combobox.Option key={label.id} value={`=${label.name}`}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <bdi className="clipped">{label.name}</bdi>
                <Text size="xs" c="inherit" opacity={0.8} style={{ flex: 'none' }}>
                  {text.labels.uses(label.uses)}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {canCreate && (
            <Combobox.Option value="create">
              <bdi>{text.labels.create(search)}</bdi>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
