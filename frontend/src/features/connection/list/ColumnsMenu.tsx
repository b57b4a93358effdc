import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core';
import { IconColumns3, IconGripVertical } from '@tabler/icons-react';
import { text } from '@/lib/text';
import { columnIds, initialColumns, type ColumnId } from './columns';

const words = text.connectionList;

/** By its id the focus goes along with a column that moves between shown and hidden. */
const tickOf = (id: ColumnId) => `column-${id}`;

/** Which columns are shown, and in which order: dragged, or moved with Space and arrows. */
export function ColumnsMenu({
  columns,
  disabled,
  onChange,
}: {
  columns: ColumnId[];
  disabled: boolean;
  onChange: (columns: ColumnId[]) => void;
}) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return;
    onChange(arrayMove(columns, columns.indexOf(active.id as ColumnId), columns.indexOf(over.id as ColumnId)));
  };
  const hidden = columnIds.filter((id) => !columns.includes(id));
  return (
    <Popover position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button variant="default" size="sm" disabled={disabled} leftSection={<IconColumns3 size={16} aria-hidden />}>
          {words.chooseColumns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.chooseColumns}>
        <Stack gap={6}>
          <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
            <SortableContext items={columns} strategy={verticalListSortingStrategy}>
              {columns.map((id) => (
                <Shown key={id} id={id} onHide={() => onChange(columns.filter((each) => each !== id))} />
              ))}
            </SortableContext>
          </DndContext>
          {hidden.map((id) => (
            <Group key={id} gap={6} pl={28}>
              <Checkbox
                id={tickOf(id)}
                size="xs"
                label={words.columns[id]}
                checked={false}
                onChange={() => onChange([...columns, id])}
              />
            </Group>
          ))}
          <Button variant="subtle" size="xs" onClick={() => onChange(initialColumns)}>
            {words.initialColumns}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function Shown({ id, onHide }: { id: ColumnId; onHide: () => void }) {
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id });
  return (
    <Group
      ref={setNodeRef}
      gap={6}
      wrap="nowrap"
      style={{ transform: CSS.Transform.toString(transform), transition: transition ?? '' }}
    >
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        {...attributes}
        {...listeners}
        aria-label={words.moveColumn(words.columns[id])}
      >
        <IconGripVertical size={14} aria-hidden />
      </ActionIcon>
      <Checkbox
        id={tickOf(id)}
        size="xs"
        label={words.columns[id]}
        checked
        disabled={id === 'name'}
        onChange={onHide}
      />
    </Group>
  );
}
