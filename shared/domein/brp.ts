/**
 * What the Basisregistratie Personen says of somebody, beside what the case says (dossier A1 rows 6 and 7): does
 * it agree, what changed since the last look, when the next look is due, and what geheimhouding hides.
 *
 * With geheimhouding (Wet BRP art. 2.59; element 07.70.10) nothing is kept from which can be seen where somebody
 * lives: no address, no gemeente. That somebody moved is then known by the date on which they did.
 */
import type { Betrokkene, Brpstand, BRP_WIJZIGINGEN } from '../schema/index.js';
import { leeftijd, plusDagen, vandaagIso } from './datums.js';
import { isTussenvoegsel } from './namen.js';
import type { IsoDate } from './soorten.js';
import { normaliseer, opTekens } from './tekst.js';

/** Days after which somebody who is followed is looked at again. */
export const BRP_TERMIJN_DAGEN = 30;

/** A person as the BRP has them. Empty text is: not known, or not given to us. */
export interface BrpPersoon {
  readonly bsn: string;
  readonly voornamen: string;
  readonly voorvoegsel: string;
  readonly geslachtsnaam: string;
  /** `jjjj`, `jjjj-mm` or `jjjj-mm-dd`: the BRP does not know every day of birth. */
  readonly geboortedatum: string;
  /** Lines of the address, joined by a comma; empty with geheimhouding. */
  readonly adres: string;
  /** Since when they live there, as above. */
  readonly adresVanaf: string;
  /** Gemeente van inschrijving; empty with geheimhouding. */
  readonly gemeente: string;
  /** Who has gezag, in words; only of a minor. */
  readonly gezag: string;
  /** Date of death, `ja` when that is not known, empty for who lives. */
  readonly overleden: string;
  readonly geheim: boolean;
}

/** Fields of which the case and the BRP can say different things. */
export type Vergelijkveld = 'bsn' | 'naam' | 'geboortedatum';

export interface Vergelijking {
  readonly resultaat: 'komt-overeen' | 'wijkt-af';
  /** Fields that say something else. */
  readonly afwijkend: readonly Vergelijkveld[];
  /** What the BRP knows and the case does not. */
  readonly aanvulling: {
    readonly bsn?: string;
    readonly geboortedatum?: IsoDate;
    readonly gezag?: string;
  };
}

type Bekend = Pick<Betrokkene, 'naam' | 'geboortedatum' | 'bsn'> & {
  readonly gezag?: string | undefined;
};

