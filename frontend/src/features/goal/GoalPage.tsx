import { useFormContext, useWatch } from 'react-hook-form';
import type { ConnectionContent, Goal } from '@/api/types';
import { useEditing } from '@/components/editing';
import { ExportVariablesPage } from './ExportVariablesPage';
import { ImportGoalPage } from './ImportGoalPage';
import { ImportVariablesPage } from './ImportVariablesPage';

/** One goal of the connection that is edited, as its kind is edited. */
export function GoalPage({ index }: { index: number }) {
  const { control, setValue } = useFormContext<ConnectionContent>();
  const goal = useWatch({ control, name: `goals.${index}` });
  const { mayWrite } = useEditing();
  const pointer = `/goals/${index}`;
  const changing =
    <G extends Goal>(now: G) =>
    (part: Partial<G>) => {
      if (mayWrite) setValue(`goals.${index}`, { ...now, ...part }, { shouldDirty: true });
    };
  switch (goal.kind) {
    case 'IMPORT_PROFILES':
      return <ImportGoalPage goal={goal} pointer={pointer} onChange={changing(goal)} />;
    case 'IMPORT_VARIABLES':
      return <ImportVariablesPage goal={goal} pointer={pointer} onChange={changing(goal)} />;
    case 'EXPORT_VARIABLES':
      return <ExportVariablesPage goal={goal} pointer={pointer} onChange={changing(goal)} />;
  }
}
