import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Box, Button, Checkbox, Menu, Text, UnstyledButton } from '@mantine/core';
import { IconCopy, IconDots, IconGripVertical, IconPlus, IconSettings, IconTrash } from '@tabler/icons-react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { ConnectionContent, Goal, GoalKind } from '@/api/types';
import { useEditing } from '@/components/editing';
import { sayWithUndo } from '@/components/marks/undo';
import { newGoal } from '@/api/newGoal';
import { cutToName } from '@/lib/longest';
import { text } from '@/lib/text';
import { freshId } from '@/lib/ids';

interface Props {
  /** What goals of the connection's type can do. */
  kinds: GoalKind[];
  selected: string | undefined;
  onSelect: (goalId: string | undefined) => void;
}

/** Setup, and the goals in the order in which a run works them off. */
export function GoalsPanel({ kinds, selected, onSelect }: Props) {
  const { control, setValue, getValues } = useFormContext<ConnectionContent>();
  const goals = useWatch({ control, name: 'goals' });
  const { inPages } = useEditing();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const change = (next: Goal[]) => setValue('goals', next, { shouldDirty: true });
  const add = (goal: Goal) => {
    change([...goals, goal]);
    onSelect(goal.id);
  };

  function remove(goal: Goal, index: number) {
    change(goals.filter((other) => other !== goal));
    if (goal.id === selected) onSelect(undefined);
    sayWithUndo(
      text.editor.goalDeleted(goal.name),
      () => {
        // What was changed since stays.
        const now = getValues('goals');
        if (now.some(({ id }) => id === goal.id)) return;
        change([...now.slice(0, index), goal, ...now.slice(index)]);
        if (goal.id === selected) onSelect(goal.id);
      },
      `goal ${goal.id}`,
    );
  }

  function onDragEnd({ active, over }: DragEndEvent) {
    const from = goals.findIndex((goal) => goal.id === active.id);
    const to = goals.findIndex((goal) => goal.id === over?.id);
    const moved = goals[from];
    if (to < 0 || from === to || !moved) return;
    const others = goals.filter((goal) => goal !== moved);
    change([...others.slice(0, to), moved, ...others.slice(to)]);
  }

  const nameOf = ({ id }: { id: UniqueIdentifier }) => goals.find((goal) => goal.id === id)?.name ?? '';
  const placeOf = (over: { id: UniqueIdentifier } | null) => goals.findIndex((goal) => goal.id === over?.id) + 1;
  const announcements: Announcements = {
    onDragStart: ({ active }) => text.editor.goalPickedUp(nameOf(active)),
    onDragOver: ({ active, over }) => text.editor.goalOver(nameOf(active), placeOf(over), goals.length),
    onDragEnd: ({ active, over }) => text.editor.goalPutDown(nameOf(active), placeOf(over), goals.length),
    onDragCancel: ({ active }) => text.editor.goalPutBack(nameOf(active)),
  };

  return (
    <Box component="nav" aria-label={text.editor.panel} className="panel editor-side" p={8}>
      <Text size="xs" fw={600} c="dimmed" px={8} py={4}>
        {text.editor.setup}
      </Text>
      <UnstyledButton
        className="side-item"
        w="100%"
        data-active={selected === undefined}
        aria-current={selected === undefined ? 'page' : undefined}
        onClick={() => onSelect(undefined)}
      >
        <IconSettings size={17} aria-hidden />
        {inPages ? text.inPages.setUp : text.editor.setUpAndRun}
      </UnstyledButton>
      <Text size="xs" fw={600} c="dimmed" px={8} pt={12} pb={4}>
        {text.editor.goals}
      </Text>
      {goals.length === 0 && (
        <Text size="sm" c="dimmed" px={8} pb={8}>
          {inPages ? text.inPages.noGoals : text.editor.noGoals}
        </Text>
      )}
      <div data-goals>
        <DndContext
          sensors={sensors}
          collisionDetection={closestCenter}
          onDragEnd={onDragEnd}
          accessibility={{ announcements, screenReaderInstructions: { draggable: text.editor.moveGoalHow } }}
        >
          <SortableContext items={goals.map((goal) => goal.id)} strategy={verticalListSortingStrategy}>
            {goals.map((goal, index) => (
              <GoalItem
                key={goal.id}
                goal={goal}
                active={goal.id === selected}
                onSelect={() => onSelect(goal.id)}
                onEnable={(enabled) => change(goals.map((other) => (other === goal ? { ...goal, enabled } : other)))}
                onDuplicate={() =>
                  add({ ...structuredClone(goal), id: freshId(), name: cutToName(text.editor.copyOf(goal.name)) })
                }
                onDelete={() => remove(goal, index)}
              />
            ))}
          </SortableContext>
        </DndContext>
        <AddGoal kinds={kinds} onAdd={(kind) => add(newGoal(kind))} />
      </div>
    </Box>
  );
}

