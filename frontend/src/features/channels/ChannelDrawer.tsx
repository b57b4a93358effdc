import { Alert, Box, Button, Drawer, Group, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type SyntheticEvent } from 'react';
import { Controller, useForm, type Path } from 'react-hook-form';
import { $api, api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Channel, FieldError, NewChannel } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { channelKinds } from '@/components/channels/filter';
import { ProblemNote, Waiting } from '@/components/Frame';
import { LabelEditor } from '@/components/marks/LabelEditor';
import { Star } from '@/components/marks/Star';
import { useMay, useMyId } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { RelativeTime } from '@/components/Time';
import { forgetDraft, keepDraft, readDraft } from '@/lib/drafts';
import { text } from '@/lib/text';
import { LogoField } from './LogoField';
import { UsedBy } from './UsedBy';
import { WebsiteTag } from './WebsiteTag';

const words = text.channels;

interface Props {
  /** The id of a channel, or `new`. */
  open: string | undefined;
  /** What a new one begins with. */
  hostname: string | undefined;
  onClose: () => void;
}

/** One channel beside the list: its labels act at once, the rest is saved. */
export function ChannelDrawer({ open, hostname, onClose }: Props) {
  const id = open === 'new' ? undefined : open;
  const query = $api.useQuery(
    'get',
    '/api/v1/channels/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined, retry: false },
  );
  const channel = id === undefined ? undefined : query.data;
  const of = channel && { object: { kind: 'channel' as const, id: channel.id, name: channel.name }, channel };
  const mayWrite = useMay('channels:write');
  return (
    <Drawer
      opened={open !== undefined}
      onClose={onClose}
      position="right"
      size="md"
      title={of ? <bdi style={{ overflowWrap: 'anywhere' }}>{of.object.name}</bdi> : open === 'new' && words.add}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {id !== undefined && query.isPending && <Waiting />}
      {id !== undefined && query.isError && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      {of && (
        <Box mb="md">
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Star of={of.object} starred={of.channel.favorite} />
            <LabelEditor of={of.object} labels={of.channel.labels} mayWrite={mayWrite} />
          </Group>
          <Text size="sm" c="dimmed" mt="xs">
            {of.channel.lastSeen ? (
              <>
                {words.seenAt} <RelativeTime at={of.channel.lastSeen} />
              </>
            ) : (
              words.neverSeen
            )}
          </Text>
          {of.channel.uses > 0 && <Uses id={of.object.id} />}
        </Box>
      )}
      {(open === 'new' || channel) && (
        <ChannelForm key={channel?.id} channel={channel} hostname={hostname} mayWrite={mayWrite} onClose={onClose} />
      )}
      {channel?.kind === 'WEBSITE' && <WebsiteTag channel={channel.id} />}
    </Drawer>
  );
}

function Uses({ id }: { id: string }) {
  const uses = $api.useQuery('get', '/api/v1/channels/{id}/uses', { params: { path: { id } } });
  return uses.data ? (
    <Box mt="xs">
      <UsedBy channel={id} {...uses.data} />
    </Box>
  ) : null;
}

type Content = Required<NewChannel>;

const contentOf = ({ name, kind, hostname, aliases, appId, logo }: Channel): Content => ({
  name,
  kind,
  hostname: hostname ?? '',
  aliases,
  appId: appId ?? '',
  logo: logo ?? '',
});

/** As the field itself takes them apart, without those that are there already. */
function withTyped(aliases: string[], typed: string): string[] {
  return [...aliases, ...typed.split(/[\s,]+/)].filter(
    (host, place, all) => host !== '' && all.findIndex((other) => other.toLowerCase() === host.toLowerCase()) === place,
  );
}

/** Without what other kinds have; that stays in the form, should somebody choose the kind again. */
function wanted({ name, kind, hostname, aliases, appId, logo }: Content): NewChannel {
  const about = { name: name.trim(), kind, ...(logo ? { logo } : {}) };
  switch (kind) {
    case 'WEBSITE':
      return { ...about, hostname: hostname.trim(), aliases };
    case 'EMAIL':
      return about;
    case 'MOBILE':
    case 'TV':
      return { ...about, appId: appId.trim() };
  }
}

/** The field of a pointer, and which of its values is meant. */
function placeOf({ pointer, message }: FieldError, content: Content): [Path<Content>, string] | undefined {
  const [, field = '', index] = pointer.split('/');
  if (!(field in content)) return undefined;
  const value = field === 'aliases' && index !== undefined ? content.aliases[Number(index)] : undefined;
  return [field as Path<Content>, value === undefined ? message : `${value}: ${message}`];
}

interface FormProps {
  channel: Channel | undefined;
  hostname: string | undefined;
  mayWrite: boolean;
  onClose: () => void;
}

function ChannelForm({ channel, hostname, mayWrite, onClose }: FormProps) {
  const queries = useQueryClient();
  const me = useMyId();
  const [draft] = useState({ owner: me, subject: `channel ${channel?.id ?? 'new'}` });
  const [typed] = useState(() => (mayWrite ? readDraft<Content>(draft) : undefined));
  const [from, setFrom] = useState(typed?.version ?? channel?.version);
  const form = useForm<Content>({
    defaultValues: channel
      ? contentOf(channel)
      : { name: '', kind: 'WEBSITE', hostname: hostname ?? '', aliases: [], appId: '', logo: '' },
  });
  // What stands in the field of the other hostnames without Enter.
  const [alias, setAlias] = useState('');
  const { errors, isDirty } = form.formState;
  const content = form.watch();
  useEffect(() => {
    if (typed) form.reset(typed.content, { keepDefaultValues: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, []);
  useEffect(() => {
    if (isDirty || alias !== '')
      keepDraft(draft, { version: from, content: { ...content, aliases: withTyped(content.aliases, alias) } });
  });
  const close = () => {
    forgetDraft(draft);
    onClose();
  };
  const save = useMutation({
    mutationFn: (given: Content) =>
      channel
        ? done(
            api.PUT('/api/v1/channels/{id}', {
              params: { path: { id: channel.id }, header: { 'If-Match': `"${from}"` } },
              body: wanted(given),
            }),
          )
        : done(api.POST('/api/v1/channels', { body: wanted(given) })),
    onSuccess: (saved) => {
      notifications.show({ message: words.saved(saved.name) });
      close();
      void queries.invalidateQueries();
    },
    onError: (failure, given) => {
      const told = new Map<Path<Content>, string[]>();
      for (const error of asProblem(failure).errors ?? []) {
        const [field, message] = placeOf(error, given) ?? [];
        if (field) told.set(field, [...(told.get(field) ?? []), message ?? '']);
      }
      [...told].forEach(([field, messages], place) =>
        form.setError(field, { message: messages.join('\n') }, { shouldFocus: place === 0 }),
      );
    },
  });
  const problem = save.isError ? asProblem(save.error) : undefined;
  const stale = problem?.type === '/problems/channel-changed' ? problem.current : undefined;
  const kind = content.kind;
  const fixed = !mayWrite;
  const submit = (event: SyntheticEvent) => {
    if (alias !== '') form.setValue('aliases', withTyped(content.aliases, alias), { shouldDirty: true });
    setAlias('');
    void form.handleSubmit((given) => save.mutate(given))(event);
  };
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <ReadOnlyNote unless="channels:write" />
        {typed && (
          <Text size="sm" role="status">
            {text.editor.restored}
          </Text>
        )}
        <TextInput
          data-autofocus
          label={words.name}
          withAsterisk
          dir="auto"
          disabled={fixed}
          error={errors.name?.message}
          {...form.register('name')}
        />
        <Controller
          control={form.control}
          name="kind"
          render={({ field }) => (
            <Select
              label={words.kind}
              description={channel ? words.kindStays : undefined}
              disabled={fixed || channel !== undefined}
              data={channelKinds.map((value) => ({ value, label: words.kinds[value] }))}
              allowDeselect={false}
              {...field}
              error={errors.kind?.message}
            />
          )}
        />
        {kind === 'WEBSITE' && (
          <>
            <TextInput
              label={words.hostname}
              description={words.hostnameHelp}
              placeholder="www.example.com"
              inputMode="url"
              autoCapitalize="none"
              spellCheck={false}
              withAsterisk
              disabled={fixed}
              error={errors.hostname?.message}
              {...form.register('hostname')}
            />
            <Controller
              control={form.control}
              name="aliases"
              render={({ field }) => (
                <TagsInput
                  label={words.aliases}
                  description={words.aliasesHelp}
                  disabled={fixed}
                  splitChars={[',', ' ', '\n']}
                  // It would grow, and move the button that is being clicked out from under the pointer.
                  acceptValueOnBlur={false}
                  searchValue={alias}
                  onSearchChange={setAlias}
                  {...field}
                  error={errors.aliases?.message}
                  errorProps={{ style: { whiteSpace: 'pre-line' } }}
                />
              )}
            />
          </>
        )}
        {(kind === 'MOBILE' || kind === 'TV') && (
          <TextInput
            label={words.appId}
            description={words.appIdHelp}
            placeholder="com.example.shop"
            autoCapitalize="none"
            spellCheck={false}
            withAsterisk
            disabled={fixed}
            error={errors.appId?.message}
            {...form.register('appId')}
          />
        )}
        <Controller
          control={form.control}
          name="logo"
          render={({ field }) => (
            <LogoField
              kind={kind}
              logo={field.value}
              error={errors.logo?.message}
              disabled={fixed}
              onChange={field.onChange}
            />
          )}
        />
        {stale && (
          <Alert color="yellow" title={words.staleTitle(stale.modifiedBy)} role="alert">
            <Text size="sm">{words.staleText(stale.name)}</Text>
            <Group mt="sm" gap="xs">
              <Button
                variant="default"
                size="xs"
                onClick={() => {
                  form.reset(contentOf(stale));
                  forgetDraft(draft);
                  setFrom(stale.version);
                  save.reset();
                }}
              >
                {words.takeTheirs}
              </Button>
              <Button
                variant="default"
                size="xs"
                onClick={() => {
                  setFrom(stale.version);
                  save.reset();
                }}
              >
                {words.keepMine}
              </Button>
            </Group>
          </Alert>
        )}
        {problem && !stale && !problem.errors?.length && <ProblemNote failure={save.error} />}
        {!fixed && (
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {text.common.cancel}
            </Button>
            <BusyButton type="submit" loading={save.isPending}>
              {channel ? text.common.save : text.common.create}
            </BusyButton>
          </Group>
        )}
      </Stack>
    </form>
  );
}
