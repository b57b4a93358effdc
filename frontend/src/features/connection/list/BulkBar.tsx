import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { IconPower, IconTag, IconTrash, IconX } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import { BusyButton } from '@/components/BusyButton';
import { Confirm } from '@/components/confirm';
import { ProblemNote } from '@/components/Frame';
import { sayFailure } from '@/components/marks/undo';
import { text } from '@/lib/text';
import { connectionsKey } from '../keys';
import { aheadOfTurnOn, changeMany, namesIn, onIn, type BulkAction, type Chosen } from './api';
import { BulkLabels } from './BulkLabels';
import { BulkTurnOn } from './BulkTurnOn';

const words = text.connectionList;

interface Props {
  chosen: Chosen;
  total: number;
  onSelectAll: () => void;
  onClear: () => void;
}

/** What can be done to all that are chosen; afterwards it says what was not done, and why. */
export function BulkBar({ chosen, total, onSelectAll, onClear }: Props) {
  const queries = useQueryClient();
  const [asking, setAsking] = useState<'delete' | 'label' | 'on'>();
  const amount = 'ids' in chosen ? chosen.ids.length : chosen.total;
  const change = useMutation({
    mutationFn: async ({ only = chosen, ...action }: BulkAction & { only?: Chosen }) => {
      // What is deleted has no name afterwards.
      const nameOf = namesIn(queries);
      const wasOn = onIn(queries);
      const { done, refused } = await changeMany(action, only);
      const changed = isTurn(action) ? done.filter((id) => wasOn.get(id) !== (action.action === 'TURN_ON')) : [];
      return {
        done,
        refused,
        names: done.flatMap((id) => nameOf.get(id) ?? []),
        /** What was switched and can be switched back; nothing where it is not known how all were before. */
        turned: changed.every((id) => wasOn.has(id)) ? changed : [],
      };
    },
    onSettled: (_, failure, { action }) => {
      // What cannot be a label is mended where it was typed.
      if (!(failure && action === 'LABEL')) setAsking(undefined);
      if (action === 'LABEL') void queries.invalidateQueries({ queryKey: ['get', '/api/v1/labels'] });
      void queries.invalidateQueries({ queryKey: connectionsKey });
    },
  });
  const lookAhead = useMutation({
    mutationFn: () => aheadOfTurnOn(chosen, queries),
    onSuccess: ({ counts, reserved }) => {
      if (counts.NOT_CONFIGURED + counts.CONFIGURATION_ERROR + reserved > 0) setAsking('on');
      else change.mutate({ action: 'TURN_ON' });
    },
    onError: (failure) => sayFailure(failure),
  });
  const takeBack = useMutation({
    mutationFn: ({ ids, on }: { ids: string[]; on: boolean }) =>
      changeMany({ action: on ? 'TURN_ON' : 'TURN_OFF' }, { ids }),
    onSuccess: ({ done }, { on }) => notifications.show({ message: words.backAgain(on, done.length) }),
    onError: (failure) => sayFailure(failure),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: connectionsKey });
      finished();
    },
  });
  const finished = () => {
    change.reset();
    onClear();
  };
  return (
    <>
      <Group className="bulk-bar" role="toolbar" aria-label={words.bulk} gap="xs">
        <Text size="sm" fw={600} role="status">
          {words.selected(amount)}
        </Text>
        {'ids' in chosen && amount < total && (
          <Button variant="subtle" size="compact-sm" onClick={onSelectAll}>
            {words.selectAllOf(total)}
          </Button>
        )}
        <BusyButton
          variant="default"
          size="compact-sm"
          leftSection={<IconPower size={14} aria-hidden />}
          loading={lookAhead.isPending || (change.isPending && change.variables.action === 'TURN_ON')}
          onClick={() => lookAhead.mutate()}
        >
          {words.turnOn}
        </BusyButton>
        <BusyButton
          variant="default"
          size="compact-sm"
          loading={change.isPending && change.variables.action === 'TURN_OFF'}
          onClick={() => change.mutate({ action: 'TURN_OFF' })}
        >
          {words.turnOff}
        </BusyButton>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconTag size={14} aria-hidden />}
          onClick={() => setAsking('label')}
        >
          {words.label}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconTrash size={14} aria-hidden />}
          onClick={() => setAsking('delete')}
        >
          {words.delete}
        </Button>
        <Button variant="subtle" size="compact-sm" leftSection={<IconX size={14} aria-hidden />} onClick={onClear}>
          {words.clearSelection}
        </Button>
      </Group>
      <Confirm
        opened={asking === 'delete'}
        title={words.deleteTitle(amount)}
        action={words.deleteAction(amount)}
        danger
        busy={change.isPending}
        onConfirm={() => change.mutate({ action: 'DELETE' })}
        onClose={() => setAsking(undefined)}
      >
        {asking === 'delete' && <Doomed chosen={chosen} />}
        <Text>{words.deleteText}</Text>
      </Confirm>
      {asking === 'on' && lookAhead.data && (
        <BulkTurnOn
          ahead={lookAhead.data}
          amount={amount}
          busy={change.isPending}
          onConfirm={(left) =>
            change.mutate({
              action: 'TURN_ON',
              ...('ids' in chosen && { only: { ids: chosen.ids.filter((id) => !left.includes(id)) } }),
            })
          }
          onClose={() => setAsking(undefined)}
        />
      )}
      <BulkLabels
        opened={asking === 'label'}
        amount={amount}
        busy={change.isPending}
        failure={change.error}
        onApply={(labels) => change.mutate({ action: 'LABEL', ...labels })}
        onClose={() => {
          setAsking(undefined);
          change.reset();
        }}
      />
      <Modal
        opened={asking === undefined && (change.isSuccess || change.isError)}
        onClose={finished}
        title={
          change.isSuccess ? words.summaryTitle(change.data.done.length, change.data.refused.length) : words.notDone
        }
        centered
        closeButtonProps={{ 'aria-label': text.common.close }}
      >
        <Stack>
          {change.isError && <ProblemNote failure={change.error} />}
          {change.isSuccess && (
            <>
              <Listed title={doneWords(change.variables, change.data.done.length)}>
                {change.data.names.map((name, index) => (
                  <List.Item key={index}>
                    <bdi>{name}</bdi>
                  </List.Item>
                ))}
                {change.data.names.length > 0 && change.data.done.length > change.data.names.length && (
                  <List.Item>{words.unnamed(change.data.done.length - change.data.names.length)}</List.Item>
                )}
              </Listed>
              {change.data.refused.length > 0 && (
                <Listed title={words.refused(change.data.refused.length)}>
                  {change.data.refused.map((one) => (
                    <List.Item key={one.id}>
                      <b>{one.name || words.gone}</b>: {one.message}
                    </List.Item>
                  ))}
                </Listed>
              )}
            </>
          )}
          <Group justify="flex-end">
            {change.isSuccess && change.data.turned.length > 0 && (
              <BusyButton
                variant="default"
                loading={takeBack.isPending}
                onClick={() => takeBack.mutate({ ids: change.data.turned, on: change.variables.action === 'TURN_OFF' })}
              >
                {text.common.undo}
              </BusyButton>
            )}
            <Button onClick={finished} data-autofocus>
              {text.common.close}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

