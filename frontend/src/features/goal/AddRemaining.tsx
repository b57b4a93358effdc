import {
  Badge,
  Box,
  Button,
  Checkbox,
  Group,
  Modal,
  Select,
  SimpleGrid,
  Stack,
  Table,
  Text,
  TextInput,
  Tooltip,
} from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { MappingRow, OnBadValue, Property, PropertyType } from '@/api/types';
import { newRow } from '@/api/newGoal';
import { useEditing } from '@/components/editing';
import { ProblemNote } from '@/components/Frame';
import { slug } from '@/lib/slug';
import { text } from '@/lib/text';
import { type Fields, options } from './fields';
import { cleaningFor } from './trial';
import { useProperties } from './useProperties';

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
  const [onBadValue, setOnBadValue] = useState<OnBadValue>('LEAVE_OUT');
  const remaining = fields.filter((field) => !mapping.some((row) => row.field === field.name));
  const targetOf = (field: string): Property | undefined =>
    properties.find(
      (property) =>
        property.id === slug(prefix + field) || property.name.toLowerCase() === (prefix + field).toLowerCase(),
    );
  const typeOf = (field: Fields[number]) => targetOf(field.name)?.type ?? types[field.name] ?? field.guessedType;
  const adding = useMutation({
    mutationFn: async () => {
      const missing = remaining.filter((field) => !targetOf(field.name));
      const created = await create(
        missing.map((field) => ({
          name: prefix + field.name,
          type: typeOf(field),
          identifier: identifiers.includes(field.name),
        })),
      );
      const made = new Map(missing.map((field, index) => [field.name, created[index]]));
      return remaining.flatMap((field) => {
        const property = targetOf(field.name) ?? made.get(field.name);
        if (!property) return [];
        return [
          {
            ...newRow(field.name, property.id),
            strategy,
            processors: cleaningFor(field, property.type),
            // A record whose identifier does not fit would be somebody without a name: it is rejected.
            onBadValue: property.identifier ? ('REJECT_RECORD' as const) : onBadValue,
          },
        ];
      });
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
        size="70rem"
        title={text.goal.addRemaining}
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <Stack>
          <Text size="sm">{text.goal.addRemainingHint(remaining.length)}</Text>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
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
            <Select
              label={text.goal.onBadValue}
              description={text.goal.onBadValueHelp[onBadValue]}
              data={options(text.goal.onBadValues)}
              value={onBadValue}
              allowDeselect={false}
              onChange={(chosen) => chosen && setOnBadValue(chosen)}
            />
          </SimpleGrid>
          <Box className="scroller" mah="40vh" tabIndex={0} role="group" aria-label={text.goal.addRemaining}>
            <Table miw={860} stickyHeader fz={13}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{text.goal.field}</Table.Th>
                  <Table.Th>{text.goal.example}</Table.Th>
                  <Table.Th>{text.goal.property}</Table.Th>
                  <Table.Th>{text.properties.type}</Table.Th>
                  <Table.Th>{text.goal.cleanUp}</Table.Th>
                  <Table.Th>{text.properties.identifier}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {remaining.map((field) => {
                  const target = targetOf(field.name);
                  const cleaning = cleaningFor(field, typeOf(field));
                  const unfit = typeOf(field) === field.guessedType ? field.unfit : 0;
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
                          w={150}
                          aria-label={`${text.properties.type}: ${field.name}`}
                          disabled={target !== undefined}
                          data={options(text.properties.types)}
                          value={typeOf(field)}
                          allowDeselect={false}
                          onChange={(type) => type && setTypes({ ...types, [field.name]: type })}
                        />
                      </Table.Td>
                      <Table.Td>
                        {cleaning.map((processor) => text.processors.kinds[processor.kind]).join(', ') || '–'}
                        {unfit > 0 && (
                          <Text size="xs" style={{ color: 'var(--state-warn)' }}>
                            {text.goal.unfit(unfit)}
                          </Text>
                        )}
                      </Table.Td>
                      <Table.Td>
                        <Checkbox
                          size="xs"
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
