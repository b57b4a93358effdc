import { Button, Group, NativeSelect, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ConnectionVersion } from '@/api/types';
import { RelativeTime } from '@/components/Time';
import { text } from '@/lib/text';
import { DifferenceTable } from '../DifferenceTable';
import { changesBetween, type Words } from './changes';
import { RestoreButton } from './RestoreButton';

interface Props {
  words: Words;
  /** Newest first. */
  versions: ConnectionVersion[];
  compared: [from: number, to: number];
  onCompare: (compared: [from: number, to: number]) => void;
  onBack: () => void;
  onRestore: (version: ConnectionVersion) => void;
}

/** Any two versions beside each other: only what differs. */
export function Compare({ words, versions, compared: [from, to], onCompare, onBack, onRestore }: Props) {
  const current = versions[0]?.version;
  const named = (version: number) =>
    version === current ? text.versions.isCurrent(version) : text.versions.version(version);
  const find = (number: number) => versions.find(({ version }) => version === number);
  const [one, other] = [find(from), find(to)];
  const changes = one && other ? changesBetween(words, one, other) : [];
  const options = versions.map(({ version, savedBy }) => ({
    value: String(version),
    label: text.versions.option(named(version), savedBy),
  }));
  const olds = [one, other].flatMap((version) =>
    version && version.version !== current && from !== to ? [version] : [],
  );
  const found = changes.length === 0 ? text.versions.equal : text.versions.differ(changes.length);
  return (
    <>
      <Group justify="space-between">
        <Title order={3}>{text.versions.compareTitle}</Title>
        <Button size="xs" variant="subtle" leftSection={<IconArrowLeft size={14} aria-hidden />} onClick={onBack}>
          {text.versions.back}
        </Button>
      </Group>
      <div className="compared">
        <NativeSelect
          label={text.versions.from}
          autoFocus
          description={one && <RelativeTime at={one.savedAt} />}
          data={options}
          value={String(from)}
          onChange={(event) => onCompare([Number(event.currentTarget.value), to])}
        />
        <NativeSelect
          label={text.versions.to}
          description={other && <RelativeTime at={other.savedAt} />}
          data={options}
          value={String(to)}
          onChange={(event) => onCompare([from, Number(event.currentTarget.value)])}
        />
      </div>
      <Text role="status" fw={600} size="sm">
        {from === to ? text.versions.twice : found}
      </Text>
      {from !== to && changes.length > 0 && (
        <DifferenceTable
          caption={text.versions.compareTitle}
          sides={[named(from), named(to)]}
          rows={changes.map(({ key, label, before, after }) => ({ key, label, cells: [before, after] }))}
        />
      )}
      <Group gap="xs" justify="flex-end">
        {olds.map((version) => (
          <RestoreButton key={version.version} named version={version.version} onRestore={() => onRestore(version)} />
        ))}
      </Group>
    </>
  );
}
