/** In the page: a store is filled, and in another visit opened cold and read. */
import {
  casusVan,
  type Benchdoc,
  gewijzigd,
  maakDocument,
  nieuweTekst,
  PER_CASUS,
} from './documenten.js';
import { OPENERS } from './stapels/index.js';
import type { Stapelnaam } from './stapels/namen.js';
import { wacht, type Winkel } from './stapels/stapel.js';
import { metTaken } from './taken.js';

/** What LevelDB still merges of an insert belongs to the insert, not to the change that comes after it. */
const RUST_MS = 2_000;
export const BULK = 200;
const WIJZIGINGEN = 60;
const VRAGEN = 20;

export interface Geschreven {
  /** Milliseconds of all inserts with what the index takes, of that index, and of each change. */
  readonly invoegen: number;
  readonly index: number;
  readonly wijzigen: readonly number[];
  /** Longest task while inserting and changing. */
  readonly langsteTaak: number;
}
export interface Gelezen {
  /** Milliseconds in which every document was read, and of each query. */
  readonly lezen: number;
  readonly zoeken: readonly number[];
}

export const klok = async (werk: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await werk();
  return performance.now() - begin;
};
/** By way of JSON: text that was put together piece by piece is only made whole by who first reads it. */
export const documenten = (aantal: number): Benchdoc[] =>
  Array.from({ length: aantal }, (_, i) => JSON.parse(JSON.stringify(maakDocument(i))) as Benchdoc);

let klaargezet: readonly Benchdoc[] = [];
/** Makes what `schrijf` writes in this page, so that the garbage of it can be collected before. */
export function zetKlaar(aantal: number): void {
  klaargezet = documenten(aantal);
}

export async function voegIn(winkel: Winkel, docs: readonly Benchdoc[]): Promise<void> {
  for (let i = 0; i < docs.length; i += BULK) await winkel.voegToe(docs.slice(i, i + BULK));
}

/** Which documents are changed: spread, and each at most once. */
const gewijzigde = (aantal: number): number[] => [
  ...new Set(Array.from({ length: WIJZIGINGEN }, (_, i) => (i * 7919) % aantal)),
];

export async function schrijf(
  stapel: Stapelnaam,
  database: string,
  aantal: number,
): Promise<Geschreven> {
  const docs = klaargezet.length === aantal ? klaargezet : documenten(aantal);
  const winkel = await OPENERS[stapel](database);
  const { uit, langsteTaak } = await metTaken(async () => {
    const zonderIndex = await klok(() => voegIn(winkel, docs));
    const index = await klok(async () => winkel.bouwIndex?.());
    await new Promise((klaar) => setTimeout(klaar, RUST_MS));
    const wijzigen: number[] = [];
    for (const i of gewijzigde(aantal)) {
      const doc = docs[i];
      if (doc) wijzigen.push(await klok(() => winkel.wijzig(doc, nieuweTekst(doc))));
    }
    return { invoegen: zonderIndex + index, index, wijzigen };
  });
  await winkel.sluit();
  return { ...uit, langsteTaak };
}

let open: { stapel: Stapelnaam; winkel: Winkel } | undefined;

/** Milliseconds from the key to a usable store. It stays open in this page. */
export async function openWinkel(stapel: Stapelnaam, database: string): Promise<number> {
  return klok(async () => {
    open = { stapel, winkel: await OPENERS[stapel](database) };
  });
}

function eis(wat: boolean, uitleg: string): void {
  if (!wat) throw new Error(`${open?.stapel ?? 'geen stapel'}: ${uitleg}`);
}

/** Reads and queries the open store, and checks that it gave what was written. */
export async function leesWinkel(aantal: number): Promise<Gelezen> {
  if (open === undefined) throw new Error('er is geen winkel open');
  const { winkel } = open;
  let gelezen = 0;
  const lezen = await klok(async () => {
    gelezen = await winkel.leesAlles();
  });
  eis(gelezen === aantal, `${gelezen} van ${aantal} documenten gelezen`);
  const zoeken: number[] = [];
  const casussen = Math.ceil(aantal / PER_CASUS);
  for (let i = 0; winkel.zoek && i < Math.min(VRAGEN, casussen); i++) {
    const casus = Math.floor((i * casussen) / Math.min(VRAGEN, casussen));
    const begin = performance.now();
    const gevonden = await winkel.zoek(casusVan(casus));
    zoeken.push(performance.now() - begin);
    const verwacht = Math.min(PER_CASUS, aantal - casus * PER_CASUS);
    eis(gevonden === verwacht, `${gevonden} van ${verwacht} documenten gevonden`);
  }
  return { lezen, zoeken };
}

/** One document as it was written, and one that was changed: they must have come back as such. */
export async function controleer(aantal: number): Promise<void> {
  const veranderd = gewijzigde(aantal);
  const zelfde = Array.from({ length: aantal }, (_, i) => i).find((i) => !veranderd.includes(i));
  for (const i of [veranderd.at(-1), zelfde]) {
    if (i === undefined) continue;
    const doc = maakDocument(i);
    const verwacht = veranderd.includes(i) ? gewijzigd(doc, nieuweTekst(doc)) : doc;
    const gekregen = await open?.winkel.haal(doc.id);
    const velden = Object.keys(verwacht) as (keyof Benchdoc)[];
    eis(
      velden.every((v) => JSON.stringify(gekregen?.[v]) === JSON.stringify(verwacht[v])),
      `document ${doc.id} is niet zoals het geschreven werd`,
    );
  }
}

export async function sluitWinkel(): Promise<void> {
  await open?.winkel.sluit();
  open = undefined;
}

/** Opens and closes every database of this page, below whatever wrote them: then LevelDB tidies up. */
export async function raakAan(): Promise<void> {
  for (const { name } of await indexedDB.databases())
    if (name !== undefined) (await wacht(indexedDB.open(name))).close();
}

/** Bytes in every row of a database of this name, below whatever wrote them. It must be closed. */
export async function bytesIn(database: string): Promise<number> {
  const db = await wacht(indexedDB.open(database));
  try {
    let bytes = 0;
    for (const tabel of db.objectStoreNames) {
      const rijen = (await wacht(db.transaction(tabel).objectStore(tabel).getAll())) as object[];
      for (const rij of rijen)
        for (const waarde of Object.values(rij) as unknown[])
          if (waarde instanceof ArrayBuffer || ArrayBuffer.isView(waarde))
            bytes += waarde.byteLength;
    }
    return bytes;
  } finally {
    db.close();
  }
}
