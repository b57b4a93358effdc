import { Alert, Box, Button, Group, Menu, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { IconBook, IconChevronDown, IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { hashKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useBlocker, useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { $api, api, done } from '@/api/client';
import type { Connection, ConnectionContent, ConnectionType, FieldError, Problem } from '@/api/contract';
import { asProblem, codeOf } from '@/api/problem';
import { Confirm } from '@/components/confirm';
import { EditingContext, type Editing } from '@/components/editing';
import { EmptyState, ProblemNote, usePageTitle } from '@/components/Frame';
import { useMay, useMyId } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { InlineText } from '@/components/InlineText';
import { RelativeTime } from '@/components/Time';
import { TypeLogo } from '@/components/TypeLogo';
import { forgetDraft, keepDraft, readDraft } from '@/lib/drafts';
import { paths } from '@/lib/paths';
import { valueAt } from '@/lib/pointer';
import { text } from '@/lib/text';
import { connectionsKey, OnSwitch } from './ConnectionsPage';
import { problemsOfDraft } from './draftProblems';
import { ErrorSummary } from './ErrorSummary';
import { GuideDrawer } from './Gallery';
import { GoalsPanel } from './GoalsPanel';
import { placeWords } from './goalWords';
import { focusPlace } from './places';
import { SetupForm } from './SetupForm';
import { initialSetup } from './setupRules';
import { StaleDialog } from './StaleDialog';

interface Props {
  type: ConnectionType;
  connection?: Connection;
  goalId: string | undefined;
  onGoal: (goalId: string | undefined) => void;
  renderGoal: (index: number) => ReactNode;
  renderRuns: (dirty: boolean) => ReactNode;
}

function contentOf(type: ConnectionType, connection: Connection | undefined): ConnectionContent {
  if (!connection) return { name: text.editor.newOf(type.name), description: '', setup: initialSetup(type), goals: [] };
  const { name, description, setup, goals } = connection;
  return { name, description, setup, goals };
}

export function Editor({ type, connection, goalId, onGoal, renderGoal, renderRuns }: Props) {
  const router = useRouter();
  const queries = useQueryClient();
  const mayWrite = useMay('connections:write');
  const me = useMyId();
  const [owner] = useState(me);
  const draft = { owner, subject: connection?.id ?? `new:${type.id}` };
  const savedContent = useMemo(() => contentOf(type, connection), [type, connection]);
  const form = useForm<ConnectionContent>({ defaultValues: savedContent });
  const [base, setBase] = useState(connection);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [refused, setRefused] = useState<(FieldError & { then: unknown })[]>([]);
  const [stale, setStale] = useState<Connection>();
  const [restored, setRestored] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [guide, setGuide] = useState(false);
  const content = form.watch();
  const properties = $api.useQuery('get', '/api/v1/profile-properties', {}, { staleTime: 30_000 }).data?.items;
  const nameOfProperty = (id: string) => properties?.find((property) => property.id === id)?.name ?? id;
  const dirty = form.formState.isDirty || Object.keys(secrets).length > 0 || !connection;
  const touched = form.formState.isDirty || Object.keys(secrets).length > 0;
  usePageTitle(content.name);

  // What was typed before a reload comes back; it is not saved until somebody says so.
  useEffect(() => {
    const kept = readDraft<ConnectionContent>(draft);
    if (!kept) return;
    form.reset(kept.content, { keepDefaultValues: true });
    // It was typed over this version: what others saved since is shown before it is written over.
    setBase((now) => now && { ...now, ...kept.base, version: kept.version ?? now.version });
    setRestored(true);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once per connection
  }, [owner, draft.subject]);
  useEffect(() => {
    if (form.formState.isDirty) keepDraft(draft, { version: base?.version, base: contentOf(type, base), content });
  });

  // What others, the switch or a test changed meanwhile is shown as long as nothing was typed over it. The form is
  // asked itself: a keystroke that no rendering has seen yet must not be lost either.
  useEffect(() => {
    if (!connection || connection === base) return;
    const typed = hashKey([form.getValues()]) !== hashKey([contentOf(type, base)]);
    if (typed || Object.keys(secrets).length > 0) return;
    form.reset(savedContent);
    setBase(connection);
  }, [connection, base, savedContent, secrets, form, type]);

  const save = useMutation({
    mutationFn: async ({ version }: { version: number | undefined }) => {
      const sent = form.getValues();
      let saved =
        base === undefined
          ? await done(api.POST('/api/v1/connections', { body: { typeId: type.id, ...sent } }))
          : await done(
              api.PUT('/api/v1/connections/{id}', {
                params: { path: { id: base.id }, header: { 'If-Match': `"${version ?? base.version}"` } },
                body: sent,
              }),
            );
      let failure: unknown;
      for (const [field, value] of Object.entries(secrets)) {
        await done(
          api.PUT('/api/v1/connections/{id}/secrets/{field}', {
            params: { path: { id: saved.id, field } },
            body: { value },
          }),
        ).catch((failed: unknown) => (failure = failed));
      }
      if (Object.keys(secrets).length > 0)
        saved = await done(api.GET('/api/v1/connections/{id}', { params: { path: { id: saved.id } } }));
      return { saved, sent, failure };
    },
    onSuccess: async ({ saved, sent, failure }) => {
      setRefused([]);
      setStale(undefined);
      setRestored(false);
      setBase(saved);
      // What was typed while the save was under way stays typed.
      const now = form.getValues();
      const typedOn = JSON.stringify(now) !== JSON.stringify(sent);
      form.reset(contentOf(type, saved));
      if (typedOn) form.reset(now, { keepDefaultValues: true });
      else forgetDraft(draft);
      if (failure === undefined) setSecrets({});
      else notifications.show({ color: 'red', message: <ProblemNote failure={failure} /> });
      queries.setQueryData(
        $api.queryOptions('get', '/api/v1/connections/{id}', { params: { path: { id: saved.id } } }).queryKey,
        saved,
      );
      void queries.invalidateQueries({ queryKey: connectionsKey });
      notifications.show({ message: text.editor.savedAs(saved.name) });
      if (!connection)
        await router.navigate({
          to: paths.connection(saved.id),
          search: goalId ? { goal: goalId } : {},
          replace: true,
          ignoreBlocker: true,
        });
    },
    onError: (failure) => {
      const problem: Problem = asProblem(failure);
      if (codeOf(problem) === 'connection-changed' && problem.current) setStale(problem.current);
      setRefused((problem.errors ?? []).map((error) => ({ ...error, then: valueAt(form.getValues(), error.pointer) })));
    },
  });

  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/connections/{id}', { params: { path: { id: connection?.id ?? '' } } })),
    onSuccess: async () => {
      forgetDraft(draft);
      notifications.show({ message: text.editor.deleted(content.name) });
      void queries.invalidateQueries({ queryKey: connectionsKey });
      await router.navigate({ to: paths.connections(), ignoreBlocker: true });
    },
  });

  const beginWith = (current: Connection) => {
    form.reset(contentOf(type, current));
    setBase(current);
    setStale(undefined);
    save.reset();
    queries.setQueryData(
      $api.queryOptions('get', '/api/v1/connections/{id}', { params: { path: { id: current.id } } }).queryKey,
      current,
    );
  };

  const canSave = mayWrite && dirty && !save.isPending;
  const saveNow = () => {
    if (canSave) save.mutate({ version: undefined });
  };
  useHotkeys([['mod+S', saveNow]], []);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => touched && current.pathname !== next.pathname,
    enableBeforeUnload: touched,
    withResolver: true,
  });

  const stillRefused = refused.filter(
    (error) =>
      valueAt(content, error.pointer) === error.then &&
      !(error.pointer.startsWith('/secrets/') && secrets[error.pointer.slice(9)]),
  );
  const { still, afterSaving } = problemsOfDraft(connection, content, secrets);
  const issues = (pointer: string) =>
    [...stillRefused, ...still].filter((error) => `${error.pointer}/`.startsWith(`${pointer}/`));
  const leadTo = (pointer: string) => {
    const [, kind, at] = pointer.split('/');
    if (kind === 'goals' && at === undefined) {
      document.querySelector<HTMLElement>('[data-goals] input, [data-goals] button')?.focus();
      return;
    }
    onGoal(kind === 'goals' ? content.goals[Number(at)]?.id : undefined);
    // The place may have to be drawn first.
    setTimeout(() => focusPlace(pointer), 50);
  };
  const editing: Editing = {
    connectionId: connection?.id,
    saved: connection,
    secrets,
    setup: () => form.getValues('setup'),
    mayWrite,
    issues,
    issue: (pointer) => issues(pointer)[0]?.message,
    leadTo,
  };
  const goalIndex = content.goals.findIndex((goal) => goal.id === goalId);
  const placeOf = ({ pointer }: FieldError) => placeWords(pointer, content, nameOfProperty);
  const saveFailed = save.isError && !stale && stillRefused.length === 0 && refused.length === 0;

  return (
    <FormProvider {...form}>
      <EditingContext value={editing}>
        <Group justify="space-between" align="flex-start" mb="md" className="editor-head">
          <Group wrap="nowrap" align="flex-start" miw={0} gap="sm">
            <TypeLogo logo={type.logo} size={44} />
            <Box miw={0}>
              <InlineText
                heading
                value={content.name}
                label={text.editor.name}
                hint={text.editor.rename}
                error={editing.issue('/name')}
                disabled={!mayWrite}
                onChange={(name) => form.setValue('name', name, { shouldDirty: true })}
              />
              <InlineText
                value={content.description}
                label={text.editor.description}
                hint={text.editor.describe}
                error={editing.issue('/description')}
                disabled={!mayWrite}
                onChange={(description) => form.setValue('description', description, { shouldDirty: true })}
              />
            </Box>
          </Group>
          <Group gap="sm" wrap="nowrap">
            {connection ? (
              <OnSwitch id={connection.id} name={connection.name} on={connection.on} size="md" />
            ) : (
              <Tooltip label={text.editor.switchUnsaved}>
                <Text size="sm" c="dimmed" className="wide-only">
                  {text.common.unsaved}
                </Text>
              </Tooltip>
            )}
            <Button.Group>
              <Tooltip
                label={!mayWrite ? text.common.noPermission : dirty ? text.editor.saveKeys : text.editor.nothingToSave}
              >
                <Button
                  leftSection={<IconDeviceFloppy size={16} aria-hidden />}
                  data-disabled={!canSave || undefined}
                  aria-disabled={!canSave}
                  loading={save.isPending}
                  onClick={saveNow}
                >
                  {text.common.save}
                </Button>
              </Tooltip>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button px={8} aria-label={text.editor.menu}>
                    <IconChevronDown size={16} aria-hidden />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item leftSection={<IconBook size={15} aria-hidden />} onClick={() => setGuide(true)}>
                    {text.connections.guideOf(type.name)}
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconTrash size={15} aria-hidden />}
                    disabled={!connection || !mayWrite}
                    onClick={() => setDeleting(true)}
                  >
                    {text.common.delete}
                    {(!connection || !mayWrite) && (
                      <Text size="xs">{mayWrite ? text.common.unsaved : text.common.noPermission}</Text>
                    )}
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </Button.Group>
          </Group>
        </Group>

        <ReadOnlyNote unless="connections:write" />
        <Stack gap="sm" mb="md">
          {restored && touched && (
            <Alert color="accent" title={text.editor.restored}>
              <Button
                size="xs"
                variant="default"
                onClick={() => {
                  form.reset(savedContent);
                  forgetDraft(draft);
                  setRestored(false);
                }}
              >
                {text.editor.discard}
              </Button>
            </Alert>
          )}
          {stillRefused.length > 0 && (
            <ErrorSummary
              tone="bad"
              title={text.editor.errorsTitle(stillRefused.length)}
              errors={stillRefused}
              placeOf={placeOf}
              onChoose={leadTo}
            />
          )}
          {saveFailed && <ProblemNote failure={save.error} onRetry={saveNow} />}
          {stillRefused.length === 0 && still.length > 0 && (
            <ErrorSummary
              tone="warn"
              title={text.editor.problemsTitle(still.length)}
              errors={still}
              placeOf={placeOf}
              onChoose={leadTo}
            />
          )}
          {afterSaving > 0 && (
            <Text size="sm" c="dimmed" role="status">
              {text.draft.afterSaving(afterSaving)}
            </Text>
          )}
        </Stack>

        <div className="editor-grid">
          <GoalsPanel selected={goalId} onSelect={onGoal} />
          <Stack gap="lg" miw={0}>
            {goalId === undefined ? (
              <>
                <SetupForm
                  type={type}
                  onSecret={(field, value) =>
                    setSecrets(({ [field]: _, ...others }) =>
                      value === undefined ? others : { ...others, [field]: value },
                    )
                  }
                />
                {renderRuns(touched)}
                {connection && (
                  <Text size="sm" c="dimmed">
                    {text.editor.created} <RelativeTime at={connection.createdAt} />{' '}
                    {text.common.by(connection.createdBy)} · {text.editor.modified}{' '}
                    <RelativeTime at={connection.modifiedAt} /> {text.common.by(connection.modifiedBy)}
                  </Text>
                )}
              </>
            ) : goalIndex >= 0 ? (
              renderGoal(goalIndex)
            ) : (
              <EmptyState picture="?" title={text.editor.goalGone}>
                {text.editor.noGoals}
              </EmptyState>
            )}
          </Stack>
        </div>

        <Confirm
          opened={deleting}
          title={text.editor.deleteTitle(content.name)}
          action={text.common.delete}
          danger
          busy={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={() => setDeleting(false)}
        >
          <Text>{text.editor.deleteText}</Text>
          {remove.isError && <ProblemNote failure={remove.error} />}
        </Confirm>
        <Modal
          opened={blocker.status === 'blocked'}
          onClose={() => blocker.reset?.()}
          title={text.editor.leaveTitle}
          centered
          closeButtonProps={{ 'aria-label': text.common.close }}
        >
          <Text mb="md">{text.editor.leaveText}</Text>
          <Group justify="flex-end">
            <Button
              variant="default"
              onClick={() => {
                forgetDraft(draft);
                blocker.proceed?.();
              }}
            >
              {text.editor.leave}
            </Button>
            <Button variant="default" data-autofocus onClick={() => blocker.reset?.()}>
              {text.editor.stay}
            </Button>
            {mayWrite && (
              <Button
                loading={save.isPending}
                onClick={() =>
                  save.mutate(
                    { version: undefined },
                    { onSuccess: () => blocker.proceed?.(), onError: () => blocker.reset?.() },
                  )
                }
              >
                {text.editor.saveAndLeave}
              </Button>
            )}
          </Group>
        </Modal>
        {stale && (
          <StaleDialog
            type={type}
            base={base && contentOf(type, base)}
            theirs={stale}
            mine={content}
            nameOf={nameOfProperty}
            busy={save.isPending}
            onClose={() => setStale(undefined)}
            onKeepMine={() => save.mutate({ version: stale.version })}
            onTakeTheirs={() => {
              beginWith(stale);
              forgetDraft(draft);
            }}
            onMerge={(merged) => {
              beginWith(stale);
              form.reset(merged, { keepDefaultValues: true });
              notifications.show({ message: text.conflict.merged });
            }}
          />
        )}
        <GuideDrawer type={guide ? type : undefined} onClose={() => setGuide(false)} />
      </EditingContext>
    </FormProvider>
  );
}
