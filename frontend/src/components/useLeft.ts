import { useRef, useState } from 'react';

/** Whether somebody changed a field and left it. Whoever only tabs through a new form has made no mistake yet. */
export function useLeft() {
  const changed = useRef(false);
  const [left, setLeft] = useState(false);
  return {
    left,
    onChanged: () => {
      changed.current = true;
    },
    onBlur: () => setLeft(changed.current),
  };
}
