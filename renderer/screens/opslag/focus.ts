/** Where the focus goes when the button that had it disappears with what it was about. */
import { useEffect, useRef, type RefObject } from 'react';

/** A place that takes the focus when there is less of something, and the focus went with it. */
export function useFocusOpvang(aantal: number): RefObject<HTMLDivElement | null> {
  const plek = useRef<HTMLDivElement>(null);
  const vorige = useRef(aantal);
  useEffect(() => {
    const minder = aantal < vorige.current;
    vorige.current = aantal;
    if (!minder) return;
    // After a dialog gave the focus back to where it came from, when that is still there.
    const beurt = requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) plek.current?.focus();
      });
    });
    return () => cancelAnimationFrame(beurt);
  }, [aantal]);
  return plek;
}
