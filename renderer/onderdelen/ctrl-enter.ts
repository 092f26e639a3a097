import { useEffect, useRef } from 'react';

/** Ctrl+Enter finishes the form that is open, wherever in it the focus is. */
export function useCtrlEnter(doe: () => Promise<void>): void {
  const laatste = useRef(doe);
  useEffect(() => {
    laatste.current = doe;
  });
  useEffect(() => {
    const opToets = (e: KeyboardEvent) => {
      if (e.key !== 'Enter' || !(e.ctrlKey || e.metaKey) || e.repeat) return;
      e.preventDefault();
      e.stopPropagation();
      void laatste.current();
    };
    window.addEventListener('keydown', opToets, true);
    return () => window.removeEventListener('keydown', opToets, true);
  }, []);
}
