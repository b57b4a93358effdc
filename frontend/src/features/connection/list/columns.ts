import type { SortKey } from './state';

/** The columns of the list, in the order that it has until somebody chooses another. */
export const columnIds = [
  'favorite',
  'on',
  'name',
  'type',
  'direction',
  'status',
  'lastRun',
  'nextRun',
  'labels',
  'created',
  'modified',
] as const;
export type ColumnId = (typeof columnIds)[number];

/** As many as have room for what they say on an ordinary screen; when it was changed, and by whom, is a click away. */
export const initialColumns: ColumnId[] = ['favorite', 'name', 'status', 'lastRun', 'labels', 'on'];

interface Column {
  track: string;
  sort?: SortKey;
  /** Newest or most first is what one looks for. */
  descendingFirst?: boolean;
}

const gap = 16;

export const columns: Record<ColumnId, Column> = {
  favorite: { track: '36px', sort: 'favorite', descendingFirst: true },
  on: { track: '56px', sort: 'on', descendingFirst: true },
  name: { track: 'minmax(210px, 1.9fr)', sort: 'name' },
  type: { track: 'minmax(110px, 1fr)', sort: 'type' },
  direction: { track: '120px' },
  status: { track: '220px', sort: 'status' },
  lastRun: { track: 'minmax(210px, 1.9fr)', sort: 'lastRun', descendingFirst: true },
  nextRun: { track: '110px' },
  labels: { track: 'minmax(100px, 0.9fr)' },
  created: { track: '140px', sort: 'created', descendingFirst: true },
  modified: { track: '140px', sort: 'modified', descendingFirst: true },
};

/** As wide as a row is at least, so that head and rows scroll aside together. */
export const leastWidth = (shown: ColumnId[]) =>
  shown.reduce((sum, id) => sum + Number(/\d+/.exec(columns[id].track)?.[0] ?? 0) + gap, gap);

/** Of the columns wanted, those that fit: first the status goes below the name, then the labels give way. */
export function fitting(shown: ColumnId[], width: number): { columns: ColumnId[]; statusBelow: boolean } {
  let columns = shown;
  for (const id of ['status', 'labels'] as const)
    if (width > 0 && leastWidth(columns) > width) columns = columns.filter((one) => one !== id);
  return { columns, statusBelow: shown.includes('status') && !columns.includes('status') };
}

/** Those known, each once; the name always, because by it one opens the connection. */
export function wanted(chosen: readonly string[]): ColumnId[] {
  const known = columnIds.filter((id) => chosen.includes(id)).sort((a, b) => chosen.indexOf(a) - chosen.indexOf(b));
  return known.length === 0 ? initialColumns : known.includes('name') ? known : ['name', ...known];
}
