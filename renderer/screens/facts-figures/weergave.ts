import { useState } from 'react';
import type { Kluis } from '../../vault/types.js';

export type Weergave = 'grafiek' | 'tabel';
const SLEUTEL = 'facts-figures-weergave';

/** Chart or table; the choice stays on this device. */
export function useWeergave(kluis: Kluis): [Weergave, (weergave: Weergave) => void] {
  const [weergave, setWeergave] = useState<Weergave>(() =>
    kluis.leesLokaal(SLEUTEL) === 'tabel' ? 'tabel' : 'grafiek',
  );
  return [
    weergave,
    (nieuw) => {
      setWeergave(nieuw);
      void kluis.schrijfLokaal(SLEUTEL, nieuw);
    },
  ];
}
