/** The page of `test/e2e/vectoren.e2e.ts`: runs the vectors in the window, or in a worker beside it. */
import '../../renderer/zonderjit.js';
import { loopAlle } from './index.js';
import type { Uitslag } from './index.js';

export interface Proef {
  venster(): Promise<Uitslag[]>;
  werker(): Promise<Uitslag[]>;
  /** What the content security policy stopped. */
  readonly tegengehouden: string[];
}

declare global {
  interface Window {
    proef: Proef;
  }
}

const tegengehouden: string[] = [];
document.addEventListener('securitypolicyviolation', (gebeurtenis) => {
  tegengehouden.push(`${gebeurtenis.violatedDirective} ${gebeurtenis.blockedURI}`);
});

const inWerker = (): Promise<Uitslag[]> =>
  new Promise((klaar, mis) => {
    const werker = new Worker(new URL('./proefwerker.ts', import.meta.url), { type: 'module' });
    werker.addEventListener('message', ({ data }: MessageEvent<Uitslag[]>) => klaar(data));
    werker.addEventListener('error', ({ message }) => mis(new Error(`de proefwerker: ${message}`)));
    werker.postMessage(null);
  });

window.proef = { venster: loopAlle, werker: inWerker, tegengehouden };
