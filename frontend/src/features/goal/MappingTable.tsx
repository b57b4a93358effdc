import { ActionIcon, Box, Button, Group, Skeleton, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { hashKey, keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { api, done } from '@/api/client';
import type { ConnectionContent, Goal, MappedRow, MappingRow, SourcePreview } from '@/api/types';
import { newRow } from '@/api/newGoal';
import { useEditing } from '@/components/editing';
import { ProblemNote } from '@/components/Frame';
import { Near } from '@/components/Near';
import { text } from '@/lib/text';
import { AddRemaining } from './AddRemaining';
import { type Fields } from './fields';
import { MappingRowEditor } from './MappingRowEditor';
import { trialOf } from './trial';
import { TrialNote } from './TrialNote';

/** More than fit a screen; the rest of a wide file is drawn as one comes to it. */
const DRAWN_AT_ONCE = 20;
const NO_FIELDS: Fields = [];
const NO_EFFECT: MappedRow = { result: [], steps: [] };

/** A row that was only just added is tried with the others once it says where it leads. */
const isComplete = (row: MappingRow) => row.property !== '';

/** The rows of a mapping, each with what it makes of one of the records looked at. */
export function MappingTable({
  goal,
  pointer,
  source,
  awaited,
  onChange,
}: {
  goal: Goal;
  pointer: string;
  source: SourcePreview | undefined;
  /** Whether the records are on their way. */
  awaited: boolean;
  onChange: (mapping: Goal['mapping'], matching?: Goal['matching']) => void;
}) {
  const { connectionId, mayWrite, mayTry } = useEditing();
  const objectives = useWatch<ConnectionContent, 'objectives'>({ name: 'objectives' });
  const [at, setAt] = useState(0);
  const [settled] = useDebouncedValue(goal, 250);
  const records = source?.records ?? [];
  const shown = Math.min(at, Math.max(0, records.length - 1));
  const effects = useQuery({
    queryKey: ['mapping-preview', connectionId, settled, objectives, records],
    enabled: mayTry && connectionId !== undefined && records.length > 0 && settled.mapping.some(isComplete),
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async ({ signal }) => {
      const tried = settled.mapping.filter(isComplete);
      const { records: found } = await done(
        api.POST('/api/v1/connections/{id}/mapping-preview', {
          params: { path: { id: connectionId ?? '' } },
          body: { goal: { ...settled, mapping: tried }, objectives, records },
          signal,
        }),
      );
      // Each row finds its effect at its own place again.
      const places = settled.mapping.map((row) => tried.indexOf(row));
      return {
        records: found.map((one) => ({ ...one, rows: places.map((place) => one.rows[place] ?? NO_EFFECT) })),
      };
    },
  });
  const record = records[shown];
  const effect = effects.data?.records[shown];
  const fields = source?.fields ?? NO_FIELDS;
  // While the next answer is on its way, the rows of the last one may stand elsewhere.
  const current = !effects.isPlaceholderData && hashKey([settled.mapping]) === hashKey([goal.mapping]);
  const latest = useRef({ goal, onChange });
  useEffect(() => {
    latest.current = { goal, onChange };
  });
  const onRow = useCallback((index: number, row: MappingRow | undefined) => {
    const { goal: now, onChange: change } = latest.current;
    change(now.mapping.flatMap((other, place) => (place !== index ? [other] : row ? [row] : [])));
  }, []);
  const trial = effects.data && trialOf(settled.mapping, effects.data.records);
  return (
    <Box className="mapping">
      {awaited && <Skeleton className="appears-late" h={28} w={260} mb="sm" />}
      {record && (
        <Group gap="xs" mb="sm">
          <ActionIcon
            variant="default"
            aria-label={text.goal.previousRecord}
            disabled={shown === 0}
            onClick={() => setAt(shown - 1)}
          >
            <IconChevronLeft size={16} aria-hidden />
          </ActionIcon>
          <Text size="sm" className="tabular">
            {text.goal.record(record.number, record.line)}
          </Text>
          <ActionIcon
            variant="default"
            aria-label={text.goal.nextRecord}
            disabled={shown >= records.length - 1}
            onClick={() => setAt(shown + 1)}
          >
            <IconChevronRight size={16} aria-hidden />
          </ActionIcon>
          {effect?.outcome && (
            <Text size="sm" role="status" c="dimmed">
              {text.goal.outcome(text.goal.outcomes[effect.outcome])} {effect.reason}
            </Text>
          )}
        </Group>
      )}
      {(awaited || effects.isLoading) && <Skeleton className="appears-late" h={46} mb="sm" />}
      {effects.isError && <ProblemNote failure={effects.error} />}
      {trial && (
        <TrialNote trial={trial} current={current} goal={goal} fields={fields} onShow={setAt} onChange={onChange} />
      )}
      <div
        className="mapping-row mapping-head"
        aria-hidden
        style={{ borderTop: 0, paddingBlock: 4, fontSize: 13, color: 'var(--mantine-color-dimmed)' }}
      >
        <span>{text.goal.field}</span>
        <span className="mapping-steps">{text.goal.cleanUp}</span>
        <span>{text.goal.strategy}</span>
        <span>{text.goal.property}</span>
      </div>
      {goal.mapping.map((row, index) => (
        <div key={index} data-pointer={`${pointer}/mapping/${index}`}>
          <Near far={index >= DRAWN_AT_ONCE} words={`${row.field ?? text.goal.noField} → ${row.property}`}>
            <MappingRowEditor
              row={row}
              index={index}
              pointer={`${pointer}/mapping/${index}`}
              fields={fields}
              record={record}
              effect={effect?.rows[index]}
              onRow={onRow}
            />
          </Near>
        </div>
      ))}
      <Group mt="sm">
        <Button
          size="xs"
          variant="default"
          disabled={!mayWrite}
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() =>
            onChange([
              ...goal.mapping,
              newRow(fields.find((field) => !goal.mapping.some((row) => row.field === field.name))?.name, ''),
            ])
          }
        >
          {text.goal.addRow}
        </Button>
        <AddRemaining
          fields={fields}
          goal={goal}
          onAdd={(rows, matching) => onChange([...goal.mapping, ...rows], matching)}
        />
      </Group>
    </Box>
  );
}
