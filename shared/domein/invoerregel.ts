/**
 * The one line in which a regisseur records an action at the table:
 *
 *     @politie vóór 12-12 huisbezoek
 *     @gemeente voor vr 4 dec spoedbeschikking als SMO bevestigt
 *
 * Order is free. What is not understood stays in `wat`: the parser never throws and never drops a
 * word, and the reading is shown above the line before it is recorded.
 */
import { kaal, leesDatum } from './datumtaal.js';
import { korteDatum, plusDagen, weekdag } from './datums.js';
import type { IsoDate } from './soorten.js';
import { normaliseer, opsomming } from './tekst.js';

export interface Invoeropties {
  readonly vandaag: IsoDate;
  /** Organisations of the house, in the order in which a tie is decided. */
  readonly organisaties: readonly string[];
  /** Who sits at the table: decides ties, and gives the owner a name. */
  readonly deelnemers?: readonly { readonly organisatie: string; readonly naam: string }[];
}

export type Invoerrol = 'eigenaar' | 'deadline' | 'conditie' | 'wat';

/** Part of the line, for colouring: `regel.slice(van, tot)`. Together they hold every word. */
export interface Invoerdeel {
  readonly rol: Invoerrol;
  readonly tekst: string;
  readonly van: number;
  readonly tot: number;
}

export interface Invoeropmerking {
  readonly soort:
    | 'weekend'
    | 'verleden'
    | 'ver weg'
    | 'andere weekdag'
    | 'datum bestaat niet'
    | 'eigenaar onbekend'
    | 'eigenaar niet eenduidig'
    | 'eigenaar ontbreekt'
    | 'wat ontbreekt';
  readonly tekst: string;
  /** Date that could be taken instead. */
  readonly voorstel: IsoDate | null;
}

export interface Invoerlezing {
  readonly eigenaar: { readonly organisatie: string; readonly naam: string | null } | null;
  readonly deadline: IsoDate | null;
  /** With its opening word: `als SMO bevestigt`; empty when there is none. */
  readonly conditie: string;
  readonly wat: string;
  readonly delen: readonly Invoerdeel[];
  readonly opmerkingen: readonly Invoeropmerking[];
}

interface Woord {
  readonly tekst: string;
  readonly van: number;
  rol: Invoerrol;
}

const VOOR_DATUM = new Set(['vóór', 'voor', 'uiterlijk', 'op', 'per', 'vóor', 'voór']);
const CONDITIES = new Set(['als', 'mits', 'indien', 'zodra', 'tenzij']);
/** A date after one of these says when something was, not when it must be done. */
const GEEN_DEADLINE = new Set([
  'van',
  'sinds',
  'vanaf',
  'na',
  'tot',
  'uit',
  'd.d',
  'dd',
  'en',
  'tussen',
]);

export function leesInvoerregel(regel: string, opties: Invoeropties): Invoerlezing {
  const woorden: Woord[] = [...regel.matchAll(/\S+/g)].map((treffer) => ({
    tekst: treffer[0],
    van: treffer.index,
    rol: 'wat',
  }));
  const opmerkingen: Invoeropmerking[] = [];
  const meld = (
    soort: Invoeropmerking['soort'],
    tekst: string,
    voorstel: IsoDate | null = null,
  ): void => {
    opmerkingen.push({ soort, tekst, voorstel });
  };

  const eigenaar = zoekEigenaar(woorden, opties, meld);
  const conditieVanaf = zoekConditie(woorden);
  const deadline = zoekDeadline(woorden, conditieVanaf, opties.vandaag, meld);
  if (deadline !== null) beoordeelDeadline(deadline, opties.vandaag, meld);
  for (const woord of woorden.slice(conditieVanaf)) if (woord.rol === 'wat') woord.rol = 'conditie';

  const tekstVan = (rol: Invoerrol): string =>
    woorden
      .filter((woord) => woord.rol === rol)
      .map((woord) => woord.tekst)
      .join(' ');
  const wat = tekstVan('wat');
  if (wat === '' && woorden.length > 0)
    meld('wat ontbreekt', 'Wat er moet gebeuren staat er nog niet.');
  if (
    eigenaar === null &&
    woorden.length > 0 &&
    !opmerkingen.some((o) => o.soort === 'eigenaar onbekend')
  ) {
    meld('eigenaar ontbreekt', 'Zet met @ erbij wie het doet.');
  }
  return {
    eigenaar,
    deadline,
    conditie: tekstVan('conditie'),
    wat,
    delen: maakDelen(regel, woorden),
    opmerkingen,
  };
}

type Meld = (soort: Invoeropmerking['soort'], tekst: string, voorstel?: IsoDate | null) => void;

