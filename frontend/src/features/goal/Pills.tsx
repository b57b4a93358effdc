import { ActionIcon, Button, Group, Menu, Popover, Stack, Table, Text } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Processor, ProcessorKind } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { type Fields, said } from './fields';
import { newProcessor, ProcessorForm } from './ProcessorForm';

/** The steps of a row: each opens its form, with the example before and after it. */
export function Pills(props: {
  processors: Processor[];
  /** What the row is called. */
  name: string;
  fields: Fields;
  before: string[];
  effect: { steps: string[][] } | undefined;
  /** Whether they are of a page’s variables: there is no record to try them with then. */
  ofPage?: boolean;
  pointer: string;
  onChange: (processors: Processor[]) => void;
}) {
  const { processors, name, fields, before, effect, ofPage = false, pointer, onChange: change } = props;
  const { issue, mayWrite } = useEditing();
  const words = ofPage ? text.stepsOfPages : text.processors;
  const [opened, setOpened] = useState<number>();
  const swap = (from: number, to: number) => {
    const moved = processors[from];
    if (!moved || to < 0 || to >= processors.length) return;
    const others = processors.filter((_, index) => index !== from);
    change([...others.slice(0, to), moved, ...others.slice(to)]);
    setOpened(to);
  };
  return (
    <Group gap={4}>
      {processors.map((processor, index) => {
        const kind = words.kinds[processor.kind];
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
                aria-label={words.open(kind)}
                onClick={() => setOpened(opened === index ? undefined : index)}
              >
                {kind}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <Stack gap="xs">
                <Text fw={600}>{kind}</Text>
                <Text size="sm" c="dimmed">
                  {words.help[processor.kind]}
                </Text>
                {complaint && (
                  <Text size="sm" c="var(--mantine-color-error)">
                    {complaint}
                  </Text>
                )}
                <ProcessorForm
                  processor={processor}
                  ofPage={ofPage}
                  fields={fields.map((field) => field.name)}
                  onChange={(next) => change(processors.map((other, at) => (at === index ? next : other)))}
                />
                {!ofPage && (
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
                )}
                <Group justify="space-between">
                  <Group gap={4}>
                    <ActionIcon
                      variant="default"
                      aria-label={words.earlier}
                      disabled={index === 0}
                      onClick={() => swap(index, index - 1)}
                    >
                      <IconArrowLeft size={15} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="default"
                      aria-label={words.later}
                      disabled={index === processors.length - 1}
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
                      change(processors.filter((_, at) => at !== index));
                    }}
                  >
                    {words.remove}
                  </Button>
                </Group>
              </Stack>
            </Popover.Dropdown>
          </Popover>
        );
      })}
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon size={22} variant="subtle" color="gray" disabled={!mayWrite} aria-label={words.addTo(name)}>
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
          {(Object.keys(words.kinds) as ProcessorKind[]).map((kind) => (
            <Menu.Item
              key={kind}
              onClick={() => {
                change([...processors, newProcessor(kind)]);
                if (!['TRIM', 'CLEAN_EMAIL', 'HASH'].includes(kind)) setOpened(processors.length);
              }}
            >
              {words.kinds[kind]}
              <Text size="xs" c="dimmed">
                {words.help[kind]}
              </Text>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
