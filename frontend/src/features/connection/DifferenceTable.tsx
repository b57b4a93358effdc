import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { text } from '@/lib/text';

interface Props {
  caption: string;
  /** How the sides are called that stand beside each other. */
  sides: string[];
  rows: {
    key: string;
    label: string;
    /** What each side has. */
    cells: ReactNode[];
    /** Which side stays. */
    kept?: number | undefined;
    undecided?: boolean | undefined;
  }[];
}

/** What differs, a row a thing, its sides beside each other; under each other where it is narrow. */
export function DifferenceTable({ caption, sides, rows }: Props) {
  return (
    <Table className="differences" aria-label={caption} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.conflict.what}</Table.Th>
          {sides.map((side) => (
            <Table.Th key={side}>{side}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, label, cells, kept, undecided }) => (
          <Table.Tr key={key} data-undecided={undecided || undefined}>
            <Table.Th scope="row">{label}</Table.Th>
            {sides.map((side, index) => (
              <Table.Td key={side} data-label={side} data-kept={index === kept || undefined}>
                {cells[index]}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
