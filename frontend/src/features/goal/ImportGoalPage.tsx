import {
  ActionIcon,
  Badge,
  Box,
  Button,
  Code,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Switch,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { api, done } from '@/api/client';
import type { ConnectionContent, FieldError, FileSource, Format, Goal, SourcePreview } from '@/api/types';
import { useEditing } from '@/components/editing';
import { ProblemNote, Waiting } from '@/components/Frame';
import { RelativeTime } from '@/components/Time';
import { formatBytes } from '@/lib/format';
import { text } from '@/lib/text';
import { options } from './fields';
import { MappingTable } from './MappingTable';
import { StepCard } from './StepCard';
import { useProperties } from './useProperties';

/** More are looked at to guess types and to try the mapping; nobody reads more than these. */
const ROWS_SHOWN = 20;

export function ImportGoalPage({ index }: { index: number }) {
  const { control, setValue } = useFormContext<ConnectionContent>();
  const goal = useWatch({ control, name: `goals.${index}` });
  const { connectionId, secrets, setup, issue, issues, mayWrite } = useEditing();
  const [asked, setAsked] = useState<FileSource | undefined>(() =>
    connectionId && goal.mapping.length > 0 ? goal.source : undefined,
  );
  const [times, setTimes] = useState(0);
  const pointer = `/goals/${index}`;
  const change = (part: Partial<Goal>) => {
    if (mayWrite) setValue(`goals.${index}`, { ...goal, ...part }, { shouldDirty: true });
  };
  const changeSource = (part: Partial<FileSource>) => change({ source: { ...goal.source, ...part } });

  const preview = useQuery({
    queryKey: ['source-preview', connectionId, asked, times],
    enabled: mayWrite && asked !== undefined && connectionId !== undefined,
    staleTime: Infinity,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      done(
        api.POST('/api/v1/connections/{id}/source-preview', {
          params: { path: { id: connectionId ?? '' } },
          body: { goalId: goal.id, source: asked ?? goal.source, setup: setup(), secrets },
          signal,
        }),
      ),
  });
  const source: SourcePreview | undefined = preview.isError ? undefined : preview.data;
  const look = () => {
    setAsked(goal.source);
    setTimes(times + 1);
  };
  const reread = (format: Format | undefined) => {
    const next = { ...goal.source, format };
    change({ source: next });
    if (connectionId) setAsked(next);
  };

  // What the draft lacks is known here; the rest the service says of what is saved.
  const lacking = (part: string, message: string, lacks: boolean): FieldError[] => {
    const said = issues(`${pointer}/${part}`);
    return lacks && said.length === 0 ? [{ pointer: `${pointer}/${part}`, code: 'required', message }] : said;
  };
  const patternMissing = goal.source.namePattern.trim() === '';
  const sourceMissing = lacking('source', text.goal.noPattern, patternMissing);
  const [formatMissing, filesMissing] = [true, false].map((format) =>
    sourceMissing.filter((problem) => problem.pointer.startsWith(`${pointer}/source/format`) === format),
  ) as [FieldError[], FieldError[]];
  const identifiersMissing = lacking(
    'matching',
    text.goal.noIdentifier,
    !goal.matching.anyOf.some((all) => all.length > 0),
  );
  const mappingMissing = lacking('mapping', text.goal.mappingNone, goal.mapping.length === 0);
  const unread = preview.isFetching
    ? text.step.looking
    : preview.isError
      ? text.step.unreadable
      : source?.files.length === 0
        ? text.step.noFiles
        : undefined;
  const unseen =
    source === undefined
      ? (unread ?? text.step.notLooked)
      : hashKey([asked]) === hashKey([goal.source])
        ? unread
        : text.step.changedSince;

  return (
    <Stack gap="md">
      <TextInput
        label={text.goal.name}
        maw={420}
        disabled={!mayWrite}
        value={goal.name}
        error={issue(`${pointer}/name`)}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />

      <StepCard
        pointer={`${pointer}/source`}
        number={1}
        title={text.goal.steps.files}
        missing={filesMissing}
        unknown={unseen}
        summary={`${goal.source.folder} · ${goal.source.namePattern} · ${text.goal.picks[goal.source.pick]}`}
      >
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={text.goal.folder}
            description={text.goal.folderHelp}
            disabled={!mayWrite}
            data-pointer={`${pointer}/source/folder`}
            value={goal.source.folder}
            error={issue(`${pointer}/source/folder`)}
            onChange={(event) => changeSource({ folder: event.currentTarget.value })}
          />
          <TextInput
            label={text.goal.namePattern}
            description={text.goal.namePatternHelp}
            disabled={!mayWrite}
            data-pointer={`${pointer}/source/namePattern`}
            value={goal.source.namePattern}
            error={issue(`${pointer}/source/namePattern`) ?? (patternMissing && text.common.required)}
            onChange={(event) => changeSource({ namePattern: event.currentTarget.value })}
          />
          <Select
            label={text.goal.pick}
            disabled={!mayWrite}
            data={options(text.goal.picks)}
            value={goal.source.pick}
            allowDeselect={false}
            onChange={(pick) => pick && changeSource({ pick })}
          />
          <Select
            label={text.goal.compression}
            disabled={!mayWrite}
            data={options(text.goal.compressions)}
            value={goal.source.compression}
            allowDeselect={false}
            onChange={(compression) => compression && changeSource({ compression })}
          />
          <Select
            label={text.goal.afterImport}
            disabled={!mayWrite}
            data={options(text.goal.afterImports)}
            value={goal.source.afterImport.kind}
            allowDeselect={false}
            onChange={(kind) =>
              kind &&
              changeSource({
                afterImport: kind === 'MOVE' ? { kind, folder: goal.source.afterImport.folder ?? '' } : { kind },
              })
            }
          />
          {goal.source.afterImport.kind === 'MOVE' && (
            <TextInput
              label={text.goal.moveTo}
              disabled={!mayWrite}
              data-pointer={`${pointer}/source/afterImport`}
              value={goal.source.afterImport.folder ?? ''}
              error={issue(`${pointer}/source/afterImport/folder`)}
              onChange={(event) => changeSource({ afterImport: { kind: 'MOVE', folder: event.currentTarget.value } })}
            />
          )}
        </SimpleGrid>
        <Group mt="md">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconRefresh size={15} aria-hidden />}
            disabled={connectionId === undefined || !mayWrite}
            loading={preview.isFetching}
            onClick={look}
          >
            {asked && mayWrite ? text.goal.lookAgain : text.goal.look}
          </Button>
          {(connectionId === undefined || !mayWrite) && (
            <Text size="sm" c="dimmed">
              {mayWrite ? text.goal.saveToLook : text.goal.lookNeeds}
            </Text>
          )}
        </Group>
        <Box mt="sm" aria-live="polite">
          {preview.isFetching && !source && <Waiting lines={3} />}
          {preview.isError && <ProblemNote failure={preview.error} onRetry={look} />}
          {source && (
            <>
              <Text size="sm" fw={500}>
                {source.files.length === 0 ? text.goal.noFiles : text.goal.filesFound(source.files.length)}
              </Text>
              {source.note && <Text size="sm">{source.note}</Text>}
              {source.files.slice(0, 5).map((file) => (
                <Text key={file.path} size="sm" c="dimmed">
                  {file.name} · {formatBytes(file.size)} · <RelativeTime at={file.modified} />{' '}
                  {file.alreadyImported && <Badge size="xs">{text.goal.alreadyImported}</Badge>}
                </Text>
              ))}
            </>
          )}
        </Box>
      </StepCard>

      <StepCard
        pointer={`${pointer}/source/format`}
        number={2}
        title={text.goal.steps.options}
        missing={formatMissing}
        unknown={unseen}
        summary={source ? text.goal.formats[source.format.kind] : text.goal.detected}
      >
        <FormatOptions goal={goal} source={source} disabled={!mayWrite} onChange={reread} />
      </StepCard>

      <StepCard
        pointer={`${pointer}/rows`}
        number={3}
        title={text.goal.steps.rows}
        missing={[]}
        unknown={unseen}
        summary={source ? text.goal.rowsSummary(source.records.length, source.fields.length) : text.goal.rowsNone}
      >
        {source ? <FirstRows source={source} /> : <Text c="dimmed">{text.goal.rowsNone}</Text>}
      </StepCard>

      <StepCard
        pointer={`${pointer}/matching`}
        number={4}
        title={text.goal.steps.identifiers}
        missing={identifiersMissing}
        summary={goal.matching.anyOf.map((all) => all.join(` ${text.goal.and} `)).join(` ${text.goal.or} `)}
      >
        <Identifiers goal={goal} onChange={change} />
      </StepCard>

      <StepCard
        pointer={`${pointer}/mapping`}
        number={5}
        title={text.goal.steps.mapping}
        missing={mappingMissing}
        summary={text.goal.mappingSummary(goal.mapping.length)}
      >
        <MappingTable goal={goal} pointer={pointer} source={source} onChange={(mapping) => change({ mapping })} />
      </StepCard>
    </Stack>
  );
}

