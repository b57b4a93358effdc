import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  Group,
  Select,
  Stack,
  TagsInput,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Processor, ProcessorKind } from '@/api/types';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { options } from './fields';

export function newProcessor(kind: ProcessorKind): Processor {
  switch (kind) {
    case 'TRIM':
    case 'CLEAN_EMAIL':
    case 'HASH':
      return { kind };
    case 'CHANGE_CASE':
      return { kind, to: 'LOWER' };
    case 'CONCATENATE':
      return { kind, fields: [], separator: ' ' };
    case 'FIXED_VALUE':
      return { kind, value: '' };
    case 'DATE_FORMAT':
      return { kind, patterns: ['dd-MM-yyyy'] };
    case 'NUMBER_FORMAT':
      return { kind, decimalSeparator: ',', groupingSeparator: '.' };
    case 'CLEAN_PHONE':
      return { kind, region: 'NL' };
    case 'REGEX_FILTER':
      return { kind, pattern: '', inverted: false, onMiss: 'DROP_VALUE' };
    case 'REGEX_REPLACE':
      return { kind, pattern: '', replacement: '' };
    case 'SPLIT':
      return { kind, separator: ',' };
    case 'VALUE_TABLE':
      return { kind, table: {}, ignoreCase: true, otherwise: 'KEEP' };
    case 'EXPRESSION':
      return { kind, formula: 'value' };
  }
}

interface Props {
  processor: Processor;
  /** Whether it is a step of a page’s variable. */
  ofPage: boolean;
  fields: string[];
  onChange: (processor: Processor) => void;
}

/** The form of each kind of step. */
export function ProcessorForm(props: Props) {
  const { mayWrite } = useEditing();
  return (
    <fieldset disabled={!mayWrite} style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }}>
      <Stack gap="xs">
        <FormOfKind {...props} />
      </Stack>
    </fieldset>
  );
}

