import { Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ConnectionType } from '@/api/types';
import { BusyButton } from '@/components/BusyButton';
import { EmptyState, PageHead, ProblemNote } from '@/components/Frame';
import { useInstalling } from '@/components/installing';
import { useMay } from '@/components/permissions';
import { text } from '@/lib/text';

/** Where a connection of a type would be made that nobody has installed yet. */
export function NotInstalled({ type }: { type: ConnectionType }) {
  const mayInstall = useMay('types:install');
  const installing = useInstalling();
  return (
    <>
      <PageHead title={text.editor.newOf(type.name)} purpose={type.summary} />
      {installing.isError && <ProblemNote failure={installing.error} />}
      <div className="panel">
        <EmptyState
          picture={<IconDownload size={36} />}
          title={text.types.notInstalled}
          action={
            mayInstall ? (
              <BusyButton loading={installing.isPending} onClick={() => installing.mutate(type.id)}>
                {text.types.installAndUse}
              </BusyButton>
            ) : (
              <Text size="sm">{text.types.whoInstalls}</Text>
            )
          }
        >
          {text.types.needsInstall(type.name)}
        </EmptyState>
      </div>
    </>
  );
}
