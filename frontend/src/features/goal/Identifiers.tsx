import { ActionIcon, Badge, Group, Select, Stack, Switch, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ImportGoal } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { useProperties } from './useProperties';

/** By what a record finds its profile, and what becomes of one that finds none. */
export function Identifiers({ goal, onChange }: { goal: ImportGoal; onChange: (part: Partial<ImportGoal>) => void }) {
  const { mayWrite } = useEditing();
  const { properties } = useProperties();
  const identifiers = properties.filter((property) => property.identifier);
  const alternatives = goal.matching.anyOf;
  const set = (anyOf: string[][]) => onChange({ matching: { anyOf } });
  const nameOf = (id: string) => properties.find((property) => property.id === id)?.name ?? id;
  const unmapped = [...new Set(alternatives.flat())].filter((id) => !goal.mapping.some((row) => row.property === id));
  const choices = (taken: string[]) =>
    identifiers.filter((property) => !taken.includes(property.id)).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {text.goal.identifiersHint}
      </Text>
      {identifiers.length === 0 && <Text size="sm">{text.goal.identifiersNone}</Text>}
      {alternatives.map((all, index) => (
        <Group key={index} gap="xs">
          <Text size="sm" w={72} fw={500}>
            {index === 0 ? text.goal.matchBy : text.goal.or}
          </Text>
          {all.map((id) => (
            <Badge
              key={id}
              size="lg"
              rightSection={
                <ActionIcon
                  size={16}
                  variant="transparent"
                  disabled={!mayWrite}
                  aria-label={`${text.common.remove} ${nameOf(id)}`}
                  onClick={() =>
                    set(
                      alternatives
                        .map((other, at) => (at === index ? all.filter((one) => one !== id) : other))
                        .filter((other) => other.length > 0),
                    )
                  }
                >
                  <IconX size={12} aria-hidden />
                </ActionIcon>
              }
            >
              {nameOf(id)}
            </Badge>
          ))}
          {choices(all).length > 0 && (
            <Select
              size="xs"
              w={180}
              placeholder={text.goal.addIdentifier}
              aria-label={text.goal.addIdentifier}
              disabled={!mayWrite}
              data={choices(all)}
              value={null}
              onChange={(id) => id && set(alternatives.map((other, at) => (at === index ? [...all, id] : other)))}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={!mayWrite}
            aria-label={text.goal.removeAlternative}
            onClick={() => set(alternatives.filter((_, at) => at !== index))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Select
        size="xs"
        w={260}
        label={alternatives.length === 0 ? text.goal.matchBy : text.goal.addAlternative}
        placeholder={text.goal.chooseProperty}
        disabled={!mayWrite}
        data={choices([])}
        value={null}
        onChange={(id) => id && set([...alternatives, [id]])}
      />
      {unmapped.map((id) => (
        <Text key={id} size="sm" style={{ color: 'var(--state-warn)' }}>
          {text.goal.notMapped(nameOf(id))}
        </Text>
      ))}
      <Switch
        label={text.goal.create}
        description={goal.createWhenNoMatch ? undefined : text.goal.createOff}
        disabled={!mayWrite}
        checked={goal.createWhenNoMatch}
        onChange={(event) => onChange({ createWhenNoMatch: event.currentTarget.checked })}
      />
    </Stack>
  );
}
