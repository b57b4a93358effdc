import { Anchor, Box, Group, Select, Text, Tooltip, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ConsentRow, MappedConsentRow, SourceRecord } from '@/api/types';
import { useEditing } from '@/components/editing';
import { useObjectives } from '@/components/objectives/known';
import { ObjectiveDot } from '@/components/objectives/ObjectiveDot';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { ConsentSaid } from './ConsentSaid';
import { exampleOf, type Fields, options } from './fields';
import { Pills } from './Pills';
import { RemoveRow, RowField } from './RowParts';

interface Props {
  row: ConsentRow;
  pointer: string;
  fields: Fields;
  record: SourceRecord | undefined;
  effect: MappedConsentRow | undefined;
  onChange: (row: ConsentRow | undefined) => void;
}

/** One column as a sentence: *newsletter_ok · is the answer to · Newsletter*. */
export function ConsentRowEditor({ row, pointer, fields, record, effect, onChange }: Props) {
  const { issue, mayWrite } = useEditing();
  const { nameOf } = useObjectives();
  const column = row.field ?? text.goal.noField;
  const name = text.consent.row(
    column,
    text.consent.saysOptions[row.says],
    row.objective === undefined ? '' : nameOf(row.objective),
  );
  const complaint = issue(`${pointer}/says`);
  return (
    <div className="mapping-row consent-row" role="group" aria-label={name}>
      <RowField
        row={row}
        label={text.consent.column}
        pointer={pointer}
        fields={fields}
        record={record}
        onChange={onChange}
      />
      <Box miw={0} className="mapping-steps">
        <Pills
          processors={row.processors}
          name={column}
          fields={fields}
          before={exampleOf(row, record)}
          effect={effect}
          pointer={pointer}
          onChange={(processors) => onChange({ ...row, processors })}
        />
      </Box>
      <Box miw={0} className="mapping-how">
        <Tooltip label={text.consent.saysHelp[row.says]} multiline maw={320}>
          <Select
            size="xs"
            aria-label={text.consent.says}
            disabled={!mayWrite}
            data={options(text.consent.saysOptions)}
            value={row.says}
            allowDeselect={false}
            error={complaint}
            onChange={(says) => says && onChange(saying(row, says))}
          />
        </Tooltip>
      </Box>
      <Box miw={0} className="mapping-to">
        {row.says === 'ANSWER' && (
          <ObjectiveField
            value={row.objective}
            error={issue(`${pointer}/objective`)}
            onChange={(objective) => onChange({ ...row, objective })}
          />
        )}
      </Box>
      <Box miw={0} fz={13} className="mapping-effect">
        {effect && <VisuallyHidden>{text.goal.effect}: </VisuallyHidden>}
        {effect?.problem ? (
          <Text size="xs" style={{ color: 'var(--state-bad)', overflowWrap: 'anywhere' }}>
            {effect.problem.message}
          </Text>
        ) : (
          effect && <ConsentSaid said={effect.says} />
        )}
      </Box>
      <Group gap={2} wrap="nowrap" justify="flex-end" className="mapping-more">
        <RemoveRow label={text.consent.removeRow(column)} onClick={() => onChange(undefined)} />
      </Group>
    </div>
  );
}

/** Only an answer is about one objective. */
function saying({ objective, ...row }: ConsentRow, says: ConsentRow['says']): ConsentRow {
  return says === 'ANSWER' && objective !== undefined ? { ...row, says, objective } : { ...row, says };
}

function ObjectiveField({
  value,
  error,
  onChange,
}: {
  value: string | undefined;
  error: string | undefined;
  onChange: (objective: string) => void;
}) {
  const { mayWrite } = useEditing();
  const { query, all, find } = useObjectives();
  const gone = value !== undefined && query.isSuccess && !find(value);
  if (query.isSuccess && all.length === 0 && !gone)
    return (
      <Text size="xs">
        {text.consent.aboutNone}{' '}
        <Anchor component={Link} to={paths.newObjective()} fz="inherit">
          {text.consent.aboutMake}
        </Anchor>
      </Text>
    );
  return (
    <Select
      size="xs"
      aria-label={text.consent.about}
      placeholder={text.consent.aboutPlaceholder}
      disabled={!mayWrite}
      searchable
      value={value ?? null}
      allowDeselect={false}
      error={error}
      data={[
        ...all.map(({ id, name }) => ({ value: id, label: name })),
        ...(gone ? [{ value, label: text.consent.gone(value) }] : []),
      ]}
      leftSection={value === undefined ? undefined : <ObjectiveDot colour={find(value)?.colour ?? 'GREY'} size={8} />}
      renderOption={({ option }) => (
        <Group gap={6} wrap="nowrap">
          <ObjectiveDot colour={find(option.value)?.colour ?? 'GREY'} />
          <Box miw={0}>
            <bdi style={{ overflowWrap: 'anywhere' }}>{option.label}</bdi>
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {option.value}
            </Text>
          </Box>
        </Group>
      )}
      nothingFoundMessage={text.consent.aboutNothing}
      onChange={(id) => id !== null && onChange(id)}
    />
  );
}
