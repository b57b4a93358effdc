import { Box, Code, Skeleton, Stack, Table, Text } from '@mantine/core';
import { memo } from 'react';
import type { SourcePreview } from '@/api/types';
import { text } from '@/lib/text';

/** More are looked at to guess types and to try the mapping; nobody reads more than these. */
const ROWS_SHOWN = 20;
const HEIGHT = 320;

/** Keeps the place of the rows while they are on their way. */
export function FirstRowsAwaited() {
  return <Skeleton className="appears-late" h={HEIGHT} />;
}

/** What stands in the first file, and the lines that a run would reject. */
export const FirstRows = memo(DrawnRows);

function DrawnRows({ source }: { source: SourcePreview }) {
  return (
    <Stack h={HEIGHT} gap="sm">
      <Box className="scroller" flex={1} mih={0} tabIndex={0} role="group" aria-label={text.goal.steps.rows}>
        <Table stickyHeader fz={13}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.runs.line}</Table.Th>
              {source.fields.map((field) => (
                <Table.Th key={field.name} style={{ whiteSpace: 'nowrap' }}>
                  {field.name}
                  <Text size="xs" c="dimmed" fw={400}>
                    {text.properties.types[field.guessedType]}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {source.records.slice(0, ROWS_SHOWN).map((record) => (
              <Table.Tr key={record.number}>
                <Table.Td c="dimmed">{record.line}</Table.Td>
                {source.fields.map((field) => (
                  <Table.Td key={field.name} style={{ whiteSpace: 'nowrap' }}>
                    {record.values[field.name]?.join(' · ')}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {source.broken.length > 0 && (
        <Box
          className="scroller"
          mah={HEIGHT / 3}
          style={{ flex: 'none' }}
          tabIndex={0}
          role="group"
          aria-label={text.goal.brokenTitle(source.broken.length)}
        >
          <Text size="sm" fw={500} style={{ color: 'var(--state-warn)' }}>
            {text.goal.brokenTitle(source.broken.length)}
          </Text>
          {source.broken.map((line) => (
            <Text key={line.line} size="sm">
              {text.runs.line} {line.line}: {line.message} <Code>{line.raw}</Code>
            </Text>
          ))}
        </Box>
      )}
    </Stack>
  );
}
