import { Button, CloseButton, Text } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useState } from 'react';
import { text } from '@/lib/text';

/** Says that what was typed before a reload is back, and which secrets (`lost`) are not. The page comes back scrolled, so the note stays in sight. */
export function RestoredNote({ lost, onDiscard }: { lost: string[]; onDiscard: () => void }) {
  const [seen, setSeen] = useState(false);
  if (seen) return null;
  return (
    <div className="restored-note" role="status">
      <IconRestore size={18} aria-hidden style={{ flex: 'none', color: 'var(--state-busy)' }} />
      <Text size="sm" flex={1}>
        {text.editor.restored} {lost.length > 0 && text.editor.restoredWithout(lost)}
      </Text>
      <Button size="compact-sm" variant="default" onClick={onDiscard} style={{ flex: 'none' }}>
        {text.editor.discard}
      </Button>
      <CloseButton size="sm" aria-label={text.common.close} onClick={() => setSeen(true)} />
    </div>
  );
}
