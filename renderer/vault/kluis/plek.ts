/**
 * Where the storage of a vault is: one IndexedDB database for each time that it moved, of which one
 * counts. Which one, and its key, is in the sealed bundle.
 */
import Dexie from 'dexie';
import { hkdfBasis } from '../../../shared/crypto/index.js';
import { wisDatabase } from '../opslag/index.js';
import type { Plek } from '../opslag/index.js';
import type { Bundel, Geopend } from '../sleutels/index.js';

const naamVan = (kluis: string, nummer: number): string => `${kluis}-${nummer}`;

/** @param kluis name of the vault on this device */
export async function plekVan(kluis: string, opslag: NonNullable<Bundel['opslag']>): Promise<Plek> {
  // The import wipes what it is given; the bundle is still to be kept.
  return { naam: naamVan(kluis, opslag.nummer), sleutel: await hkdfBasis(opslag.sleutel.slice()) };
}

/** The place that counts. */
export async function huidigePlek(kluis: string, { bundel, sleutels }: Geopend): Promise<Plek> {
  if (bundel.opslag) return plekVan(kluis, bundel.opslag);
  // From before storages had a key of their own.
  return { naam: kluis, sleutel: sleutels.opslag };
}

/** Names of the databases of this vault on this device, those that do not count any more too. */
export async function databases(kluis: string): Promise<string[]> {
  const nummer = new RegExp(`^${kluis}(-\\d+)?$`);
  return (await Dexie.getDatabaseNames()).filter((naam) => nummer.test(naam));
}

/** Most likely the one that counts, as long as the keyring is closed: numbers only grow. */
export async function vermoedelijkeDatabase(kluis: string): Promise<string | undefined> {
  const nummer = (naam: string): number => Number(naam.slice(kluis.length + 1));
  return (await databases(kluis)).sort((a, b) => nummer(a) - nummer(b)).at(-1);
}

/** Databases that are made for a moment; after a crash one may be left. */
export const hulpdatabases = (kluis: string): { oefening: string; aanvulling: string } => ({
  oefening: `${kluis}-oefening`,
  aanvulling: `${kluis}-aanvulling`,
});

/** Deletes them, but for those that are named. */
export async function wisDatabases(kluis: string, behalve: readonly string[]): Promise<void> {
  for (const naam of await databases(kluis)) {
    if (!behalve.includes(naam)) await wisDatabase(naam);
  }
}
