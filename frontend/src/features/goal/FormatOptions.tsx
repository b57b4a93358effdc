import { Button, Group, Select, SimpleGrid, Skeleton, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { Format, ImportGoal, SourcePreview } from '@/api/types';
import { useEditing } from '@/components/editing';
import { signWords } from '@/lib/signs';
import { text } from '@/lib/text';
import { options } from './fields';
import { SeparatorInput } from './SeparatorInput';

/** How the files are laid out: as detected, or as somebody says. */
export function FormatOptions({
  goal,
  pointer,
  source,
  awaited,
  disabled,
  onChange,
}: {
  goal: ImportGoal;
  pointer: string;
  source: SourcePreview | undefined;
  /** Whether what was detected is on its way. */
  awaited: boolean;
  disabled: boolean;
  onChange: (format: Format | undefined) => void;
}) {
  const { issue } = useEditing();
  const format: Format = goal.source.format ??
    source?.format ?? { kind: 'CSV', encoding: 'UTF_8', separator: ',', quote: '"', header: true };
  const detected = source?.detected;
  const said = (one: Format) =>
    one.kind === 'CSV'
      ? `${text.goal.formats.CSV}, ${text.goal.encodings[one.encoding]}, ${signWords(one.separator)}`
      : `${text.goal.formats.JSON_LINES}, ${text.goal.encodings[one.encoding]}`;
  return (
    <Stack gap="sm">
      {awaited && <Skeleton className="appears-late" h={26} w={320} maw="100%" />}
      {detected && (
        <Group gap="sm" mih={26}>
          <Text size="sm">
            {text.goal.detected}: {said(detected)}
          </Text>
          {goal.source.format && JSON.stringify(goal.source.format) !== JSON.stringify(detected) && (
            <Button size="compact-sm" variant="subtle" disabled={disabled} onClick={() => onChange(detected)}>
              {text.goal.useDetected}
            </Button>
          )}
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <Select
          label={text.goal.format}
          disabled={disabled}
          data={options(text.goal.formats)}
          value={format.kind}
          allowDeselect={false}
          onChange={(kind) =>
            kind &&
            onChange(
              kind === 'JSON_LINES'
                ? { kind, encoding: format.encoding }
                : { kind, encoding: format.encoding, separator: ',', quote: '"', header: true },
            )
          }
        />
        <Select
          label={text.goal.encoding}
          disabled={disabled}
          data={options(text.goal.encodings)}
          value={format.encoding}
          allowDeselect={false}
          onChange={(encoding) => encoding && onChange({ ...format, encoding })}
        />
        {format.kind === 'CSV' && (
          <>
            <SeparatorInput
              value={format.separator}
              error={issue(`${pointer}/separator`)}
              disabled={disabled}
              onChange={(separator) => onChange({ ...format, separator })}
            />
            <TextInput
              label={text.goal.quote}
              disabled={disabled}
              maxLength={1}
              value={format.quote ?? ''}
              onChange={(event) => onChange({ ...format, quote: event.currentTarget.value || undefined })}
            />
            <TextInput
              label={text.goal.escape}
              disabled={disabled}
              maxLength={1}
              value={format.escape ?? ''}
              onChange={(event) => onChange({ ...format, escape: event.currentTarget.value || undefined })}
            />
            <Switch
              mt={28}
              label={text.goal.header}
              disabled={disabled}
              checked={format.header}
              onChange={(event) => onChange({ ...format, header: event.currentTarget.checked })}
            />
          </>
        )}
      </SimpleGrid>
    </Stack>
  );
}
