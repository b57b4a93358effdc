import { Group, Switch } from '@mantine/core';
import { useEditing } from '@/components/editing';
import { text } from '@/lib/text';
import { GoalName } from './GoalName';

interface Props {
  goal: { name: string; enabled: boolean };
  pointer: string;
  onChange: (part: { name?: string; enabled?: boolean }) => void;
}

/** What a goal is called, and whether it does anything. */
export function GoalHead({ goal, pointer, onChange }: Props) {
  const { mayWrite } = useEditing();
  return (
    <Group gap="md" align="flex-end">
      <div style={{ flex: '1 1 260px', maxWidth: 420 }}>
        <GoalName name={goal.name} pointer={pointer} onChange={(name) => onChange({ name })} />
      </div>
      <Switch
        label={text.inPages.goalOn}
        mb={8}
        disabled={!mayWrite}
        checked={goal.enabled}
        onChange={(event) => onChange({ enabled: event.currentTarget.checked })}
      />
    </Group>
  );
}