function zoekEigenaar(
  woorden: Woord[],
  opties: Invoeropties,
  meld: Meld,
): Invoerlezing['eigenaar'] {
  const deelnemers = opties.deelnemers ?? [];
  for (const [i, woord] of woorden.entries()) {
    if (!woord.tekst.startsWith('@') || woord.tekst.length < 2) continue;
    for (const lengte of [3, 2, 1]) {
      const stuk = woorden.slice(i, i + lengte);
      if (stuk.length < lengte) continue;
      const vraag = normaliseer(
        stuk
          .map((w) => kaal(w.tekst))
          .join(' ')
          .replace(/^@/, ''),
      );
      const namen = pasOrganisaties(vraag, opties.organisaties, lengte > 1);
      const persoon =
        namen.length === 0 ? deelnemers.find((d) => pasNaam(vraag, d.naam)) : undefined;
      if (namen.length === 0 && persoon === undefined) continue;
      for (const w of stuk) w.rol = 'eigenaar';
      if (persoon !== undefined) return { organisatie: persoon.organisatie, naam: persoon.naam };
      const aanTafel = namen.filter((naam) => deelnemers.some((d) => d.organisatie === naam));
      const keuze = aanTafel[0] ?? namen[0] ?? '';
      if (namen.length > 1 && aanTafel.length !== 1) {
        meld('eigenaar niet eenduidig', `${opsomming(namen)} passen; gelezen als ${keuze}.`);
      }
      return {
        organisatie: keuze,
        naam: deelnemers.find((d) => d.organisatie === keuze)?.naam ?? null,
      };
    }
    meld('eigenaar onbekend', `${woord.tekst.slice(1)} is geen organisatie van dit huis.`);
    return null;
  }
  return null;
}

/** Organisations that the text names: in full, by their initials (`vt`), or by their beginning. */
function pasOrganisaties(
  vraag: string,
  organisaties: readonly string[],
  volledig: boolean,
): string[] {
  if (vraag === '') return [];
  const gelijk = organisaties.filter((naam) => normaliseer(naam) === vraag);
  if (gelijk.length > 0 || volledig) return gelijk;
  const letters = organisaties.filter((naam) => {
    const delen = normaliseer(naam).split(' ');
    return delen.length > 1 && delen.map((deel) => deel.charAt(0)).join('') === vraag;
  });
  if (letters.length > 0) return letters;
  return organisaties.filter((naam) => normaliseer(naam).startsWith(vraag));
}

const pasNaam = (vraag: string, naam: string): boolean =>
  normaliseer(naam).includes(` ${vraag}`) || normaliseer(naam) === vraag;

/** Index of the word that opens the condition; past the end when there is none. */
function zoekConditie(woorden: readonly Woord[]): number {
  let gezegd = 0;
  for (const [i, woord] of woorden.entries()) {
    if (
      woord.rol === 'wat' &&
      CONDITIES.has(kaal(woord.tekst)) &&
      gezegd > 0 &&
      i < woorden.length - 1
    ) {
      return i;
    }
    if (woord.rol === 'wat') gezegd += 1;
  }
  return woorden.length;
}

function zoekDeadline(
  woorden: Woord[],
  conditieVanaf: number,
  vandaag: IsoDate,
  meld: Meld,
): IsoDate | null {
  const teksten = woorden.map((woord) => (woord.rol === 'wat' ? woord.tekst : '@'));
  for (let i = 0; i < woorden.length; i += 1) {
    const voor = VOOR_DATUM.has(kaal(teksten[i]));
    // `uiterlijk op 12-12`: two words in front.
    const extra = voor && VOOR_DATUM.has(kaal(teksten[i + 1])) ? 1 : 0;
    const begin = voor ? i + 1 + extra : i;
    if (!voor && GEEN_DEADLINE.has(kaal(teksten[i - 1]))) continue;
    const gelezen = leesDatum(teksten, begin, vandaag);
    if (gelezen === null) continue;
    if (gelezen.soort === 'onmogelijk') {
      meld('datum bestaat niet', `${gelezen.tekst} bestaat niet.`);
      i = begin;
      continue;
    }
    if (!voor && !gelezen.vrijstaand) continue;
    const einde = begin + gelezen.woorden;
    // A date inside the condition belongs to the condition, unless the line ends with it.
    if (i >= conditieVanaf && (!voor || einde < woorden.length)) continue;
    if (i < conditieVanaf && einde > conditieVanaf) continue;
    for (const woord of woorden.slice(i, einde)) woord.rol = 'deadline';
    if (gelezen.andereWeekdag !== null) {
      meld(
        'andere weekdag',
        `${korteDatum(gelezen.datum, vandaag)} is geen ${gelezen.andereWeekdag}.`,
      );
    }
    return gelezen.datum;
  }
  return null;
}

function beoordeelDeadline(deadline: IsoDate, vandaag: IsoDate, meld: Meld): void {
  if (deadline < vandaag) meld('verleden', `${korteDatum(deadline, vandaag)} is al voorbij.`);
  else if (deadline > plusDagen(vandaag, 300)) {
    meld('ver weg', `${korteDatum(deadline, vandaag)} is over meer dan tien maanden.`);
  }
  const dag = weekdag(deadline);
  if (dag < 6) return;
  const vrijdag = plusDagen(deadline, 5 - dag);
  const voorstel = vrijdag >= vandaag ? vrijdag : plusDagen(deadline, 8 - dag);
  meld('weekend', dag === 6 ? 'zaterdag' : 'zondag', voorstel);
}

/** Neighbouring words of one role become one part. */
function maakDelen(regel: string, woorden: readonly Woord[]): Invoerdeel[] {
  const delen: { rol: Invoerrol; van: number; tot: number }[] = [];
  for (const woord of woorden) {
    const laatste = delen.at(-1);
    const tot = woord.van + woord.tekst.length;
    if (laatste !== undefined && laatste.rol === woord.rol) laatste.tot = tot;
    else delen.push({ rol: woord.rol, van: woord.van, tot });
  }
  return delen.map((deel) => ({ ...deel, tekst: regel.slice(deel.van, deel.tot) }));
}
