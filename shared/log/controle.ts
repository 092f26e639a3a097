/**
 * Whether the chains of the log are whole. Pure: the same answer in the application, in a test and at an
 * auditor's. Says per chain up to which line all is well, and of the first fault the place and the kind.
 */
import { logregel } from '../schema/index.js';
import type { Ketenstand, Logregel } from '../schema/index.js';
import { beginhash, isOndertekend, regelhash, standVan } from './keten.js';
import type { Kaalblok } from './keten.js';

export type Ketenfoutsoort =
  /** A line is not what was hashed. */
  | 'gewijzigd'
  /** Lines are not there that were there, or must have been. */
  | 'ontbreekt'
  /** Lines stand in another order, or twice. */
  | 'volgorde'
  /** The device did not sign this, or nobody of the house vouches for the device. */
  | 'handtekening'
  /** The chain goes on in two ways from one line. */
  | 'vertakking';

export interface Ketenfout {
  readonly soort: Ketenfoutsoort;
  /** Number of the first line that is concerned. */
  readonly nr: number;
  /** Last line that is missing; only with `ontbreekt`. */
  readonly tot?: number;
  /**
   * Of `ontbreekt`: known only because another device wrote down that it saw them. While this device is
   * not in step with the house, they may still be on their way.
   */
  readonly vanHorenZeggen?: boolean;
}

export interface Ketenrapport {
  readonly keten: string;
  /** Null when nothing of the chain is left but that somebody saw it. */
  readonly apparaat: string | null;
  /** Account that vouches for the device. */
  readonly account: string | null;
  /** Highest number that is there. */
  readonly regels: number;
  /** Time of the last line; null when it cannot be read. */
  readonly laatst: string | null;
  /** Up to and with this line all is well. */
  readonly goedTot: number;
  readonly fout: Ketenfout | null;
}

export interface Controle {
  readonly huis: string;
  /** Public signing key of an account that the house certified, base64url. */
  readonly tekensleutel: (account: string) => string | undefined;
  /** Heads that this device saw itself. */
  readonly gezien: readonly Ketenstand[];
  /** What was found in a blok is kept here, so that a blok is judged once. */
  readonly geheugen?: Blokgeheugen;
}

/** By blok as an object, and the key that it was judged with. */
export type Blokgeheugen = WeakMap<
  Kaalblok,
  { sleutel: string | undefined; fout: Ketenfout | null }
>;

/** Of every chain of which there are blokken, or of which there should be. In no order. */
export async function controleerKetens(
  blokken: readonly Kaalblok[],
  met: Controle,
): Promise<Ketenrapport[]> {
  const perKeten = new Map<string, Kaalblok[]>();
  for (const blok of blokken) {
    const deel = perKeten.get(blok.keten);
    if (deel) deel.push(blok);
    else perKeten.set(blok.keten, [blok]);
  }
  const kaal: Ketenrapport[] = [];
  // One blok at a time: a window with a hundred thousand lines stays alive meanwhile.
  for (const [keten, deel] of perKeten) kaal.push(await controleerKeten(keten, deel, met));
  // What a device says that it saw counts as far as its own chain is whole.
  const horenZeggen: readonly Ketenstand[] = kaal.flatMap(({ keten, goedTot }) =>
    (perKeten.get(keten) ?? [])
      .flatMap(({ regels }) => leesRegels(regels))
      .flatMap((regel) => (regel && regel.nr <= goedTot ? (regel.gezien ?? []) : [])),
  );
  const ketens = new Set([
    ...perKeten.keys(),
    ...[...met.gezien, ...horenZeggen].map((s) => s.keten),
  ]);
  const per = new Map(kaal.map((rapport) => [rapport.keten, rapport]));
  return [...ketens].map((keten) => {
    const rapport = per.get(keten) ?? nietsVan(keten);
    const hier = perKeten.get(keten) ?? [];
    const eigen = toets(rapport, hier, met.gezien, false);
    return toets(eigen, hier, horenZeggen, true);
  });
}

const nietsVan = (keten: string): Ketenrapport => ({
  keten,
  apparaat: null,
  account: null,
  regels: 0,
  laatst: null,
  goedTot: 0,
  fout: null,
});

/** A blok that has not changed is read once. */
const gelezen = new WeakMap<Regels, readonly (Logregel | undefined)[]>();
type Regels = readonly { readonly tekst: string; readonly hash: string }[];

/** In the order of the lines; undefined where one is no line. */
export function leesRegels(regels: Regels): readonly (Logregel | undefined)[] {
  const bekend = gelezen.get(regels);
  if (bekend) return bekend;
  const uit = regels.map(({ tekst }) => leesRegel(tekst));
  gelezen.set(regels, uit);
  return uit;
}

function leesRegel(tekst: string): Logregel | undefined {
  try {
    const uit = logregel.safeParse(JSON.parse(tekst));
    return uit.success ? uit.data : undefined;
  } catch (reden) {
    if (reden instanceof SyntaxError) return undefined;
    throw reden;
  }
}

