/** A line of the log in words. What a newer version noted and this one has no word for is shown as it is. */
import type { Logregel } from '../../../shared/schema/index.js';
import { casusnummer, kortId, persoonsnaam } from '../../stores/logboek.js';
import type { Kluis } from '../../vault/types.js';
import type { teksten } from './teksten.js';

type Tekst = (typeof teksten)['nl'];
type Woordenboek = Readonly<Record<string, string>>;

const woord = (in_: Woordenboek, sleutel: string): string => in_[sleutel] ?? sleutel;

export const actiewoord = (t: Tekst, actie: string): string => woord(t.acties, actie);
export const resultaatwoord = (t: Tekst, resultaat: string): string =>
  woord(t.resultaten, resultaat);
export const wijzewoord = (t: Tekst, wijze: string): string => woord(t.wijzen, wijze);

/** `3 acties`, or `betrokkene`. */
export function objectwoord(t: Tekst, { soort, aantal = 1 }: Logregel): string {
  if (aantal === 1) return woord(t.soort, soort);
  return `${aantal} ${(t.meervoud as Woordenboek)[soort] ?? woord(t.soort, soort)}`;
}

/** Number of the case where it can be read here, else a piece of its id. */
export const casuswoord = (t: Tekst, kluis: Pick<Kluis, 'haal'>, casus: string): string =>
  casusnummer(kluis, casus) ?? t.casusZonder(kortId(casus));

export const persoonwoord = (t: Tekst, kluis: Pick<Kluis, 'haal'>, account: string): string =>
  persoonsnaam(kluis, account) ?? t.onbekendLid;

/** `browser 0.1.0, met verbinding`. */
export function oorsprongwoord(t: Tekst, oorsprong: string): string {
  const [schil = '', versie = '', net = ''] = oorsprong.split(' ');
  const wat = `${woord(t.schil, schil)} ${versie}`.trim();
  return net === '' ? wat : `${wat}, ${woord(t.net, net)}`;
}

export const getal = (n: number, taal: 'nl' | 'en'): string =>
  n.toLocaleString(taal === 'nl' ? 'nl-NL' : 'en-GB');
