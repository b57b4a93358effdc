import { Box, Button, Group, Modal, Radio, Stack, Table, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Connection, ConnectionContent } from '@/api/types';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';
import { reconcile, type Difference, type Side, type Versions } from './conflict';

interface Props extends Omit<Versions, 'theirs'> {
  theirs: Connection;
  busy: boolean;
  onMerge: (merged: ConnectionContent) => void;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
  /** Back to what was typed; the next save asks again. */
  onClose: () => void;
}

/** Somebody else saved first: what differs, in words. What only one side changed needs no decision. */
export function StaleDialog({ busy, onMerge, onTakeTheirs, onKeepMine, onClose, ...versions }: Props) {
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const [asked, setAsked] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  const { differences, merged } = reconcile(versions, choices);
  const undecided = differences.filter(({ by, key }) => by === 'both' && choices[key] === undefined);
  const groups = [
    ['both', text.conflict.both],
    ['theirs', text.conflict.theirsOnly],
    ['mine', text.conflict.mineOnly],
  ] as const;

  const merge = () => {
    if (undecided.length === 0) {
      onMerge(merged);
      return;
    }
    setAsked(true);
    table.current?.querySelector<HTMLInputElement>(`[data-undecided] input`)?.focus();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={text.conflict.title}
      size="xl"
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Stack gap="md">
        <Text>
          {text.conflict.intro(versions.theirs.modifiedBy)} <RelativeTime at={versions.theirs.modifiedAt} />
          {text.conflict.introEnd}
        </Text>
        {differences.length === 0 && <Text>{text.conflict.none}</Text>}
        <Box ref={table} className="scroller" mah="50vh" tabIndex={0} role="group" aria-label={text.conflict.title}>
          <Stack gap="md">
            {groups.map(([by, title]) => {
              const list = differences.filter((difference) => difference.by === by);
              return (
                list.length > 0 && (
                  <Box key={by}>
                    <Text fw={600} size="sm" mb={4}>
                      {title(list.length)}
                    </Text>
                    <Differences
                      list={list}
                      caption={title(list.length)}
                      choices={choices}
                      onChoose={(key, side) => setChoices((now) => ({ ...now, [key]: side }))}
                    />
                  </Box>
                )
              );
            })}
          </Stack>
        </Box>
        {asked && undecided.length > 0 && (
          <Text size="sm" role="alert" c="var(--mantine-color-error)">
            {text.conflict.undecided(undecided.length)}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onTakeTheirs}>
            {text.conflict.takeTheirs}
          </Button>
          <Button variant="default" loading={busy} onClick={onKeepMine}>
            {text.conflict.keepMine}
          </Button>
          <Button data-autofocus onClick={merge}>
            {text.conflict.merge}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Differences({
  list,
  caption,
  choices,
  onChoose,
}: {
  list: Difference[];
  caption: string;
  choices: Record<string, Side>;
  onChoose: (key: string, side: Side) => void;
}) {
  const known = list.some(({ before }) => before !== undefined);
  // Where only one changed it, the other still has what was before.
  const by = list[0]?.by ?? 'both';
  const sides: Side[] = by === 'both' ? ['theirs', 'mine'] : [by];
  return (
    <Table className="differences" aria-label={caption} verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{text.conflict.what}</Table.Th>
          {known && <Table.Th>{text.conflict.before}</Table.Th>}
          {sides.map((side) => (
            <Table.Th key={side}>{text.conflict[side]}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.map((difference) => {
          const { key, label, before } = difference;
          const cell = (side: Side) => (
            <Table.Td
              key={side}
              data-label={text.conflict[side]}
              data-kept={(by === 'both' ? choices[key] : by) === side || undefined}
            >
              {by === 'both' ? (
                <Radio
                  name={key}
                  size="sm"
                  checked={choices[key] === side}
                  aria-label={`${label}, ${text.conflict[side]}: ${difference[side]}`}
                  label={difference[side]}
                  onChange={() => onChoose(key, side)}
                />
              ) : (
                difference[side]
              )}
            </Table.Td>
          );
          return (
            <Table.Tr key={key} data-undecided={(by === 'both' && choices[key] === undefined) || undefined}>
              <Table.Th scope="row">{label}</Table.Th>
              {known && <Table.Td data-label={text.conflict.before}>{before}</Table.Td>}
              {sides.map(cell)}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
