/** What the shell offers, for screens: files, print, network. Set once at the entry. */
import { createStore } from 'zustand/vanilla';
import type { Platform } from '../platform/contract.js';

export { vanFile } from '../platform/bestand.js';

const store = createStore<{ platform: Platform | null }>(() => ({ platform: null }));

export function zetPlatform(platform: Platform): void {
  store.setState({ platform });
}

export function lopendPlatform(): Platform {
  const { platform } = store.getState();
  if (platform === null) throw new Error('platform gevraagd voor de start');
  return platform;
}
