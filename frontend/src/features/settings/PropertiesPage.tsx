import {
  ActionIcon,
  Badge,
  Box,
  Button,
  Checkbox,
  Group,
  List,
  Modal,
  Select,
  Stack,
  Table,
  TagsInput,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { zodResolver } from '@hookform/resolvers/zod';
import { IconPencil, IconPlus, IconTag, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FocusEvent } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { $api, api, done } from '@/api/client';
import type { Property, PropertyType } from '@/api/types';
import { asProblem } from '@/api/problem';
import { BusyButton } from '@/components/BusyButton';
import { Confirm } from '@/components/confirm';
import { EmptyState, PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { useMay, useMyId } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { forgetDraft, keepDraft, readDraft } from '@/lib/drafts';
import { paths } from '@/lib/paths';
import { slug } from '@/lib/slug';
import { text } from '@/lib/text';
import { longestId, schema, type Content } from './property';

const types = Object.keys(text.properties.types) as PropertyType[];

/** What is typed into the form, and comes back after a reload: of that property, or of a new one. */
interface Typed {
  of?: string;
  typed: Content;
}

export function PropertiesPage() {
  const mayWrite = useMay('properties:write');
  const query = $api.useQuery('get', '/api/v1/profile-properties', {});
  const me = useMyId();
  const [owner] = useState(me);
  const draft = { owner, subject: 'property' };
  const [kept, setKept] = useState(() => (mayWrite ? readDraft<Typed>(draft) : undefined));
  const [chosen, setEditing] = useState<Property | 'new'>();
  const editing =
    chosen ??
    (kept && (query.data?.items.find(({ id }) => id === kept.content.of) ?? (kept.content.of ? undefined : 'new')));
  const [deleting, setDeleting] = useState<Property>();
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={!mayWrite} onClick={() => setEditing('new')}>
      {text.properties.add}
    </Button>
  );
  return (
    <>
      <PageHead title={text.properties.title} purpose={text.properties.purpose} action={add} />
      <ReadOnlyNote unless="properties:write" />
      {query.isError && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      {!query.isError && (
        <Section title={text.properties.title}>
          {query.isPending && <Waiting />}
          {query.data?.items.length === 0 && (
            <EmptyState picture={<IconTag size={36} />} title={text.properties.emptyTitle} action={mayWrite && add}>
              {mayWrite ? text.properties.emptyText : text.properties.emptyTextToSee(text.common.roles.either)}
            </EmptyState>
          )}
          {(query.data?.items.length ?? 0) > 0 && (
            <Box className="scroller" tabIndex={0} role="group" aria-label={text.properties.title}>
              <Table horizontalSpacing="md" highlightOnHover className="property-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{text.properties.name}</Table.Th>
                    <Table.Th>{text.properties.id}</Table.Th>
                    <Table.Th w={150}>{text.properties.type}</Table.Th>
                    <Table.Th w={220}>
                      <VisuallyHidden>{text.properties.identifier}</VisuallyHidden>
                    </Table.Th>
                    <Table.Th w={100}>
                      <VisuallyHidden>{text.common.edit}</VisuallyHidden>
                    </Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {query.data?.items.map((property) => (
                    <Table.Tr key={property.id}>
                      <Table.Td fw={500}>{property.name}</Table.Td>
                      <Table.Td c="dimmed">{property.id}</Table.Td>
                      <Table.Td>{text.properties.types[property.type]}</Table.Td>
                      <Table.Td>
                        <Group gap={4}>
                          {property.identifier && <Badge>{text.properties.identifier}</Badge>}
                          {property.pii && <Badge color="gray">{text.properties.pii}</Badge>}
                        </Group>
                      </Table.Td>
                      <Table.Td>
                        <Group gap={2} wrap="nowrap">
                          <ActionIcon
                            variant="subtle"
                            color="gray"
                            disabled={!mayWrite}
                            aria-label={text.properties.editTitle(property.name)}
                            onClick={() => setEditing(property)}
                          >
                            <IconPencil size={16} aria-hidden />
                          </ActionIcon>
                          <ActionIcon
                            variant="subtle"
                            color="gray"
                            disabled={!mayWrite}
                            aria-label={text.properties.deleteTitle(property.name)}
                            onClick={() => setDeleting(property)}
                          >
                            <IconTrash size={16} aria-hidden />
                          </ActionIcon>
                        </Group>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Box>
          )}
        </Section>
      )}
      {editing && (
        <PropertyDialog
          property={editing === 'new' ? undefined : editing}
          typed={kept?.content.typed}
          onTyped={(of, typed) => keepDraft(draft, { version: undefined, content: { of, typed } })}
          onClose={() => {
            forgetDraft(draft);
            setKept(undefined);
            setEditing(undefined);
          }}
        />
      )}
      {deleting && <DeleteDialog property={deleting} onClose={() => setDeleting(undefined)} />}
    </>
  );
}

function PropertyDialog(props: {
  property: Property | undefined;
  typed: Content | undefined;
  onTyped: (of: string | undefined, typed: Content) => void;
  onClose: () => void;
}) {
  const { property, typed, onTyped, onClose } = props;
  const queries = useQueryClient();
  const form = useForm<Content>({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: property
      ? { ...property, choices: property.choices ?? [] }
      : { name: '', id: '', type: 'TEXT', choices: [], identifier: false, pii: false },
  });
  const { errors, dirtyFields, isDirty } = form.formState;
  const content = form.watch();
  const { type } = content;
  const typedInto = useRef(new Set<keyof Content>());
  /** A field that somebody only passed through has no mistake yet. */
  const field = (name: 'name' | 'id', onTyped?: (value: string) => void) => {
    const { onBlur, ...registered } = form.register(name, {
      onChange: (event: { target: { value: string } }) => {
        typedInto.current.add(name);
        onTyped?.(event.target.value);
      },
    });
    return {
      ...registered,
      onBlur: (event: FocusEvent) => (typedInto.current.has(name) ? onBlur(event) : undefined),
    };
  };
  useEffect(() => {
    if (typed) form.reset(typed, { keepDefaultValues: true });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it opens
  }, []);
  useEffect(() => {
    if (isDirty) onTyped(property?.id, content);
  });
  const save = useMutation({
    mutationFn: ({ choices, ...content }: Content) => {
      const offered = content.type === 'CHOICE' ? { choices } : {};
      return property
        ? done(
            api.PUT('/api/v1/profile-properties/{id}', {
              params: { path: { id: property.id } },
              body: { name: content.name, pii: content.pii, ...offered },
            }),
          )
        : done(api.POST('/api/v1/profile-properties', { body: { ...content, ...offered } }));
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/profile-properties'] });
      onClose();
    },
    onError: (failure) => {
      for (const { pointer, message } of asProblem(failure).errors ?? []) {
        const field = pointer.slice(1);
        if (field in schema.shape) form.setError(field as keyof Content, { message });
      }
    },
  });
  const elsewhere = save.isError && !asProblem(save.error).errors?.length;
  return (
    <Modal
      opened
      onClose={onClose}
      title={property ? text.properties.editTitle(property.name) : text.properties.add}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      <form onSubmit={(event) => void form.handleSubmit((content) => save.mutate(content))(event)} noValidate>
        <Stack>
          {typed && (
            <Text size="sm" role="status">
              {text.editor.restored}
            </Text>
          )}
          <TextInput
            data-autofocus
            label={text.properties.name}
            withAsterisk
            error={errors.name?.message}
            {...field('name', (name) => {
              if (!property && !dirtyFields.id) form.setValue('id', slug(name).slice(0, longestId));
            })}
          />
          <TextInput
            label={text.properties.id}
            description={text.properties.idHelp}
            withAsterisk
            disabled={property !== undefined}
            error={errors.id?.message}
            {...field('id')}
          />
          <Controller
            control={form.control}
            name="type"
            render={({ field }) => (
              <Select
                label={text.properties.type}
                disabled={property !== undefined}
                data={types.map((value) => ({ value, label: text.properties.types[value] }))}
                allowDeselect={false}
                {...field}
              />
            )}
          />
          {type === 'CHOICE' && (
            <Controller
              control={form.control}
              name="choices"
              render={({ field }) => (
                <TagsInput
                  label={text.properties.choices}
                  description={text.properties.choicesHelp}
                  error={errors.choices?.message}
                  {...field}
                />
              )}
            />
          )}
          <Checkbox
            label={text.properties.identifier}
            description={text.properties.identifierHelp}
            disabled={property !== undefined}
            {...form.register('identifier')}
          />
          <Checkbox label={text.properties.pii} description={text.properties.piiHelp} {...form.register('pii')} />
          {elsewhere && <ProblemNote failure={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {text.common.cancel}
            </Button>
            <BusyButton type="submit" loading={save.isPending}>
              {property ? text.common.save : text.common.create}
            </BusyButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function DeleteDialog({ property, onClose }: { property: Property; onClose: () => void }) {
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: (force: boolean) =>
      done(
        api.DELETE('/api/v1/profile-properties/{id}', {
          params: { path: { id: property.id }, query: force ? { force } : {} },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['get', '/api/v1/profile-properties'] });
      onClose();
    },
  });
  const found = $api.useQuery(
    'get',
    '/api/v1/profile-properties/{id}/uses',
    { params: { path: { id: property.id } } },
    // What was found before may be another by now.
    { gcTime: 0, retry: false },
  );
  const problem = remove.isError ? asProblem(remove.error) : undefined;
  // What has come to need it since the dialog opened is told as well, before anything is lost.
  const since = problem?.type === '/problems/property-in-use' && !remove.variables ? problem : undefined;
  const uses = since ?? found.data;
  const asks = uses !== undefined && (uses.usedBy.length > 0 || uses.profiles.atLeast > 0 || !uses.profiles.exact);
  return (
    <Confirm
      opened
      title={text.properties.deleteTitle(property.name)}
      action={asks ? text.properties.deleteAnyway : text.common.delete}
      danger
      busy={remove.isPending}
      hindrance={found.isPending ? text.properties.lookingForUses : undefined}
      onConfirm={() => remove.mutate(asks)}
      onClose={onClose}
    >
      {found.isPending && <Waiting lines={2} />}
      {uses && !asks && <Text role="status">{text.properties.deleteUnused}</Text>}
      {(asks || found.isError) && <Text>{text.properties.deleteText}</Text>}
      {asks && (
        <Box role={since ? 'alert' : 'status'}>
          {uses.usedBy.length > 0 && <Text size="sm">{text.properties.usedBy(uses.usedBy.length)}</Text>}
          <List size="sm" style={{ maxHeight: 240, overflow: 'auto', overflowWrap: 'anywhere' }}>
            {uses.usedBy.map((user) => (
              <List.Item key={user.connectionId}>
                <Link className="link" to={paths.connection(user.connectionId)}>
                  {user.connectionName}
                </Link>
              </List.Item>
            ))}
          </List>
          {(uses.profiles.atLeast > 0 || !uses.profiles.exact) && (
            <Text size="sm" mt={4}>
              {text.properties.held(uses.profiles.atLeast, uses.profiles.exact)}
            </Text>
          )}
        </Box>
      )}
      {problem && !since && <ProblemNote failure={remove.error} />}
    </Confirm>
  );
}
