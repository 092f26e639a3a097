/**
 * Migrations of documents, in order. A store has one schema version (`vault/opslag/anker.ts`) and is
 * brought to the present one as a whole when it is opened; a document that comes over the line says its
 * own, and is brought to it when it arrives. What is newer than this application knows is kept as it
 * is until the application is updated.
 */
import type { Collectie } from '../collecties.js';
import { bijlagen } from './0001-bijlagen.js';
import { logregels } from './0002-logregels.js';
import { autorisaties } from './0003-autorisaties.js';
import { registraties } from './0004-registraties.js';
import { casusreis } from './0005-casusreis.js';
import type { Migratie, Ruw } from './migratie.js';

export type { Migratie, Ruw } from './migratie.js';

export const MIGRATIES: readonly Migratie[] = [
  bijlagen,
  logregels,
  autorisaties,
  registraties,
  casusreis,
];

/** Of the documents that this application writes. */
export const SCHEMAVERSIE = MIGRATIES.length;

/** A document of schema version `van` in the present shape. */
export function migreer(collectie: Collectie, doc: Ruw, van: number): Ruw {
  let uit = doc;
  for (const { nummer, omhoog } of MIGRATIES)
    if (nummer > van) uit = omhoog[collectie]?.(uit) ?? uit;
  return uit;
}

/** A document of the present shape in that of schema version `naar`. */
export function migreerTerug(collectie: Collectie, doc: Ruw, naar: number): Ruw {
  let uit = doc;
  for (const { nummer, omlaag } of MIGRATIES.toReversed())
    if (nummer > naar) uit = omlaag[collectie]?.(uit) ?? uit;
  return uit;
}
