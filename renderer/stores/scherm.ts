/**
 * A screen is one file `screens/<naam>/scherm.tsx` whose `export const scherm` is a `Scherm`. The
 * application finds it by itself: route, menu, palette and the list of screenshots follow from it.
 */
import type { ComponentType } from 'react';
import type { Kluis } from '../vault/types.js';

export interface Schermtitel {
  readonly nl: string;
  readonly en: string;
}

export interface Scherm {
  readonly id: string;
  /** Path pattern of wouter, for example `/casussen/:id`. */
  readonly pad: string;
  readonly titel: Schermtitel;
  /** Place in the menu; a screen without is reached from elsewhere. `icoon` is a lucide component. */
  readonly menu?: {
    readonly groep: 'werk' | 'verantwoorden' | 'huis';
    readonly volgorde: number;
    readonly icoon: ComponentType<{ className?: string; 'aria-hidden'?: boolean | 'true' }>;
    /** Number behind the entry; 0 shows nothing. Called again after changes. */
    readonly telling?: (kluis: Kluis) => number;
  };
  /** True: takes the whole window, without menu and top bar (the MDO). */
  readonly volledig?: boolean;
  readonly Component: ComponentType<{ params: Readonly<Record<string, string>> }>;
}

/** Where the menu and the palette lead: the path pattern without what may be left out, `/mdos/:wat?` → `/mdos`. */
export function beginpad(scherm: Scherm): string {
  return scherm.pad.replace(/\/:[^/]+\?/g, '') || '/';
}
