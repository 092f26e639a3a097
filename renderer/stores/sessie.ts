/** Who is behind the screen: nobody yet, somebody at the lock, or somebody with an open vault. */
import { createStore } from 'zustand/vanilla';
import type { Deurstand, Kluis } from '../vault/types.js';
import { metZicht } from './zicht.js';

export type Sessie =
  | { readonly soort: 'laden' }
  | { readonly soort: 'deur'; readonly stand: Deurstand }
  | { readonly soort: 'open'; readonly kluis: Kluis };

export const sessie = createStore<{ sessie: Sessie }>(() => ({ sessie: { soort: 'laden' } }));

/** The vault that the present session looks into. */
let open: Kluis | undefined;

/** The vault is open. Told once more when all of it is there: then nothing changes. */
export function openSessie(kluis: Kluis): void {
  const { sessie: nu } = sessie.getState();
  if (nu.soort === 'open' && open === kluis) return;
  open = kluis;
  sessie.setState({ sessie: { soort: 'open', kluis: metZicht(kluis) } });
}
