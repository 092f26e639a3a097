/** Names in the folder with backups, checked on both sides of the platform contract. */
import { z } from 'zod';

/** One folder a device: letters, digits and dashes. */
export const submap = z.string().regex(/^[A-Za-z0-9_-]{4,40}$/);

/** A backup or a pak of one: no dot but the one before the kind, no slash. */
export const reservenaam = z.string().regex(/^[A-Za-z0-9_-]{8,64}\.(kopie|pak)$/);

/** Bytes of a file in it; a pak is a few megabytes, and a head of a very large vault some tens. */
export const GROOTSTE_RESERVEBESTAND = 128 << 20;

/** `vol`: no room. `onbereikbaar`: the folder is gone, for example a share without a network. */
export const RESERVEFOUTEN = ['vol', 'onbereikbaar'] as const;
export type Reservefout = (typeof RESERVEFOUTEN)[number];
