import { Anchor, Box, Button, Group, List, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { $api, api, done } from '@/api/client';
import { asProblem } from '@/api/problem';
import type { Objective } from '@/api/types';
import { Confirm } from '@/components/confirm';
import { NothingHere, PageHead, ProblemNote, Section, Waiting } from '@/components/Frame';
import { LabelEditor } from '@/components/marks/LabelEditor';
import { Star } from '@/components/marks/Star';
import { ObjectiveDot } from '@/components/objectives/ObjectiveDot';
import { useMay } from '@/components/permissions';
import { ReadOnlyNote } from '@/components/ReadOnlyNote';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { useObjectivesChanged } from './api';
import { Connections } from './Connections';
import { ConsentShares } from './ConsentShares';
import { ObjectiveForm } from './ObjectiveForm';
import { ShownTexts } from './ShownTexts';

const back = (
  <Anchor component={Link} to={paths.objectives()} size="sm">
    {text.objectives.back}
  </Anchor>
);

export function NewObjectivePage() {
  const router = useRouter();
  return (
    <>
      <PageHead above={back} title={text.objectives.newTitle} purpose={text.objectives.newPurpose} />
      <ReadOnlyNote unless="objectives:write" />
      <ObjectiveForm
        objective={undefined}
        onSaved={({ id, name }) => {
          notifications.show({ message: text.objectives.made(name) });
          void router.navigate({ to: paths.objective(id), replace: true });
        }}
      />
    </>
  );
}

export function ObjectivePage({ id }: { id: string }) {
  const query = $api.useQuery('get', '/api/v1/objectives/{id}', { params: { path: { id } } });
  if (query.isPending) return <Waiting lines={8} />;
  if (query.isError)
    return asProblem(query.error).type === '/problems/objective-not-found' ? (
      <NothingHere>{back}</NothingHere>
    ) : (
      <ProblemNote failure={query.error} onRetry={() => void query.refetch()} />
    );
  return <Shown key={id} objective={query.data} />;
}

function Shown({ objective }: { objective: Objective }) {
  const mayWrite = useMay('objectives:write');
  const [deleting, setDeleting] = useState(false);
  const named = { kind: 'objective', id: objective.id, name: objective.name } as const;
  return (
    <>
      <PageHead
        above={back}
        logo={<ObjectiveDot colour={objective.colour} size={14} />}
        title={objective.name}
        purpose={<LabelEditor of={named} labels={objective.labels} mayWrite={mayWrite} />}
        action={
          <Group gap={4}>
            <Star of={named} starred={objective.favorite} />
            {mayWrite && (
              <Button
                variant="default"
                leftSection={<IconTrash size={16} aria-hidden />}
                onClick={() => setDeleting(true)}
              >
                {text.objectives.delete}
              </Button>
            )}
          </Group>
        }
      />
      <ReadOnlyNote unless="objectives:write" />
      <Stack gap="lg">
        <Section title={text.objectives.said}>
          <Stack gap="xs" p="md">
            <ConsentShares long consents={objective.consents} />
            <Text size="sm" c="dimmed">
              {text.objectives.saidHelp} {objective.consents.estimated && text.objectives.saidEstimated}
            </Text>
          </Stack>
        </Section>
        <ObjectiveForm
          objective={objective}
          onSaved={({ name }) => notifications.show({ message: text.objectives.saved(name) })}
        />
        <Connections objective={objective} />
        <ShownTexts id={objective.id} />
      </Stack>
      {deleting && <DeleteDialog objective={objective} onClose={() => setDeleting(false)} />}
    </>
  );
}

function DeleteDialog({ objective, onClose }: { objective: Objective; onClose: () => void }) {
  const router = useRouter();
  const changed = useObjectivesChanged();
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/objectives/{id}', { params: { path: { id: objective.id } } })),
    onSuccess: async () => {
      notifications.show({ message: text.objectives.deleted(objective.name) });
      await router.navigate({ to: paths.objectives(), ignoreBlocker: true });
      void changed();
    },
  });
  const linked = $api.useQuery(
    'get',
    '/api/v1/connections',
    { params: { query: { objective: [objective.id], limit: 10 } } },
    // What was found before may be another by now.
    { gcTime: 0, retry: false },
  );
  const problem = remove.isError ? asProblem(remove.error) : undefined;
  // Who has come to use it since the dialog opened is named as well.
  const since = problem?.type === '/problems/objective-in-use' ? problem : undefined;
  const users =
    since?.usedBy.map(({ connectionId, connectionName }) => ({ id: connectionId, name: connectionName })) ??
    linked.data?.items ??
    [];
  const count = since?.count ?? linked.data?.total ?? 0;
  return (
    <Confirm
      opened
      title={text.objectives.deleteTitle(objective.name)}
      action={text.common.delete}
      danger
      busy={remove.isPending}
      hindrance={
        linked.isPending ? text.objectives.lookingForUses : count > 0 ? text.objectives.inUse(count) : undefined
      }
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      {linked.isPending && <Waiting lines={2} />}
      {count > 0 && (
        <Box role={since ? 'alert' : 'status'}>
          <Text size="sm">{text.objectives.inUse(count)}</Text>
          <List size="sm" style={{ overflowWrap: 'anywhere' }}>
            {users.map(({ id, name }) => (
              <List.Item key={id}>
                <Link className="link" to={paths.connection(id)}>
                  <bdi>{name}</bdi>
                </Link>
              </List.Item>
            ))}
          </List>
          {count > users.length && <Text size="sm">{text.objectives.inUseMore(count - users.length)}</Text>}
        </Box>
      )}
      {!linked.isPending && count === 0 && <Text>{text.objectives.deleteText(objective.id)}</Text>}
      {problem && !since && <ProblemNote failure={remove.error} />}
    </Confirm>
  );
}
