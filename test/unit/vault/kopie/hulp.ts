/**
 * A vault with documents, an attachment and a folder for backups. To be imported before anything of the
 * vault: the derivation from a passphrase, which has tests of its own, is a fast one here.
 */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, expect, vi } from 'vitest';
import type { GekozenBestand } from '../../../../renderer/platform/contract.js';
import type { Kluis } from '../../../../renderer/vault/types.js';
import type { Bytes } from '../../../../shared/crypto/index.js';
import type { Result } from '../../../../shared/result.js';
import type { Bijlage, GedeeldeCollectie } from '../../../../shared/schema/index.js';
import { STUK } from '../../../../shared/stukken.js';
import { maakNepplatform } from '../../../harness/platform.js';
import type { Nepplatform } from '../../../harness/platform.js';
import { maakNepreservemap } from '../../../harness/reservemap.js';
import type { Nepreservemap } from '../../../harness/reservemap.js';
import { maakNepstukken } from '../../../harness/stukken.js';
import type { Nepstukken } from '../../../harness/stukken.js';
import { bestand, vul } from '../bijlagen/hulp.js';
import { apparaat, betrokkene, nieuweNaam, OPRICHTING } from '../kluis/proef.js';
import type { Proefapparaat } from '../kluis/proef.js';

vi.mock(
  '../../../../renderer/vault/werkplaats/argon.js',
  () => import('../../../harness/nepargon.js'),
);

/** RxDB opens sixteen collections a process: one vault at a time. */
const open = new Set<Kluis>();
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  for (const kluis of open) await kluis.sluit();
  open.clear();
  opSchijf();
});
/** To be closed at the end of the test, if it was not before. */
export function volg(kluis: Kluis): Kluis {
  open.add(kluis);
  return kluis;
}

const COLLECTIES = [
  'huis',
  'leden',
  'casussen',
  'betrokkenen',
  'gebeurtenissen',
  'toegang',
] as const;

export interface Toestel extends Proefapparaat {
  readonly platform: Nepplatform;
  readonly map: Nepreservemap;
  readonly stukken: Nepstukken;
}

export interface Proef extends Toestel {
  readonly kluis: Kluis;
  readonly herstelcode: string;
  readonly vak: string;
  readonly bijlage: Bijlage;
}

/** An empty device; the folder may be shared with another one. */
export function toestel(map = maakNepreservemap(), naam = nieuweNaam()): Toestel {
  const stukken = maakNepstukken();
  const platform = maakNepplatform({ reservemap: map, stukken });
  return { ...apparaat(platform, naam), platform, map, stukken };
}

/**
 * Another computer, where everything has the same name and is empty. Its disk is the disk of this
 * process until `opSchijf` of another one.
 */
export function anderToestel({ naam }: Toestel, map = maakNepreservemap()): Toestel {
  opSchijf(new IDBFactory());
  return toestel(map, naam);
}

const EERSTE = indexedDB;
export function opSchijf(schijf: IDBFactory = EERSTE): void {
  globalThis.indexedDB = schijf;
  Dexie.dependencies.indexedDB = schijf;
}

export async function begin(hier = toestel(), bijlagelengte = 700): Promise<Proef> {
  const { kluis, herstelcode } = await hier.deur().richtOp(OPRICHTING);
  volg(kluis);
  const vak = await kluis.nieuwVak('ZVH-2026-0042');
  const bijlage = waarde(
    await kluis.bijlagen.voegToe(vak, bestand(vul(bijlagelengte), 'Übelhör.pdf')),
  );
  await kluis.voegToe('betrokkenen', [betrokkene(vak)]);
  const proef = { ...hier, kluis, herstelcode, vak, bijlage };
  await noteer(proef, 'Gebeld', [bijlage]);
  return proef;
}

export async function noteer(
  { kluis, vak }: Pick<Proef, 'kluis' | 'vak'>,
  titel: string,
  bijlagen: Bijlage[] = [],
  toelichting = '',
): Promise<void> {
  await kluis.voegToe('gebeurtenissen', [
    {
      vak,
      casus: vak,
      datum: '2026-11-23',
      soort: 'notitie',
      titel,
      toelichting,
      bron: 'Politie',
      leefgebied: null,
      bijlagen,
    },
  ]);
}

/** Everything that a person would miss: the documents of every collection, by id. */
export const documenten = (kluis: Kluis): unknown =>
  Object.fromEntries(
    COLLECTIES.map((c) => [
      c,
      [...kluis.alle(c as GedeeldeCollectie)].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );

export const titels = (kluis: Kluis): string[] =>
  kluis
    .alle('gebeurtenissen')
    .map((g) => g.titel)
    .sort();

export function waarde<T>(uit: Result<T, unknown>): T {
  if (!uit.ok) throw new Error(`mislukt: ${JSON.stringify(uit.fout)}`);
  return uit.waarde;
}

export const maak = async ({ kluis }: Pick<Proef, 'kluis'>): Promise<string> =>
  waarde(await kluis.kopieen.maak()).naam;

/** The backup as a file that was kept. */
export async function bewaar({ kluis, platform }: Proef): Promise<Bytes> {
  waarde(await kluis.kopieen.bewaar());
  const laatste = platform.bewaard.at(-1);
  if (!laatste) throw new Error('niets bewaard');
  expect(laatste.naam).toMatch(/^casuskluis-\d{12}-\d{8}T\d+Z\.kopie$/);
  return laatste.inhoud;
}

/** A file as a shell hands it over: in parts of at most `STUK`, or it is refused. */
export const gekozen = (inhoud: Bytes): GekozenBestand => ({
  naam: 'kopie',
  grootte: inhoud.length,
  lees: () => Promise.reject(new Error('te groot om in een keer te lezen')),
  deel(van, tot) {
    if (tot - van > STUK) return Promise.reject(new RangeError('te veel in een keer'));
    return Promise.resolve(inhoud.slice(van, tot));
  },
});

const klaar = <T>(verzoek: IDBRequest<T>): Promise<T> =>
  new Promise((goed, mis) => {
    verzoek.onsuccess = () => goed(verzoek.result);
    verzoek.onerror = () => mis(verzoek.error ?? new Error('IndexedDB'));
  });

/** Names of the databases of this process that begin so. */
export const databases = async (deel: string): Promise<string[]> =>
  (await indexedDB.databases())
    .map((d) => d.name ?? '')
    .filter((naam) => naam.startsWith(deel))
    .sort();

/** All rows of the databases that begin so, as they are on disk. */
export async function rijen(deel: string): Promise<Record<string, unknown>> {
  const uit: Record<string, unknown> = {};
  for (const naam of await databases(deel)) {
    const db = await klaar(indexedDB.open(naam));
    for (const winkel of db.objectStoreNames) {
      const t = db.transaction(winkel).objectStore(winkel);
      uit[`${naam}/${winkel}`] = [await klaar(t.getAllKeys()), await klaar(t.getAll())];
    }
    db.close();
  }
  return uit;
}

/** The backups, and the pakken, in the folder of a device. */
export function inMap(map: Nepreservemap, sub?: string): { koppen: string[]; pakken: string[] } {
  const namen = [...map.bestanden.keys()]
    .filter((pad) => sub === undefined || pad.startsWith(`${sub}/`))
    .sort();
  return {
    koppen: namen.filter((n) => n.endsWith('.kopie')),
    pakken: namen.filter((n) => n.endsWith('.pak')),
  };
}

export const omgeklapt = (bytes: Bytes, plek: number, bit: number): Bytes => {
  const uit = bytes.slice();
  uit[plek] = (uit[plek] ?? 0) ^ (1 << bit);
  return uit;
};
