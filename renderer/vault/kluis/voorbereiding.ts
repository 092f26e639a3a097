/**
 * The storage in the shape that this version of the application writes: opened, and moved to a new
 * database with migrated documents where it was made by an older one. The old database is kept for a
 * while: a migration is the one change that cannot be seen to be right from within.
 */
import Dexie from 'dexie';
import { COLLECTIES, migreer, SCHEMAVERSIE } from '../../../shared/schema/index.js';
import type { Collectie, Ruw } from '../../../shared/schema/index.js';
import { collectieVan, openOpslag, OpslagFout, wisDatabase } from '../opslag/index.js';
import type { Opgeslagen, Opslag } from '../opslag/index.js';
import type { Geopend, Sleutelbos } from '../sleutels/index.js';
import { databases, huidigePlek, hulpdatabases, plekVan, wisDatabases } from './plek.js';

export interface Voorbereiding {
  /** Name of the vault on this device. */
  readonly naam: string;
  readonly bos: Sleutelbos;
  /** Stores that were migrated, of so many. */
  readonly voortgang?: ((klaar: number, totaal: number) => void) | undefined;
}

/** Openings without trouble after which the database from before a migration goes. */
const OPENINGEN = 20;

/** @throws OpslagFout; `nieuwer` when a newer version of the application wrote it */
export async function openOpslagVan(
  deps: Voorbereiding,
  geopend: Geopend,
  bijAnker: (nummer: number) => void,
): Promise<Opslag> {
  const { naam } = deps;
  const van = geopend.bundel.opslag?.schema ?? 0;
  if (van > SCHEMAVERSIE)
    throw new OpslagFout('nieuwer', 'de opslag is van een nieuwere versie van de applicatie');
  const plek = await huidigePlek(naam, geopend);
  // Of a house that was in use before. Opening would make an empty one, as if nothing had ever been there.
  if (geopend.bundel.begin === null && !(await databases(naam)).includes(plek.naam))
    throw new OpslagFout('weg', 'de database van de kluis is er niet');
  const opslag = await openOpslag({ ...plek, bijAnker });
  try {
    if (geopend.bundel.opslag === null || van < SCHEMAVERSIE) {
      await migreerOpslag(deps, opslag, plek.naam, van);
    } else await telOpening(deps, opslag);
  } catch (oorzaak) {
    await opslag.sluit();
    throw oorzaak;
  }
  return opslag;
}

async function migreerOpslag(
  { naam, bos, voortgang }: Voorbereiding,
  opslag: Opslag,
  oud: string,
  van: number,
): Promise<void> {
  const { opslag: nieuw } = await bos.beheer.nieuweOpslag();
  await opslag.verhuis({
    naar: await plekVan(naam, nieuw),
    per: (winkel, doc) => migreerRij(winkel, doc, van),
    // What cannot be read is still in the old database; refusing would shut people out of the rest.
    zonderOnleesbaar: true,
    bewaarOud: true,
    wissel: () =>
      bos.beheer.wijzigBundel((bundel) => ({
        ...bundel,
        opslag: nieuw,
        opzij: {
          // What a restore set aside stays until the user deletes it.
          namen: [...(bundel.opzij?.namen ?? []), oud],
          sleutel: bundel.opslag?.sleutel ?? null,
          openingen: bundel.opzij?.openingen === null ? null : 0,
        },
      })),
    ...(voortgang ? { voortgang } : {}),
  });
  nieuw.sleutel.fill(0);
}

/** A document as the storage keeps it; of a replication also the state that the endpoint is known to have. */
export function migreerRij(winkel: string, doc: Opgeslagen, van: number): Opgeslagen {
  const collectie = collectieVan(winkel);
  if (isCollectie(collectie)) return migreer(collectie, doc, van) as Opgeslagen;
  const gedeeld = /^replicatie-([a-z]+)-/.exec(collectie)?.[1] ?? '';
  const { docData } = doc;
  if (!isCollectie(gedeeld) || typeof docData !== 'object' || docData === null) return doc;
  return { ...doc, docData: migreer(gedeeld, docData as Ruw, van) };
}

const isCollectie = (naam: string): naam is Collectie => Object.hasOwn(COLLECTIES, naam);

/** Counts the openings since the last migration, and deletes what it left when there were enough. */
async function telOpening({ bos }: Voorbereiding, opslag: Opslag): Promise<void> {
  const { opzij } = await bos.beheer.leesBundel();
  if (opzij === null || opzij.openingen === null) return;
  const openingen = opzij.openingen + 1;
  const weg = openingen >= OPENINGEN && opslag.meldingen.waarde.length === 0;
  await bos.beheer.wijzigBundel((bundel) => ({
    ...bundel,
    opzij: weg || bundel.opzij === null ? null : { ...bundel.opzij, openingen },
  }));
}

/** Deletes the databases that do not count any more: what a broken-off move left, and what was kept long enough. */
export async function ruimDatabasesOp({ naam, bos }: Voorbereiding): Promise<void> {
  const { opslag, opzij } = await bos.beheer.leesBundel();
  if (opslag === null) return;
  const plek = await plekVan(naam, opslag);
  await wisDatabases(naam, [plek.naam, ...(opzij?.namen ?? [])]);
  const hulp: string[] = Object.values(hulpdatabases(naam));
  for (const er of await Dexie.getDatabaseNames()) if (hulp.includes(er)) await wisDatabase(er);
}
