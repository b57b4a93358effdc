import { Box, Button, Chip, Group, Pill, Stack, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconArrowRight, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { $api } from '@/api/client';
import type { KnownSystem } from '@/api/types';
import { ProblemNote, Section, Waiting } from '@/components/Frame';
import { text } from '@/lib/text';
import { amountOf, withOther, withoutSystem, withSystems, type Answers } from './state';
import type { Change } from './useAnswers';
import { WebsiteBox } from './WebsiteBox';

const FIRST = 24;

interface Props {
  answers: Answers;
  change: Change;
  onNext: () => void;
}

/** What the company uses: given away by its website, chosen from the list, or typed. */
export function SystemsStep({ answers, change, onNext }: Props) {
  const [refused, setRefused] = useState(false);
  const chosen = amountOf(answers);
  return (
    <Stack gap="lg">
      <WebsiteBox answers={answers} change={change} />
      <ByHand answers={answers} change={change} />
      <Section title={text.discovery.chosen(chosen)}>
        <Box p="md">
          {chosen === 0 ? (
            <Text c={refused ? undefined : 'dimmed'} role={refused ? 'alert' : undefined}>
              {refused ? text.discovery.needsSystem : text.discovery.chosenNone}
            </Text>
          ) : (
            <Pill.Group>
              {answers.systems.map((system) => (
                <Chosen
                  key={system.id}
                  name={system.name}
                  onRemove={() => change((before) => withoutSystem(before, system.id))}
                />
              ))}
              {answers.others.map((name) => (
                <Chosen
                  key={name}
                  name={name}
                  onRemove={() =>
                    change((before) => ({ ...before, others: before.others.filter((other) => other !== name) }))
                  }
                />
              ))}
            </Pill.Group>
          )}
        </Box>
      </Section>
      <Group justify="flex-end">
        <Button
          rightSection={<IconArrowRight size={16} aria-hidden />}
          onClick={() => (chosen === 0 ? setRefused(true) : onNext())}
        >
          {text.discovery.next}
        </Button>
      </Group>
    </Stack>
  );
}

function Chosen({ name, onRemove }: { name: string; onRemove: () => void }) {
  return (
    <Pill
      size="md"
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{ 'aria-label': text.discovery.removeSystem(name), 'aria-hidden': false, tabIndex: 0 }}
    >
      {name}
    </Pill>
  );
}

function ByHand({ answers, change }: { answers: Answers; change: Change }) {
  const [search, setSearch] = useState('');
  const [category, setCategory] = useState('');
  const [whole, setWhole] = useState(false);
  const systems = $api.useQuery('get', '/api/v1/discovery/systems', {}, { staleTime: Infinity });
  const known = systems.data?.items ?? [];
  const wanted = search.trim().toLowerCase();
  const fitting = known.filter((system) =>
    `${system.name} ${system.vendor} ${system.category}`.toLowerCase().includes(wanted),
  );
  const found = fitting.filter((system) => category === '' || system.category === category);
  const amountIn = (name: string) => fitting.filter((system) => name === '' || system.category === name).length;
  const withType = found.filter((system) => system.typeId !== undefined);
  const others = found.filter((system) => system.typeId === undefined);
  const shown = whole || wanted !== '' || category !== '' ? others : others.slice(0, FIRST);
  const unknown = wanted !== '' && !known.some((system) => system.name.toLowerCase() === wanted);
  const toggle = (ids: string[]) =>
    change((before) =>
      withSystems(
        { ...before, systems: before.systems.filter((system) => ids.includes(system.id)) },
        known.filter((system) => ids.includes(system.id)),
      ),
    );
  const addOther = () => {
    change((before) => withOther(before, search, known));
    setSearch('');
  };
  return (
    <Section title={text.discovery.byHand}>
      <Stack p="md" gap="md">
        <Group gap="sm" align="flex-start">
          <TextInput
            type="search"
            style={{ flex: '1 1 260px' }}
            maxLength={60}
            aria-label={text.discovery.searchLabel}
            placeholder={text.discovery.searchLabel}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && unknown && found.length === 0) addOther();
            }}
          />
          {unknown && (
            <Button variant="default" maw="100%" leftSection={<IconPlus size={15} aria-hidden />} onClick={addOther}>
              {text.discovery.addOther(search.trim())}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {text.discovery.otherHint}
        </Text>
        {systems.isPending && <Waiting lines={5} />}
        {systems.isError && <ProblemNote failure={systems.error} onRetry={() => void systems.refetch()} />}
        {systems.isSuccess && (
          <>
            <Chip.Group value={category} onChange={setCategory}>
              <Group gap={6} role="radiogroup" aria-label={text.discovery.category}>
                {['', ...systems.data.categories].map((name) => (
                  <Chip key={name} value={name} size="xs" variant="outline">
                    {text.discovery.amount(name === '' ? text.discovery.everyCategory : name, amountIn(name))}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            <VisuallyHidden role="status">{text.discovery.shown(found.length)}</VisuallyHidden>
            {found.length === 0 && <Text c="dimmed">{text.discovery.nothingFits}</Text>}
            <Chip.Group multiple value={answers.systems.map((system) => system.id)} onChange={toggle}>
              {withType.length > 0 && <Chips title={text.discovery.withType} systems={withType} />}
              {shown.length > 0 && <Chips title={text.discovery.withoutType} systems={shown} />}
            </Chip.Group>
            {shown.length < others.length && (
              <Group>
                <Button variant="subtle" size="xs" onClick={() => setWhole(true)}>
                  {text.discovery.showAll(others.length)}
                </Button>
              </Group>
            )}
          </>
        )}
      </Stack>
    </Section>
  );
}

function Chips({ title, systems }: { title: string; systems: KnownSystem[] }) {
  return (
    <Box role="group" aria-label={title}>
      <Text size="sm" fw={500} mb={6}>
        {title}
      </Text>
      <Group gap={8}>
        {systems.map((system) => (
          <Chip key={system.id} value={system.id} size="sm" radius="sm">
            {system.name}
          </Chip>
        ))}
      </Group>
    </Box>
  );
}
