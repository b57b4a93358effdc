import { useEffect, useRef, useState, type ReactNode } from 'react';

/**
 * Draws what is much only where somebody comes near it, and leaves it there. Until then its place says in words what
 * stands there, so that the page's search finds it; whoever is led to a `data-far` scrolls to it first.
 */
export function Near({ far, words, children }: { far: boolean; words: string; children: ReactNode }) {
  const [drawn, setDrawn] = useState(!far);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (drawn || !place.current) return undefined;
    const seen = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setDrawn(true);
      },
      { rootMargin: '1000px' },
    );
    seen.observe(place.current);
    return () => seen.disconnect();
  }, [drawn]);
  if (drawn) return children;
  return (
    <div ref={place} data-far className="far">
      {words}
    </div>
  );
}
