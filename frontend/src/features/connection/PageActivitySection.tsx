import { Box, SimpleGrid, Table, Text } from '@mantine/core';
import { IconBrowser } from '@tabler/icons-react';
import { $api } from '@/api/client';
import { EmptyState, ProblemNote, Section, Waiting } from '@/components/Frame';
import { HeldBackList } from '@/components/heldBack/HeldBackList';
import { formatNumber, formatShortDate } from '@/lib/format';
import { text } from '@/lib/text';
import { reasonsOf, totalsOf } from './pageActivity';

const words = text.pageActivity;
const AGAIN = 15_000;

/** What a connection did of late that works in pages: it has no runs to look at. */
export function PageActivitySection({ connectionId }: { connectionId: string }) {
  const activity = $api.useQuery(
    'get',
    '/api/v1/connections/{id}/page-activity',
    { params: { path: { id: connectionId } } },
    { refetchInterval: AGAIN },
  );
  return (
    <Section title={words.title}>
      {activity.data ? (
        <Days days={activity.data.days} />
      ) : activity.isError ? (
        <Box p="md">
          <ProblemNote failure={activity.error} onRetry={() => void activity.refetch()} />
        </Box>
      ) : (
        <Waiting lines={3} />
      )}
    </Section>
  );
}

function Days({ days }: { days: Parameters<typeof totalsOf>[0] }) {
  const totals = totalsOf(days);
  if (totals.length === 0)
    return (
      <EmptyState picture={<IconBrowser size={40} stroke={1.2} aria-hidden />} title={words.nothing}>
        {words.nothingText}
      </EmptyState>
    );
  return (
    <Box p="md">
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md" component="ul" className="plain-list page-amounts">
        {totals.map(({ of, total }) => (
          <li key={of}>
            <Text span fz="xl" fw={600} className="tabular">
              {formatNumber(total)}
            </Text>{' '}
            <Text span size="sm" c="dimmed">
              {words.amounts[of](total)}
            </Text>
          </li>
        ))}
      </SimpleGrid>
      <HeldBackList of={reasonsOf(days)} />
      <details className="by-day">
        <summary>{words.byDay}</summary>
        <Box className="by-day-table" tabIndex={0} role="group" aria-label={words.byDay}>
          <Table className="tabular" horizontalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.day}</Table.Th>
                {totals.map(({ of }) => (
                  <Table.Th key={of} scope="col" ta="right">
                    {words.columns[of]}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {[...days].reverse().map((day) => (
                <Table.Tr key={day.day}>
                  <Table.Th scope="row" fw={400}>
                    {formatShortDate(new Date(day.day), 'UTC')}
                  </Table.Th>
                  {totals.map(({ of }) => (
                    <Table.Td key={of} ta="right">
                      {formatNumber(day[of])}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Box>
      </details>
    </Box>
  );
}
