import { Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { api, done } from '@/api/client';
import type { Connection } from '@/api/types';
import { Confirm } from '@/components/confirm';
import { ProblemNote } from '@/components/Frame';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { connectionsKey } from './ConnectionsPage';

interface Props {
  opened: boolean;
  connection: Connection;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteConnection({ opened, connection, onClose, onDeleted }: Props) {
  const router = useRouter();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () => done(api.DELETE('/api/v1/connections/{id}', { params: { path: { id: connection.id } } })),
    onSuccess: async () => {
      onDeleted();
      notifications.show({ message: text.editor.deleted(connection.name) });
      void queries.invalidateQueries({ queryKey: connectionsKey });
      await router.navigate({ to: paths.connections(), ignoreBlocker: true });
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
      {remove.isError && <ProblemNote failure={remove.error} />}
    </Confirm>
  );
}
