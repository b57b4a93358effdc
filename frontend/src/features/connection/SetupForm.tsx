import {
  Box,
  Button,
  Code,
  Group,
  NumberInput,
  PasswordInput,
  Select,
  Stack,
  Switch,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconKey,
  IconLock,
  IconPlugConnected,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { api, done } from '@/api/client';
import type {
  Connection,
  ConnectionContent,
  ConnectionType,
  SetupField,
  SetupValue,
  SetupValues,
  TestReport,
  TestStep,
} from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote, Section } from '@/components/Frame';
import { testPlace, useEditing } from '@/components/editing';
import { RelativeTime } from '@/components/Time';
import { useLeft } from '@/components/useLeft';
import { text } from '@/lib/text';
import { complaintOf, isMoved, isShown } from './setupRules';

interface Props {
  type: ConnectionType;
  onSecret: (field: string, value: string | undefined) => void;
}

/** The form that the type describes, and the test of what it says. */
export function SetupForm({ type, onSecret }: Props) {
  const { setValue, getValues, control } = useFormContext<ConnectionContent>();
  const setup = useWatch({ control, name: 'setup' });
  const { connectionId, secrets, saved, mayTry, mayWrite } = useEditing();
  const moved = saved !== undefined && isMoved(type, setup, saved.setup);
  const change = (field: string, value: SetupValue | undefined) => {
    const { [field]: _, ...others } = getValues('setup');
    setValue('setup', value === undefined ? others : { ...others, [field]: value }, { shouldDirty: true });
  };
  const test = useMutation({
    mutationFn: (tested: SetupValues) =>
      connectionId === undefined
        ? done(
            api.POST('/api/v1/connection-types/{id}/test', {
              params: { path: { id: type.id } },
              body: { setup: tested, secrets },
            }),
          )
        : done(
            api.POST('/api/v1/connections/{id}/test', {
              params: { path: { id: connectionId } },
              body: { setup: tested, secrets },
            }),
          ),
    onSuccess: (report, tested) => {
      const pinned = type.setup.find((field) => field.kind === 'PINNED');
      const pin = pinned && report.pins[pinned.id];
      // Meanwhile another server may have been typed, whose key this is not.
      const typed = getValues('setup');
      if (mayWrite && pinned && pin !== undefined && !typed[pinned.id] && !isMoved(type, typed, tested))
        change(pinned.id, pin);
    },
  });

  // That it works is said of what stood here then.
  const onTyped = () => (test.isPending || test.data?.passed) && test.reset();
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!test.isIdle) result.current?.scrollIntoView({ block: 'nearest' });
  }, [test.status, test.isIdle]);

  return (
    <Section
      title={text.setup.access}
      action={
        <BusyButton
          size="xs"
          variant="default"
          leftSection={<IconPlugConnected size={15} aria-hidden />}
          loading={test.isPending}
          data-pointer={testPlace}
          data-disabled={!mayTry || undefined}
          aria-disabled={!mayTry}
          aria-description={mayTry ? undefined : text.setup.testNeeds}
          onClick={() => mayTry && test.mutate(setup)}
        >
          {text.setup.test}
        </BusyButton>
      }
    >
      <Stack p="md" maw={620} gap="md">
        {type.setup
          .filter((field) => isShown(type.setup, field, setup))
          .map((field) =>
            field.kind === 'SECRET' ? (
              <SecretField
                key={field.id}
                field={field}
                moved={moved}
                onChange={(value) => {
                  onSecret(field.id, value);
                  onTyped();
                }}
              />
            ) : field.kind === 'PINNED' ? (
              <PinnedField
                key={field.id}
                field={field}
                value={setup[field.id]}
                confirmed={!moved && setup[field.id] === saved?.setup[field.id]}
                onForget={() => {
                  change(field.id, undefined);
                  test.reset();
                }}
              />
            ) : (
              <PlainField
                key={field.id}
                field={field}
                value={setup[field.id]}
                onChange={(value) => {
                  change(field.id, value);
                  onTyped();
                }}
              />
            ),
          )}
      </Stack>
      <Box px="md" pb="md" aria-live="polite" ref={result}>
        {test.isPending && <Text c="dimmed">{text.setup.testing}</Text>}
        {test.isError && <ProblemNote failure={test.error} />}
        {test.isIdle && (
          <Text size="sm" c="dimmed">
            {mayTry ? text.setup.testHint : text.setup.testNeeds}
          </Text>
        )}
        {test.isSuccess && <Report report={test.data} />}
      </Box>
    </Section>
  );
}

