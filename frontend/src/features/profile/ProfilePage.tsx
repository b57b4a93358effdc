import {
  ActionIcon,
  Box,
  Button,
  Group,
  Select,
  Stack,
  Table,
  Text,
  TextInput,
  Tooltip,
  VisuallyHidden,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPencil, IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, done } from '@/api/client';
import type { ValueOrigin } from '@/api/contract';
import { asProblem, codeOf } from '@/api/problem';
import { Confirm } from '@/components/confirm';
import { PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { useMay } from '@/components/permissions';
import { RelativeTime } from '@/components/Time';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';

export function ProfilePage({ id }: { id: string }) {
  const router = useRouter();
  const queries = useQueryClient();
  const mayWrite = useMay('profiles:write');
  const asked = { params: { path: { id } } };
  const query = $api.useQuery('get', '/api/v1/profiles/{id}', asked);
  const properties = $api.useQuery('get', '/api/v1/profile-properties', {}).data?.items ?? [];
  const [editing, setEditing] = useState<{ property: string; values: string[] }>();
  const [deleting, setDeleting] = useState(false);
  const nameOf = (property: string) => properties.find((known) => known.id === property)?.name ?? property;

  const save = useMutation({
    mutationFn: ({ property, values }: { property: string; values: string[] }) =>
      done(
        api.PUT('/api/v1/profiles/{id}', {
          params: { path: { id }, header: { 'If-Match': `"${query.data?.version ?? 0}"` } },
          body: { values: { [property]: values.map((value) => value.trim()).filter((value) => value !== '') } },
        }),
      ),
    onSuccess: (profile) => {
      queries.setQueryData($api.queryOptions('get', '/api/v1/profiles/{id}', asked).queryKey, profile);
      setEditing(undefined);
    },
    onError: (failure) => {
      if (asProblem(failure).status === 412) void query.refetch();
    },
  });
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/profiles/{id}', asked)),
    onSuccess: async () => {
      notifications.show({ message: text.profiles.deleted });
      await router.navigate({ to: paths.profiles() });
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/profiles'] });
    },
  });

  if (query.isError) return <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Waiting lines={8} />;
  const profile = query.data;
  const first = (property: string) => profile.values.find((value) => value.property === property)?.values[0];
  const identifier = profile.values.find((value) => properties.find((known) => known.id === value.property)?.identifier)
    ?.values[0];
  const label = [first('first-name'), first('last-name')].filter(Boolean).join(' ') || (identifier ?? profile.id);
  const shown =
    editing && !profile.values.some((value) => value.property === editing.property)
      ? [...profile.values, { property: editing.property, values: [], origin: { kind: 'UNKNOWN' } as const }]
      : profile.values;
  const refused = save.isError ? asProblem(save.error) : undefined;

  return (
    <>
      <PageHead
        title={label}
        above={
          <Link to={paths.profiles()} className="link">
            {text.profiles.title}
          </Link>
        }
        purpose={
          <>
            {text.profiles.created} <RelativeTime at={profile.createdAt} /> · {text.profiles.modified}{' '}
            <RelativeTime at={profile.modifiedAt} /> · {text.profiles.zone}: {profile.zone}
          </>
        }
        action={
          <Tooltip label={text.common.noPermission} disabled={mayWrite}>
            <Button
              variant="default"
              leftSection={<IconTrash size={16} aria-hidden />}
              disabled={!mayWrite}
              onClick={() => setDeleting(true)}
            >
              {text.common.delete}
            </Button>
          </Tooltip>
        }
      />
      <Section title={text.profiles.values}>
        <Box className="scroller" tabIndex={0} role="group" aria-label={text.profiles.values}>
          <Table verticalSpacing="sm" horizontalSpacing="md">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{text.profiles.property}</Table.Th>
                <Table.Th>{text.profiles.value}</Table.Th>
                <Table.Th>{text.profiles.origin}</Table.Th>
                <Table.Th w={60}>
                  <VisuallyHidden>{text.common.edit}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((value) => (
                <Table.Tr key={value.property}>
                  <Table.Td fw={500}>{nameOf(value.property)}</Table.Td>
                  <Table.Td>
                    {editing?.property === value.property ? (
                      <ValuesForm
                        name={nameOf(value.property)}
                        values={editing.values}
                        errors={(index) =>
                          refused?.errors?.find(
                            (error) =>
                              error.pointer === `/values/${value.property}/${index}` ||
                              error.pointer === `/values/${value.property}`,
                          )?.message
                        }
                        busy={save.isPending}
                        onChange={(values) => setEditing({ ...editing, values })}
                        onSave={() => save.mutate(editing)}
                        onCancel={() => {
                          save.reset();
                          setEditing(undefined);
                        }}
                      >
                        {refused && codeOf(refused) === 'identifier-taken' && (
                          <Text size="sm" role="alert" c="var(--mantine-color-error)">
                            {text.profiles.taken}{' '}
                            {refused.profileId && (
                              <Link className="link" to={paths.profile(refused.profileId)}>
                                {text.profiles.openOther}
                              </Link>
                            )}
                          </Text>
                        )}
                        {refused && codeOf(refused) !== 'identifier-taken' && !refused.errors && (
                          <ProblemNote
                            failure={refused}
                            {...(refused.status === 412 ? { title: text.profiles.stale } : {})}
                          />
                        )}
                      </ValuesForm>
                    ) : (
                      <Text style={{ overflowWrap: 'anywhere' }}>{value.values.join(' · ')}</Text>
                    )}
                  </Table.Td>
                  <Table.Td>
                    <Origin origin={value.origin} />
                  </Table.Td>
                  <Table.Td>
                    {mayWrite && editing?.property !== value.property && (
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        aria-label={text.profiles.editValues(nameOf(value.property))}
                        onClick={() => {
                          save.reset();
                          setEditing({ property: value.property, values: value.values });
                        }}
                      >
                        <IconPencil size={16} aria-hidden />
                      </ActionIcon>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Box>
        {mayWrite && (
          <Select
            m="md"
            w={260}
            size="xs"
            aria-label={text.profiles.addProperty}
            placeholder={text.profiles.addProperty}
            searchable
            data={properties
              .filter((property) => !profile.values.some((value) => value.property === property.id))
              .map(({ id: value, name }) => ({ value, label: name }))}
            value={null}
            onChange={(property) => property && setEditing({ property, values: [''] })}
          />
        )}
      </Section>
      <Confirm
        opened={deleting}
        title={text.profiles.deleteTitle(label)}
        action={text.common.delete}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate()}
        onClose={() => setDeleting(false)}
      >
        <Text>{text.profiles.deleteText}</Text>
        {remove.isError && <ProblemNote failure={remove.error} />}
      </Confirm>
    </>
  );
}

function ValuesForm(props: {
  name: string;
  values: string[];
  errors: (index: number) => string | undefined;
  busy: boolean;
  children: React.ReactNode;
  onChange: (values: string[]) => void;
  onSave: () => void;
  onCancel: () => void;
}) {
  const { values, onChange } = props;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
    >
      <Stack gap={6} maw={420}>
        {values.map((value, index) => (
          <Group key={index} gap={4} wrap="nowrap" align="flex-start">
            <TextInput
              size="xs"
              flex={1}
              autoFocus={index === 0}
              aria-label={text.profiles.valueOf(props.name, index + 1)}
              value={value}
              error={props.errors(index)}
              onChange={(event) =>
                onChange(values.map((other, at) => (at === index ? event.currentTarget.value : other)))
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${text.common.remove} ${text.profiles.valueOf(props.name, index + 1)}`}
              onClick={() => onChange(values.filter((_, at) => at !== index))}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        {props.children}
        <Group gap="xs">
          <Button size="compact-sm" type="submit" loading={props.busy}>
            {text.common.save}
          </Button>
          <Button size="compact-sm" variant="default" onClick={props.onCancel}>
            {text.common.cancel}
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={() => onChange([...values, ''])}
          >
            {text.profiles.addValue}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Origin({ origin }: { origin: ValueOrigin }) {
  return (
    <Text size="sm" c="dimmed">
      {origin.kind === 'RUN' && origin.runId ? (
        <Link className="link" to={paths.run(origin.runId)}>
          {text.profiles.fromRun(origin.connectionName ?? '')}
        </Link>
      ) : origin.kind === 'PERSON' ? (
        text.profiles.fromPerson(origin.by ?? '')
      ) : (
        text.profiles.fromUnknown
      )}
      {origin.at && (
        <>
          {' · '}
          <RelativeTime at={origin.at} />
        </>
      )}
    </Text>
  );
}
