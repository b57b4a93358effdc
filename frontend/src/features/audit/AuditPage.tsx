import { Box, Button, Text, VisuallyHidden } from '@mantine/core';
import { IconDownload, IconFileSearch, IconHistory, IconLock } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { api, done } from '@/api/client';
import { EmptyState, PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { isLost, ShowMore } from '@/components/ShowMore';
import { useMay } from '@/components/permissions';
import { timeZone } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { AuditFilterBar } from './AuditFilterBar';
import { AuditRow } from './AuditRow';
import { asked, chips, type AuditFilters } from './filters';

interface Props {
  filters: AuditFilters;
  onFilter: (filters: AuditFilters) => void;
}

export function AuditPage(props: Props) {
  if (!useMay('audit:read'))
    return (
      <>
        <PageHead title={text.audit.title} purpose={text.audit.purpose} />
        <div className="panel">
          <EmptyState picture={<IconLock size={36} />} title={text.audit.notAllowed}>
            {text.audit.notAllowedText}
          </EmptyState>
        </div>
      </>
    );
  return <Events {...props} />;
}

function Events({ filters, onFilter }: Props) {
  const query = asked(filters);
  const events = useInfiniteQuery({
    queryKey: ['get', '/api/v1/audit-events', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      done(api.GET('/api/v1/audit-events', { params: { query: { ...query, after: pageParam } } })),
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const found = events.data?.pages.flatMap(({ items }) => items) ?? [];
  const objectName = found.find(({ object }) => object.id !== undefined && object.id === filters.objectId)?.object.name;
  const filtered = chips(filters).length > 0;
  const clear = (
    <Button variant="default" onClick={() => onFilter({})}>
      {text.audit.clearAll}
    </Button>
  );
  return (
    <>
      <PageHead
        title={text.audit.title}
        purpose={text.audit.purpose}
        action={
          <Button
            component="a"
            href={paths.auditExport({ ...query, zone: timeZone() })}
            download="audit.csv"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            {text.audit.export}
          </Button>
        }
      />
      <AuditFilterBar filters={filters} objectName={objectName} onFilter={onFilter} />
      <Section title={text.audit.title}>
        {events.isPending && <Waiting lines={8} />}
        {isLost(events) && (
          <Box p="md">
            <ProblemNote failure={events.error} onRetry={() => void events.refetch()} />
          </Box>
        )}
        {events.isSuccess && found.length === 0 && !filtered && (
          <EmptyState picture={<IconHistory size={36} />} title={text.audit.emptyTitle}>
            {text.audit.emptyText}
          </EmptyState>
        )}
        {events.isSuccess && found.length === 0 && filtered && (
          <EmptyState picture={<IconFileSearch size={36} />} title={text.audit.noMatchTitle} action={clear}>
            {text.audit.noMatchText}
          </EmptyState>
        )}
        {found.length > 0 && (
          <Box
            role="table"
            aria-label={text.audit.title}
            aria-busy={events.isPlaceholderData}
            style={{ opacity: events.isPlaceholderData ? 0.6 : 1 }}
          >
            <Box role="row" className="audit-row audit-head">
              {[text.audit.when, text.audit.who, text.audit.where, text.audit.what].map((column) => (
                <Text key={column} role="columnheader" size="sm" c="dimmed">
                  {column}
                </Text>
              ))}
            </Box>
            {found.map((event) => (
              <AuditRow key={event.id} event={event} filters={filters} onFilter={onFilter} />
            ))}
          </Box>
        )}
        <ShowMore of={events} size="sm">
          {text.audit.more}
        </ShowMore>
      </Section>
      <VisuallyHidden role="status">
        {events.isSuccess && filtered && found.length === 0 ? text.audit.noMatchTitle : ''}
      </VisuallyHidden>
    </>
  );
}
