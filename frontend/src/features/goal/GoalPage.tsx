import { useFormContext, useWatch } from 'react-hook-form';
import type { ConnectionContent, Goal } from '@/api/types';
import { useEditing } from '@/components/editing';
import { ImportGoalPage } from './ImportGoalPage';

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
    case 'EXPORT_VARIABLES':
      return null;
  }
}
