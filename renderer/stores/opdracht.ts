/**
 * A command is one small object in one file `*.opdracht.ts(x)` that exports `opdracht` (or
 * `opdrachten`, an array). Palette, shortcuts and menus all read the same registry.
 */
import type { ComponentType } from 'react';
import type { Kluis } from '../vault/types.js';
import type { Schermtitel } from './scherm.js';

export interface Opdrachtcontext {
  readonly kluis: Kluis;
  /** Present path, for example `/casussen/abc`. */
  readonly pad: string;
  readonly ga: (pad: string) => void;
}

export interface Opdracht {
  readonly id: string;
  readonly naam: Schermtitel;
  /** More words to find it by. */
  readonly zoekwoorden?: string;
  readonly icoon?: ComponentType<{ className?: string }>;
  /** Key, for example `Ctrl+L`, `N`, `/`. Single letters work only outside text fields. */
  readonly toets?: string;
  /** Whether it is offered here. */
  kan?(context: Opdrachtcontext): boolean;
  voerUit(context: Opdrachtcontext): void | Promise<void>;
}
