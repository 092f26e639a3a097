/**
 * A log for a vault in memory, with real chains of three devices: whole, or with something done to them.
 * `?log=goed|fout|onderweg`, and `log=veel` for a year of a large house.
 */
import type { Kluis } from '../../renderer/vault/types.js';
import { controleerKetens } from '../../shared/log/index.js';
import type { Blokgeheugen, Kaalblok, Logbestand, Nieuweregel } from '../../shared/log/index.js';
import type { Ketenstand, Logactie, Logblok } from '../../shared/schema/index.js';
import { Logapparaat, maakLogproef } from './logketens.js';

const TAFELS = ['Complexe casuïstiek', 'MDA++', 'Levensloop'] as const;
const WERK: readonly (readonly [actie: Logactie, soort: string])[] = [
  ['geraadpleegd', 'casussen'],
  ['gewijzigd', 'acties'],
  ['geraadpleegd', 'casussen'],
  ['toegevoegd', 'gebeurtenissen'],
  ['gewijzigd', 'overleggen'],
  ['toegang-verleend', 'account'],
  ['geexporteerd', 'casussen'],
];

export interface Neplog {
  readonly blokken: readonly Logblok[];
  /** People beside the user: account and name. */
  readonly leden: readonly { readonly id: string; readonly naam: string }[];
  readonly log: Kluis['log'];
}

export async function maakNeplog(
  soort: string,
  ik: { readonly account: string; readonly apparaat: string },
  casussen: readonly string[],
): Promise<Neplog> {
  const leden = [
    { id: 'account-sa-0000000000', naam: 'Selma Aydin' },
    { id: 'account-rk-0000000000', naam: 'Ronald Kuipers' },
  ];
  const mensen = await Promise.all([ik.account, ...leden.map(({ id }) => id)].map(maakLogproef));
  const [eigen] = mensen;
  if (!eigen) throw new Error('niemand');
  const { huis } = eigen;
  const apparaten = await Promise.all(
    mensen.map((mens, i) => Logapparaat.maak({ ...mens, huis }, i === 0 ? ik.apparaat : undefined)),
  );
  const aantal = soort === 'veel' ? 33_400 : 90;
  const nu = Date.now();
  for (const apparaat of apparaten) {
    await apparaat.schrijf(1, { op: new Date(nu - 86_400_000 * 20).toISOString(), ...OPEN });
    await apparaat.schrijf(aantal - 1, (i) => regel(nu - (aantal - i) * 7_300_000, i, casussen));
  }
  const gezien = apparaten.slice(1).map(({ stand }) => stand);
  const sleutels = new Map(mensen.flatMap((mens) => [...mens.sleutels]));
  const alle = apparaten.map(({ blokken }) => [...blokken]);
  const kaal = geknoeid(soort, alle).flat();
  const geheugen: Blokgeheugen = new WeakMap();
  const heard: Ketenstand[] = soort === 'onderweg' ? [] : gezien;
  const blokken = kaal.map(
    (blok): Logblok => ({
      ...blok,
      vak: 'huisvak-0000000000000',
      versie: blok.id,
      gewijzigdDoor: blok.verklaring.account,
      gewijzigdOp: new Date(nu).toISOString(),
      conflicten: [],
    }),
  );
  return {
    blokken,
    leden,
    log: {
      geraadpleegd: () => undefined,
      geexporteerd: () => Promise.resolve(),
      brp: () => Promise.resolve(),
      nagegaan: () => Promise.resolve(),
      eigenKeten: () => apparaten[0]?.keten ?? null,
      controleer: () =>
        controleerKetens(blokken, {
          geheugen,
          huis,
          tekensleutel: (account) => sleutels.get(account),
          gezien: heard,
        }),
      bestand: (): Logbestand => ({
        soort: 'casuskluis/log',
        v: 1,
        gemaakt: new Date(nu).toISOString(),
        huis,
        huissleutel: eigen.huispaar.publiek,
        leden: mensen.flatMap((mens) => mens.leden),
        gezien: heard,
        blokken: kaal,
      }),
    },
  };
}

const OPEN: Partial<Nieuweregel> = { actie: 'keten-begonnen', soort: 'keten', wijze: 'eerste' };

function regel(ms: number, i: number, casussen: readonly string[]): Partial<Nieuweregel> {
  const [actie, soort] = WERK[i % WERK.length] ?? ['geraadpleegd', 'casussen'];
  const casus = casussen[(i * 7) % casussen.length];
  return {
    op: new Date(ms).toISOString(),
    actie,
    soort,
    ...(casus === undefined || actie === 'geexporteerd' ? {} : { id: casus, casus }),
    casustafel: TAFELS[i % TAFELS.length] ?? TAFELS[0],
    grondslag: 'WGS, art. 2.20',
    resultaat: i % 41 === 5 ? 'mislukt' : 'gelukt',
    oorsprong: 'electron 0.1.0 verbonden',
    ...(actie === 'geexporteerd' ? { aantal: 112, wijze: 'csv' } : {}),
  };
}

/** One line changed in one chain, and the end of another taken away; or that end is only late. */
function geknoeid(soort: string, ketens: Kaalblok[][]): Kaalblok[][] {
  const [eigen = [], een = [], twee = []] = ketens;
  if (soort !== 'fout') return ketens;
  const [blok] = een;
  const doel = blok?.regels[11];
  if (!blok || !doel) return ketens;
  const vals = {
    ...doel,
    tekst: doel.tekst.replace('"mislukt"', '"gelukt"').replace('art', 'Art'),
  };
  return [
    eigen,
    [{ ...blok, regels: blok.regels.with(11, vals) }, ...een.slice(1)],
    twee.slice(0, -1),
  ];
}
