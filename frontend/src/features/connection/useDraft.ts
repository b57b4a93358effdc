import { hashKey } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useForm, type UseFormReturn } from 'react-hook-form';
import type { Connection, ConnectionContent, ConnectionType, ConsentRow, Goal, ImportGoal } from '@/api/types';
import { useMyId } from '@/components/permissions';
import { forgetDraft, keepDraft, readDraft } from '@/lib/drafts';
import { contentOf } from './content';
import { creationOf } from './creation';

export interface Draft {
  form: UseFormReturn<ConnectionContent>;
  content: ConnectionContent;
  /** What was typed stands on top of this; nothing of a connection that was never saved. */
  base: Connection | undefined;
  /** Typed but not yet saved; lives in memory only. */
  secrets: Record<string, string>;
  typeSecret: (field: string, value: string | undefined) => void;
  /** Somebody typed something. */
  touched: boolean;
  /** There is something to save: what was typed, or a connection that is not there yet. */
  dirty: boolean;
  /** What was typed before a reload came back. */
  restored: boolean;
  /** The secrets that were typed before the reload and are not kept. */
  lostSecrets: string[];
  discard: () => void;
  /** Makes the connection of this draft, once however often it is tried. */
  create: (content: ConnectionContent) => Promise<Connection>;
  forget: () => void;
  /** The saved connection becomes the base; what was typed while it was being saved stays typed. */
  saved: (connection: Connection, sent: ConnectionContent, withSecrets: boolean) => void;
  /** Begins anew on top of this, with what is given as typed. */
  beginWith: (connection: Connection, typed?: ConnectionContent) => void;
  /** Gives up all that was typed, secrets too, for this. */
  giveUpFor: (connection: Connection) => void;
}

/** What is being edited and what it stands on, over reloads and over what others save meanwhile. */
export function useDraft(type: ConnectionType, connection: Connection | undefined, prepared?: Goal[]): Draft {
  const me = useMyId();
  const [owner] = useState(me);
  const of = { owner, subject: connection?.id ?? `new:${type.id}` };
  const savedContent = useMemo(() => contentOf(type, connection, prepared), [type, connection, prepared]);
  const form = useForm<ConnectionContent>({ defaultValues: savedContent });
  const [base, setBase] = useState(connection);
  const [secrets, setSecrets] = useState<Record<string, string>>({});
  const [restored, setRestored] = useState(false);
  const [lost, setLost] = useState<string[]>([]);
  const [creation] = useState(() => creationOf(type.id, owner));
  const content = form.watch();
  const touched = form.formState.isDirty || Object.keys(secrets).length > 0;

  // What was typed before a reload comes back; it is not saved until somebody says so.
  useEffect(() => {
    const kept = readDraft<ConnectionContent>(of);
    if (!kept) return;
    // A draft from before there were edit rights, objectives or consent says nothing of them.
    const goals = kept.content.goals.map((goal) => (goal.kind === 'IMPORT_PROFILES' ? withConsent(goal) : goal));
    form.reset({ ...savedContent, ...kept.content, goals }, { keepDefaultValues: true });
    // It was typed over this version: what others saved since is shown before it is written over.
    setBase((now) => now && { ...now, ...kept.base, version: kept.version ?? now.version });
    setRestored(true);
    setLost(kept.secrets ?? []);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once per connection
  }, [owner, of.subject]);
  useEffect(() => {
    if (form.formState.isDirty)
      keepDraft(of, {
        version: base?.version,
        base: contentOf(type, base, prepared),
        content,
        secrets: [...new Set([...lost, ...Object.keys(secrets)])],
      });
  });

  // Whoever leaves the page gives the draft up, and with it what may have been made of it.
  useEffect(() => () => creation.forget(), [creation]);

  // What others, the switch or a test changed meanwhile is shown as long as nothing was typed over it. The form is
  // asked itself: a keystroke that no rendering has seen yet must not be lost either.
  useEffect(() => {
    if (!connection || connection === base) return;
    const typed = hashKey([form.getValues()]) !== hashKey([contentOf(type, base)]);
    if (typed || Object.keys(secrets).length > 0) return;
    form.reset(savedContent);
    setBase(connection);
  }, [connection, base, savedContent, secrets, form, type]);

  return {
    form,
    content,
    base,
    secrets,
    typeSecret: (field, value) =>
      setSecrets(({ [field]: _, ...others }) => (value === undefined ? others : { ...others, [field]: value })),
    touched,
    dirty: touched || !connection,
    restored,
    lostSecrets: lost.filter((field) => secrets[field] === undefined),
    discard: () => {
      form.reset(savedContent);
      forgetDraft(of);
      creation.forget();
      setRestored(false);
      setLost([]);
    },
    create: creation.create,
    forget: () => forgetDraft(of),
    saved: (now, sent, withSecrets) => {
      setRestored(false);
      setLost([]);
      setBase(now);
      const typed = form.getValues();
      const typedOn = JSON.stringify(typed) !== JSON.stringify(sent);
      form.reset(contentOf(type, now));
      if (typedOn) form.reset(typed, { keepDefaultValues: true });
      else forgetDraft(of);
      if (withSecrets) setSecrets({});
    },
    beginWith: (now, typed) => {
      form.reset(contentOf(type, now));
      setBase(now);
      if (typed) form.reset(typed, { keepDefaultValues: true });
    },
    giveUpFor: (now) => {
      form.reset(contentOf(type, now));
      setBase(now);
      setSecrets({});
      setRestored(false);
      setLost([]);
      forgetDraft(of);
    },
  };
}

const withConsent = (goal: Omit<ImportGoal, 'consent'> & { consent?: ConsentRow[] }): ImportGoal => ({
  ...goal,
  consent: goal.consent ?? [],
});
