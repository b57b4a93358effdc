import { ActionIcon, Box, Button, Group, Menu, Table, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconArrowMerge, IconPencil, IconSearch, IconTag, IconTrash } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, done } from '@/api/client';
import type { Label, LabelRef } from '@/api/types';
import { EmptyState, PageHead, ProblemNote, Waiting } from '@/components/Frame';
import { hueOf } from '@/components/marks/hue';
import { placeOf } from '@/components/marks/places';
import { useMay } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { isLost, ShowMore } from '@/components/ShowMore';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';
import { DeleteDialog, MergeDialog, RenameDialog } from './LabelDialogs';

interface Props {
  search: string;
  onSearch: (search: string) => void;
}

type Tending = { what: 'rename' | 'merge' | 'delete'; label: Label; into?: LabelRef };

/** The vocabulary: what words there are, how much they are used, and tending them. */
export function LabelsPage({ search, onSearch }: Props) {
  const mayManage = useMay('labels:manage');
  const [typed, setTyped] = useState(search);
  const search250 = useDebouncedCallback(onSearch, 250);
  const [tending, setTending] = useState<Tending>();
  const query = useInfiniteQuery({
    queryKey: ['get', '/api/v1/labels', 'table', search],
    queryFn: ({ pageParam, signal }) =>
      done(
        api.GET('/api/v1/labels', {
          params: { query: { limit: 100, ...(search ? { search } : {}), ...(pageParam ? { after: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const labels = query.data?.pages.flatMap((page) => page.items) ?? [];
  const close = () => setTending(undefined);
  return (
    <>
      <PageHead title={text.labels.title} purpose={text.labels.purpose} />
      <ReadOnlyNote unless="labels:manage" />
      {(labels.length > 0 || search !== '') && (
        <Group mb="sm" justify="space-between">
          <TextInput
            type="search"
            aria-label={text.labels.searchLabel}
            placeholder={text.labels.searchLabel}
            leftSection={<IconSearch size={16} aria-hidden />}
            w={{ base: '100%', sm: 320 }}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              search250(event.currentTarget.value);
            }}
          />
          <Text size="sm" c="dimmed" role="status" className="tabular">
            {query.isSuccess && text.labels.shown(labels.length, query.hasNextPage)}
          </Text>
        </Group>
      )}
      {isLost(query) && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      <Box className="panel">
        {query.isPending && <Waiting />}
        {query.isSuccess &&
          labels.length === 0 &&
          (search === '' ? (
            <EmptyState picture={<IconTag size={36} />} title={text.labels.emptyTitle}>
              {text.labels.emptyText}
            </EmptyState>
          ) : (
            <EmptyState
              picture={<IconSearch size={36} />}
              title={text.labels.noMatchTitle}
              action={
                <Button
                  variant="default"
                  onClick={() => {
                    setTyped('');
                    onSearch('');
                  }}
                >
                  {text.labels.clearSearch}
                </Button>
              }
            >
              {text.labels.noMatchText(search)}
            </EmptyState>
          ))}
        {labels.length > 0 && (
          <Box className="scroller" tabIndex={0} role="group" aria-label={text.labels.title}>
            <Table horizontalSpacing="md" highlightOnHover className="label-table">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{text.labels.name}</Table.Th>
                  <Table.Th>{text.labels.used}</Table.Th>
                  <Table.Th className="wide-only">{text.labels.made}</Table.Th>
                  <Table.Th w={100}>
                    <VisuallyHidden>{text.common.edit}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {labels.map((label) => (
                  <Table.Tr key={label.id}>
                    <Table.Td className="label-name">
                      <Group gap={8} wrap="nowrap">
                        <span className="label-dot" style={{ background: hueOf(label.name) }} aria-hidden />
                        <bdi style={{ fontWeight: 500, overflowWrap: 'anywhere' }}>{label.name}</bdi>
                      </Group>
                    </Table.Td>
                    <Table.Td className="tabular">
                      <Objects label={label} />
                    </Table.Td>
                    <Table.Td c="dimmed" className="wide-only">
                      <RelativeTime at={label.createdAt} /> {text.common.by(label.createdBy)}
                    </Table.Td>
                    <Table.Td>
                      <Group gap={2} wrap="nowrap" justify="flex-end">
                        {(
                          [
                            ['rename', IconPencil],
                            ['merge', IconArrowMerge],
                            ['delete', IconTrash],
                          ] as const
                        ).map(([what, Picture]) => (
                          <ActionIcon
                            key={what}
                            variant="subtle"
                            color="gray"
                            disabled={!mayManage}
                            aria-label={text.labels[what](label.name)}
                            onClick={() => setTending({ what, label })}
                          >
                            <Picture size={16} aria-hidden />
                          </ActionIcon>
                        ))}
                      </Group>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Box>
        )}
        <ShowMore of={query}>{text.labels.more}</ShowMore>
      </Box>
      {tending?.what === 'rename' && (
        <RenameDialog
          label={tending.label}
          onMerge={(into) => setTending({ what: 'merge', label: tending.label, into })}
          onClose={close}
        />
      )}
      {tending?.what === 'merge' && <MergeDialog label={tending.label} into={tending.into} onClose={close} />}
      {tending?.what === 'delete' && <DeleteDialog label={tending.label} onClose={close} />}
    </>
  );
}

/** How many have it, and which. */
function Objects({ label }: { label: Label }) {
  const [opened, setOpened] = useState(false);
  const found = $api.useQuery(
    'get',
    '/api/v1/labels/{id}/objects',
    { params: { path: { id: label.id }, query: { limit: 50 } } },
    { enabled: opened },
  );
  if (label.uses === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.labels.objects(0)}
      </Text>
    );
  return (
    <Menu opened={opened} onChange={setOpened} width={280} withinPortal>
      <Menu.Target>
        <Button variant="subtle" size="compact-sm" ml={-8} aria-label={text.labels.showObjects(label.name, label.uses)}>
          {text.labels.objects(label.uses)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {found.data?.items.map((object) => (
          <Menu.Item key={`${object.kind} ${object.id}`} component={Link} to={placeOf(object)}>
            <bdi>{object.name}</bdi>
            <Text size="xs" c="dimmed">
              {text.labels.kinds[object.kind]}
            </Text>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
