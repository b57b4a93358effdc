import { useCallback, useState } from 'react';

interface Selection {
  ids: ReadonlySet<string>;
  /** All that the filter finds, also what is not loaded. */
  all: boolean;
}

const nothing: Selection = { ids: new Set(), all: false };

/** Which rows are chosen: one by one, a range up to where Shift is held, or all that match. */
export function useSelection(idsBetween: (one: number, other: number) => Promise<string[]>) {
  const [selection, setSelection] = useState(nothing);
  const [anchor, setAnchor] = useState(0);
  const clear = useCallback(() => setSelection(nothing), []);
  const toggle = (id: string, index: number) => {
    setAnchor(index);
    setSelection(({ ids, all }) => {
      const next = new Set(all ? [] : ids);
      if (!next.delete(id)) next.add(id);
      return { ids: next, all: false };
    });
  };
  const extendTo = async (index: number) => {
    const between = await idsBetween(anchor, index);
    setSelection(({ ids }) => ({ ids: new Set([...ids, ...between]), all: false }));
  };
  return {
    ...selection,
    isSelected: (id: string) => selection.all || selection.ids.has(id),
    isEmpty: !selection.all && selection.ids.size === 0,
    toggle,
    extendTo,
    selectAll: () => setSelection({ ids: new Set(), all: true }),
    clear,
  };
}
