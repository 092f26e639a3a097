/** Data that leaves the application: the one way out, so that none goes without a line in the log. */
import type { Kluis } from '../vault/types.js';
import { lopendPlatform } from './platform.js';

type Wat = Parameters<Kluis['log']['geexporteerd']>[0];

/** Offers a file to keep. False: the user cancelled, as far as the shell knows; that it was asked for is noted. */
export async function bewaarUitvoer(
  { log }: Pick<Kluis, 'log'>,
  wat: Wat,
  naam: string,
  type: string,
  inhoud: string | Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  await log.geexporteerd(wat);
  const bytes = typeof inhoud === 'string' ? new TextEncoder().encode(inhoud) : inhoud;
  return lopendPlatform().bestanden.bewaar(naam, type, bytes);
}

/** Prints the page. */
export async function drukAf({ log }: Pick<Kluis, 'log'>, wat: Omit<Wat, 'wijze'>): Promise<void> {
  await log.geexporteerd({ ...wat, wijze: 'afdruk' });
  await lopendPlatform().afdrukken.pagina();
}
