import { Checkbox, Group, Skeleton, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useElementSize, useMediaQuery, useMergedRef } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer, useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import type { ConnectionSummary } from '@/api/types';
import { paths } from '@/lib/paths';
import { text } from '@/lib/text';
import { cells } from './Cells';
import { columns as columnsById, fitting, leastWidth, type ColumnId } from './columns';
import type { ListState } from './state';
import type { useSelection } from './useSelection';

const headHeight = 40;
/** The bars of the shell, above and below what scrolls on a phone. */
const bars = { top: 52, bottom: 64 };
const words = text.connectionList;

interface Props {
  total: number;
  row: (index: number) => ConnectionSummary | undefined;
  columns: ColumnId[];
  sort: ListState['sort'];
  onSort: (sort: ListState['sort']) => void;
  selection: ReturnType<typeof useSelection>;
  /** Whoever may change nothing has nothing to choose rows for. */
  selectable: boolean;
  onRange: (from: number, to: number) => void;
}

/** The rows that are in sight, out of as many as there are. Arrows move, Space chooses, Enter opens. */
export function Rows({ total, row, columns: wanted, sort, onSort, selection, selectable, onRange }: Props) {
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const size = useElementSize<HTMLDivElement>();
  const ref = useMergedRef(scroller, size.ref);
  const pick = selectable ? 48 : 0;
  const { columns: fit, statusBelow } = fitting(wanted, size.width - pick);
  const shown = fit.join();
  const columns = useMemo(() => shown.split(',') as ColumnId[], [shown]);
  const [active, setActive] = useState(0);
  const focusRow = useRef(false);
  const cards = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const rowHeight = cards ? 84 : 72;
  const body = useRef<HTMLDivElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setAbove(Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    // Filters and notes above it come and go.
    const sizes = new ResizeObserver(measure);
    sizes.observe(document.body);
    measure();
    return () => sizes.disconnect();
  }, []);
  // What is out of sight is drawn when what is in sight stands there.
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const later = setTimeout(() => setSettled(true), 100);
    return () => clearTimeout(later);
  }, []);
  const common = { count: total, estimateSize: () => rowHeight, overscan: settled ? 8 : 0 };
  const inside = useVirtualizer({
    ...common,
    enabled: !cards,
    getScrollElement: () => scroller.current,
    // All rows stand lower by the height of the head.
    scrollPaddingEnd: headHeight,
  });
  // On a phone there is one thing that scrolls: the page.
  const page = useWindowVirtualizer({
    ...common,
    enabled: cards,
    scrollMargin: above,
    scrollPaddingStart: bars.top + headHeight,
    scrollPaddingEnd: bars.bottom,
  });
  const virtual = cards ? page : inside;
  const items = virtual.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  useEffect(() => onRange(from, to), [from, to, onRange]);
  useEffect(() => {
    if (!focusRow.current) return;
    const target = scroller.current?.querySelector<HTMLElement>(`[data-row="${active}"]`);
    if (target) {
      focusRow.current = false;
      target.focus({ preventScroll: true });
    }
  });

  const moveTo = (index: number, extend: boolean) => {
    const next = Math.min(Math.max(index, 0), total - 1);
    focusRow.current = true;
    setActive(next);
    virtual.scrollToIndex(next);
    if (extend && selectable) void selection.extendTo(next);
  };
  const pageRows = () => {
    const height = cards ? window.innerHeight - bars.top - bars.bottom : (scroller.current?.clientHeight ?? rowHeight);
    return Math.max(1, Math.floor(height / rowHeight) - 1);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.dataset.row === undefined) return;
    const connection = row(active);
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + pageRows(),
      PageUp: active - pageRows(),
      Home: 0,
      End: total - 1,
    };
    const step = steps[event.key];
    if (step !== undefined) moveTo(step, event.shiftKey);
    else if (event.key === ' ' && selectable && connection) selection.toggle(connection.id, active);
    else if (event.key === 'Enter' && connection) void navigate({ to: paths.connection(connection.id) });
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey) && selectable) selection.selectAll();
    else if (event.key === 'Escape') selection.clear();
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target instanceof HTMLInputElement ? event.target.closest('.list-pick') : null;
    const index = Number(target?.closest<HTMLElement>('[data-row]')?.dataset.row);
    const connection = target && row(index);
    if (!connection) return;
    setActive(index);
    if (event.shiftKey) void selection.extendTo(index);
    else selection.toggle(connection.id, index);
  };
  const tracks = `${selectable ? '32px ' : ''}${columns.map((id) => columnsById[id].track).join(' ')}`;

  return (
    <div
      ref={ref}
      role="grid"
      aria-label={text.connections.title}
      aria-rowcount={total + 1}
      aria-multiselectable={selectable}
      className="scroller list-scroller"
      data-status-below={statusBelow}
      style={{ '--least-row': `${leastWidth(columns) + pick}px` } as CSSProperties}
    >
      <div role="rowgroup" className="list-head">
        <div role="row" aria-rowindex={1} className="data-grid-head list-row" style={{ gridTemplateColumns: tracks }}>
          {selectable && (
            <div role="columnheader" className="list-pick">
              <Checkbox
                size="xs"
                aria-label={words.selectAll}
                checked={selection.all}
                indeterminate={!selection.all && !selection.isEmpty}
                onChange={() => (selection.all ? selection.clear() : selection.selectAll())}
              />
            </div>
          )}
          {columns.map((id) => (
            <Head key={id} id={id} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      {/* Keys are handled where the rows are, whichever of them has the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the rows in it are what takes the focus */}
      <div
        role="rowgroup"
        ref={body}
        className="list-body"
        onKeyDown={onKeyDown}
        onFocus={({ target }) => target.dataset.row !== undefined && setActive(Number(target.dataset.row))}
        onClick={onClick}
        style={{ height: virtual.getTotalSize(), position: 'relative' }}
      >
        {items.map((item) => {
          const connection = row(item.index);
          const selected = connection !== undefined && selection.isSelected(connection.id);
          return (
            <Row
              key={item.key}
              index={item.index}
              connection={connection}
              top={item.start - (cards ? above : 0)}
              height={rowHeight}
              columns={columns}
              tracks={tracks}
              selectable={selectable}
              selected={selected}
              reached={item.index === active || (active < from || active > to ? item.index === from : false)}
            />
          );
        })}
      </div>
    </div>
  );
}

interface RowProps {
  index: number;
  connection: ConnectionSummary | undefined;
  /** In pixels. */
  top: number;
  height: number;
  columns: ColumnId[];
  tracks: string;
  selectable: boolean;
  selected: boolean;
  /** The one that Tab leads to. */
  reached: boolean;
}

/** Drawn once, however far the others scroll; what is done to it, all rows hear together. */
const Row = memo(function Row(props: RowProps) {
  const { index, connection, top, height, columns, tracks, selectable, selected, reached } = props;
  return (
    <div
      role="row"
      data-row={index}
      tabIndex={reached ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      aria-label={connection?.name}
      className="data-grid-row list-row"
      style={{
        gridTemplateColumns: tracks,
        position: 'absolute',
        insetInline: 0,
        height,
        transform: `translateY(${top}px)`,
      }}
    >
      {selectable && (
        <div role="gridcell" className="list-pick">
          <Checkbox
            size="xs"
            tabIndex={-1}
            aria-label={words.select(connection?.name ?? '')}
            checked={selected}
            readOnly
            disabled={!connection}
          />
        </div>
      )}
      {columns.map((id) => (
        <div key={id} role="gridcell" data-column={id} className="list-cell">
          {connection ? cells[id](connection) : <Skeleton height={12} className="appears-late" />}
        </div>
      ))}
    </div>
  );
});

function Head({ id, sort, onSort }: { id: ColumnId } & Pick<Props, 'sort' | 'onSort'>) {
  const { sort: key, descendingFirst = false } = columnsById[id];
  const sorted = key !== undefined && sort.key === key;
  const label = words.columns[id];
  if (key === undefined)
    return (
      <div role="columnheader" data-column={id} className="list-cell">
        {label}
      </div>
    );
  return (
    <div
      role="columnheader"
      data-column={id}
      className="list-cell"
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <UnstyledButton
        fz={13}
        fw={500}
        onClick={() => onSort({ key, descending: sorted ? !sort.descending : descendingFirst })}
      >
        <Group gap={4} wrap="nowrap">
          {label}
          {sorted &&
            (sort.descending ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
        </Group>
      </UnstyledButton>
    </div>
  );
}
