import { Box, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import type { ImportGoal, MappingRow, SourcePreview } from '@/api/types';
import { newRow } from '@/api/newGoal';
import { useEditing } from '@/components/editing';
import { ProblemNote } from '@/components/Frame';
import { Near } from '@/components/Near';
import { text } from '@/lib/text';
import { AddRemaining } from './AddRemaining';
import { type Fields } from './fields';
import { MappingRowEditor } from './MappingRowEditor';
import { RecordPager } from './RecordPager';
import { TrialNote } from './TrialNote';
import type { Trying } from './useTrial';

/** More than fit a screen; the rest of a wide file is drawn as one comes to it. */
const DRAWN_AT_ONCE = 20;
const NO_FIELDS: Fields = [];

/** The rows of a mapping, each with what it makes of one of the records looked at. */
export function MappingTable({
  goal,
  pointer,
  source,
  trying,
  awaited,
  onChange,
}: {
  goal: ImportGoal;
  pointer: string;
  source: SourcePreview | undefined;
  trying: Trying;
  /** Whether the records are on their way. */
  awaited: boolean;
  onChange: (changed: Partial<ImportGoal>) => void;
}) {
  const { mayWrite } = useEditing();
  const { record, effect, trial, current, show } = trying;
  const fields = source?.fields ?? NO_FIELDS;
  const latest = useRef({ goal, onChange });
  useEffect(() => {
    latest.current = { goal, onChange };
  });
  const onRow = useCallback((index: number, row: MappingRow | undefined) => {
    const { goal: now, onChange: change } = latest.current;
    change({ mapping: now.mapping.flatMap((other, place) => (place !== index ? [other] : row ? [row] : [])) });
  }, []);
  return (
    <Box className="mapping">
      {awaited && <Skeleton className="appears-late" h={28} w={260} mb="sm" />}
      <RecordPager trying={trying}>
        {effect?.outcome && (
          <Text size="sm" role="status" c="dimmed">
            {text.goal.outcome(text.goal.outcomes[effect.outcome])} {effect.reason}
          </Text>
        )}
      </RecordPager>
      {(awaited || trying.loading) && <Skeleton className="appears-late" h={46} mb="sm" />}
      {trying.failure !== null && <ProblemNote failure={trying.failure} />}
      {trial && (
        <TrialNote trial={trial} current={current} goal={goal} fields={fields} onShow={show} onChange={onChange} />
      )}
      <div className="mapping-row mapping-head" aria-hidden>
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
            onChange({
              mapping: [
                ...goal.mapping,
                newRow(fields.find((field) => !goal.mapping.some((row) => row.field === field.name))?.name, ''),
              ],
            })
          }
        >
          {text.goal.addRow}
        </Button>
        <AddRemaining
          fields={fields}
          goal={goal}
          onAdd={(rows, matching) => onChange({ mapping: [...goal.mapping, ...rows], matching })}
        />
      </Group>
    </Box>
  );
}
