/** Work that takes a while: how far it is, and ending it. */
import { useEffect, useRef, useState } from 'react';
import type { Langwerk } from '../../vault/types.js';

export interface Werkvoortgang {
  readonly klaar: number;
  /** 0 as long as it is not known. */
  readonly totaal: number;
}

export interface Langwerker {
  /** Null when nothing goes on. */
  readonly voortgang: Werkvoortgang | null;
  /** Does the work; null when it was broken off. Everything that goes wrong otherwise rejects. */
  readonly doe: <T>(werk: (opties: Required<Langwerk>) => Promise<T>) => Promise<T | null>;
  readonly stop: () => void;
}

export function useLangwerk(): Langwerker {
  const [voortgang, setVoortgang] = useState<Werkvoortgang | null>(null);
  const afbreken = useRef<AbortController>(null);
  useEffect(() => () => afbreken.current?.abort(), []);
  return {
    voortgang,
    async doe(werk) {
      const { signal } = (afbreken.current = new AbortController());
      setVoortgang({ klaar: 0, totaal: 0 });
      try {
        return await werk({
          stop: signal,
          voortgang: (klaar, totaal) => setVoortgang({ klaar, totaal }),
        });
      } catch (reden) {
        if (signal.aborted) return null;
        throw reden;
      } finally {
        setVoortgang(null);
      }
    },
    stop: () => afbreken.current?.abort(),
  };
}
