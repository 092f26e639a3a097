/**
 * An import from choosing files to the report, without React. It outlives the screen: whoever walks
 * away during a long import comes back to where it is. Nothing is written before `neemOver`.
 */
import { createStore } from 'zustand/vanilla';
import { vandaagIso } from '../../shared/domein/datums.js';
import {
  BESTANDEN,
  bestandsoort,
  laadInKluis,
  leesBestanden,
  naarLaadset,
  teGroot,
  type Bestandsoort,
  type Laadverslag,
  type Laadvoortgang,
  type Leesuitslag,
  type Leesvoortgang,
} from '../../shared/import/index.js';
import type { Kluis } from '../vault/types.js';

/** A file as the user gave it: chosen or dropped. */
export interface Invoerbestand {
  readonly naam: string;
  readonly grootte: number;
  lees(): Promise<Uint8Array<ArrayBuffer>>;
}

export type Importstand =
  | { readonly stap: 'bestanden'; readonly bestanden: readonly Invoerbestand[] }
  | {
      readonly stap: 'lezen';
      readonly bestanden: readonly Invoerbestand[];
      readonly voortgang: Leesvoortgang | null;
      /** Epoch milliseconds. */
      readonly begonnen: number;
    }
  | {
      readonly stap: 'aansluiting';
      readonly bestanden: readonly Invoerbestand[];
      readonly uitslag: Leesuitslag;
    }
  | {
      readonly stap: 'laden';
      readonly uitslag: Leesuitslag;
      readonly voortgang: Laadvoortgang | null;
      readonly begonnen: number;
    }
  | {
      readonly stap: 'klaar';
      readonly uitslag: Leesuitslag;
      readonly verslag: Laadverslag;
      /** Accepted cases that are in the vault after loading. */
      readonly inKluis: number;
    }
  | {
      readonly stap: 'mislukt';
      readonly bestanden: readonly Invoerbestand[];
      readonly reden: string;
    };

const BEGIN: Importstand = { stap: 'bestanden', bestanden: [] };
export const importstand = createStore<{ readonly nu: Importstand }>(() => ({ nu: BEGIN }));

let stopper: AbortController | null = null;
const zet = (nu: Importstand): void => importstand.setState({ nu });

/** Adds files; a file of the same name, or for the same part, takes the place of the earlier one. */
export function voegBestandenToe(nieuw: readonly Invoerbestand[]): void {
  const { nu } = importstand.getState();
  const eerder = 'bestanden' in nu ? nu.bestanden : [];
  const sleutel = (b: Invoerbestand): string => bestandsoort(b.naam) ?? b.naam;
  const perSoort = new Map([...eerder, ...nieuw].map((b) => [sleutel(b), b]));
  zet({ stap: 'bestanden', bestanden: [...perSoort.values()].sort(opSoort) });
}

const opSoort = (a: Invoerbestand, b: Invoerbestand): number => plek(a) - plek(b);
function plek(b: Invoerbestand): number {
  const soort = bestandsoort(b.naam);
  return soort === null ? BESTANDEN.length : BESTANDEN.indexOf(soort);
}

export function verwijderBestand(naam: string): void {
  const { nu } = importstand.getState();
  if (nu.stap !== 'bestanden') return;
  zet({ stap: 'bestanden', bestanden: nu.bestanden.filter((b) => b.naam !== naam) });
}

/** Which of the four files are not there yet. */
export function ontbrekend(bestanden: readonly Invoerbestand[]): readonly Bestandsoort[] {
  const soorten = new Set(bestanden.map((b) => bestandsoort(b.naam)));
  return BESTANDEN.filter((soort) => !soorten.has(soort));
}

/** Why a file is not read at all, before a byte of it is; null when it is. */
export function bestandFout(b: Invoerbestand): string | null {
  return teGroot(b.grootte);
}

export function naarBestanden(): void {
  const { nu } = importstand.getState();
  zet({ stap: 'bestanden', bestanden: 'bestanden' in nu ? nu.bestanden : [] });
}

export function opnieuw(): void {
  stopper?.abort();
  zet(BEGIN);
}

/** Stops what runs; what was loaded is whole, and stays. */
export function stop(): void {
  stopper?.abort();
}

/** The dry run: reads, checks, counts. Writes nothing. */
export async function leesProef(kluis: Kluis): Promise<void> {
  const { nu } = importstand.getState();
  if (nu.stap !== 'bestanden' && nu.stap !== 'mislukt') return;
  const bestanden = nu.bestanden.filter((b) => bestandFout(b) === null);
  stopper = new AbortController();
  const begonnen = Date.now();
  zet({ stap: 'lezen', bestanden: nu.bestanden, voortgang: null, begonnen });
  try {
    const gelezen = await Promise.all(
      bestanden.map(async (b) => ({ naam: b.naam, bytes: await b.lees() })),
    );
    const uitslag = await leesBestanden(gelezen, {
      tafels: kluis.alle('huis').flatMap((d) => (d.soort === 'tafel' ? [d.naam] : [])),
      stop: stopper.signal,
      bijVoortgang: (voortgang) =>
        zet({ stap: 'lezen', bestanden: nu.bestanden, voortgang, begonnen }),
    });
    if (uitslag.gestopt) zet({ stap: 'bestanden', bestanden: nu.bestanden });
    else zet({ stap: 'aansluiting', bestanden: nu.bestanden, uitslag });
  } catch (reden) {
    // A file that was moved or locked by another program while it was read.
    console.error('importbestand niet gelezen', reden);
    zet({
      stap: 'mislukt',
      bestanden: nu.bestanden,
      reden: reden instanceof Error ? reden.message : '',
    });
  } finally {
    stopper = null;
  }
}

/** Loads what the dry run accepted. Doing it twice changes nothing. */
export async function neemOver(kluis: Kluis): Promise<void> {
  const { nu } = importstand.getState();
  if (nu.stap !== 'aansluiting') return;
  const { uitslag, bestanden } = nu;
  stopper = new AbortController();
  const begonnen = Date.now();
  zet({ stap: 'laden', uitslag, voortgang: null, begonnen });
  try {
    const verslag = await laadInKluis(
      kluis,
      naarLaadset(uitslag.rijen, vandaagIso()),
      (voortgang) => zet({ stap: 'laden', uitslag, voortgang, begonnen }),
      stopper.signal,
    );
    const nummers = new Set(kluis.alle('casussen').map((c) => c.nummer));
    const inKluis = uitslag.rijen.casussen.filter((r) => nummers.has(r.casusnummer)).length;
    zet({ stap: 'klaar', uitslag, verslag, inKluis });
  } catch (reden) {
    console.error('import niet geladen', reden);
    zet({ stap: 'mislukt', bestanden, reden: reden instanceof Error ? reden.message : '' });
  } finally {
    stopper = null;
  }
}
