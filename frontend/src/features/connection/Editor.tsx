import { Stack, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import { FormProvider } from 'react-hook-form';
import { $api } from '@/api/client';
import type { Connection, ConnectionType, FieldError, Goal } from '@/api/types';
import { EditingContext, type Editing } from '@/components/editing';
import { EmptyState, usePageTitle } from '@/components/Frame';
import { Later } from '@/components/Later';
import { useMay } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { RelativeTime } from '@/components/Time';
import { LeaveDialog } from '@/components/LeaveDialog';
import { useStable } from '@/components/useStable';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { contentOf } from './content';
import { problemsOfDraft } from './draftProblems';
import { reservedNote } from './editRights';
import { EditorHead } from './EditorHead';
import { EditorMenu } from './EditorMenu';
import { EditorNotices } from './EditorNotices';
import { GoalsPanel } from './GoalsPanel';
import { placeWords } from './goalWords';
import { savingNote } from './keys';
import { PageActivitySection } from './PageActivitySection';
import { PageWork } from './PageWork';
import { focusPlace } from './places';
import { Related } from './Related';
import { RestoredNote } from './RestoredNote';
import { ScopeSection } from './scope/ScopeSection';
import { SetupForm } from './SetupForm';
import { StaleDialog } from './StaleDialog';
import { useDraft } from './useDraft';
import { useSave, useShowConnection } from './useSave';

interface Props {
  type: ConnectionType;
  connection?: Connection;
  /** What a new connection of the type starts with. */
  prepared?: Goal[];
  goalId: string | undefined;
  /** The place that whoever followed a link is to look at first. */
  at?: string | undefined;
  onGoal: (goalId: string | undefined, replace?: boolean) => void;
  renderGoal: (index: number) => ReactNode;
  renderRuns: (dirty: boolean) => ReactNode;
}

/** One connection: its head, what should be known first, and either its setup or one of its goals. */
export function Editor({ type, connection, prepared, goalId, at, onGoal, renderGoal, renderRuns }: Props) {
  const router = useRouter();
  const mayTry = useMay('connections:write');
  const mayWrite = mayTry && (connection?.mayEdit ?? true);
  const draft = useDraft(type, connection, prepared);
  const { form, content, secrets, touched, dirty } = draft;
  const show = useShowConnection();
  const { save, refused, failed, gone, stale, settle } = useSave(draft, async ({ id }) => {
    draft.forget();
    await router.navigate({
      to: paths.connection(id),
      search: goalId ? { goal: goalId } : {},
      replace: true,
      ignoreBlocker: true,
    });
  });
  const properties = $api.useQuery('get', '/api/v1/profile-properties', {}, { staleTime: 30_000 }).data?.items;
  const nameOfProperty = (id: string) => properties?.find((property) => property.id === id)?.name ?? id;
  usePageTitle(content.name);

  const saveNow = () => {
    if (mayWrite && dirty && !save.isPending) save.mutate({ version: undefined });
  };
  useHotkeys([['mod+S', saveNow]], []);

  const inPages = type.mode === 'IN_PAGE';
  const { still, afterSaving } = problemsOfDraft(type, connection, content, secrets);
  const wrong = useStable([...refused, ...still]);
  const leadTo = (pointer: string, replace?: boolean) => {
    const [, kind, index] = pointer.split('/');
    if (kind === 'goals' && index === undefined) {
      document.querySelector<HTMLElement>('[data-goals] input, [data-goals] button')?.focus();
      return;
    }
    onGoal(kind === 'goals' ? content.goals[Number(index)]?.id : undefined, replace);
    // The place may have to be drawn first.
    setTimeout(() => focusPlace(pointer), 50);
  };
  const led = useRef(false);
  useEffect(() => {
    if (at === undefined || led.current) return;
    led.current = true;
    leadTo(at, true);
  });
  const leading = useRef(leadTo);
  useEffect(() => {
    leading.current = leadTo;
  });
  // A keystroke alone changes nothing of this: hundreds of parts read it.
  const editing = useMemo<Editing>(() => {
    const issues = (pointer: string) => wrong.filter((error) => `${error.pointer}/`.startsWith(`${pointer}/`));
    return {
      connectionId: connection?.id,
      typeId: type.id,
      inPages,
      saved: connection,
      secrets,
      setup: () => form.getValues('setup'),
      mayWrite,
      mayTry,
      issues,
      issue: (pointer) => issues(pointer)[0]?.message,
      leadTo: (pointer) => leading.current(pointer),
    };
  }, [connection, type.id, inPages, secrets, form, mayWrite, mayTry, wrong]);
  const goalIndex = content.goals.findIndex((goal) => goal.id === goalId);

  return (
    <FormProvider {...form}>
      <EditingContext value={editing}>
        <EditorHead
          type={type}
          connection={connection}
          content={content}
          dirty={dirty}
          saving={save.isPending}
          onSave={saveNow}
          menu={
            <EditorMenu
              type={type}
              connection={connection}
              draft={draft}
              nameOfProperty={nameOfProperty}
              onRestored={(restored) => {
                draft.giveUpFor(restored);
                settle();
                save.reset();
              }}
            />
          }
        />
        <ReadOnlyNote unless="connections:write" otherwise={reservedNote(connection)} />
        {draft.restored && touched && (
          <RestoredNote
            lost={type.setup.filter(({ id }) => draft.lostSecrets.includes(id)).map(({ label }) => label)}
            onDiscard={draft.discard}
          />
        )}
        <EditorNotices
          refused={refused}
          failedAt={save.isError ? save.submittedAt : undefined}
          failure={failed ? save.error : undefined}
          onRetry={saveNow}
          onSaveAnew={gone ? () => save.mutate({ anew: true }) : undefined}
          still={still}
          afterSaving={afterSaving}
          placeOf={({ pointer }: FieldError) => placeWords(pointer, content, nameOfProperty)}
        />

        <div className="editor-grid">
          <GoalsPanel kinds={type.goalKinds} selected={goalId} onSelect={onGoal} />
          <Stack gap="lg" miw={0}>
            {goalId === undefined ? (
              <>
                {inPages && (
                  <PageWork type={type} connection={connection} goals={content.goals} onGoal={(id) => onGoal(id)} />
                )}
                {type.setup.length > 0 && <SetupForm type={type} onSecret={draft.typeSecret} />}
                {inPages && connection && <PageActivitySection connectionId={connection.id} />}
                <ScopeSection type={type} />
                {!inPages && <Later lines={6}>{renderRuns(touched)}</Later>}
                {connection && (
                  <Text size="sm" c="dimmed">
                    {text.editor.created} <RelativeTime at={connection.createdAt} />{' '}
                    <bdi>{text.common.by(connection.createdBy)}</bdi> · {text.editor.modified}{' '}
                    <RelativeTime at={connection.modifiedAt} /> <bdi>{text.common.by(connection.modifiedBy)}</bdi>
                  </Text>
                )}
              </>
            ) : goalIndex >= 0 ? (
              renderGoal(goalIndex)
            ) : (
              <EmptyState picture="?" title={text.editor.goalGone}>
                {inPages ? text.inPages.noGoals : text.editor.noGoals}
              </EmptyState>
            )}
          </Stack>
          <Later lines={6}>
            <Related
              type={type}
              connectionId={connection?.id}
              labels={connection?.labels ?? []}
              goals={content.goals}
              objectives={content.objectives}
              scope={content.scope}
              nameOfProperty={nameOfProperty}
            />
          </Later>
        </div>

        <LeaveDialog
          unsaved={touched}
          onForget={draft.forget}
          saving={
            mayWrite ? { busy: save.isPending, save: (then) => save.mutate({ version: undefined }, then) } : undefined
          }
        />
        {stale && (
          <StaleDialog
            type={type}
            base={draft.base && contentOf(type, draft.base)}
            theirs={stale}
            mine={content}
            nameOf={nameOfProperty}
            busy={save.isPending}
            onClose={settle}
            onKeepMine={() => save.mutate({ version: stale.version })}
            onTakeTheirs={() => {
              draft.beginWith(stale);
              draft.forget();
              show(stale);
              settle();
              save.reset();
            }}
            onMerge={(merged) => {
              draft.beginWith(stale, merged);
              show(stale);
              settle();
              save.reset();
              notifications.show({ id: savingNote, message: text.conflict.merged });
            }}
          />
        )}
      </EditingContext>
    </FormProvider>
  );
}
