import { ActionIcon, Autocomplete, Box, Group, Popover, Select, Stack, Text, Tooltip } from '@mantine/core';
import { IconAdjustments, IconTrash } from '@tabler/icons-react';
import type { ConsentRow, MappingRow, SourceRecord } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { exampleOf, type Fields, options, said } from './fields';

interface Props {
  row: MappingRow;
  pointer: string;
  onChange: (row: MappingRow) => void;
}

/** Which column of the source a row takes, and what the example record has there. */
export function RowField<Row extends MappingRow | ConsentRow>({
  row,
  label,
  pointer,
  fields,
  record,
  onChange,
}: {
  row: Row;
  label: string;
  pointer: string;
  fields: Fields;
  record: SourceRecord | undefined;
  onChange: (row: Row) => void;
}) {
  const { issue, mayWrite } = useEditing();
  const example = record ? said(exampleOf(row, record)) : '';
  return (
    <Box miw={0} className="mapping-from">
      <Autocomplete
        size="xs"
        openOnFocus={false}
        aria-label={label}
        placeholder={text.goal.noField}
        disabled={!mayWrite}
        data={fields.map((field) => field.name)}
        value={row.field ?? ''}
        error={issue(`${pointer}/field`)}
        onChange={(field) => onChange({ ...row, field: field === '' ? undefined : field })}
      />
      <Text size="xs" c="dimmed" mt={4} truncate title={example}>
        {example}
      </Text>
    </Box>
  );
}

export function RemoveRow({ label, onClick }: { label: string; onClick: () => void }) {
  const { mayWrite } = useEditing();
  return (
    <ActionIcon variant="subtle" color="gray" disabled={!mayWrite} aria-label={label} onClick={onClick}>
      <IconTrash size={16} aria-hidden />
    </ActionIcon>
  );
}

/** In which way a row changes its property. */
export function RowStrategy({ row, pointer, onChange }: Props) {
  const { issue, mayWrite } = useEditing();
  return (
    <Tooltip label={text.goal.strategyHelp[row.strategy]}>
      <Select
        size="xs"
        className="mapping-how"
        aria-label={text.goal.strategy}
        disabled={!mayWrite}
        data={options(text.goal.strategies)}
        value={row.strategy}
        allowDeselect={false}
        error={issue(`${pointer}/strategy`)}
        onChange={(strategy) => strategy && onChange({ ...row, strategy })}
      />
    </Tooltip>
  );
}

/** For whom a row counts, what becomes of a value that does not fit, and taking the row out. */
export function RowMore({
  row,
  name,
  onChange,
}: Omit<Props, 'pointer' | 'onChange'> & {
  name: string;
  onChange: (row: MappingRow | undefined) => void;
}) {
  const { mayWrite } = useEditing();
  return (
    <Group gap={2} wrap="nowrap" className="mapping-more">
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
      <RemoveRow label={text.goal.removeRow(name)} onClick={() => onChange(undefined)} />
    </Group>
  );
}
