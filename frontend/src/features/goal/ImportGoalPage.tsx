import { Stack, Text } from '@mantine/core';
import type { FileSource, Format, ImportGoal } from '@/api/types';
import { useEditing } from '@/components/editing';
import { Later } from '@/components/Later';
import { text } from '@/lib/text';
import { ConsentTable } from './ConsentTable';
import { FileSourceForm } from './FileSourceForm';
import { FirstRows, FirstRowsAwaited } from './FirstRows';
import { FormatOptions } from './FormatOptions';
import { GoalName } from './GoalName';
import type { GoalPageProps } from './goalPageProps';
import { Identifiers } from './Identifiers';
import { lackingOf } from './lacking';
import { MappingTable } from './MappingTable';
import { SourceLook } from './SourceLook';
import { StepCard } from './StepCard';
import { useSourcePreview } from './useSourcePreview';
import { useTrial } from './useTrial';

/** An import, step by step: which files, how they are laid out, whose they are, and what goes where. */
export function ImportGoalPage({ goal, pointer, onChange: change }: GoalPageProps<ImportGoal>) {
  const { issues, mayWrite } = useEditing();
  const preview = useSourcePreview(goal);
  const { source, awaited, unseen } = preview;
  const trying = useTrial(goal, source);
  const lacking = lackingOf(goal, pointer, issues, unseen === undefined ? source : undefined);
  const changeSource = (part: Partial<FileSource>) => change({ source: { ...goal.source, ...part } });
  const reread = (format: Format | undefined) => {
    const next = { ...goal.source, format };
    change({ source: next });
    preview.lookAt(next);
  };

  return (
    <Stack gap="md">
      <GoalName name={goal.name} pointer={pointer} onChange={(name) => change({ name })} />

      <StepCard
        pointer={`${pointer}/source`}
        number={1}
        title={text.goal.steps.files}
        missing={lacking.files}
        unknown={unseen}
        summary={`${goal.source.folder} · ${goal.source.namePattern} · ${text.goal.picks[goal.source.pick]}`}
      >
        <FileSourceForm source={goal.source} pointer={`${pointer}/source`} onChange={changeSource} />
        <SourceLook preview={preview} />
      </StepCard>

      <StepCard
        pointer={`${pointer}/source/format`}
        number={2}
        title={text.goal.steps.options}
        missing={lacking.format}
        unknown={unseen}
        summary={source ? text.goal.formats[source.format.kind] : text.goal.detected}
      >
        <Later lines={3}>
          <FormatOptions
            goal={goal}
            pointer={`${pointer}/source/format`}
            source={source}
            awaited={awaited}
            disabled={!mayWrite}
            onChange={reread}
          />
        </Later>
      </StepCard>

      <StepCard
        pointer={`${pointer}/rows`}
        number={3}
        title={text.goal.steps.rows}
        missing={[]}
        unknown={unseen}
        summary={source ? text.goal.rowsSummary(source.records.length, source.fields.length) : text.goal.rowsNone}
      >
        {source ? (
          <FirstRows source={source} />
        ) : awaited ? (
          <FirstRowsAwaited />
        ) : (
          <Text c="dimmed">{text.goal.rowsNone}</Text>
        )}
      </StepCard>

      <StepCard
        pointer={`${pointer}/matching`}
        number={4}
        title={text.goal.steps.identifiers}
        missing={lacking.identifiers}
        summary={goal.matching.anyOf.map((all) => all.join(` ${text.goal.and} `)).join(` ${text.goal.or} `)}
      >
        <Later lines={2}>
          <Identifiers goal={goal} onChange={change} />
        </Later>
      </StepCard>

      <StepCard
        pointer={`${pointer}/mapping`}
        number={5}
        title={text.goal.steps.mapping}
        missing={lacking.mapping}
        summary={text.goal.mappingSummary(goal.mapping.length)}
      >
        <Later lines={4}>
          <MappingTable
            goal={goal}
            pointer={pointer}
            source={source}
            trying={trying}
            awaited={awaited}
            onChange={change}
          />
        </Later>
      </StepCard>

      <StepCard
        pointer={`${pointer}/consent`}
        number={6}
        title={text.consent.title}
        missing={lacking.consent}
        summary={text.consent.summary(goal.consent.length)}
      >
        <Later lines={4}>
          <ConsentTable
            goal={goal}
            pointer={pointer}
            source={source}
            trying={trying}
            onChange={(consent) => change({ consent })}
          />
        </Later>
      </StepCard>
    </Stack>
  );
}
