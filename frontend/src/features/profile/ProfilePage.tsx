import { ActionIcon, Badge, Box, Button, Group, Modal, Select, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { $api, api, done } from '@/api/client';
import type { Profile, ProfileValue, Property, ValueOrigin } from '@/api/types';
import { asProblem } from '@/api/problem';
import { BusyButton } from '@/components/BusyButton';
import { Confirm } from '@/components/confirm';
import { PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { useZones } from '@/components/objectives/known';
import { useMay, useMyId } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { RelativeTime } from '@/components/Time';
import { forgetDraft, keepDraft, readDraft } from '@/lib/drafts';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { ConsentSection } from './consent/ConsentSection';
import { consentSubject } from './consent/staged';
import { type Asked, ExplainSection } from './explain/ExplainSection';
import { ErasedProfile } from './history/ErasedProfile';
import { historyKey } from './history/api';
import { HistorySection } from './history/HistorySection';
import { labelOf, shown, withValues } from './values';
import { ValueForm } from './ValueForm';

const of = (id: string) => ({ params: { path: { id } } });

interface Props {
  profileId: string;
  /** What is asked about connections. */
  explain: Asked;
  onExplain: (asked: Asked) => void;
}

export function ProfilePage({ profileId, explain, onExplain }: Props) {
  const profile = $api.useQuery('get', '/api/v1/profiles/{id}', of(profileId));
  const properties = $api.useQuery('get', '/api/v1/profile-properties', {});
  const failed = profile.data === undefined ? profile.error : properties.data === undefined ? properties.error : null;
  if (failed !== null)
    return asProblem(failed).status === 404 ? (
      <ErasedProfile profileId={profileId} />
    ) : (
      <>
        <PageHead title={text.profilePage.one} />
        <ProblemNote
          failure={failed}
          onRetry={() => {
            void profile.refetch();
            void properties.refetch();
          }}
        />
      </>
    );
  if (profile.data === undefined || properties.data === undefined) return <Waiting lines={10} />;
  return (
    <ProfileShown profile={profile.data} properties={properties.data.items}>
      <Box mt="lg">
        <ExplainSection profileId={profileId} asked={explain} onAsk={onExplain} />
      </Box>
    </ProfileShown>
  );
}

const profileSubject = (profile: string) => `profile:${profile}`;
const editId = (property: string) => `edit-${property}`;
const addId = 'add-property';

/** What is typed into the form of one property, and comes back after a reload. */
interface Typed {
  property: string;
  values: string[];
}

interface Attempt {
  property: Property;
  values: string[];
  /** What the page knew when the person decided. */
  base: Profile;
}

function useSaveValues(profileId: string, properties: Property[]) {
  const client = useQueryClient();
  const { queryKey } = $api.queryOptions('get', '/api/v1/profiles/{id}', of(profileId));
  const show = (profile: Profile) => client.setQueryData(queryKey, profile);
  const save = useMutation({
    mutationFn: ({ property, values, base }: Attempt) =>
      done(
        api.PUT('/api/v1/profiles/{id}', {
          params: { path: { id: profileId }, header: { 'If-Match': `"${base.version}"` } },
          body: { values: withValues(base, properties, property.id, values) },
        }),
      ),
    onSuccess: (profile, { property }) => {
      show(profile);
      notifications.show({ message: text.profilePage.saved(property.name) });
      void client.invalidateQueries({ queryKey: historyKey(profileId) });
    },
  });
  const fetchNow = () => done(api.GET('/api/v1/profiles/{id}', of(profileId)));
  return { save, show, fetchNow };
}

function ProfileShown({
  profile,
  properties,
  children,
}: {
  profile: Profile;
  properties: Property[];
  children: ReactNode;
}) {
  const mayWrite = useMay('profiles:write');
  const { find } = useZones();
  const me = useMyId();
  const [owner] = useState(me);
  const draft = { owner, subject: profileSubject(profile.id) };
  const [kept, setKept] = useState(() => (mayWrite ? readDraft<Typed>(draft) : undefined));
  const [editing, setEditing] = useState(kept?.content.property);
  const [stale, setStale] = useState<{ mine: Attempt; theirs: Profile }>();
  const { save, show, fetchNow } = useSaveValues(profile.id, properties);
  const label = labelOf(profile, properties);
  const known = new Map(properties.map((property) => [property.id, property]));
  const missing = properties.filter((property) => !profile.values.some((held) => held.property === property.id));
  // A property without values has no row of its own until somebody adds one.
  const added = missing.find((property) => property.id === editing);
  const inOrder = [...profile.values].sort(
    (one, other) => (known.get(one.property)?.number ?? Infinity) - (known.get(other.property)?.number ?? Infinity),
  );

  const attempt = (mine: Attempt) => {
    save.mutate(mine, {
      onSuccess: () => {
        edit(undefined);
        setStale(undefined);
      },
      onError: (failure) => {
        if (asProblem(failure).status === 412)
          void fetchNow().then(
            (theirs) => setStale({ mine, theirs }),
            () => undefined,
          );
        else setStale(undefined);
      },
    });
  };
  // Whoever ends editing goes on where it began.
  const before = useRef(editing);
  useEffect(() => {
    const ended = editing === undefined ? before.current : undefined;
    before.current = editing;
    if (ended === undefined || document.activeElement !== document.body) return;
    (document.getElementById(editId(ended)) ?? document.getElementById(addId))?.focus({ preventScroll: true });
  }, [editing]);
  const edit = (property: string | undefined) => {
    save.reset();
    forgetDraft(draft);
    setKept(undefined);
    setEditing(property);
  };
  const form = (property: Property, values: string[]) => (
    <ValueForm
      key={property.id}
      property={property}
      initial={kept?.content.property === property.id ? kept.content.values : values}
      restored={kept?.content.property === property.id}
      busy={save.isPending}
      failure={save.error && asProblem(save.error).status !== 412 ? asProblem(save.error) : undefined}
      onTyped={(typed) => {
        const version = kept?.version ?? profile.version;
        keepDraft(draft, { version, content: { property: property.id, values: typed } });
      }}
      onCancel={() => edit(undefined)}
      onSave={(changed) =>
        // Typed over an older version, it is not written over what others have saved since without a word.
        attempt({ property, values: changed, base: { ...profile, version: kept?.version ?? profile.version } })
      }
    />
  );

  return (
    <>
      <PageHead
        title={label}
        above={
          <Link className="link" to={paths.profiles()}>
            {text.profilePage.back}
          </Link>
        }
        purpose={
          <Group gap={8} fz="sm">
            <span>
              {text.profiles.created} <RelativeTime at={profile.createdAt} />
            </span>
            <span aria-hidden>·</span>
            <span>
              {text.profiles.modified} <RelativeTime at={profile.modifiedAt} />
            </span>
            <span aria-hidden>·</span>
            <span>
              {text.profiles.zone}: {find(profile.zone)?.name ?? profile.zone}
            </span>
          </Group>
        }
        action={mayWrite && <EraseProfile profileId={profile.id} label={label} />}
      />
      <ReadOnlyNote unless="profiles:write" />
      <Section
        title={text.profiles.values}
        action={
          mayWrite &&
          missing.length > 0 && (
            <Select
              size="xs"
              w={200}
              id={addId}
              aria-label={text.profiles.addProperty}
              placeholder={text.profiles.addProperty}
              searchable
              value={null}
              data={missing.map((property) => ({ value: property.id, label: property.name }))}
              onChange={(id) => id !== null && edit(id)}
            />
          )
        }
      >
        {inOrder.length === 0 && !added && (
          <Text c="dimmed" p="md">
            {text.profilePage.noValues}
          </Text>
        )}
        {added && (
          <div className="value-row" data-editing="true">
            <PropertyName property={added} id={added.id} />
            {form(added, [''])}
          </div>
        )}
        {inOrder.map((held) => {
          const property = known.get(held.property);
          const open = editing === held.property && property !== undefined;
          return (
            <div key={held.property} className="value-row" data-editing={open}>
              <PropertyName property={property} id={held.property} />
              {open ? form(property, held.values) : <Values held={held} property={property} />}
              <Text size="sm" c="dimmed" component="div">
                <Origin origin={held.origin} />
              </Text>
              {mayWrite && property && !open && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  id={editId(held.property)}
                  aria-label={text.profiles.editValues(property.name)}
                  onClick={() => edit(held.property)}
                >
                  <IconPencil size={17} aria-hidden />
                </ActionIcon>
              )}
            </div>
          );
        })}
      </Section>
      <Box mt="lg">
        <ConsentSection profileId={profile.id} />
      </Box>
      {children}
      <Box mt="lg">
        <HistorySection profileId={profile.id} nameOf={(property) => known.get(property)?.name ?? property} />
      </Box>
      {stale && (
        <StaleDialog
          mine={stale.mine}
          theirs={stale.theirs}
          busy={save.isPending}
          onTheirs={() => {
            show(stale.theirs);
            setStale(undefined);
            edit(undefined);
          }}
          onMine={() => {
            show(stale.theirs);
            attempt({ ...stale.mine, base: stale.theirs });
          }}
          onClose={() => setStale(undefined)}
        />
      )}
    </>
  );
}

function PropertyName({ property, id }: { property: Property | undefined; id: string }) {
  return (
    <Group gap={6} miw={0}>
      <Text
        fw={500}
        size="sm"
        style={{ overflowWrap: 'anywhere' }}
        title={property ? undefined : text.profilePage.unknownProperty}
      >
        {property?.name ?? id}
      </Text>
      {property?.identifier && <Badge size="sm">{text.properties.identifier}</Badge>}
      {property?.pii && (
        <IconLock size={14} role="img" aria-label={text.profilePage.personal} style={{ color: 'var(--state-idle)' }} />
      )}
    </Group>
  );
}

function Values({ held, property }: { held: ProfileValue; property: Property | undefined }) {
  return (
    <Group component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }}>
      {held.values.map((value) => (
        <li key={value} className="value-pill">
          {shown(value, property?.type)}
        </li>
      ))}
    </Group>
  );
}

