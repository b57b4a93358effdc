import {
  Box,
  Button,
  Checkbox,
  Group,
  Input,
  Radio,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FocusEvent } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Objective, ObjectiveColour } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { ProblemNote, Section } from '@/components/Frame';
import { LeaveDialog } from '@/components/LeaveDialog';
import { ObjectiveDot } from '@/components/objectives/ObjectiveDot';
import { useMay, useMyId } from '@/components/permissions';
import { forgetDraft, keepDraft, readDraft } from '@/lib/drafts';
import { slug } from '@/lib/slug';
import { text } from '@/lib/text';
import { useObjectivesChanged } from './api';
import { contentOf, differing, fieldOf, nothing, schema, type Content } from './content';
import { ZonesField } from './ZonesField';

interface Props {
  /** None: a new one. */
  objective: Objective | undefined;
  onSaved: (objective: Objective) => void;
}

const colours = Object.entries(text.objectives.colours) as [ObjectiveColour, string][];

/** Makes or changes an objective. What was typed survives a reload, and whoever leaves is asked. */
export function ObjectiveForm({ objective, onSaved }: Props) {
  const mayWrite = useMay('objectives:write');
  const owner = useMyId();
  const [draft] = useState({ owner, subject: `objective ${objective?.id ?? ''}` });
  const [kept] = useState(() => (mayWrite ? readDraft<Content>(draft) : undefined));
  /** What the next save is made over. */
  const [version, setVersion] = useState(kept?.version ?? objective?.version);
  const changed = useObjectivesChanged();
  const base = objective ? contentOf(objective) : nothing;
  const form = useForm<Content>({ resolver: zodResolver(schema), mode: 'onTouched', defaultValues: base });
  const { errors, dirtyFields, isDirty } = form.formState;
  const content = form.watch();

  useEffect(() => {
    if (kept) form.reset(kept.content, { keepDefaultValues: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, []);
  useEffect(() => {
    if (isDirty) keepDraft(draft, { version, content });
  });
  // Somebody else saved it, and nothing was typed here that this would take away.
  useEffect(() => {
    if (isDirty || objective === undefined || objective.version === version) return;
    form.reset(contentOf(objective));
    setVersion(objective.version);
  }, [isDirty, objective, version, form]);

  const save = useMutation({
    mutationFn: ({ id, ...body }: Content) =>
      objective
        ? done(
            api.PUT('/api/v1/objectives/{id}', {
              params: { path: { id: objective.id }, header: { 'If-Match': `"${version}"` } },
              body,
            }),
          )
        : done(api.POST('/api/v1/objectives', { body: { id, ...body } })),
    onSuccess: async (saved) => {
      forgetDraft(draft);
      form.reset(contentOf(saved));
      setVersion(saved.version);
      await changed();
      onSaved(saved);
    },
    onError: (failure) => {
      const problem = asProblem(failure);
      if (problem.type === '/problems/objective-id-taken')
        form.setError('id', { message: problem.detail }, { shouldFocus: true });
      for (const error of problem.errors ?? []) {
        const field = fieldOf(error);
        if (field) form.setError(field, { message: error.message }, { shouldFocus: true });
      }
    },
  });
  const submit = form.handleSubmit((wanted) => save.mutate(wanted));
  const problem = save.isError ? asProblem(save.error) : undefined;
  const stale = problem?.type === '/problems/objective-changed' ? problem.current : undefined;
  const atField = problem?.type === '/problems/objective-id-taken' || problem?.errors?.some(fieldOf);

  const typedInto = useRef(new Set<keyof Content>());
  /** A field that somebody only passed through has no mistake yet. */
  const field = (name: 'name' | 'id' | 'title' | 'text', onTyped?: (value: string) => void) => {
    const { onBlur, ...registered } = form.register(name, {
      onChange: (event: { target: { value: string } }) => {
        typedInto.current.add(name);
        onTyped?.(event.target.value);
      },
    });
    return {
      ...registered,
      error: errors[name]?.message,
      readOnly: !mayWrite,
      onBlur: (event: FocusEvent) => (typedInto.current.has(name) ? onBlur(event) : undefined),
    };
  };

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="lg">
        {kept && (
          <Text size="sm" role="status">
            {text.editor.restored}
          </Text>
        )}
        <Section title={text.objectives.what}>
          <Stack p="md" maw={640}>
            <TextInput
              label={text.objectives.name}
              placeholder={objective ? undefined : text.objectives.namePlaceholder}
              withAsterisk
              dir="auto"
              {...field('name', (name) => {
                if (!objective && !dirtyFields.id) form.setValue('id', slug(name).slice(0, 60));
              })}
            />
            <TextInput
              label={text.objectives.id}
              description={text.objectives.idHelp}
              withAsterisk
              disabled={objective !== undefined}
              {...field('id')}
            />
            <Controller
              control={form.control}
              name="colour"
              render={({ field: { ref: _, ...given } }) => (
                <Radio.Group label={text.objectives.colour} {...given}>
                  <SimpleGrid cols={{ base: 2, xs: 3, sm: 5 }} mt="xs" spacing="sm" verticalSpacing="xs">
                    {colours.map(([value, name]) => (
                      <Radio
                        key={value}
                        value={value}
                        disabled={!mayWrite}
                        label={
                          <Group gap={6} wrap="nowrap">
                            <ObjectiveDot colour={value} size={12} />
                            {name}
                          </Group>
                        }
                      />
                    ))}
                  </SimpleGrid>
                </Radio.Group>
              )}
            />
            <Controller
              control={form.control}
              name="zones"
              render={({ field: { value, onChange } }) => (
                <ZonesField chosen={value} onChange={onChange} error={errors.zones?.message} disabled={!mayWrite} />
              )}
            />
            <Controller
              control={form.control}
              name="cleansUp"
              render={({ field: { value, onChange, ref } }) => (
                <Input.Wrapper label={text.objectives.whenRefused} labelElement="div">
                  <Checkbox
                    ref={ref}
                    mt="xs"
                    checked={value}
                    disabled={!mayWrite}
                    label={text.objectives.cleansUp}
                    description={text.objectives.cleansUpHelp}
                    onChange={(event) => onChange(event.currentTarget.checked)}
                  />
                </Input.Wrapper>
              )}
            />
          </Stack>
        </Section>
        <Section title={text.objectives.forVisitors}>
          <Stack p="md" maw={640}>
            <TextInput
              label={text.objectives.visitorTitle}
              description={text.objectives.visitorTitleHelp}
              dir="auto"
              {...field('title')}
            />
            <Textarea
              label={text.objectives.visitorText}
              description={text.objectives.visitorTextHelp}
              dir="auto"
              autosize
              minRows={3}
              maxRows={16}
              {...field('text')}
            />
          </Stack>
        </Section>
        {stale && (
          <StaleNote
            theirs={stale}
            mine={content}
            onKeepMine={() => {
              setVersion(stale.version);
              save.reset();
            }}
            onTakeTheirs={() => {
              forgetDraft(draft);
              form.reset(contentOf(stale));
              setVersion(stale.version);
              save.reset();
              void changed();
            }}
          />
        )}
        {problem && !stale && !atField && <ProblemNote failure={save.error} />}
        {mayWrite && (
          <Group justify="flex-end" maw={672}>
            <BusyButton type="submit" loading={save.isPending} disabled={objective !== undefined && !isDirty}>
              {objective ? text.common.save : text.objectives.create}
            </BusyButton>
          </Group>
        )}
      </Stack>
      <LeaveDialog
        unsaved={isDirty && mayWrite}
        onForget={() => forgetDraft(draft)}
        saving={
          objective && {
            busy: save.isPending,
            save: (then) => void form.handleSubmit((wanted) => save.mutate(wanted, then), then.onError)(),
          }
        }
      />
    </form>
  );
}

function StaleNote(props: { theirs: Objective; mine: Content; onKeepMine: () => void; onTakeTheirs: () => void }) {
  const { theirs, mine, onKeepMine, onTakeTheirs } = props;
  const what = differing(mine, contentOf(theirs));
  return (
    <Box role="alert" p="md" style={{ borderRadius: 8, background: 'var(--tint-warn)' }}>
      <Text fw={600}>{text.objectives.stale(theirs.modifiedBy)}</Text>
      {what.length > 0 && <Text size="sm">{text.objectives.staleDiffers(what)}</Text>}
      <Group mt="sm">
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          {text.objectives.takeTheirs}
        </Button>
        <Button size="xs" variant="default" onClick={onKeepMine}>
          {text.objectives.keepMine}
        </Button>
      </Group>
    </Box>
  );
}
