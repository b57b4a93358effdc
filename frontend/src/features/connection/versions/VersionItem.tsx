import { Badge, Box, Button, Group, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import { useState } from 'react';
import type { ConnectionVersion } from '@/api/types';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';
import { changesBetween, type Change, type Words } from './changes';
import { RestoreButton } from './RestoreButton';

interface Props {
  words: Words;
  version: ConnectionVersion;
  /** The one that it was made from; nothing of the first. */
  before: ConnectionVersion | undefined;
  current: ConnectionVersion;
  /** One comes back from comparing it. */
  returned: boolean;
  onCompare: (compared: [from: number, to: number]) => void;
  onRestore: () => void;
}

/** One save: who, when, and what it changed. */
export function VersionItem({ words, version, before, current, returned, onCompare, onRestore }: Props) {
  const isCurrent = version.version === current.version;
  const compared: [number, number] | undefined = isCurrent
    ? before && [before.version, version.version]
    : [version.version, current.version];
  return (
    <li className="version">
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Box miw={0}>
          <Group gap={8}>
            <Text fw={600} component="h3" className="tabular">
              {text.versions.version(version.version)}
            </Text>
            {isCurrent && <Badge>{text.versions.current}</Badge>}
          </Group>
          <Text size="sm" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
            <bdi>{version.savedBy}</bdi> · <RelativeTime at={version.savedAt} />
          </Text>
        </Box>
        <Group gap={6} wrap="nowrap">
          {compared && (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconArrowsDiff size={14} aria-hidden />}
              aria-label={text.versions.compareThis(version.version)}
              autoFocus={returned}
              onClick={() => onCompare(compared)}
            >
              {text.versions.compare}
            </Button>
          )}
          {!isCurrent && <RestoreButton version={version.version} onRestore={onRestore} />}
        </Group>
      </Group>
      {before ? (
        <Changes version={version.version} changes={changesBetween(words, before, version)} />
      ) : (
        <Text size="sm" mt={6}>
          {version.version === 1 ? text.versions.first : text.versions.oldest}
        </Text>
      )}
    </li>
  );
}

const atOnce = 4;

function Changes({ version, changes }: { version: number; changes: Change[] }) {
  const [open, setOpen] = useState(false);
  if (changes.length === 0)
    return (
      <Text size="sm" mt={6}>
        {text.versions.same}
      </Text>
    );
  // A single one is not worth a click.
  const folds = changes.length > atOnce + 1;
  return (
    <>
      <Box component="dl" className="version-changes" aria-label={text.versions.changes(version)}>
        {(folds && !open ? changes.slice(0, atOnce) : changes).map(({ key, label, before, after }) => (
          <div key={key}>
            <dt>
              <bdi>{label}</bdi>
            </dt>
            <dd>
              <del>{before}</del> <span aria-hidden>→</span> <ins>{after}</ins>
            </dd>
          </div>
        ))}
      </Box>
      {folds && (
        <Button size="compact-xs" variant="subtle" mt={4} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text.versions.fewerChanges : text.versions.allChanges(changes.length)}
        </Button>
      )}
    </>
  );
}
