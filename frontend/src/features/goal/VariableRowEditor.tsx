import { Box, Text } from '@mantine/core';
import type { MappingRow } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import type { Fields } from './fields';
import { faultOfRow, unprovenBy } from './lackingOfPages';
import { Pills } from './Pills';
import { PropertyPicker } from './PropertyPicker';
import { RowMore, RowStrategy } from './RowParts';
import { useProperties } from './useProperties';
import { VariableInput } from './VariableInput';

interface Props {
  row: MappingRow;
  pointer: string;
  /** The variables of all rows: a step may take another one's. */
  variables: Fields;
  /** Whether somebody has just added it. */
  fresh: boolean;
  onChange: (row: MappingRow | undefined) => void;
}

/** One variable of a page, and the property that it goes into. */
export function VariableRowEditor({ row, pointer, variables, fresh, onChange }: Props) {
  const { issue } = useEditing();
  const { properties } = useProperties();
  const name = properties.find(({ id }) => id === row.property)?.name ?? (row.property || row.field || '');
  const variable = row.field ?? '';
  return (
    <div className="mapping-row variable-row" role="group" aria-label={`${variable || text.variables.none} → ${name}`}>
      <Box miw={0} className="mapping-from" data-pointer={`${pointer}/field`}>
        <VariableInput
          label={text.variables.variable}
          placeholder={text.variables.none}
          value={variable}
          fresh={fresh}
          fault={faultOfRow(row)}
          said={issue(`${pointer}/field`)}
          onChange={(field) => onChange({ ...row, field: field === '' ? undefined : field })}
        />
      </Box>
      <Box miw={0} className="mapping-steps">
        <Pills
          processors={row.processors}
          name={row.field ?? row.property}
          fields={variables}
          before={[]}
          effect={undefined}
          ofPage
          pointer={pointer}
          onChange={(processors) => onChange({ ...row, processors })}
        />
      </Box>
      <RowStrategy row={row} pointer={pointer} onChange={onChange} />
      <Box miw={0} className="mapping-to" data-pointer={`${pointer}/property`}>
        <PropertyPicker
          value={row.property}
          guessed="TEXT"
          error={unprovenBy(row, properties) ?? issue(`${pointer}/property`)}
          withoutIdentifiers={text.variables.notIdentifiers}
          onChange={(property) => onChange({ ...row, property })}
        />
      </Box>
      <Box miw={0} className="mapping-effect">
        {row.restriction !== 'ALL_PROFILES' && (
          <Text size="xs" c="dimmed">
            {text.goal.restrictions[row.restriction]}
          </Text>
        )}
        {row.onBadValue === 'LEAVE_OUT' && (
          <Text size="xs" c="dimmed">
            {text.variables.leftOut}
          </Text>
        )}
      </Box>
      <RowMore row={row} name={name} onChange={onChange} />
    </div>
  );
}
