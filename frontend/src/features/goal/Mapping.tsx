import {
  ActionIcon,
  Autocomplete,
  Badge,
  Box,
  Button,
  Checkbox,
  Combobox,
  Group,
  InputBase,
  Menu,
  Modal,
  Popover,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  Tooltip,
  useCombobox,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAdjustments, IconArrowLeft, IconArrowRight, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type {
  MappedRow,
  MappingRow,
  Processor,
  ProcessorKind,
  Property,
  PropertyType,
  SourcePreview,
  SourceRecord,
} from '@/api/contract';
import { newRow } from '@/api/newGoal';
import { useEditing } from '@/components/editing';
import { ProblemNote } from '@/components/Frame';
import { slug } from '@/lib/slug';
import { text } from '@/lib/text';
import { newProcessor, ProcessorForm } from './ProcessorForm';
import { useProperties } from './useProperties';

type Fields = SourcePreview['fields'];

const said = (values: string[] | undefined) => (values && values.length > 0 ? values.join(' · ') : text.goal.empty);
const options = <K extends string>(words: Record<K, string>) =>
  (Object.keys(words) as K[]).map((value) => ({ value, label: words[value] }));

interface RowProps {
  row: MappingRow;
  pointer: string;
  fields: Fields;
  record: SourceRecord | undefined;
  effect: MappedRow | undefined;
  onChange: (row: MappingRow) => void;
  onRemove: () => void;
}

export function MappingRowEditor({ row, pointer, fields, record, effect, onChange, onRemove }: RowProps) {
  const { issue, mayWrite } = useEditing();
  const { properties } = useProperties();
  const name = properties.find((property) => property.id === row.property)?.name ?? (row.property || row.field || '');
  const before = row.field === undefined ? [] : (record?.values[row.field] ?? []);
  return (
    <div className="mapping-row" role="group" aria-label={`${row.field ?? text.goal.noField} → ${name}`}>
      <Box miw={0}>
        <Autocomplete
          size="xs"
          aria-label={text.goal.field}
          placeholder={text.goal.noField}
          disabled={!mayWrite}
          data={fields.map((field) => field.name)}
          value={row.field ?? ''}
          error={issue(`${pointer}/field`)}
          onChange={(field) => onChange({ ...row, field: field === '' ? undefined : field })}
        />
        <Text size="xs" c="dimmed" mt={4} truncate title={said(before)}>
          {record ? said(before) : ''}
        </Text>
      </Box>
      <Pills row={row} fields={fields} before={before} effect={effect} pointer={pointer} onChange={onChange} />
      <Tooltip label={text.goal.strategyHelp[row.strategy]}>
        <Select
          size="xs"
          aria-label={text.goal.strategy}
          disabled={!mayWrite}
          data={options(text.goal.strategies)}
          value={row.strategy}
          allowDeselect={false}
          error={issue(`${pointer}/strategy`)}
          onChange={(strategy) => strategy && onChange({ ...row, strategy })}
        />
      </Tooltip>
      <PropertyPicker
        value={row.property}
        guessed={fields.find((field) => field.name === row.field)?.guessedType ?? 'TEXT'}
        error={issue(`${pointer}/property`)}
        onChange={(property) => onChange({ ...row, property })}
      />
      <Box miw={0} fz={13} aria-live="off">
        {effect?.problem ? (
          <Text size="xs" style={{ color: 'var(--state-bad)' }}>
            {effect.problem.message}
          </Text>
        ) : (
          <Text size="sm" fw={500} style={{ overflowWrap: 'anywhere' }}>
            {effect ? said(effect.result) : ''}
          </Text>
        )}
        {row.restriction !== 'ALL_PROFILES' && (
          <Text size="xs" c="dimmed">
            {text.goal.restrictions[row.restriction]}
          </Text>
        )}
      </Box>
      <Group gap={2} wrap="nowrap">
        <Popover position="bottom-end" width={260} withArrow trapFocus>
          <Popover.Target>
            <ActionIcon variant="subtle" color="gray" aria-label={`${text.goal.rowOptions}: ${name}`}>
              <IconAdjustments size={16} aria-hidden />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <Stack gap="xs">
              <Select
                label={text.goal.restriction}
                data={options(text.goal.restrictions)}
                value={row.restriction}
                allowDeselect={false}
                disabled={!mayWrite}
                comboboxProps={{ withinPortal: false }}
                onChange={(restriction) => restriction && onChange({ ...row, restriction })}
              />
              <Select
                label={text.goal.onBadValue}
                data={options(text.goal.onBadValues)}
                value={row.onBadValue}
                allowDeselect={false}
                disabled={!mayWrite}
                comboboxProps={{ withinPortal: false }}
                onChange={(onBadValue) => onBadValue && onChange({ ...row, onBadValue })}
              />
            </Stack>
          </Popover.Dropdown>
        </Popover>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={!mayWrite}
          aria-label={text.goal.removeRow(name)}
          onClick={onRemove}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </div>
  );
}

function Pills(props: {
  row: MappingRow;
  fields: Fields;
  before: string[];
  effect: MappedRow | undefined;
  pointer: string;
  onChange: (row: MappingRow) => void;
}) {
  const { row, fields, before, effect, pointer, onChange } = props;
  const { issue, mayWrite } = useEditing();
  const [opened, setOpened] = useState<number>();
  const change = (processors: Processor[]) => onChange({ ...row, processors });
  const swap = (from: number, to: number) => {
    const moved = row.processors[from];
    if (!moved || to < 0 || to >= row.processors.length) return;
    const others = row.processors.filter((_, index) => index !== from);
    change([...others.slice(0, to), moved, ...others.slice(to)]);
    setOpened(to);
  };
  return (
    <Group gap={4}>
      {row.processors.map((processor, index) => {
        const kind = text.processors.kinds[processor.kind];
        const complaint = issue(`${pointer}/processors/${index}`);
        return (
          <Popover
            key={index}
            width={340}
            position="bottom"
            withArrow
            trapFocus
            opened={opened === index}
            onChange={(open) => setOpened(open ? index : undefined)}
          >
            <Popover.Target>
              <Button
                size="compact-xs"
                variant="light"
                color={complaint ? 'red' : 'accent'}
                aria-label={text.processors.open(kind)}
                onClick={() => setOpened(opened === index ? undefined : index)}
              >
                {kind}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <Stack gap="xs">
                <Text fw={600}>{kind}</Text>
                <Text size="sm" c="dimmed">
                  {text.processors.help[processor.kind]}
                </Text>
                {complaint && (
                  <Text size="sm" c="var(--mantine-color-error)">
                    {complaint}
                  </Text>
                )}
                <ProcessorForm
                  processor={processor}
                  fields={fields.map((field) => field.name)}
                  onChange={(next) => change(row.processors.map((other, at) => (at === index ? next : other)))}
                />
                <Table withRowBorders={false} fz={13}>
                  <Table.Tbody>
                    <Table.Tr>
                      <Table.Th w={70}>{text.goal.before}</Table.Th>
                      <Table.Td style={{ overflowWrap: 'anywhere' }}>
                        {said(index === 0 ? before : effect?.steps[index - 1])}
                      </Table.Td>
                    </Table.Tr>
                    <Table.Tr>
                      <Table.Th>{text.goal.after}</Table.Th>
                      <Table.Td style={{ overflowWrap: 'anywhere' }}>{said(effect?.steps[index])}</Table.Td>
                    </Table.Tr>
                  </Table.Tbody>
                </Table>
                <Group justify="space-between">
                  <Group gap={4}>
                    <ActionIcon
                      variant="default"
                      aria-label={text.processors.earlier}
                      disabled={index === 0}
                      onClick={() => swap(index, index - 1)}
                    >
                      <IconArrowLeft size={15} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="default"
                      aria-label={text.processors.later}
                      disabled={index === row.processors.length - 1}
                      onClick={() => swap(index, index + 1)}
                    >
                      <IconArrowRight size={15} aria-hidden />
                    </ActionIcon>
                  </Group>
                  <Button
                    size="xs"
                    variant="subtle"
                    disabled={!mayWrite}
                    onClick={() => {
                      setOpened(undefined);
                      change(row.processors.filter((_, at) => at !== index));
                    }}
                  >
                    {text.processors.remove}
                  </Button>
                </Group>
              </Stack>
            </Popover.Dropdown>
          </Popover>
        );
      })}
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon
            size={22}
            variant="subtle"
            color="gray"
            disabled={!mayWrite}
            aria-label={text.processors.addTo(row.field ?? row.property)}
          >
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {(Object.keys(text.processors.kinds) as ProcessorKind[]).map((kind) => (
            <Menu.Item
              key={kind}
              onClick={() => {
                change([...row.processors, newProcessor(kind)]);
                if (!['TRIM', 'CLEAN_EMAIL', 'HASH'].includes(kind)) setOpened(row.processors.length);
              }}
            >
              {text.processors.kinds[kind]}
              <Text size="xs" c="dimmed">
                {text.processors.help[kind]}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}

/** Type-ahead over the properties; a name that does not exist yet can be created on the spot. */
function PropertyPicker({
  value,
  guessed,
  error,
  onChange,
}: {
  value: string;
  guessed: PropertyType;
  error: string | undefined;
  onChange: (property: string) => void;
}) {
  const { mayWrite } = useEditing();
  const { properties, create } = useProperties();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState<string>();
  const chosen = properties.find((property) => property.id === value);
  const search = (typed ?? '').trim();
  const found = properties.filter((property) =>
    `${property.name} ${property.id}`.toLowerCase().includes(search.toLowerCase()),
  );
  const exact = properties.some(
    (property) => property.name.toLowerCase() === search.toLowerCase() || property.id === slug(search),
  );
  const making = useMutation({
    mutationFn: (name: string) => create(name, guessed),
    onSuccess: (property) => onChange(property.id),
    onError: (failure) => notifications.show({ color: 'red', message: <ProblemNote failure={failure} /> }),
  });
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(option) => {
        if (option === 'create') making.mutate(search);
        else onChange(option.slice(1));
        setTyped(undefined);
        combobox.closeDropdown();
      }}
    >
      <Combobox.Target>
        <InputBase
          size="xs"
          aria-label={text.goal.property}
          placeholder={text.goal.chooseProperty}
          disabled={!mayWrite || making.isPending}
          error={error}
          rightSection={<Combobox.Chevron />}
          value={typed ?? chosen?.name ?? value}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.selectFirstOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            setTyped(undefined);
            combobox.closeDropdown();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={240} style={{ overflowY: 'auto' }}>
          {found.map((property) => (
            <Combobox.Option key={property.id} value={`=${property.id}`}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <span className="clipped">{property.name}</span>
                <Text size="xs" c="dimmed">
                  {property.identifier ? text.properties.identifier : text.properties.types[property.type]}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
          {search !== '' && !exact && (
            <Combobox.Option value="create">
              {text.goal.createProperty(search)} <Badge size="xs">{text.properties.types[guessed]}</Badge>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Maps every column that has no row yet: to a property of that name, or to a new one of a guessed type. */
export function AddRemaining({
  fields,
  mapping,
  onAdd,
}: {
  fields: Fields;
  mapping: MappingRow[];
  onAdd: (rows: MappingRow[]) => void;
}) {
  const { mayWrite } = useEditing();
  const { properties, create } = useProperties();
  const [opened, setOpened] = useState(false);
  const [prefix, setPrefix] = useState('');
  const [types, setTypes] = useState<Record<string, PropertyType>>({});
  const [identifiers, setIdentifiers] = useState<string[]>([]);
  const [strategy, setStrategy] = useState<MappingRow['strategy']>('SET');
  const remaining = fields.filter((field) => !mapping.some((row) => row.field === field.name));
  const targetOf = (field: string): Property | undefined =>
    properties.find(
      (property) =>
        property.id === slug(prefix + field) || property.name.toLowerCase() === (prefix + field).toLowerCase(),
    );
  const adding = useMutation({
    mutationFn: async () => {
      const rows: MappingRow[] = [];
      for (const field of remaining) {
        const property =
          targetOf(field.name) ??
          (await create(prefix + field.name, types[field.name] ?? field.guessedType, identifiers.includes(field.name)));
        rows.push({ ...newRow(field.name, property.id), strategy });
      }
      return rows;
    },
    onSuccess: (rows) => {
      onAdd(rows);
      setOpened(false);
    },
  });
  return (
    <>
      <Tooltip label={text.goal.allMapped} disabled={remaining.length > 0 || fields.length === 0}>
        <Button
          size="xs"
          variant="default"
          data-disabled={remaining.length === 0 || undefined}
          aria-disabled={remaining.length === 0}
          disabled={!mayWrite}
          onClick={() => remaining.length > 0 && setOpened(true)}
        >
          {text.goal.addRemaining}
        </Button>
      </Tooltip>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        size="xl"
        title={text.goal.addRemaining}
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <Stack>
          <Text size="sm">{text.goal.addRemainingHint(remaining.length)}</Text>
          <Group grow>
            <TextInput
              label={text.goal.prefix}
              description={text.goal.prefixHelp}
              value={prefix}
              onChange={(event) => setPrefix(event.currentTarget.value)}
            />
            <Select
              label={text.goal.strategy}
              description={text.goal.strategyHelp[strategy]}
              data={options(text.goal.strategies)}
              value={strategy}
              allowDeselect={false}
              onChange={(chosen) => chosen && setStrategy(chosen)}
            />
          </Group>
          <Box className="scroller" mah="40vh">
            <Table miw={680}>
              <Table.Tbody>
                {remaining.map((field) => {
                  const target = targetOf(field.name);
                  return (
                    <Table.Tr key={field.name}>
                      <Table.Td>{field.name}</Table.Td>
                      <Table.Td c="dimmed" maw={180} style={{ overflowWrap: 'anywhere' }}>
                        {field.example}
                      </Table.Td>
                      <Table.Td>
                        {target?.name ?? prefix + field.name} {!target && <Badge>{text.goal.newProperty}</Badge>}
                      </Table.Td>
                      <Table.Td>
                        <Select
                          size="xs"
                          w={160}
                          aria-label={`${text.properties.type}: ${field.name}`}
                          disabled={target !== undefined}
                          data={options(text.properties.types)}
                          value={target?.type ?? types[field.name] ?? field.guessedType}
                          allowDeselect={false}
                          onChange={(type) => type && setTypes({ ...types, [field.name]: type })}
                        />
                      </Table.Td>
                      <Table.Td>
                        <Checkbox
                          size="xs"
                          label={text.properties.identifier}
                          aria-label={`${text.properties.identifier}: ${field.name}`}
                          disabled={target !== undefined}
                          checked={target?.identifier ?? identifiers.includes(field.name)}
                          onChange={({ currentTarget: { checked } }) =>
                            setIdentifiers((others) =>
                              checked ? [...others, field.name] : others.filter((other) => other !== field.name),
                            )
                          }
                        />
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Box>
          {adding.isError && <ProblemNote failure={adding.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpened(false)}>
              {text.common.cancel}
            </Button>
            <Button loading={adding.isPending} onClick={() => adding.mutate()}>
              {text.common.add}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