function FormatOptions({
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

function FirstRows({ source }: { source: SourcePreview }) {
  return (
    <>
      <Box className="scroller" mah={320} tabIndex={0} role="group" aria-label={text.goal.steps.rows}>
        <Table stickyHeader fz={13}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text.runs.line}</Table.Th>
              {source.fields.map((field) => (
                <Table.Th key={field.name} style={{ whiteSpace: 'nowrap' }}>
                  {field.name}
                  <Text size="xs" c="dimmed" fw={400}>
                    {text.properties.types[field.guessedType]}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {source.records.slice(0, ROWS_SHOWN).map((record) => (
              <Table.Tr key={record.number}>
                <Table.Td c="dimmed">{record.line}</Table.Td>
                {source.fields.map((field) => (
                  <Table.Td key={field.name} style={{ whiteSpace: 'nowrap' }}>
                    {record.values[field.name]?.join(' · ')}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
      {source.broken.length > 0 && (
        <Box mt="sm">
          <Text size="sm" fw={500} style={{ color: 'var(--state-warn)' }}>
            {text.goal.brokenTitle(source.broken.length)}
          </Text>
          {source.broken.map((line) => (
            <Text key={line.line} size="sm">
              {text.runs.line} {line.line}: {line.message} <Code>{line.raw}</Code>
            </Text>
          ))}
        </Box>
      )}
    </>
  );
}

function Identifiers({ goal, onChange }: { goal: Goal; onChange: (part: Partial<Goal>) => void }) {
  const { mayWrite } = useEditing();
  const { properties } = useProperties();
  const identifiers = properties.filter((property) => property.identifier);
  const alternatives = goal.matching.anyOf;
  const set = (anyOf: string[][]) => onChange({ matching: { anyOf } });
  const nameOf = (id: string) => properties.find((property) => property.id === id)?.name ?? id;
  const unmapped = [...new Set(alternatives.flat())].filter((id) => !goal.mapping.some((row) => row.property === id));
  const choices = (taken: string[]) =>
    identifiers.filter((property) => !taken.includes(property.id)).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {text.goal.identifiersHint}
      </Text>
      {identifiers.length === 0 && <Text size="sm">{text.goal.identifiersNone}</Text>}
      {alternatives.map((all, index) => (
        <Group key={index} gap="xs">
          <Text size="sm" w={72} fw={500}>
            {index === 0 ? text.goal.matchBy : text.goal.or}
          </Text>
          {all.map((id) => (
            <Badge
              key={id}
              size="lg"
              rightSection={
                <ActionIcon
                  size={16}
                  variant="transparent"
                  disabled={!mayWrite}
                  aria-label={`${text.common.remove} ${nameOf(id)}`}
                  onClick={() =>
                    set(
                      alternatives
                        .map((other, at) => (at === index ? all.filter((one) => one !== id) : other))
                        .filter((other) => other.length > 0),
                    )
                  }
                >
                  <IconX size={12} aria-hidden />
                </ActionIcon>
              }
            >
              {nameOf(id)}
            </Badge>
          ))}
          {choices(all).length > 0 && (
            <Select
              size="xs"
              w={180}
              placeholder={text.goal.addIdentifier}
              aria-label={text.goal.addIdentifier}
              disabled={!mayWrite}
              data={choices(all)}
              value={null}
              onChange={(id) => id && set(alternatives.map((other, at) => (at === index ? [...all, id] : other)))}
            />
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            disabled={!mayWrite}
            aria-label={text.goal.removeAlternative}
            onClick={() => set(alternatives.filter((_, at) => at !== index))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Select
        size="xs"
        w={260}
        label={alternatives.length === 0 ? text.goal.matchBy : text.goal.addAlternative}
        placeholder={text.goal.chooseProperty}
        disabled={!mayWrite}
        data={choices([])}
        value={null}
        onChange={(id) => id && set([...alternatives, [id]])}
      />
      {unmapped.map((id) => (
        <Text key={id} size="sm" style={{ color: 'var(--state-warn)' }}>
          {text.goal.notMapped(nameOf(id))}
        </Text>
      ))}
      <Switch
        label={text.goal.create}
        description={goal.createWhenNoMatch ? undefined : text.goal.createOff}
        disabled={!mayWrite}
        checked={goal.createWhenNoMatch}
        onChange={(event) => onChange({ createWhenNoMatch: event.currentTarget.checked })}
      />
    </Stack>
  );
}
