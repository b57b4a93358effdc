import { Button, Group, Modal, Stack, TagsInput, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { $api } from '@/api/client';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote } from '@/components/Frame';
import { asName, isTooLong } from '@/components/marks/typedLabels';
import { text } from '@/lib/text';

const words = text.connectionList;

export interface LabelsToChange {
  add: string[];
  remove: string[];
}

interface FieldProps {
  first?: boolean;
  label: string;
  description: string;
  value: string[];
  onChange: (names: string[]) => void;
}

function LabelNames({ first, label, description, value, onChange }: FieldProps) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), 120);
  const tooLong = value.filter((name) => isTooLong(asName(name)));
  const known = $api.useQuery(
    'get',
    '/api/v1/labels',
    { params: { query: { limit: 20, ...(asked === '' ? {} : { search: asked }) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <TagsInput
      data-autofocus={first}
      label={label}
      description={description}
      data={known.data?.items.map(({ name }) => name) ?? []}
      renderOption={({ option }) => (
        <Group justify="space-between" wrap="nowrap" gap="xs" flex={1} miw={0}>
          <bdi className="clipped">{option.value}</bdi>
          <Text size="xs" c="inherit" opacity={0.8} style={{ flex: 'none' }}>
            {text.labels.uses(known.data?.items.find(({ name }) => name === option.value)?.uses ?? 0)}
          </Text>
        </Group>
      )}
      value={value}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      splitChars={[',']}
      maxTags={20}
      error={tooLong.length > 0 ? text.labels.tooLong(tooLong) : undefined}
      comboboxProps={{ position: 'bottom-start' }}
      clearButtonProps={{ 'aria-label': text.common.clear }}
    />
  );
}

interface Props {
  opened: boolean;
  amount: number;
  busy: boolean;
  failure: unknown;
  onApply: (labels: LabelsToChange) => void;
  onClose: () => void;
}

/** What to put on all that are chosen, and what to take off them. */
export function BulkLabels({ opened, amount, onClose, ...form }: Props) {
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.labelTitle(amount)}
      centered
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Form amount={amount} onClose={onClose} {...form} />
    </Modal>
  );
}

function Form({ amount, busy, failure, onApply, onClose }: Omit<Props, 'opened'>) {
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const nothing = add.length === 0 && remove.length === 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!nothing) onApply({ add, remove });
      }}
    >
      <Stack>
        <LabelNames first label={words.labelAdd} description={words.labelHelp} value={add} onChange={setAdd} />
        <LabelNames label={words.labelRemove} description={words.labelRemoveHelp} value={remove} onChange={setRemove} />
        {failure !== null && <ProblemNote failure={failure} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {text.common.cancel}
          </Button>
          <BusyButton type="submit" loading={busy} disabled={nothing}>
            {words.labelAction(amount)}
          </BusyButton>
        </Group>
      </Stack>
    </form>
  );
}
