import { Box, Button, Group, Modal, Radio, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Connection, ConnectionContent } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';
import { reconcile, type Difference, type Side, type Versions } from './conflict';
import { DifferenceTable } from './DifferenceTable';
import { chosenOf } from './scope/scopeWords';
import { useChannels } from './scope/useChannels';

interface Props extends Omit<Versions, 'theirs' | 'nameOfChannel'> {
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
  const { nameOf: nameOfChannel } = useChannels(
    [versions.base, versions.theirs, versions.mine].flatMap((content) => chosenOf(content?.scope)),
  );
  const { differences, merged } = reconcile({ ...versions, nameOfChannel }, choices);
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
          <BusyButton variant="default" loading={busy} onClick={onKeepMine}>
            {text.conflict.keepMine}
          </BusyButton>
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
  const before = known ? [text.conflict.before] : [];
  const choice = (difference: Difference, side: Side) => (
    <Radio
      key={side}
      name={difference.key}
      size="sm"
      checked={choices[difference.key] === side}
      aria-label={`${difference.label}, ${text.conflict[side]}: ${difference[side]}`}
      label={difference[side]}
      onChange={() => onChoose(difference.key, side)}
    />
  );
  return (
    <DifferenceTable
      caption={caption}
      sides={[...before, ...sides.map((side) => text.conflict[side])]}
      rows={list.map((difference) => {
        const { key, label } = difference;
        const kept = by === 'both' ? choices[key] : by;
        return {
          key,
          label,
          cells: [
            ...before.map(() => difference.before),
            ...sides.map((side) => (by === 'both' ? choice(difference, side) : difference[side])),
          ],
          kept: kept && before.length + sides.indexOf(kept),
          undecided: kept === undefined,
        };
      })}
    />
  );
}