function FormOfKind({ processor, ofPage, fields, onChange }: Props) {
  const words = ofPage ? text.stepsOfPages : text.processors;
  switch (processor.kind) {
    case 'TRIM':
    case 'CLEAN_EMAIL':
    case 'HASH':
      return null;
    case 'CHANGE_CASE':
      return (
        <>
          <Select
            label={words.caseTo}
            data={options(words.cases)}
            value={processor.to}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(to) => to && onChange({ ...processor, to })}
          />
          <TextInput
            label={words.locale}
            value={processor.locale ?? ''}
            onChange={(event) => onChange({ ...processor, locale: event.currentTarget.value || undefined })}
          />
        </>
      );
    case 'CONCATENATE':
      return (
        <>
          <TagsInput
            label={words.fields}
            data={fields}
            value={processor.fields}
            comboboxProps={{ withinPortal: false }}
            onChange={(chosen) => onChange({ ...processor, fields: chosen })}
          />
          <TextInput
            label={words.separator}
            value={processor.separator}
            onChange={(event) => onChange({ ...processor, separator: event.currentTarget.value })}
          />
        </>
      );
    case 'FIXED_VALUE':
      return (
        <TextInput
          label={words.value}
          value={processor.value}
          onChange={(event) => onChange({ ...processor, value: event.currentTarget.value })}
        />
      );
    case 'DATE_FORMAT':
      return (
        <>
          <TagsInput
            label={words.patterns}
            description={words.patternsHelp}
            value={processor.patterns}
            comboboxProps={{ withinPortal: false }}
            onChange={(patterns) => onChange({ ...processor, patterns })}
          />
          <TextInput
            label={words.locale}
            value={processor.locale ?? ''}
            onChange={(event) => onChange({ ...processor, locale: event.currentTarget.value || undefined })}
          />
          <TextInput
            label={words.zone}
            value={processor.zone ?? ''}
            onChange={(event) => onChange({ ...processor, zone: event.currentTarget.value || undefined })}
          />
        </>
      );
    case 'NUMBER_FORMAT':
      return (
        <>
          <TextInput
            label={words.decimal}
            maxLength={1}
            value={processor.decimalSeparator}
            onChange={(event) => onChange({ ...processor, decimalSeparator: event.currentTarget.value })}
          />
          <TextInput
            label={words.grouping}
            maxLength={1}
            value={processor.groupingSeparator}
            onChange={(event) => onChange({ ...processor, groupingSeparator: event.currentTarget.value })}
          />
        </>
      );
    case 'CLEAN_PHONE':
      return (
        <>
          <TextInput
            label={words.region}
            maxLength={2}
            value={processor.region}
            onChange={(event) => onChange({ ...processor, region: event.currentTarget.value.toUpperCase() })}
          />
          <Autocomplete
            label={words.regionField}
            description={words.regionFieldHelp}
            data={fields}
            value={processor.regionField ?? ''}
            comboboxProps={{ withinPortal: false }}
            onChange={(field) => onChange({ ...processor, regionField: field || undefined })}
          />
        </>
      );
    case 'REGEX_FILTER':
      return (
        <>
          <TextInput
            label={words.pattern}
            description={words.patternHelp}
            ff="monospace"
            value={processor.pattern}
            onChange={(event) => onChange({ ...processor, pattern: event.currentTarget.value })}
          />
          <Checkbox
            label={words.inverted}
            checked={processor.inverted ?? false}
            onChange={(event) => onChange({ ...processor, inverted: event.currentTarget.checked })}
          />
          <Select
            label={words.onMiss}
            data={options(words.onMisses)}
            value={processor.onMiss}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(onMiss) => onMiss && onChange({ ...processor, onMiss })}
          />
        </>
      );
    case 'REGEX_REPLACE':
      return (
        <>
          <TextInput
            label={words.pattern}
            description={words.patternHelp}
            value={processor.pattern}
            onChange={(event) => onChange({ ...processor, pattern: event.currentTarget.value })}
          />
          <TextInput
            label={words.replacement}
            value={processor.replacement}
            onChange={(event) => onChange({ ...processor, replacement: event.currentTarget.value })}
          />
        </>
      );
    case 'SPLIT':
      return (
        <TextInput
          label={words.separator}
          value={processor.separator}
          onChange={(event) => onChange({ ...processor, separator: event.currentTarget.value })}
        />
      );
    case 'VALUE_TABLE':
      return (
        <>
          <ValueTable table={processor.table} onChange={(table) => onChange({ ...processor, table })} />
          <Checkbox
            label={words.ignoreCase}
            checked={processor.ignoreCase ?? false}
            onChange={(event) => onChange({ ...processor, ignoreCase: event.currentTarget.checked })}
          />
          <Select
            label={words.otherwise}
            data={options(words.otherwises)}
            value={processor.otherwise}
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
            onChange={(otherwise) => otherwise && onChange({ ...processor, otherwise })}
          />
        </>
      );
    case 'EXPRESSION':
      return (
        <Textarea
          label={words.formula}
          description={words.formulaHelp}
          autosize
          minRows={2}
          spellCheck={false}
          value={processor.formula}
          onChange={(event) => onChange({ ...processor, formula: event.currentTarget.value })}
        />
      );
  }
}

/** Lines are kept apart from the table while typing, so that two halves of the same key do not swallow each other. */
function ValueTable({
  table,
  onChange,
}: {
  table: Record<string, string>;
  onChange: (table: Record<string, string>) => void;
}) {
  const [lines, setLines] = useState(() => [
    ...Object.entries(table),
    ...(Object.keys(table).length === 0 ? [['', ''] as [string, string]] : []),
  ]);
  const change = (next: [string, string][]) => {
    setLines(next);
    onChange(Object.fromEntries(next.filter(([from]) => from !== '')));
  };
  return (
    <Stack gap={6}>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" fw={500} flex={1}>
          {text.processors.from}
        </Text>
        <Text size="sm" fw={500} flex={1}>
          {text.processors.to}
        </Text>
        <span style={{ width: 28 }} />
      </Group>
      {lines.map(([from, to], index) => (
        <Group key={index} gap="xs" wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            aria-label={text.processors.from}
            value={from}
            onChange={(event) =>
              change(lines.map((line, at) => (at === index ? [event.currentTarget.value, to] : line)))
            }
          />
          <TextInput
            size="xs"
            flex={1}
            aria-label={text.processors.to}
            value={to}
            onChange={(event) =>
              change(lines.map((line, at) => (at === index ? [from, event.currentTarget.value] : line)))
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={text.processors.removeLine(from)}
            onClick={() => change(lines.filter((_, at) => at !== index))}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => setLines([...lines, ['', '']])}
        style={{ alignSelf: 'flex-start' }}
      >
        {text.processors.addLine}
      </Button>
    </Stack>
  );
}