/** Letters that have no base letter with a mark on it. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ĳ: 'ij',
};

/** The words of a name: no accents, no capitals. `Vries-Jansen` is one word, `d'Ancona` is `ancona`. */
function naamwoorden(naam: string): string[] {
  return normaliseer(naam)
    .replace(/[ßæœøłđðþıĳ]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[’`´]/g, "'")
    .split(/[\s,.]+/)
    .map((woord) => woord.replace(/^(?:d|l)'/, ''))
    .filter((woord) => woord !== '');
}

/** Those that count; `Do` is a surname when there is no other. */
function zonderTussen(woorden: readonly string[]): readonly string[] {
  const over = woorden.filter((woord) => !isTussenvoegsel(woord));
  return over.length > 0 ? over : woorden;
}

/**
 * Whether a name as people write it is that of this person. The surname must be in it, whole or as a part of a
 * double name with a hyphen; given names may be one of several, or initials, or left out. Accents, capitals and
 * tussenvoegsels do not count.
 */
export function isZelfdeNaam(
  naam: string,
  persoon: Pick<BrpPersoon, 'voornamen' | 'geslachtsnaam'>,
): boolean {
  const nog = zonderTussen(naamwoorden(persoon.geslachtsnaam)).flatMap((w) => w.split('-'));
  if (nog.length === 0) return false;
  const over: string[] = [];
  // From the back: in `Maria Maria` the last one is the surname.
  for (const woord of naamwoorden(naam).toReversed()) {
    // `Timmer-van` of `Timmer-van den Berg`: the other surname of a double one.
    if (/.-/.test(woord) && isTussenvoegsel(woord.replace(/^.*-/, ''))) continue;
    const treffers = woord.split('-').filter((deel) => nog.includes(deel));
    for (const deel of treffers) nog.splice(nog.indexOf(deel), 1);
    if (treffers.length === 0 && !isTussenvoegsel(woord)) over.push(woord);
  }
  if (nog.length > 0) return false;
  const voornamen = naamwoorden(persoon.voornamen).flatMap((v) => [v, ...v.split('-')]);
  const isVoornaam = (woord: string): boolean =>
    Array.from(woord).length === 1
      ? voornamen.some((v) => v.startsWith(woord))
      : voornamen.includes(woord);
  return over.every((w) => isVoornaam(w) || w.split('-').every(isVoornaam));
}

/** Compares what the case knows with the BRP. What only one of them knows is no deviation. */
export function vergelijkMetBrp(bekend: Bekend, persoon: BrpPersoon): Vergelijking {
  const afwijkend: Vergelijkveld[] = [];
  if (bekend.bsn !== null && persoon.bsn !== '' && bekend.bsn !== persoon.bsn)
    afwijkend.push('bsn');
  if (!isZelfdeNaam(bekend.naam, persoon)) afwijkend.push('naam');
  // A date of which the BRP does not know the day agrees as far as it goes.
  if (bekend.geboortedatum !== null && !bekend.geboortedatum.startsWith(persoon.geboortedatum))
    afwijkend.push('geboortedatum');
  return {
    resultaat: afwijkend.length === 0 ? 'komt-overeen' : 'wijkt-af',
    afwijkend,
    aanvulling: {
      ...(bekend.bsn === null && persoon.bsn !== '' && { bsn: persoon.bsn }),
      ...(bekend.geboortedatum === null &&
        persoon.geboortedatum.length === 10 && { geboortedatum: persoon.geboortedatum }),
      ...((bekend.gezag ?? '') === '' && persoon.gezag !== '' && { gezag: persoon.gezag }),
    },
  };
}

/** `Ruben Johannes van der Schoot`. */
export const volledigeNaam = (
  p: Pick<BrpPersoon, 'voornamen' | 'voorvoegsel' | 'geslachtsnaam'>,
): string => [p.voornamen, p.voorvoegsel, p.geslachtsnaam].filter((deel) => deel !== '').join(' ');

// ---------------------------------------------------------------- geheimhouding

/** What says where somebody lives. */
const WAAR: ReadonlySet<string> = new Set(['adres', 'gemeente']);

/** Whether the BRP said so when the person was last found in it. */
export function isGeheim(brp: Stand | undefined): boolean {
  const laatste = laatsteControle(brp, (c) => c.resultaat !== 'niet-gevonden');
  return laatste?.geheim ?? false;
}

/** What is kept of a person to see what changes: never where they live, when that is geheim. */
export function gegevensVan(persoon: BrpPersoon): Readonly<Record<string, string>> {
  const alle: Readonly<Record<string, string>> = {
    naam: volledigeNaam(persoon),
    geboortedatum: persoon.geboortedatum,
    adres: persoon.adres,
    adresVanaf: persoon.adresVanaf,
    gemeente: persoon.gemeente,
    gezag: persoon.gezag,
    overleden: persoon.overleden,
  };
  return Object.fromEntries(
    Object.entries(alle).filter(
      ([sleutel, waarde]) => waarde !== '' && !(persoon.geheim && WAAR.has(sleutel)),
    ),
  );
}

/**
 * The state without anything that geheimhouding hides, also from before it was asked for. Used before it is
 * written and before it is shown: merging may bring back what another device still had.
 */
export function verbergGeheim<S extends Stand>(brp: S): S {
  if (!isGeheim(brp)) return brp;
  const { gegevens } = brp;
  return {
    ...brp,
    ...(gegevens !== undefined && {
      gegevens: Object.fromEntries(Object.entries(gegevens).filter(([s]) => !WAAR.has(s))),
    }),
    wijzigingen: brp.wijzigingen.map((w) =>
      w.soort === 'verhuizing' && (w.oud !== '' || w.nieuw !== '')
        ? { ...w, oud: '', nieuw: '' }
        : w,
    ),
  };
}

// ---------------------------------------------------------------- what changed

type Wijzigingsoort = (typeof BRP_WIJZIGINGEN)[number];
type Stand = {
  readonly controles: readonly Readonly<Brpstand['controles'][number]>[];
  readonly wijzigingen: readonly Readonly<Brpstand['wijzigingen'][number]>[];
  readonly gevolgd: boolean;
  readonly gegevens?: Readonly<Record<string, string>> | undefined;
};
export type Brpstandlezer = Stand;

export interface GevondenWijziging {
  readonly soort: Wijzigingsoort;
  readonly datum: IsoDate;
  readonly oud: string;
  readonly nieuw: string;
}

/** Letters and digits: how it is written does not count. */
const kern = (tekst: string): string => normaliseer(tekst).replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What changed between two looks. At the first look only that somebody died is one: there is nothing to compare
 * with. What only one of the looks knew is none either, but for a gezag that ended.
 * @param op day of the look, for what has no date of its own
 */
export function wijzigingenTussen(
  eerder: Readonly<Record<string, string>> | undefined,
  nu: Readonly<Record<string, string>>,
  op: IsoDate,
): readonly GevondenWijziging[] {
  const was = (sleutel: string): string => eerder?.[sleutel] ?? '';
  const is = (sleutel: string): string => nu[sleutel] ?? '';
  const beide = (sleutel: string): boolean => was(sleutel) !== '' && is(sleutel) !== '';
  const anders = (sleutel: string): boolean =>
    beide(sleutel) && kern(was(sleutel)) !== kern(is(sleutel));
  const uit: GevondenWijziging[] = [];
  // An address that is written in another way since the same day is no move.
  if (anders(beide('adresVanaf') ? 'adresVanaf' : 'adres')) {
    const datum = is('adresVanaf').length === 10 ? is('adresVanaf') : op;
    uit.push({ soort: 'verhuizing', datum, oud: was('adres'), nieuw: is('adres') });
  }
  if (was('overleden') === '' && is('overleden') !== '') {
    const datum = is('overleden').length === 10 ? is('overleden') : op;
    uit.push({ soort: 'overlijden', datum, oud: '', nieuw: '' });
  }
  if (anders('naam')) uit.push({ soort: 'naam', datum: op, oud: was('naam'), nieuw: is('naam') });
  if (was('gezag') !== '' && kern(was('gezag')) !== kern(is('gezag')))
    uit.push({ soort: 'gezag', datum: op, oud: was('gezag'), nieuw: is('gezag') });
  return uit;
}

/** Those that do not stand there yet, for example because the gemeente reported it first. */
export function nogNietGemeld(
  gevonden: readonly GevondenWijziging[],
  bekend: readonly Pick<GevondenWijziging, 'soort' | 'datum' | 'nieuw'>[],
): readonly GevondenWijziging[] {
  const isZelfde = (
    a: GevondenWijziging,
    b: Pick<GevondenWijziging, 'soort' | 'datum' | 'nieuw'>,
  ) => a.soort === b.soort && a.datum === b.datum && normaliseer(a.nieuw) === normaliseer(b.nieuw);
  return gevonden.filter((w) => !bekend.some((b) => isZelfde(w, b)));
}

// ---------------------------------------------------------------- work

/** The latest look, of those that pass. */
export function laatsteControle(
  brp: Stand | undefined,
  past: (controle: Stand['controles'][number]) => boolean = () => true,
): Stand['controles'][number] | undefined {
  return brp?.controles
    .filter(past)
    .toSorted((a, b) => opTekens(b.op, a.op) || opTekens(b.id, a.id))[0];
}

/** Changes that nobody dealt with, the earliest first. */
export const openWijzigingen = (brp: Stand | undefined): Stand['wijzigingen'] =>
  (brp?.wijzigingen ?? [])
    .filter((w) => w.afgehandeld === null)
    .toSorted((a, b) => opTekens(a.datum, b.datum) || opTekens(a.id, b.id));

/** Day on which somebody who is followed is looked at again; null when they are not followed. */
export function volgendeControle(
  brp: Stand | undefined,
  vandaag: IsoDate,
  termijn = BRP_TERMIJN_DAGEN,
): IsoDate | null {
  if (brp?.gevolgd !== true) return null;
  const laatste = laatsteControle(brp);
  return laatste === undefined ? vandaag : plusDagen(vandaagIso(new Date(laatste.op)), termijn);
}

export type Brptaak<B> =
  | {
      readonly soort: 'wijziging';
      readonly betrokkene: B;
      readonly wijziging: Stand['wijzigingen'][number];
    }
  | { readonly soort: 'controle'; readonly betrokkene: B; readonly sinds: IsoDate };

/**
 * What is to be done about the people of running cases: changes first, then looks that are due, the earliest
 * first. Of a closed case there is nothing to do: the BRP is only asked while the case runs (row 7).
 */
export function brptaken<B extends { readonly casus: string; readonly brp?: Stand | undefined }>(
  betrokkenen: readonly B[],
  loopt: (casus: string) => boolean,
  vandaag: IsoDate,
  termijn = BRP_TERMIJN_DAGEN,
): readonly Brptaak<B>[] {
  const vanLopende = betrokkenen.filter((b) => b.brp !== undefined && loopt(b.casus));
  const wijzigingen = vanLopende
    .flatMap((betrokkene) =>
      openWijzigingen(betrokkene.brp).map((wijziging) => ({
        soort: 'wijziging' as const,
        betrokkene,
        wijziging,
      })),
    )
    .toSorted((a, b) => opTekens(a.wijziging.datum, b.wijziging.datum));
  const controles = vanLopende
    .flatMap((betrokkene) => {
      const sinds = volgendeControle(betrokkene.brp, vandaag, termijn);
      const isTeDoen = sinds !== null && sinds <= vandaag && !isOverleden(betrokkene.brp);
      return isTeDoen ? [{ soort: 'controle' as const, betrokkene, sinds }] : [];
    })
    .toSorted((a, b) => opTekens(a.sinds, b.sinds));
  return [...wijzigingen, ...controles];
}

/** Who died is not followed any more. */
export const isOverleden = (brp: Stand | undefined): boolean =>
  (brp?.gegevens?.['overleden'] ?? '') !== '' ||
  (brp?.wijzigingen ?? []).some((w) => w.soort === 'overlijden');

// ---------------------------------------------------------------- minors

/** In whose place somebody acts (BW 1:245, 1:378, 1:431, 1:450). */
export const HOEDANIGHEDEN = ['ouder', 'voogd', 'curator', 'bewindvoerder', 'mentor'] as const;

/** Younger than eighteen on this day; false when the date of birth is not known. */
export const isMinderjarig = (geboortedatum: IsoDate | null, op: IsoDate): boolean =>
  geboortedatum !== null && leeftijd(geboortedatum, op) < 18;

/** A minor of whom nobody recorded who has gezag. */
export const gezagOntbreekt = (
  b: Pick<Betrokkene, 'geboortedatum'> & { readonly gezag?: string | undefined },
  op: IsoDate,
): boolean => isMinderjarig(b.geboortedatum, op) && (b.gezag ?? '').trim() === '';
