/** Chooses the shell that this renderer runs in. */
import { maakBrowserPlatform } from './browser.js';
import type { Platform } from './contract.js';
import { type Brug, maakElectronPlatform } from './electron.js';
import { bijStilteInVenster } from './stilte.js';

export type { Platform } from './contract.js';

declare global {
  /** Put there by the preload of the desktop shell; absent in a browser. */
  var casuskluis: Brug | undefined;
}

export async function platform(): Promise<Platform> {
  const brug = globalThis.casuskluis;
  return brug === undefined
    ? maakBrowserPlatform()
    : maakElectronPlatform(brug, bijStilteInVenster);
}