async function controleerKeten(
  keten: string,
  blokken: readonly Kaalblok[],
  met: Controle,
): Promise<Ketenrapport> {
  const rij = blokken.toSorted((a, b) => a.van - b.van || b.regels.length - a.regels.length);
  const [eerste] = rij;
  if (!eerste) return nietsVan(keten);
  const { apparaat, verklaring } = eerste;
  const { account } = verklaring;
  const binnenin: (Ketenfout | null)[] = [];
  for (const blok of rij) binnenin.push(await foutInBlok(blok, account, met));
  const hashes = new Map<number, string>();
  let hoofd = { nr: 0, hash: await beginhash({ huis: met.huis, keten, apparaat }) };
  let fout: Ketenfout | null = null;
  for (const [i, blok] of rij.entries()) {
    fout = aansluiting(hoofd, hashes, blok, apparaat) ?? binnenin[i] ?? null;
    if (fout) break;
    blok.regels.forEach(({ hash }, j) => hashes.set(blok.van + j, hash));
    hoofd = standVan(blok);
  }
  const laatste = rij.reduce((a, b) => (standVan(b).nr > standVan(a).nr ? b : a), eerste);
  return {
    keten,
    apparaat,
    account,
    regels: standVan(laatste).nr,
    laatst: leesRegels(laatste.regels).at(-1)?.op ?? null,
    goedTot: fout ? fout.nr - 1 : hoofd.nr,
    fout,
  };
}

/** Whether the blok goes on where the one before it stopped. */
function aansluiting(
  hoofd: { nr: number; hash: string },
  hashes: ReadonlyMap<number, string>,
  blok: Kaalblok,
  apparaat: string,
): Ketenfout | null {
  const { van, vorige, regels } = blok;
  if (van > hoofd.nr + 1) return { soort: 'ontbreekt', nr: hoofd.nr + 1, tot: van - 1 };
  if (van <= hoofd.nr) {
    const anders = regels.findIndex(
      ({ hash }, i) => van + i > hoofd.nr || hashes.get(van + i) !== hash,
    );
    return anders < 0
      ? { soort: 'volgorde', nr: van }
      : { soort: 'vertakking', nr: Math.min(van + anders, hoofd.nr + 1) };
  }
  if (vorige !== hoofd.hash) {
    // Before the first line there is nothing to branch from: it is of another chain, device or house.
    return hoofd.nr === 0 ? { soort: 'gewijzigd', nr: 1 } : { soort: 'vertakking', nr: van };
  }
  return blok.apparaat === apparaat ? null : { soort: 'handtekening', nr: van };
}

/** What is wrong within one blok of this account, looked at apart from the others. */
export async function foutInBlok(
  blok: Kaalblok,
  account: string,
  { huis, tekensleutel, geheugen }: Omit<Controle, 'gezien'>,
): Promise<Ketenfout | null> {
  const sleutel = tekensleutel(account);
  const bekend = geheugen?.get(blok);
  if (bekend && bekend.sleutel === sleutel) return bekend.fout;
  const fout =
    (await foutInRegels(blok, account)) ??
    (sleutel !== undefined && (await isOndertekend(huis, blok, sleutel))
      ? null
      : { soort: 'handtekening' as const, nr: blok.van });
  geheugen?.set(blok, { sleutel, fout });
  return fout;
}

async function foutInRegels(blok: Kaalblok, account: string): Promise<Ketenfout | null> {
  const { van, vorige, regels } = blok;
  if (regels.length === 0) return { soort: 'ontbreekt', nr: van, tot: van };
  const hashes = await Promise.all(
    regels.map(({ tekst }, i) => regelhash(i === 0 ? vorige : (regels[i - 1]?.hash ?? ''), tekst)),
  );
  const inhoud = leesRegels(regels);
  for (const [i, regel] of regels.entries()) {
    const nr = van + i;
    const hier = inhoud[i];
    if (hier && hier.nr !== nr) return verkeerdePlek(inhoud, nr, hier.nr);
    if (!hier || hashes[i] !== regel.hash) return { soort: 'gewijzigd', nr };
    // A device speaks for the account that vouches for it, and for nobody else.
    if (hier.actor !== account) return { soort: 'handtekening', nr };
  }
  return null;
}

/** @param nr of the place, @param er of the line that stands there */
function verkeerdePlek(
  regels: readonly (Logregel | undefined)[],
  nr: number,
  er: number,
): Ketenfout {
  const elders = regels.some((regel) => regel?.nr === nr);
  return er > nr && !elders ? { soort: 'ontbreekt', nr, tot: er - 1 } : { soort: 'volgorde', nr };
}

/** Hashes at these numbers. Where a chain branches, all of them. */
function hashesOp(
  nummers: ReadonlySet<number>,
  blokken: readonly Kaalblok[],
): ReadonlyMap<number, ReadonlySet<string>> {
  const per = new Map<number, Set<string>>();
  if (nummers.size === 0) return per;
  for (const { van, regels } of blokken) {
    for (const [i, { hash }] of regels.entries()) {
      if (!nummers.has(van + i)) continue;
      const er = per.get(van + i);
      if (er) er.add(hash);
      else per.set(van + i, new Set([hash]));
    }
  }
  return per;
}

/** Holds the chain against how far somebody saw it. An earlier fault stands. */
function toets(
  rapport: Ketenrapport,
  blokken: readonly Kaalblok[],
  gezien: readonly Ketenstand[],
  vanHorenZeggen: boolean,
): Ketenrapport {
  const van = gezien.filter(({ keten }) => keten === rapport.keten);
  const hashes = hashesOp(new Set(van.map(({ nr }) => nr)), blokken);
  let uit = rapport;
  for (const { nr, hash } of van) {
    if (uit.fout && uit.fout.nr <= nr) continue;
    const fout: Ketenfout | null =
      nr > rapport.regels
        ? {
            soort: 'ontbreekt',
            nr: rapport.regels + 1,
            tot: nr,
            ...(vanHorenZeggen ? { vanHorenZeggen } : {}),
          }
        : hashes.get(nr)?.has(hash) === true
          ? null
          : { soort: 'vertakking', nr };
    if (fout) uit = { ...uit, fout, goedTot: Math.min(uit.goedTot, fout.nr - 1) };
  }
  return uit;
}
