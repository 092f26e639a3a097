/** Who is behind the screen: nobody yet, somebody at the lock, or somebody with an open vault. */
import { createStore } from 'zustand/vanilla';
import type { Deurstand, Kluis } from '../vault/types.js';

export type Sessie =
  | { readonly soort: 'laden' }
  | { readonly soort: 'deur'; readonly stand: Deurstand }
  | { readonly soort: 'open'; readonly kluis: Kluis };

export const sessie = createStore<{ sessie: Sessie }>(() => ({ sessie: { soort: 'laden' } }));
