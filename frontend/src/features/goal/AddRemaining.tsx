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
import type { ImportGoal, MappingRow, OnBadValue, Property, PropertyType } from '@/api/types';
import { newRow } from '@/api/newGoal';
import { useEditing } from '@/components/editing';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote } from '@/components/Frame';
import { slug } from '@/lib/slug';
import { text } from '@/lib/text';
import { type Fields, options } from './fields';
import { fieldsOf, matchingWith, remainingOf, suggestedMatch, usePrepared } from './prepared';
import { cleaningFor } from './trial';
import { useProperties } from './useProperties';

/** Maps every column that has no row yet, nor says what somebody consented to: to a property of that name, or to a new one of a guessed type. */
export function AddRemaining({
  fields: found,
  goal,
  onAdd,
}: {
  fields: Fields;
  goal: ImportGoal;
  onAdd: (rows: MappingRow[], matching: ImportGoal['matching']) => void;
}) {
  const { mayWrite, typeId } = useEditing();
  const { properties, create } = useProperties();
  const { columns, matchBy } = usePrepared(typeId, goal);
  const fields = found.length > 0 ? found : fieldsOf(columns);
  const [opened, setOpened] = useState(false);
  const [prefix, setPrefix] = useState('');
  const [types, setTypes] = useState<Record<string, PropertyType>>({});
  const [identifiers, setIdentifiers] = useState<Record<string, boolean>>({});
  const [matches, setMatches] = useState<Record<string, boolean>>({});
  const [strategy, setStrategy] = useState<MappingRow['strategy']>('SET');
  const [onBadValue, setOnBadValue] = useState<OnBadValue>('LEAVE_OUT');
  const remaining = remainingOf(fields, goal);
  // With a prefix a person names the properties, not the type.
  const suggestionOf = (field: string) => (prefix === '' ? columns.find((one) => one.column === field) : undefined);
  const nameOf = (field: string) => suggestionOf(field)?.name ?? prefix + field;
  const targetOf = (field: string): Property | undefined => {
    const suggested = suggestionOf(field)?.property.toLowerCase();
    return properties.find((property) =>
      suggested === undefined
        ? property.id === slug(prefix + field) || property.name.toLowerCase() === (prefix + field).toLowerCase()
        : property.id.toLowerCase() === suggested,
    );
  };
  const typeOf = (field: Fields[number]) =>
    targetOf(field.name)?.type ?? types[field.name] ?? suggestionOf(field.name)?.type ?? field.guessedType;
  const identifies = (field: string) =>
    targetOf(field)?.identifier ?? identifiers[field] ?? suggestionOf(field)?.identifier ?? false;
  // What is not made yet has an id of its own already, so that what it will lead to can be said before.
  const planned = remaining.map(({ name }) => ({
    field: name,
    id: targetOf(name)?.id ?? suggestionOf(name)?.property ?? `of ${name}`,
    name: targetOf(name)?.name ?? nameOf(name),
    identifier: identifies(name),
  }));
  const ids = planned.map(({ id }) => id);
  const known = [...planned, ...properties];
  const matched = new Set(goal.matching.anyOf.flat());
  const suggested = suggestedMatch(goal, ids, matchBy, known);
  /** Whoever makes a property an identifier here wants the customers told apart by it, unless he says otherwise. */
  const isMatched = ({ field, id, identifier }: (typeof planned)[number]) =>
    identifier && (matched.has(id) || (matches[field] ?? identifiers[field] ?? suggested.includes(id)));
  const chosen = planned.filter((one) => isMatched(one) && !matched.has(one.id));
  const matching = matchingWith(
    goal,
    ids,
    matchBy,
    known,
    chosen.map(({ id }) => id),
  );
  const inWords = matching.anyOf.map((group) => group.map((id) => known.find((one) => one.id === id)?.name ?? id));
  const cleaningOf = (field: Fields[number], type: PropertyType) => {
    const suggestion = suggestionOf(field.name);
    return suggestion && suggestion.type === type ? suggestion.cleaning : cleaningFor(field, type);
  };
  const adding = useMutation({
    mutationFn: async () => {
      const missing = remaining.filter((field) => !targetOf(field.name));
      const created = await create(
        missing.map((field) => ({
          name: nameOf(field.name),
          ...(suggestionOf(field.name) && { id: suggestionOf(field.name)?.property }),
          type: typeOf(field),
          identifier: identifies(field.name),
        })),
      );
      const made = new Map(missing.map((field, index) => [field.name, created[index]]));
      const propertyOf = (field: string) => targetOf(field) ?? made.get(field);
      const rows = remaining.flatMap((field) => {
        const property = propertyOf(field.name);
        if (!property) return [];
        return [
          {
            ...newRow(field.name, property.id),
            strategy,
            processors: cleaningOf(field, property.type),
            // A record whose identifier does not fit would be somebody without a name: it is rejected.
            onBadValue: property.identifier ? ('REJECT_RECORD' as const) : onBadValue,
          },
        ];
      });
      return {
        rows,
        matching: matchingWith(
          goal,
          rows.map(({ property }) => property),
          matchBy,
          [...properties, ...created],
          chosen.flatMap(({ field }) => propertyOf(field)?.id ?? []),
        ),
      };
    },
    onSuccess: ({ rows, matching }) => {
      onAdd(rows, matching);
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
              data-autofocus
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
            <Table miw={940} stickyHeader fz={13}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{text.goal.field}</Table.Th>
                  <Table.Th>{text.goal.example}</Table.Th>
                  <Table.Th>{text.goal.property}</Table.Th>
                  <Table.Th>{text.properties.type}</Table.Th>
                  <Table.Th>{text.goal.cleanUp}</Table.Th>
                  <Table.Th>{text.properties.identifier}</Table.Th>
                  <Table.Th>{text.goal.matchBy}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {remaining.map((field, index) => {
                  const target = targetOf(field.name);
                  const plan = planned[index];
                  const cleaning = cleaningOf(field, typeOf(field));
                  const unfit = typeOf(field) === field.guessedType ? field.unfit : 0;
                  return (
                    <Table.Tr key={field.name}>
                      <Table.Td>{field.name}</Table.Td>
                      <Table.Td c="dimmed" maw={180} style={{ overflowWrap: 'anywhere' }}>
                        {field.example}
                      </Table.Td>
                      <Table.Td>
                        {target?.name ?? nameOf(field.name)} {!target && <Badge>{text.goal.newProperty}</Badge>}
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
                          checked={identifies(field.name)}
                          onChange={({ currentTarget: { checked } }) => {
                            setIdentifiers((others) => ({ ...others, [field.name]: checked }));
                            setMatches(({ [field.name]: _, ...others }) => others);
                          }}
                        />
                      </Table.Td>
                      <Table.Td>
                        <Checkbox
                          size="xs"
                          aria-label={`${text.goal.matchBy}: ${field.name}`}
                          disabled={target && (!target.identifier || matched.has(target.id))}
                          checked={plan !== undefined && isMatched(plan)}
                          onChange={({ currentTarget: { checked } }) => {
                            setMatches((others) => ({ ...others, [field.name]: checked }));
                            if (checked) setIdentifiers((others) => ({ ...others, [field.name]: true }));
                          }}
                        />
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Box>
          <Text size="sm" role="status">
            {text.goal.willMatch(inWords, matching.anyOf.length > goal.matching.anyOf.length)}
          </Text>
          {adding.isError && <ProblemNote failure={adding.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setOpened(false)}>
              {text.common.cancel}
            </Button>
            <BusyButton loading={adding.isPending} onClick={() => adding.mutate()}>
              {text.common.add}
            </BusyButton>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
