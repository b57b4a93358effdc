import { Drawer } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { $api } from '@/api/client';
import type { ConnectionType } from '@/api/types';
import { ProblemNote, Waiting } from '@/components/Frame';
import { text } from '@/lib/text';

const Markdown = lazy(() => import('@/components/Markdown'));

/** The setup guide of a type, beside what one is doing. */
export function GuideDrawer({
  type,
  onClose,
}: {
  type: Pick<ConnectionType, 'id' | 'name'> | undefined;
  onClose: () => void;
}) {
  const guide = $api.useQuery(
    'get',
    '/api/v1/connection-types/{id}/guide',
    { params: { path: { id: type?.id ?? '' } }, parseAs: 'text' },
    { enabled: type !== undefined, staleTime: 300_000 },
  );
  return (
    <Drawer
      opened={type !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      zIndex={300}
      title={type && text.connections.guideOf(type.name)}
      closeButtonProps={{ 'aria-label': text.common.close }}
    >
      {guide.isError && <ProblemNote failure={guide.error} onRetry={() => void guide.refetch()} />}
      {guide.isPending && <Waiting />}
      {guide.data !== undefined && (
        <Suspense fallback={<Waiting />}>
          <Markdown source={guide.data} />
        </Suspense>
      )}
    </Drawer>
  );
}
