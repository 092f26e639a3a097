import { useEffect, useRef, type RefObject } from 'react';

/**
 * In a small window list and detail stand below each other: what was asked for by its address comes
 * in sight by itself. In a wide window it already is.
 */
export function useInBeeld(gevraagd: boolean): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (gevraagd && matchMedia('(max-width: 60rem)').matches) {
      ref.current?.scrollIntoView({ block: 'start' });
    }
  }, [gevraagd]);
  return ref;
}
