import { List, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { $api, api, done } from '@/api/client';
import type { Connection } from '@/api/types';
import { Confirm } from '@/components/confirm';
import { ProblemNote } from '@/components/Frame';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { connectionsKey } from './keys';

interface Props {
  opened: boolean;
  connection: Connection;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteConnection({ opened, connection, onClose, onDeleted }: Props) {
  const router = useRouter();
  const queries = useQueryClient();
  const of = { params: { path: { id: connection.id } } };
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/connections/{id}', of)),
    onSuccess: async () => {
      onDeleted();
      notifications.show({ message: text.editor.deleted(connection.name) });
      void queries.invalidateQueries({ queryKey: connectionsKey });
      await router.navigate({ to: paths.connections(), ignoreBlocker: true });
      // Whoever comes back to it, or to one of its runs, is not told that it is still there.
      queries.removeQueries($api.queryOptions('get', '/api/v1/connections/{id}', of));
    },
  });
  return (
    <Confirm
      opened={opened}
      title={text.editor.deleteTitle(connection.name)}
      action={text.common.delete}
      danger
      busy={remove.isPending}
      onConfirm={() => remove.mutate()}
      onClose={onClose}
    >
      <Text>{text.editor.deleteText}</Text>
      <Refers connection={connection} />
      {remove.isError && <ProblemNote failure={remove.error} />}
    </Confirm>
  );
}

/** What refers to it; none of that holds it back, but somebody may miss it. */
function Refers({ connection }: { connection: Connection }) {
  const words = text.editor.refers;
  const { data } = $api.useQuery('get', '/api/v1/connections/{id}/summary', {
    params: { path: { id: connection.id } },
  });
  const what = [
    connection.on ? words.on : undefined,
    data?.lastRun ? words.runs(data.lastRun.number) : undefined,
    connection.labels.length > 0 ? words.labels(connection.labels.map(({ name }) => name)) : undefined,
    connection.favorite ? words.star : undefined,
  ].filter((one) => one !== undefined);
  if (what.length === 0) return null;
  return (
    <List size="sm" aria-label={words.title}>
      {what.map((one) => (
        <List.Item key={one}>
          <bdi>{one}</bdi>
        </List.Item>
      ))}
    </List>
  );
}
