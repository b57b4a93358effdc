import { Badge, Box, Button, Group, Select, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowsSort, IconChecklist, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Objective } from '@/api/types';
import { EmptyState, PageHead, ProblemNote, Waiting } from '@/components/Frame';
import { Star } from '@/components/marks/Star';
import { useObjectives, useZones } from '@/components/objectives/known';
import { ObjectiveDot } from '@/components/objectives/ObjectiveDot';
import { useMay } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { RelativeTime } from '@/components/Time';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { ConsentShares } from './ConsentShares';
import { objectiveSorts, type ObjectiveSort } from './sort';

/** All purposes that customers can consent to. */
export function ObjectivesPage({ sort, onSort }: { sort: ObjectiveSort; onSort: (sort: ObjectiveSort) => void }) {
  const mayWrite = useMay('objectives:write');
  const { query } = useObjectives();
  const add = mayWrite && (
    <Button component={Link} to={paths.newObjective()} leftSection={<IconPlus size={16} aria-hidden />}>
      {text.objectives.add}
    </Button>
  );
  return (
    <>
      <PageHead title={text.objectives.title} purpose={text.objectives.purpose} action={add} />
      <ReadOnlyNote unless="objectives:write" />
      {query.isError && <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />}
      {query.data && query.data.items.length > 1 && (
        <Group justify="flex-end" mb="sm">
          <Select
            size="xs"
            w={200}
            aria-label={text.objectives.sort}
            data={objectiveSorts.map((value) => ({ value, label: text.objectives.sorts[value] }))}
            value={sort}
            allowDeselect={false}
            leftSection={<IconArrowsSort size={14} aria-hidden />}
            onChange={(chosen) => chosen && onSort(chosen)}
          />
        </Group>
      )}
      {!query.isError && (
        <Box className="panel">
          {query.isPending && <Waiting />}
          {query.data?.items.length === 0 && (
            <EmptyState picture={<IconChecklist size={36} />} title={text.objectives.emptyTitle} action={add}>
              {mayWrite ? text.objectives.emptyText : text.objectives.emptyTextToSee(text.common.roles.either)}
            </EmptyState>
          )}
          {query.data && query.data.items.length > 0 && <Objectives all={sorted(query.data.items, sort)} />}
        </Box>
      )}
    </>
  );
}

function Objectives({ all }: { all: Objective[] }) {
  return (
    <Box className="scroller" tabIndex={0} role="group" aria-label={text.objectives.title}>
      <Table horizontalSpacing="md" highlightOnHover className="objective-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={52}>
              <VisuallyHidden>{text.home.favorites.title}</VisuallyHidden>
            </Table.Th>
            <Table.Th>{text.objectives.name}</Table.Th>
            <Table.Th>{text.objectives.zones}</Table.Th>
            <Table.Th w={260}>{text.objectives.said}</Table.Th>
            <Table.Th className="wide-only">{text.labels.title}</Table.Th>
            <Table.Th className="wide-only" w={220}>
              {text.objectives.changed}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {all.map((objective) => (
            <Table.Tr key={objective.id}>
              <Table.Td>
                <Star of={{ kind: 'objective', id: objective.id, name: objective.name }} starred={objective.favorite} />
              </Table.Td>
              <Table.Td>
                <Group gap={8} wrap="nowrap">
                  <ObjectiveDot colour={objective.colour} />
                  <Box miw={0}>
                    <Text fw={500} style={{ overflowWrap: 'anywhere' }}>
                      <Link to={paths.objective(objective.id)} className="plain">
                        <bdi>{objective.name}</bdi>
                      </Link>
                    </Text>
                    <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                      {objective.id}
                    </Text>
                  </Box>
                </Group>
              </Table.Td>
              <Table.Td>
                <Zones codes={objective.zones} />
              </Table.Td>
              <Table.Td>
                <ConsentShares consents={objective.consents} />
              </Table.Td>
              <Table.Td className="wide-only">
                <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                  {objective.labels.map(({ id, name }, index) => (
                    <Fragment key={id}>
                      {index > 0 && ', '}
                      <bdi>{name}</bdi>
                    </Fragment>
                  ))}
                </Text>
              </Table.Td>
              <Table.Td c="dimmed" className="wide-only">
                <RelativeTime at={objective.modifiedAt} /> <bdi>{text.common.by(objective.modifiedBy)}</bdi>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {all.some(({ consents }) => consents.estimated) && (
        <Text size="xs" c="dimmed" p="md">
          {text.objectives.saidEstimated}
        </Text>
      )}
    </Box>
  );
}

/** All of them are of the same profiles, so the most are the greatest share too. They come by name. */
const sorted = (all: Objective[], sort: ObjectiveSort) =>
  sort === 'name' ? all : all.toSorted((one, other) => other.consents[sort] - one.consents[sort]);

/** By the names of their laws; one that this product does not know any more by its code. */
function Zones({ codes }: { codes: string[] }) {
  const { find } = useZones();
  if (codes.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.objectives.nowhere}
      </Text>
    );
  return (
    <Group gap={4}>
      {codes.map((code) => (
        <Badge key={code} color="gray">
          {find(code)?.name ?? code}
        </Badge>
      ))}
    </Group>
  );
}