const isTurn = ({ action }: BulkAction) => action === 'TURN_ON' || action === 'TURN_OFF';

/** What was on or off before is so now as well. */
const doneWords = ({ action }: BulkAction, amount: number) =>
  action === 'TURN_ON' || action === 'TURN_OFF'
    ? words.areNow(action === 'TURN_ON', amount)
    : words.changed(action, amount);

const mostNamed = 5;

/** Which ones go, by name as far as they are few and were ever in sight. */
function Doomed({ chosen }: { chosen: Chosen }) {
  const nameOf = namesIn(useQueryClient());
  if (!('ids' in chosen)) return null;
  const names = chosen.ids.flatMap((id) => nameOf.get(id) ?? []).slice(0, mostNamed);
  if (names.length === 0) return null;
  return (
    <List size="sm" mb="sm">
      {names.map((name, index) => (
        <List.Item key={index}>
          <bdi>{name}</bdi>
        </List.Item>
      ))}
      {chosen.ids.length > names.length && <List.Item>{words.unnamed(chosen.ids.length - names.length)}</List.Item>}
    </List>
  );
}

function Listed({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <div>
      <Text fw={600} size="sm" id={id} mb={4}>
        {title}
      </Text>
      <List
        size="sm"
        style={{ maxHeight: 240, overflow: 'auto', overflowWrap: 'anywhere' }}
        aria-labelledby={id}
        tabIndex={0}
      >
        {children}
      </List>
    </div>
  );
}
