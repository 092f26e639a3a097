/**
 * Which backups are kept: the last seven whatever their dates, and of the time before that one a day
 * for a week, one a week for a month and one a month for a year. Order is by number, not by clock: a
 * clock that was wrong for an hour must not throw away the others.
 */

import { KOPIE, kopieen, PAK, paknaam } from './drager.js';
import type { Reservemap } from './drager.js';
import { leesKop } from './formaat.js';

export interface Kopieregel {
  readonly naam: string;
  /** Date on which it was made, `jjjj-mm-dd`. */
  readonly datum: string;
}

const LAATSTE = 7;
const TREDEN = [
  { aantal: 7, van: (datum: string): string => datum },
  { aantal: 5, van: (datum: string): string => String(Math.floor(dagnummer(datum) / 7)) },
  { aantal: 12, van: (datum: string): string => datum.slice(0, 7) },
] as const;

/** @param kopieen oldest first. @returns names of those that may go */
export function teVerwijderen(kopieen: readonly Kopieregel[]): string[] {
  const blijft = new Set(kopieen.slice(-LAATSTE).map((k) => k.naam));
  for (const { aantal, van } of TREDEN) {
    const perVak = new Map<string, string>();
    // The first of each period stays: a later one of the same day does not push it out.
    for (const { naam, datum } of kopieen) {
      const vak = van(datum);
      if (!perVak.has(vak)) perVak.set(vak, naam);
    }
    for (const naam of [...perVak.values()].slice(-aantal)) blijft.add(naam);
  }
  return kopieen.flatMap(({ naam }) => (blijft.has(naam) ? [] : [naam]));
}

const dagnummer = (datum: string): number =>
  Math.floor(Date.parse(`${datum}T00:00:00Z`) / 86_400_000);

/** The date in the name of a backup (`drager.ts`); the day of today's era when it has none. */
export function datumUitNaam(naam: string): string {
  const raak = /-(\d{4})(\d{2})(\d{2})T/.exec(naam);
  return raak ? `${raak[1] ?? ''}-${raak[2] ?? ''}-${raak[3] ?? ''}` : '1970-01-01';
}

/** Deletes the backups of a device that may go by their age, and what they alone needed. */
export async function roteer(map: Reservemap, sub: string): Promise<void> {
  const regels = (await kopieen(map, sub)).map((naam) => ({ naam, datum: datumUitNaam(naam) }));
  for (const naam of teVerwijderen(regels)) await map.verwijder(sub, naam);
  await ruimPakkenOp(map, sub);
}

/**
 * Deletes the pakken that no backup in the folder names. Not while one of the heads cannot be read, and
 * by one list: a share that falls away between two would seem to hold pakken and no backup.
 */
export async function ruimPakkenOp(map: Reservemap, sub: string): Promise<void> {
  const lijst = (await map.lijst()).filter((bestand) => bestand.sub === sub);
  const nodig = new Set<string>();
  for (const { naam } of lijst) {
    if (!naam.endsWith(KOPIE)) continue;
    const bytes = await map.lees(sub, naam);
    const kop = bytes && leesKop(bytes);
    if (!kop?.ok) return;
    for (const pak of kop.waarde.pakken) nodig.add(paknaam(pak.som));
  }
  for (const { naam } of lijst)
    if (naam.endsWith(PAK) && !nodig.has(naam)) await map.verwijder(sub, naam);
}