function Origin({ origin }: { origin: ValueOrigin }) {
  const { kind, runId, connectionId, connectionName, by, at } = origin;
  const who =
    kind === 'RUN' && runId !== undefined ? (
      <Link className="link" to={paths.run(runId)}>
        {text.profiles.fromRun(connectionName ?? '')}
      </Link>
    ) : kind === 'PAGE' && connectionId !== undefined ? (
      <Link className="link" to={paths.connection(connectionId)}>
        {text.profiles.fromPage(connectionName ?? '')}
      </Link>
    ) : kind === 'PERSON' && by !== undefined ? (
      text.profiles.fromPerson(by)
    ) : (
      text.profiles.fromUnknown
    );
  return (
    <>
      {who}
      {at !== undefined && (
        <>
          {' · '}
          <RelativeTime at={at} />
        </>
      )}
    </>
  );
}

function StaleDialog(props: {
  mine: Attempt;
  theirs: Profile;
  busy: boolean;
  onTheirs: () => void;
  onMine: () => void;
  onClose: () => void;
}) {
  const { property, values } = props.mine;
  const theirs = props.theirs.values.find((held) => held.property === property.id)?.values ?? [];
  const inWords = (list: string[]) =>
    list.length === 0 ? text.profilePage.nothing : list.map((value) => shown(value, property.type)).join(', ');
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={text.profilePage.staleTitle}
      centered
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <Stack>
        <Text>{text.profilePage.staleText(property.name)}</Text>
        <Table>
          <Table.Tbody>
            <Table.Tr>
              <Table.Th>{text.profilePage.theirs}</Table.Th>
              <Table.Td>{inWords(theirs)}</Table.Td>
            </Table.Tr>
            <Table.Tr>
              <Table.Th>{text.profilePage.mine}</Table.Th>
              <Table.Td>{inWords(values)}</Table.Td>
            </Table.Tr>
          </Table.Tbody>
        </Table>
        <Group justify="flex-end">
          <Button variant="default" onClick={props.onTheirs}>
            {text.profilePage.takeTheirs}
          </Button>
          <BusyButton loading={props.busy} onClick={props.onMine}>
            {text.profilePage.takeMine}
          </BusyButton>
        </Group>
      </Stack>
    </Modal>
  );
}

function EraseProfile({ profileId, label }: { profileId: string; label: string }) {
  const me = useMyId();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/profiles/{id}', of(profileId))),
    onSuccess: () => {
      notifications.show({ message: text.erasure.done });
      void client.invalidateQueries({ queryKey: ['get', '/api/v1/profiles'] });
      // What is asked for again is not there any more: its receipt takes the place.
      void client.resetQueries({ queryKey: ['get', '/api/v1/profiles/{id}'] });
      void client.invalidateQueries({ queryKey: historyKey(profileId) });
      // Nor does this browser keep what was typed of the person.
      for (const subject of [profileSubject(profileId), consentSubject(profileId)]) forgetDraft({ owner: me, subject });
    },
  });
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => setAsking(true)}>
        {text.erasure.erase}
      </Button>
      <Confirm
        opened={asking}
        title={text.erasure.ask(label)}
        action={text.erasure.erase}
        danger
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => remove.mutate()}
      >
        <Box>
          <Text>{text.erasure.askText}</Text>
          {remove.isError && <ProblemNote failure={remove.error} />}
        </Box>
      </Confirm>
    </>
  );
}
