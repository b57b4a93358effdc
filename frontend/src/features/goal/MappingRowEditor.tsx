import {
  ActionIcon,
  Autocomplete,
  Box,
  Group,
  Popover,
  Select,
  Stack,
  Text,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core';
import { IconAdjustments, IconTrash } from '@tabler/icons-react';
import { hashKey } from '@tanstack/react-query';
import { memo } from 'react';
import type { MappedRow, MappingRow, SourceRecord } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { type Fields, options, said } from './fields';
import { Pills } from './Pills';
import { PropertyPicker } from './PropertyPicker';
import { useProperties } from './useProperties';

interface RowProps {
  row: MappingRow;
  index: number;
  pointer: string;
  fields: Fields;
  record: SourceRecord | undefined;
  effect: MappedRow | undefined;
  onRow: (index: number, row: MappingRow | undefined) => void;
}

/** One row of a mapping. There may be hundreds: it is drawn again only when it says something else. */
export const MappingRowEditor = memo(
  DrawnRow,
  ({ row: before, ...rest }, { row: now, ...others }) =>
    (before === now || hashKey([before]) === hashKey([now])) &&
    Object.entries(others).every(([name, value]) => rest[name as keyof typeof rest] === value),
);

function DrawnRow({ row, index, pointer, fields, record, effect, onRow }: RowProps) {
  const onChange = (next: MappingRow) => onRow(index, next);
  const { issue, mayWrite } = useEditing();
  const { properties } = useProperties();
  const name = properties.find((property) => property.id === row.property)?.name ?? (row.property || row.field || '');
  const before = row.field === undefined ? [] : (record?.values[row.field] ?? []);
  return (
    <div className="mapping-row" role="group" aria-label={`${row.field ?? text.goal.noField} → ${name}`}>
      <Box miw={0} className="mapping-from">
        <Autocomplete
          size="xs"
          openOnFocus={false}
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
      <Box miw={0} className="mapping-steps">
        <Pills
          processors={row.processors}
          name={row.field ?? row.property}
          fields={fields}
          before={before}
          effect={effect}
          pointer={pointer}
          onChange={(processors) => onChange({ ...row, processors })}
        />
      </Box>
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
      <Box miw={0} className="mapping-to">
        <PropertyPicker
          value={row.property}
          guessed={fields.find((field) => field.name === row.field)?.guessedType ?? 'TEXT'}
          error={issue(`${pointer}/property`)}
          onChange={(property) => onChange({ ...row, property })}
        />
      </Box>
      <Box miw={0} fz={13} aria-live="off" className="mapping-effect">
        {effect && <VisuallyHidden>{text.goal.effect}</VisuallyHidden>}
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
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={!mayWrite}
          aria-label={text.goal.removeRow(name)}
          onClick={() => onRow(index, undefined)}
        >
          <IconTrash size={16} aria-hidden />
        </ActionIcon>
      </Group>
    </div>
  );
}
