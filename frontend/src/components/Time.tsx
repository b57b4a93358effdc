import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { formatExact, formatRelative } from '@/lib/format';

/** Relative, with the exact time and zone on hover and focus. */
export function RelativeTime({ at }: { at: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(ticking);
  }, []);
  return (
    <Tooltip label={formatExact(at)}>
      <time dateTime={at}>{formatRelative(at, Math.max(now, new Date(at).getTime()))}</time>
    </Tooltip>
  );
}
