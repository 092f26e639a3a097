/** What screen readers must hear although nothing gets the focus. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const store = createStore<{ tekst: string; keer: number }>(() => ({ tekst: '', keer: 0 }));

/** Says a short text to screen readers; the same text twice is said twice. */
export function kondigAan(tekst: string): void {
  store.setState((s) => ({ tekst, keer: s.keer + 1 }));
}

/** The live region; the application places it once. */
export function Meldingen(): ReactNode {
  const { tekst, keer } = useStore(store);
  return (
    <div className="sr" role="status" aria-live="polite">
      <span key={keer}>{tekst}</span>
    </div>
  );
}
