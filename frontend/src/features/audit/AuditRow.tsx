import { Box, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AuditChange, AuditEvent } from '@/api/types';
import { RelativeTime } from '@/components/Time';
import { formatNumber } from '@/lib/format';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import type { AuditFilters } from './filters';
import { programOf } from './program';

interface Props {
  event: AuditEvent;
  filters: AuditFilters;
  onFilter: (filters: AuditFilters) => void;
}

export function AuditRow({ event, filters, onFilter }: Props) {
  const { actor, address, client, action } = event;
  const name = actor.name || text.audit.nobody;
  return (
    <Box role="row" className="audit-row">
      <Text role="cell" size="sm" c="dimmed" component="div">
        <RelativeTime at={event.at} />
      </Text>
      <Box role="cell" miw={0}>
        {actor.id ? (
          <Tooltip label={text.audit.onlyBy(name)}>
            <UnstyledButton
              className="link"
              fz="sm"
              style={{ overflowWrap: 'anywhere' }}
              onClick={() => onFilter({ ...filters, actor: actor.id, actorName: name })}
            >
              <bdi>{name}</bdi>
            </UnstyledButton>
          </Tooltip>
        ) : (
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <bdi>{name}</bdi>
          </Text>
        )}
        {actor.kind === 'APPLICATION' && (
          <Text size="xs" c="dimmed">
            {text.audit.application}
          </Text>
        )}
      </Box>
      <Box role="cell" miw={0}>
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {address || text.audit.nowhere}
        </Text>
        {client && <Client client={client} />}
      </Box>
      <Box role="cell" miw={0}>
        <Text size="sm" component="div" style={{ overflowWrap: 'anywhere' }}>
          <Text span fw={500}>
            {text.audit.actions[action] ?? action}
          </Text>{' '}
          {/* What is done to a session says so itself. */}
          {event.object.kind !== 'session' && <Subject object={event.object} />}
        </Text>
        {event.changes.length > 0 && <Changes changes={event.changes} />}
      </Box>
    </Box>
  );
}

/** The program in a person's words; its own are an unfolding away. */
function Client({ client }: { client: string }) {
  const program = programOf(client);
  if (program === undefined)
    return (
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {client}
      </Text>
    );
  return (
    <details>
      <Text component="summary" size="xs" c="dimmed" title={client} style={{ cursor: 'pointer' }}>
        {program}
      </Text>
      <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {client}
      </Text>
    </details>
  );
}

/** What was done to it stays known when it is gone; there is nothing left to open then. */
function Subject({ object }: { object: AuditEvent['object'] }) {
  const kind = text.audit.kinds[object.kind] ?? object.kind;
  const named = (
    <>
      {kind}
      {object.name && (
        <>
          {' “'}
          <bdi>{object.name}</bdi>”
        </>
      )}
    </>
  );
  const to = object.id && !object.gone ? addressOf(object.kind, object.id) : undefined;
  return to ? (
    <Link className="link" to={to}>
      {named}
    </Link>
  ) : (
    <span>
      {named}
      {object.gone && (
        <Text span inherit c="dimmed">
          {' '}
          {text.audit.gone}
        </Text>
      )}
    </span>
  );
}

function addressOf(kind: string, id: string): string | undefined {
  switch (kind) {
    case 'connection':
      return paths.connection(id);
    case 'run':
      return paths.run(id);
    case 'profile':
      return paths.profile(id);
    case 'profile-property':
      return paths.properties();
    case 'objective':
      return paths.objective(id);
    default:
      return undefined;
  }
}

function Changes({ changes }: { changes: AuditChange[] }) {
  return (
    <details>
      <Text component="summary" size="sm" c="dimmed" style={{ cursor: 'pointer' }}>
        {text.audit.changes(formatNumber(changes.length), changes.length === 1)}
      </Text>
      <Box component="dl" className="audit-changes">
        {changes.map((change, index) => (
          <div key={index}>
            <dt>{change.what}</dt>
            <dd>{change.secret ? text.audit.changed : <Values {...change} />}</dd>
          </div>
        ))}
      </Box>
    </details>
  );
}

function Values({ before, after }: AuditChange) {
  if (before === undefined) return <ins>{after ?? text.audit.nothing}</ins>;
  return (
    <>
      <del>{before}</del> <span aria-hidden>→</span> <ins>{after ?? text.audit.nothing}</ins>
    </>
  );
}
