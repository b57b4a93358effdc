import { Button, Group, Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import type { Format, Goal, SourcePreview } from '@/api/types';
import { text } from '@/lib/text';
import { options } from './fields';

/** How the files are laid out: as detected, or as somebody says. */
export function FormatOptions({
  goal,
  source,
  disabled,
  onChange,
}: {
  goal: Goal;
  source: SourcePreview | undefined;
  disabled: boolean;
  onChange: (format: Format | undefined) => void;
}) {
  const format: Format = goal.source.format ??
    source?.format ?? { kind: 'CSV', encoding: 'UTF_8', separator: ',', quote: '"', header: true };
  const detected = source?.detected;
  const said = (one: Format) =>
    one.kind === 'CSV'
      ? `${text.goal.formats.CSV}, ${text.goal.encodings[one.encoding]}, ${text.goal.separators[one.separator] ?? one.separator}`
      : `${text.goal.formats.JSON_LINES}, ${text.goal.encodings[one.encoding]}`;
  return (
    <Stack gap="sm">
      {detected && (
        <Group gap="sm">
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
            <Select
              label={text.goal.separator}
              disabled={disabled}
              data={Object.entries(text.goal.separators).map(([value, label]) => ({ value, label }))}
              value={format.separator}
              allowDeselect={false}
              onChange={(separator) => separator && onChange({ ...format, separator })}
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