/** One of the kinds that the type knows; where there is only one, nothing is asked. */
function AddGoal({ kinds, onAdd }: { kinds: GoalKind[]; onAdd: (kind: GoalKind) => void }) {
  const { mayWrite } = useEditing();
  const [only = 'IMPORT_PROFILES', ...others] = kinds;
  const button = (
    <Button
      variant="subtle"
      size="xs"
      mt={4}
      leftSection={<IconPlus size={15} aria-hidden />}
      disabled={!mayWrite}
      {...(others.length === 0 ? { onClick: () => onAdd(only) } : {})}
    >
      {text.editor.addGoal}
    </Button>
  );
  if (others.length === 0) return button;
  return (
    <Menu position="bottom-start" width={280}>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {kinds.map((kind) => {
          const [name, does] = text.inPages.goalKinds[kind];
          return (
            <Menu.Item key={kind} onClick={() => onAdd(kind)}>
              {name}
              <Text size="xs" c="dimmed">
                {does}
              </Text>
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function GoalItem(props: {
  goal: Goal;
  active: boolean;
  onSelect: () => void;
  onEnable: (enabled: boolean) => void;
  onDuplicate: () => void;
  onDelete: () => void;
}) {
  const { goal, active } = props;
  const { mayWrite, inPages } = useEditing();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition } = useSortable({
    id: goal.id,
    disabled: !mayWrite,
  });
  return (
    <div
      ref={setNodeRef}
      className="side-item"
      data-active={active}
      style={{ transform: CSS.Translate.toString(transform), transition, padding: '4px 4px 4px 8px' }}
    >
      <Checkbox
        size="xs"
        checked={goal.enabled}
        disabled={!mayWrite}
        aria-label={(inPages ? text.inPages : text.editor).enableGoal(goal.name)}
        onChange={(event) => props.onEnable(event.currentTarget.checked)}
      />
      <ActionIcon
        ref={setActivatorNodeRef}
        size="sm"
        variant="transparent"
        color="gray"
        {...attributes}
        {...listeners}
        aria-label={text.editor.moveGoal(goal.name)}
      >
        <IconGripVertical size={15} aria-hidden />
      </ActionIcon>
      <UnstyledButton
        onClick={props.onSelect}
        aria-current={active ? 'page' : undefined}
        className="clipped"
        style={{ flex: 1 }}
        fz={14}
      >
        {goal.name}
      </UnstyledButton>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size="sm" variant="transparent" color="gray" aria-label={text.editor.goalMenu(goal.name)}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!mayWrite} leftSection={<IconCopy size={15} aria-hidden />} onClick={props.onDuplicate}>
            {text.editor.duplicateGoal(goal.name)}
          </Menu.Item>
          <Menu.Item disabled={!mayWrite} leftSection={<IconTrash size={15} aria-hidden />} onClick={props.onDelete}>
            {text.editor.deleteGoal(goal.name)}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
