import { Button, Group, Stack, Text } from '@mantine/core';
import type { ImportGoal } from '@/api/types';
import { useEditing } from '@/components/editing';
import { ObjectiveLink } from '@/components/objectives/ObjectiveLink';
import { text } from '@/lib/text';
import type { Fields } from './fields';
import { cleaned, type Finding, sayingNothing, type Trial, withRow } from './trial';
import { useProperties } from './useProperties';

interface Props {
  trial: Trial;
  /** Whether the trial is of the mapping as it stands: only then can a finding mend its row. */
  current: boolean;
  goal: ImportGoal;
  fields: Fields;
  onShow: (record: number) => void;
  onChange: (changed: Partial<ImportGoal>) => void;
}

/** What a run would do to the records looked at, why some would be lost, and what mends that. */
export function TrialNote({ trial, current, goal, fields, onShow, onChange }: Props) {
  const rejected = trial.findings.some((finding) => finding.effect === 'REJECTED');
  return (
    <Stack
      component="section"
      aria-label={text.trial.title}
      gap="xs"
      p="sm"
      mb="sm"
      className="trial"
      data-state={rejected ? 'warn' : 'good'}
    >
      <Text size="sm" fw={500} role="status">
        {text.trial.said(trial.tried)} {trial.outcomes.map(text.trial.outcome).join(', ')}.
      </Text>
      {trial.findings.map((finding) => (
        <FindingLine
          key={`${finding.effect} ${finding.row} ${finding.unclear?.row} ${finding.message}`}
          finding={finding}
          current={current}
          goal={goal}
          fields={fields}
          onShow={onShow}
          onChange={onChange}
        />
      ))}
    </Stack>
  );
}

function FindingLine({
  finding,
  current,
  goal,
  fields,
  onShow,
  onChange,
}: { finding: Finding } & Omit<Props, 'trial'>) {
  const { mayWrite } = useEditing();
  const { properties } = useProperties();
  const { unclear } = finding;
  const row = finding.row === undefined ? undefined : goal.mapping[finding.row];
  const property = properties.find((candidate) => candidate.id === row?.property);
  const better = row && cleaned(row, fields, property?.type);
  return (
    <Group gap="xs" justify="space-between" align="flex-start">
      <Text size="sm" flex="1 1 20rem" style={{ overflowWrap: 'anywhere' }}>
        <b>{text.trial.effect(finding.effect, finding.records)}</b> {finding.message}{' '}
        {finding.objectives?.map((id) => (
          <ObjectiveLink key={id} id={id} />
        ))}
      </Text>
      <Group gap={6}>
        <Button size="compact-xs" variant="subtle" onClick={() => onShow(finding.first)}>
          {text.trial.show}
        </Button>
        {row && better && finding.row !== undefined && (
          <Button
            size="compact-xs"
            variant="light"
            disabled={!mayWrite || !current}
            onClick={() => onChange({ mapping: withRow(goal, finding.row ?? 0, better) })}
          >
            {text.trial.clean(better.processors.map((one) => text.processors.kinds[one.kind]).join(', '))}
          </Button>
        )}
        {row && finding.effect === 'REJECTED' && (
          <Button
            size="compact-xs"
            variant="light"
            disabled={!mayWrite || !current}
            onClick={() => onChange({ mapping: withRow(goal, finding.row ?? 0, { ...row, onBadValue: 'LEAVE_OUT' }) })}
          >
            {text.trial.leaveOut}
          </Button>
        )}
        {unclear && goal.consent[unclear.row]?.says === 'ANSWER' && unclear.values.length > 0 && (
          <Button
            size="compact-xs"
            variant="light"
            disabled={!mayWrite || !current}
            onClick={() => onChange({ consent: sayingNothing(goal.consent, unclear.row, unclear.values) })}
          >
            {text.trial.noAnswer(unclear.values)}
          </Button>
        )}
      </Group>
    </Group>
  );
}
