/** What the browser engine says of the network: the same in both shells. */
import type { Platform } from './contract.js';

/** Network Information API (WICG), as far as Chromium has it: `type` on some systems only. */
interface Verbindingsinfo extends EventTarget {
  readonly saveData?: boolean;
  readonly type?: string;
}

export function maakNetwerk(): Platform['netwerk'] {
  const info = (): Verbindingsinfo | undefined =>
    (navigator as Navigator & { readonly connection?: Verbindingsinfo }).connection;
  const zuinig = (): boolean => info()?.saveData === true || info()?.type === 'cellular';
  return {
    get online() {
      return navigator.onLine;
    },
    get zuinig() {
      return zuinig();
    },
    volg(bijWijziging) {
      const connection = info();
      let was = zuinig();
      const meld = (): void => bijWijziging(navigator.onLine);
      // The engine calls this at every new guess of the speed.
      const kijk = (): void => {
        if (was === zuinig()) return;
        was = zuinig();
        meld();
      };
      addEventListener('online', meld);
      addEventListener('offline', meld);
      connection?.addEventListener('change', kijk);
      return () => {
        removeEventListener('online', meld);
        removeEventListener('offline', meld);
        connection?.removeEventListener('change', kijk);
      };
    },
  };
}
