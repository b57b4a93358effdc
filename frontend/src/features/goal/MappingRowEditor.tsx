import { Box, Text, VisuallyHidden } from '@mantine/core';
import { hashKey } from '@tanstack/react-query';
import { memo } from 'react';
import type { MappedRow, MappingRow, SourceRecord } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { exampleOf, type Fields, said } from './fields';
import { Pills } from './Pills';
import { PropertyPicker } from './PropertyPicker';
import { RowField, RowMore, RowStrategy } from './RowParts';
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
  const { issue } = useEditing();
  const { properties } = useProperties();
  const name = properties.find((property) => property.id === row.property)?.name ?? (row.property || row.field || '');
  return (
    <div className="mapping-row" role="group" aria-label={`${row.field ?? text.goal.noField} → ${name}`}>
      <RowField
        row={row}
        label={text.goal.field}
        pointer={pointer}
        fields={fields}
        record={record}
        onChange={onChange}
      />
      <Box miw={0} className="mapping-steps">
        <Pills
          processors={row.processors}
          name={row.field ?? row.property}
          fields={fields}
          before={exampleOf(row, record)}
          effect={effect}
          pointer={pointer}
          onChange={(processors) => onChange({ ...row, processors })}
        />
      </Box>
      <RowStrategy row={row} pointer={pointer} onChange={onChange} />
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
      <RowMore row={row} name={name} onChange={(next) => onRow(index, next)} />
    </div>
  );
}
