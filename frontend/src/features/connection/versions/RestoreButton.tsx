import { Button, Tooltip } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';

interface Props {
  version: number;
  /** The button says which version it is. */
  named?: boolean;
  onRestore: () => void;
}

/** Greyed, with the reason, for who may only look. */
export function RestoreButton({ version, named, onRestore }: Props) {
  const { mayWrite } = useEditing();
  return (
    <Tooltip label={text.common.noPermission} disabled={mayWrite}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconRestore size={14} aria-hidden />}
        aria-label={text.versions.restoreThis(version)}
        data-disabled={!mayWrite || undefined}
        aria-disabled={!mayWrite}
        onClick={() => mayWrite && onRestore()}
      >
        {named ? text.versions.restoreThis(version) : text.versions.restore}
      </Button>
    </Tooltip>
  );
}
