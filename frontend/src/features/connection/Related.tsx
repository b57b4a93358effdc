import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { $api } from '@/api/client';
import type { ConnectionType, Goal, LabelRef, Scope } from '@/api/types';
import { hueOf } from '@/components/marks/hue';
import { placeOf } from '@/components/marks/places';
import { TypeLogo } from '@/components/TypeLogo';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { LinkedObjectives } from './LinkedObjectives';
import { propertiesOf, propertiesShownBy } from './related';
import { chosenOf } from './scope/scopeWords';
import { useChannels } from './scope/useChannels';

const MOST = 5;

interface Props {
  type: ConnectionType;
  connectionId: string | undefined;
  labels: LabelRef[];
  goals: Goal[];
  objectives: string[];
  scope: Scope;
  nameOfProperty: (id: string) => string;
}

/** What has to do with the connection: its type, what it fills, and what stands under the same labels. */
export function Related({ type, connectionId, labels, goals, objectives, scope, nameOfProperty }: Props) {
  return (
    <aside className="editor-related" aria-label={text.related.title}>
      <Stack gap="lg">
        <Section title={text.related.type}>
          <Anchor component={Link} to={paths.connectionType(type.id)} className="related-item">
            <TypeLogo logo={type.logo} size={24} />
            <span className="clipped">{type.name}</span>
          </Anchor>
        </Section>
        <Properties title={text.related.properties} ids={propertiesOf(goals)} nameOf={nameOfProperty} />
        <Properties title={text.related.shownProperties} ids={propertiesShownBy(goals)} nameOf={nameOfProperty} />
        <Section title={text.scope.title}>
          <Channels scope={scope} />
        </Section>
        <Section title={text.related.objectives}>
          <LinkedObjectives linked={objectives} />
          <Anchor component={Link} to={paths.objectives()} size="sm">
            {text.related.toObjectives}
          </Anchor>
        </Section>
        {connectionId !== undefined &&
          labels.map((label) => <Neighbours key={label.id} label={label} connectionId={connectionId} />)}
      </Stack>
    </aside>
  );
}

function Properties({ title, ids, nameOf }: { title: string; ids: string[]; nameOf: (id: string) => string }) {
  if (ids.length === 0) return null;
  return (
    <Section title={title}>
      {ids.slice(0, MOST).map((id) => (
        <Text key={id} size="sm" className="clipped">
          <bdi>{nameOf(id)}</bdi>
        </Text>
      ))}
      <Anchor component={Link} to={paths.properties()} size="sm">
        {ids.length > MOST ? text.related.allProperties(ids.length) : text.related.toProperties}
      </Anchor>
    </Section>
  );
}

function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <Title order={2} size="sm" mb={6}>
        {title}
      </Title>
      <Stack gap={4}>{children}</Stack>
    </section>
  );
}

function Channels({ scope }: { scope: Scope }) {
  const chosen = chosenOf(scope);
  const { of, nameOf } = useChannels(chosen.slice(0, MOST));
  if (chosen.length === 0)
    return <Text size="sm">{scope.kind === 'EVERYWHERE' ? text.scope.all : text.scope.none}</Text>;
  return (
    <>
      {chosen.slice(0, MOST).map((id) =>
        of(id) ? (
          <Anchor
            key={id}
            component={Link}
            to={paths.channel(id)}
            size="sm"
            lineClamp={2}
            style={{ overflowWrap: 'anywhere' }}
          >
            <bdi>{nameOf(id)}</bdi>
          </Anchor>
        ) : (
          <Text key={id} size="sm">
            {nameOf(id)}
          </Text>
        ),
      )}
      {chosen.length > MOST && (
        <Anchor component={Link} to={paths.channels()} size="sm">
          {text.related.allChannels(chosen.length)}
        </Anchor>
      )}
    </>
  );
}

/** The others under one label, of all kinds. */
function Neighbours({ label, connectionId }: { label: LabelRef; connectionId: string }) {
  const found = $api.useQuery('get', '/api/v1/labels/{id}/objects', {
    params: { path: { id: label.id }, query: { limit: MOST + 1 } },
  });
  const others = found.data?.items.filter(({ kind, id }) => kind !== 'connection' || id !== connectionId) ?? [];
  if (!found.isSuccess || others.length === 0) return null;
  return (
    <Section
      title={
        <Group gap={6} wrap="nowrap">
          <span className="label-dot" style={{ background: hueOf(label.name) }} aria-hidden />
          <bdi className="clipped">{text.related.labelled(label.name)}</bdi>
        </Group>
      }
    >
      {others.slice(0, MOST).map((object) => (
        <Anchor
          key={`${object.kind} ${object.id}`}
          component={Link}
          to={placeOf(object)}
          size="sm"
          lineClamp={2}
          style={{ overflowWrap: 'anywhere' }}
        >
          <bdi>{object.name}</bdi>
        </Anchor>
      ))}
      {(others.length > MOST || found.data.next !== undefined) && (
        <Anchor component={Link} to={`${paths.labels()}?search=${encodeURIComponent(label.name)}`} size="sm" c="dimmed">
          {text.labels.all}
        </Anchor>
      )}
    </Section>
  );
}
