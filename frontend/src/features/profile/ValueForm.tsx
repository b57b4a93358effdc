import { ActionIcon, Box, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Problem, Property } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote } from '@/components/Frame';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { errorsByField, problemOf, tidy } from './values';

interface Props {
  property: Property;
  initial: string[];
  /** What is given was typed before a reload. */
  restored: boolean;
  busy: boolean;
  failure: Problem | undefined;
  onTyped: (values: string[]) => void;
  onSave: (values: string[]) => void;
  onCancel: () => void;
}

const identifierTaken = '/problems/identifier-taken';

/** All values of one property, each in a field of its own. */
export function ValueForm({ property, initial, restored, busy, failure, onTyped, onSave, onCancel }: Props) {
  const [typed, setTyped] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [touchedSince, setTouchedSince] = useState<Problem>();
  // Once somebody types again, what the service said is about other values.
  const said = failure === touchedSince ? undefined : failure;
  const { atField, elsewhere } = errorsByField(said?.errors ?? [], property.id, typed);

  const change = (next: string[]) => {
    setTyped(next);
    onTyped(next);
    setTouchedSince(failure);
  };
  const problems = typed.map((value, index) =>
    value.trim() !== '' && typed.findIndex((other) => other.trim() === value.trim()) < index
      ? text.profilePage.doubled
      : problemOf(value, property),
  );
  const submit = () => {
    setLeft(new Set(typed.keys()));
    if (problems.every((problem) => problem === undefined)) onSave(tidy(typed));
  };
  const options =
    property.type === 'BOOLEAN'
      ? [
          { value: 'true', label: text.common.yes },
          { value: 'false', label: text.common.no },
        ]
      : property.type === 'CHOICE'
        ? (property.choices ?? [])
        : undefined;

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack
        gap="xs"
        onKeyDown={({ key, target }) => {
          // A list that is open closes first.
          const open = target instanceof Element && target.getAttribute('aria-expanded') === 'true';
          if (key === 'Escape' && !open) onCancel();
        }}
      >
        {restored && (
          <Text size="sm" role="status">
            {text.editor.restored}
          </Text>
        )}
        {typed.map((value, index) => {
          const error = atField.get(index) ?? (left.has(index) ? problems[index] : undefined);
          const put = (next: string) => change(typed.map((old, at) => (at === index ? next : old)));
          const shared = {
            'aria-label': text.profiles.valueOf(property.name, index + 1),
            error,
            flex: 1,
            autoFocus: index === typed.length - 1,
            onBlur: () => setLeft(new Set([...left, index])),
          };
          return (
            <Group key={index} gap={6} wrap="nowrap" align="flex-start">
              {options ? (
                <Select {...shared} data={options} value={value || null} onChange={(next) => put(next ?? '')} />
              ) : (
                <TextInput {...shared} value={value} onChange={(event) => put(event.currentTarget.value)} />
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={text.profilePage.removeValue(property.name, index + 1)}
                onClick={() => {
                  change(typed.filter((_, at) => at !== index));
                  setLeft(new Set());
                }}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
          );
        })}
        {said?.type === identifierTaken && (
          <Text role="alert" size="sm" c="var(--state-bad)">
            {text.profiles.taken}{' '}
            <Link className="link" to={paths.profile(said.profileId)}>
              {text.profiles.openOther}
            </Link>
          </Text>
        )}
        {elsewhere.map((message) => (
          <Text key={message} role="alert" size="sm" c="var(--state-bad)">
            {message}
          </Text>
        ))}
        {said && said.type !== identifierTaken && !said.errors?.length && (
          <Box>
            <ProblemNote failure={said} title={text.profilePage.notSaved} />
          </Box>
        )}
        <Group gap="xs">
          <BusyButton type="submit" size="xs" loading={busy}>
            {text.common.save}
          </BusyButton>
          <Button size="xs" variant="default" onClick={onCancel}>
            {text.common.cancel}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => change([...typed, ''])}
          >
            {text.profiles.addValue}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