function PlainField({
  field,
  value,
  onChange,
}: {
  field: SetupField;
  value: SetupValue | undefined;
  onChange: (value: SetupValue | undefined) => void;
}) {
  const { issue, mayWrite } = useEditing();
  const { left, onChanged, onBlur } = useLeft();
  const change = (next: SetupValue | undefined) => {
    onChanged();
    onChange(next);
  };
  const common = {
    'data-pointer': `/setup/${field.id}`,
    label: field.label,
    description: field.help,
    withAsterisk: field.required,
    disabled: !mayWrite,
    error: issue(`/setup/${field.id}`) ?? (left ? complaintOf(field, value) : undefined),
    onBlur,
  };
  switch (field.kind) {
    case 'WHOLE_NUMBER':
      return (
        <NumberInput
          {...common}
          w={160}
          allowDecimal={false}
          value={typeof value === 'number' ? value : ''}
          onChange={(typed) => change(typeof typed === 'number' ? typed : undefined)}
        />
      );
    case 'YES_NO':
      return <Switch {...common} checked={value === true} onChange={(event) => change(event.currentTarget.checked)} />;
    case 'CHOICE':
      return (
        <Select
          {...common}
          data={field.options ?? []}
          allowDeselect={!field.required}
          value={String(value ?? '')}
          onChange={(chosen) => change(chosen ?? undefined)}
        />
      );
    case 'TEXT':
    case 'SECRET':
    case 'PINNED':
      return field.multiline ? (
        <Textarea
          {...common}
          autosize
          minRows={3}
          value={String(value ?? '')}
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : (
        <TextInput {...common} value={String(value ?? '')} onChange={(event) => change(event.currentTarget.value)} />
      );
  }
}

/** Write-only: shows whether it is set, never what it is. One given for another server has to be given again. */
function SecretField({
  field,
  moved,
  onChange,
}: {
  field: SetupField;
  moved: boolean;
  onChange: (value: string | undefined) => void;
}) {
  const { saved, secrets, issue, mayWrite } = useEditing();
  const known = saved?.secrets[field.id];
  const [replaced, setReplaced] = useState<Connection['secrets'][string]>();
  // Once it is saved, the one to replace is another.
  const replacing = replaced !== undefined && replaced.setAt === known?.setAt;
  const typed = secrets[field.id];
  const kept = known?.set && !moved;
  const elsewhere = (known?.set && moved) || known?.setElsewhere;
  if (kept && !replacing && typed === undefined)
    return (
      <Box data-pointer={`/secrets/${field.id}`} tabIndex={-1}>
        <Text size="sm" fw={500}>
          {field.label}
        </Text>
        <Group gap="xs" mt={4}>
          <IconLock size={16} aria-hidden style={{ color: 'var(--state-good)' }} />
          <Text size="sm">
            {text.setup.secretSet} {known.setAt && <RelativeTime at={known.setAt} />}{' '}
            {known.setBy && text.setup.secretBy(known.setBy)}
          </Text>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={!mayWrite}
            onClick={() => setReplaced(known)}
            aria-label={text.setup.secretReplace(field.label)}
          >
            {text.common.replace}
          </Button>
        </Group>
      </Box>
    );
  const common = {
    label: field.label,
    description: typed
      ? text.setup.secretTyped
      : elsewhere
        ? text.setup.secretElsewhere
        : `${text.setup.secretNotSet}. ${field.help}`,
    withAsterisk: field.required,
    error: issue(`/secrets/${field.id}`),
    disabled: !mayWrite,
    value: typed ?? '',
    autoComplete: 'new-password',
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value || undefined),
  };
  return (
    <Box data-pointer={`/secrets/${field.id}`}>
      {field.multiline ? (
        <Textarea {...common} autosize minRows={4} maxRows={10} ff="monospace" spellCheck={false} />
      ) : (
        <PasswordInput {...common} />
      )}
      {kept && (
        <Button
          mt={4}
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            onChange(undefined);
            setReplaced(undefined);
          }}
        >
          {text.setup.secretKeep}
        </Button>
      )}
    </Box>
  );
}

function PinnedField({
  field,
  value,
  confirmed,
  onForget,
}: {
  field: SetupField;
  value: SetupValue | undefined;
  /** Somebody saved it for the server that stands here. */
  confirmed: boolean;
  onForget: () => void;
}) {
  const { issue, mayWrite } = useEditing();
  const complaint = issue(`/setup/${field.id}`);
  return (
    <Box data-pointer={`/setup/${field.id}`} tabIndex={-1}>
      <Text size="sm" fw={500}>
        {field.label}
      </Text>
      {value ? (
        <>
          <Group gap="xs" mt={4}>
            <IconKey size={16} aria-hidden />
            <Code style={{ overflowWrap: 'anywhere' }}>{String(value)}</Code>
            <Button size="compact-sm" variant="subtle" disabled={!mayWrite} onClick={onForget}>
              {text.setup.forget}
            </Button>
          </Group>
          <Text size="xs" c="dimmed" mt={4}>
            {confirmed ? text.setup.pinned : text.setup.pinnedNow}
          </Text>
        </>
      ) : (
        <Text size="sm" c="dimmed" mt={4}>
          {text.setup.notPinned}
        </Text>
      )}
      {complaint && !value && (
        <Text size="xs" c="var(--mantine-color-error)" mt={4}>
          {complaint}
        </Text>
      )}
    </Box>
  );
}

const marks = {
  PASSED: [IconCircleCheck, 'good'],
  FAILED: [IconCircleX, 'bad'],
  NOT_REACHED: [IconCircleDashed, 'idle'],
} as const;

function Report({ report }: { report: TestReport }) {
  return (
    <Box
      role="group"
      aria-label={text.setup.test}
      p="md"
      style={{ borderRadius: 8, background: `var(--tint-${report.passed ? 'good' : 'bad'})` }}
    >
      <Text fw={600} mb="xs">
        {report.passed ? text.setup.passed : text.setup.failed}
      </Text>
      <Stack component="ol" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
        {report.steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </Stack>
    </Box>
  );
}

function Step({ step }: { step: TestStep }) {
  const [Mark, tone] = marks[step.outcome];
  return (
    <li>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        <Mark size={18} aria-hidden style={{ color: `var(--state-${tone})`, flex: 'none' }} />
        <Box miw={0}>
          <Text size="sm">
            <b>{text.setup.steps[step.id] ?? step.id}</b> · {text.setup.outcomes[step.outcome]}
            {step.note && <span style={{ overflowWrap: 'anywhere' }}> · {step.note}</span>}
          </Text>
          {step.message && <Text size="sm">{step.message}</Text>}
          {step.remedy && <Text size="sm">{step.remedy}</Text>}
          {step.technical && (
            <details>
              <summary style={{ cursor: 'pointer', fontSize: 13 }}>{text.common.technical}</summary>
              <Code block>{step.technical}</Code>
            </details>
          )}
        </Box>
      </Group>
    </li>
  );
}
