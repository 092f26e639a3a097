/**
 * Merging segments, so that a store neither falls apart into thousands of small ones nor keeps what
 * was overwritten. A run of neighbours is read back, what memory says is superseded is dropped, and
 * the rest takes their place in one transaction: before it or after it, never in between. Segments
 * that could not be read, and gaps, are never part of a run.
 */
import type { Schijf } from './schijf.js';
import type { Opgeslagen } from './segment.js';
import { STUK, type Plaats, type Winkel } from './winkel.js';

/** Neighbours of one size class that are merged into the next class. */
export const WAAIER = 16;
/** Neighbours of one size class that are merged even while writes follow each other. */
export const HOOGSTENS = 4 * WAAIER;
/** Bytes of the smallest class; each next one is WAAIER times larger. */
const KLEIN = 2 * 1024;
/** Segments of this size are left alone unless there is waste in them. */
const GROOT = STUK / 2;
/** Bytes that a piece of a full clean-up may read, so that a write never waits long for it. */
const HAP = 1 << 20;
/** Less waste than this is never worth a full clean-up. */
const ONDERGRENS = 1 << 20;

/** What is in memory of an open store, tombstones included. */
export type Huidig = (id: string) => Opgeslagen | undefined;

export interface Reeks {
  readonly begin: number;
  /** Exclusive. */
  readonly eind: number;
}

const klasse = (bytes: number): number =>
  Math.max(0, Math.ceil(Math.log(bytes / KLEIN) / Math.log(WAAIER)));

/** The run of small segments at the end of the log that is due, or null. @param vanaf so many of one class are */
export function kiesStaart(plaatsen: readonly Plaats[], vanaf: number): Reeks | null {
  const laatste = plaatsen.at(-1);
  if (laatste === undefined || laatste.bytes >= GROOT) return null;
  let hoogste = klasse(laatste.bytes);
  let gekozen: Reeks | null = null;
  let inKlasse = 0;
  for (let i = plaatsen.length - 1; i >= 0; i--) {
    const plaats = plaatsen[i];
    if (plaats === undefined || plaats.bytes >= GROOT) break;
    const eigen = klasse(plaats.bytes);
    if (eigen > hoogste) {
      // A larger class is only reached by way of a run that is merged anyway.
      if (gekozen === null) break;
      hoogste = eigen;
      inKlasse = 1; // What the smaller classes merge into.
    }
    inKlasse++;
    if (inKlasse >= vanaf) gekozen = { begin: i, eind: plaatsen.length };
    if (!plaats.sluitAan) break;
  }
  return gekozen;
}

/** A third of it says nothing any more, and it is worth the work. */
export const isVerspild = ({ bytes, verspild }: Winkel): boolean =>
  verspild > ONDERGRENS && verspild > bytes / 3;

/**
 * Pieces of a full clean-up, from the oldest on, up to what was last when it began; pieces without
 * waste are passed over. The caller merges each before it asks for the next, and nothing else merges
 * meanwhile.
 */
export function* hele(winkel: Winkel): Generator<Reeks> {
  const grens = winkel.laatste;
  let begin = 0;
  while ((winkel.plaatsen[begin]?.tot ?? Infinity) <= grens) {
    let eind = begin;
    let bytes = 0;
    let dood = 0;
    for (let plaats = winkel.plaatsen[eind]; plaats !== undefined; plaats = winkel.plaatsen[eind]) {
      if (eind > begin && (!plaats.sluitAan || bytes >= HAP || plaats.tot > grens)) break;
      bytes += plaats.bytes;
      dood += plaats.dood;
      eind++;
    }
    const voor = winkel.plaatsen.length;
    if (dood > 0) yield { begin, eind };
    begin = eind + winkel.plaatsen.length - voor;
  }
}

/**
 * Merges one run. `begintSchoon`: nothing before the run on disk can hold a purged id any more, so
 * their marks may go. Throws when a segment cannot be read back or replaced; the disk is as it was.
 */
export async function voegSegmentenSamen(
  schijf: Schijf,
  winkel: Winkel,
  reeks: Reeks,
  huidig: Huidig,
  begintSchoon: boolean,
): Promise<void> {
  const oud = winkel.plaatsen.slice(reeks.begin, reeks.eind);
  const eerste = oud[0];
  const laatste = oud.at(-1);
  if (eerste === undefined || laatste === undefined) return;
  const rijen = await schijf.reeks(winkel.id, eerste.van, laatste.tot);
  if (rijen.length !== oud.length) throw new Error('segmenten verdwenen sinds het openen');
  const gelezen = await Promise.all(rijen.map((rij) => winkel.open(rij)));
  const documenten = new Map<string, Opgeslagen>();
  const weg = new Set<string>();
  for (const inhoud of gelezen) {
    if (inhoud === null) throw new Error('segment onleesbaar geworden sinds het openen');
    if (!begintSchoon) for (const id of inhoud.weg) weg.add(id);
    for (const doc of inhoud.documenten) {
      const id = winkel.idVan(doc);
      const nu = huidig(id);
      if (nu !== undefined && nu._rev === doc._rev && nu._meta.lwt === doc._meta.lwt)
        documenten.set(id, doc);
    }
  }
  const nieuw = await winkel.vervanging(
    { documenten: [...documenten.values()], weg: [...weg] },
    eerste,
    laatste,
  );
  await schijf.vervang(
    winkel.id,
    oud.map((plaats) => plaats.tot),
    nieuw.rijen,
  );
  winkel.neemOver(reeks.begin, reeks.eind, nieuw);
}
