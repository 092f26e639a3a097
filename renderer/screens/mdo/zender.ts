/** The facilitator's side of the big screen. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { GROOTSCHERM_PAD, KANAAL, type Bericht, type Grootstand } from './grootstand.js';

export interface Zender {
  /** A big screen asked for the state since this meeting was opened. */
  readonly open: boolean;
  /** Opens the second window; false when it was held back. */
  readonly toon: () => boolean;
}

export function useZender(stand: Grootstand): Zender {
  const kanaal = useRef<BroadcastChannel | null>(null);
  const laatste = useRef(stand);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const k = new BroadcastChannel(KANAAL);
    kanaal.current = k;
    k.onmessage = (e: MessageEvent<Bericht>) => {
      if (e.data.soort !== 'vraag') return;
      setOpen(true);
      k.postMessage({ soort: 'stand', stand: laatste.current } satisfies Bericht);
    };
    return () => {
      k.postMessage({ soort: 'weg' } satisfies Bericht);
      k.close();
      kanaal.current = null;
    };
  }, []);

  // Only what changed goes over; the state is small and plain.
  const tekst = JSON.stringify(stand);
  useEffect(() => {
    laatste.current = JSON.parse(tekst) as Grootstand;
    kanaal.current?.postMessage({ soort: 'stand', stand: laatste.current } satisfies Bericht);
  }, [tekst]);

  const toon = useCallback(() => {
    const adres = `${window.location.pathname.replace(/index\.html$/, '')}${window.location.search}#${GROOTSCHERM_PAD}`;
    return window.open(adres, 'casuskluis-groot-scherm', 'popup,width=1280,height=800') !== null;
  }, []);
  return { open, toon };
}
