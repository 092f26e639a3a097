/** A backup as somebody points it out, opened with its recovery code: for the drill and for the restore. */
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { SCHEMAVERSIE } from '../../../shared/schema/index.js';
import { wisBundel } from '../sleutels/index.js';
import type { Bundel, Geopendekopie, Sleutelbos } from '../sleutels/index.js';
import type { GekozenBestand } from '../../platform/contract.js';
import type { Kopieopenfout, Langwerk, Oefenfout, Oefenuitslag } from '../types.js';
import { uitBestand } from './drager.js';
import type { Kopiebron } from './drager.js';
import { bijkomend, leesInhoud } from './formaat.js';
import type { Inhoud, Kopfout } from './formaat.js';
import { oefen } from './oefening.js';

export interface Opengemaakt {
  readonly bron: Kopiebron;
  readonly ring: Geopendekopie;
  /** Key of the database in it. */
  readonly opslag: NonNullable<Bundel['opslag']>;
  readonly inhoud: Inhoud;
}

/** @param wachtzin for a restore; null when it is only looked into */
export async function maakOpen(
  bos: Sleutelbos,
  welke: Aanwijzing,
  herstelcode: string,
  wachtzin: string | null,
): Promise<Result<Opengemaakt, Kopieopenfout>> {
  const gevonden = await bronVan(welke);
  if (!gevonden.ok) return gevonden;
  const bron = gevonden.waarde;
  const uit = await bos.openKopie(bron.kop.ring, herstelcode, wachtzin);
  if (!uit.ok) return fout({ soort: uit.fout === 'vorm' ? 'gewijzigd' : uit.fout });
  const ring = uit.waarde;
  const { opslag } = ring.bundel;
  const klaar = await ring.ontzegel(bron.kop.inhoud, await bijkomend(bron.kop));
  const inhoud = klaar && leesInhoud(klaar);
  if (klaar && opslag && inhoud && opslag.schema <= SCHEMAVERSIE)
    return ok({ bron, ring, opslag, inhoud });
  wisBundel(ring.bundel);
  return fout({ soort: klaar && opslag ? 'nieuwer' : 'gewijzigd' });
}

export type Aanwijzing = Result<Kopiebron, Kopfout> | GekozenBestand | { readonly naam: string };

async function bronVan(welke: Aanwijzing): Promise<Result<Kopiebron, Kopieopenfout>> {
  const bron =
    'ok' in welke ? welke : 'deel' in welke ? await uitBestand(welke) : fout('soort' as const);
  return bron.ok ? bron : fout({ soort: bron.fout === 'versie' ? 'nieuwer' : bron.fout });
}

export async function beproef(
  bos: Sleutelbos,
  welke: Aanwijzing,
  herstelcode: string,
  database: string,
  opties: Langwerk,
): Promise<Result<Oefenuitslag, Oefenfout>> {
  const open = await maakOpen(bos, welke, herstelcode, null);
  if (!open.ok) return open;
  const { bron, ring, opslag, inhoud } = open.waarde;
  try {
    return await oefen(bron, inhoud, opslag, database, opties);
  } finally {
    wisBundel(ring.bundel);
  }
}
