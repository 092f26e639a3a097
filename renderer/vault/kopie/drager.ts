/** Where a backup is kept: a folder with many of them, or one file. */
import { bytesNaarB64u, leesB64u, sha256, voegBytesSamen } from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import type { GekozenBestand, Platform } from '../../platform/contract.js';
import { koplengte, leesKop } from './formaat.js';
import type { Kop, Kopfout, Pak } from './formaat.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { STUK } from '../../../shared/stukken.js';

/** A backup to read. A pak that is not there, or is not what it was, is null. */
export interface Kopiebron {
  readonly kop: Kop;
  pak(nummer: number): Promise<Bytes | null>;
}

export type Reservemap = NonNullable<Platform['reservemap']>;

export const KOPIE = '.kopie';
export const PAK = '.pak';

export const paknaam = (som: Uint8Array): string => `${bytesNaarB64u(som)}${PAK}`;
/** Newest last: the number of the anchor comes first. */
export const kopienaam = (anker: number, gemaakt: string): string =>
  `${String(anker).padStart(12, '0')}-${gemaakt.replaceAll(/[^0-9TZ]/g, '')}${KOPIE}`;

/** 0 when it does not say. */
export const ankerUitNaam = (naam: string): number => Number(/^\d{12}/.exec(naam)?.[0] ?? 0);

async function gecontroleerd(bytes: Bytes | null, pak: Pak | undefined): Promise<Bytes | null> {
  if (bytes === null || pak?.lengte !== bytes.length) return null;
  const som = await sha256(bytes);
  return som.every((byte, i) => byte === pak.som[i]) ? bytes : null;
}

/** Backups of one device in the folder, oldest first. */
export async function kopieen(map: Reservemap, sub: string): Promise<string[]> {
  const namen = (await map.lijst()).flatMap(({ sub: s, naam }) =>
    s === sub && naam.endsWith(KOPIE) ? [naam] : [],
  );
  return namen.sort();
}

/** Hashes of the pakken of one device that are in the folder. */
export async function pakkenIn(map: Reservemap, sub: string): Promise<Set<string>> {
  const alle = await map.lijst();
  return new Set(
    alle.flatMap(({ sub: s, naam }) => {
      const som = naam.endsWith(PAK) ? naam.slice(0, -PAK.length) : '';
      return s === sub && leesB64u(som)?.length === 32 ? [som] : [];
    }),
  );
}

export async function uitMap(
  map: Reservemap,
  sub: string,
  naam: string,
): Promise<Result<Kopiebron, Kopfout>> {
  const bytes = await map.lees(sub, naam);
  const kop = bytes ? leesKop(bytes) : fout<Kopfout>('afgekapt');
  if (!kop.ok) return kop;
  const { pakken } = kop.waarde;
  return ok({
    kop: kop.waarde,
    pak: async (nummer) => {
      const pak = pakken[nummer];
      return pak ? gecontroleerd(await map.lees(sub, paknaam(pak.som)), pak) : null;
    },
  });
}

/** Read in pieces: the file may be larger than memory. */
export async function uitBestand(bestand: GekozenBestand): Promise<Result<Kopiebron, Kopfout>> {
  const lengte = koplengte(await leesDeel(bestand, 0, 12));
  if (!lengte.ok) return lengte;
  const kop = leesKop(await leesDeel(bestand, 0, lengte.waarde));
  if (!kop.ok) return kop;
  const { pakken } = kop.waarde;
  const begin: number[] = [];
  let plek = lengte.waarde;
  for (const pak of pakken) {
    begin.push(plek);
    plek += pak.lengte;
  }
  if (plek > bestand.grootte) return fout('afgekapt');
  return ok({
    kop: kop.waarde,
    pak: async (nummer) => {
      const pak = pakken[nummer];
      const van = begin[nummer];
      if (!pak || van === undefined) return null;
      return gecontroleerd(await leesDeel(bestand, van, van + pak.lengte), pak);
    },
  });
}

async function leesDeel(bestand: GekozenBestand, van: number, tot: number): Promise<Bytes> {
  const delen: Bytes[] = [];
  for (let plek = van; plek < tot; ) {
    const deel = await bestand.deel(plek, Math.min(tot, plek + STUK));
    if (deel.length === 0) break;
    delen.push(deel);
    plek += deel.length;
  }
  return voegBytesSamen(...delen);
}

/** Backups of every device in the folder, newest first. */
export async function kopieenIn(
  map: Reservemap | null,
): Promise<{ sub: string; naam: string; gemaakt: string; grootte: number }[]> {
  if (!map) return [];
  const uit: { sub: string; naam: string; gemaakt: string; grootte: number }[] = [];
  for (const { sub, naam } of await map.lijst()) {
    if (!naam.endsWith(KOPIE)) continue;
    const bytes = await map.lees(sub, naam);
    const kop = bytes && leesKop(bytes);
    if (!kop?.ok) continue;
    const { gemaakt, pakken } = kop.waarde;
    uit.push({ sub, naam, gemaakt, grootte: pakken.reduce((som, p) => som + p.lengte, 0) });
  }
  return uit.sort((a, b) => (a.gemaakt < b.gemaakt ? 1 : -1));
}
