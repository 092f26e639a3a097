/** What runs in the browser: each function is one visit of a page, so that every opening is cold. */
import { casusVan, maakDocument } from './documenten.js';
import { ontvang, sluit, verzend } from './huis.js';
import { typ, typInStapel } from './lijst.js';
import { STAPELS, type Stapelnaam } from './stapels/index.js';

const BULK = 200;
const WIJZIGINGEN = 60;
const VRAGEN = 5;

export interface Geschreven {
  /** Milliseconds of all inserts, and of each change. */
  invoegen: number;
  wijzigen: number[];
}
export interface Gelezen {
  /** Milliseconds from the key to a usable store, from there to every document read, and of each query. */
  openen: number;
  lezen: number;
  zoeken: number[];
}

const klok = async (werk: () => Promise<unknown>): Promise<number> => {
  const begin = performance.now();
  await werk();
  return performance.now() - begin;
};

async function schrijf(stapel: Stapelnaam, database: string, aantal: number): Promise<Geschreven> {
  const docs = Array.from({ length: aantal }, (_, i) => maakDocument(i));
  const winkel = await STAPELS[stapel].open(database);
  const invoegen = await klok(async () => {
    for (let i = 0; i < aantal; i += BULK) await winkel.voegToe(docs.slice(i, i + BULK));
  });
  const wijzigen: number[] = [];
  for (let i = 0; i < WIJZIGINGEN; i++) {
    const id = docs[(i * 7919) % aantal]?.id ?? '';
    wijzigen.push(await klok(() => winkel.wijzig(id, `gewijzigd ${i}`)));
  }
  await winkel.sluit();
  return { invoegen, wijzigen };
}

async function lees(stapel: Stapelnaam, database: string, aantal: number): Promise<Gelezen> {
  const begin = performance.now();
  const winkel = await STAPELS[stapel].open(database);
  const openen = performance.now() - begin;
  let gelezen = 0;
  const lezen = await klok(async () => {
    gelezen = await winkel.leesAlles();
  });
  if (gelezen !== aantal) throw new Error(`${stapel}: ${gelezen} van ${aantal} documenten gelezen`);
  const zoeken: number[] = [];
  for (let i = 0; i < VRAGEN; i++) {
    const start = performance.now();
    const gevonden = await winkel.zoek(casusVan(i * 3));
    if (gevonden !== null) zoeken.push(performance.now() - start);
  }
  await winkel.sluit();
  return { openen, lezen, zoeken };
}

/** Milliseconds in which a stack sends all it has to a bare server, or receives all that is there. */
async function wissel(
  stapel: Stapelnaam,
  database: string,
  richting: 'verzend' | 'ontvang',
  adres: string,
  aantal: number,
): Promise<number> {
  const winkel = await STAPELS[stapel].open(database);
  const begin = performance.now();
  const gedaan = await winkel[richting](adres);
  const ms = performance.now() - begin;
  await winkel.sluit();
  if (gedaan !== aantal) throw new Error(`${stapel}: ${String(gedaan)} van ${aantal} documenten`);
  return ms;
}

const bench = { schrijf, lees, typ, typInStapel, wissel, verzend, ontvang, sluit };
export type Bench = typeof bench;
Object.assign(globalThis, { bench });
