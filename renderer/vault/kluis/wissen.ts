/**
 * Wiping this device: after the keys everything that was sealed under them. Every step may be done again,
 * so that one that a power cut broke off is ended at the next start.
 */
import type { Platform } from '../../platform/contract.js';
import { wisDatabase } from '../opslag/index.js';
import { hulpdatabases, wisDatabases } from './plek.js';

/** A witness that is of no device, and so says nothing. */
const GEEN_GETUIGENIS = '{}';

/**
 * @param kluis name of the vault on this device
 * @param kopiemap folder of this device among the backups; null when there is none
 */
export async function wisApparaat(
  kluis: string,
  platform: Pick<Platform, 'stukken' | 'schijf' | 'reservemap'>,
  kopiemap: string | null,
): Promise<void> {
  await wisDatabases(kluis, []);
  for (const naam of Object.values(hulpdatabases(kluis))) await wisDatabase(naam);
  for (const naam of await platform.stukken.namen()) await platform.stukken.verwijder(naam);
  await platform.schijf.schrijfGetuige(GEEN_GETUIGENIS);
  const { reservemap } = platform;
  if (reservemap === null || kopiemap === null) return;
  for (const { sub, naam } of await reservemap.lijst())
    if (sub === kopiemap) await reservemap.verwijder(sub, naam);
}
