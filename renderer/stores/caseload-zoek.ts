/**
 * Searching all text of all cases while typing.
 *
 * Substrings, not words: people search for a piece of a number or the middle of a double name, and
 * plain `includes` over prepared text is fast enough (10,000 documents of 1.5 KB in some ten
 * milliseconds). Every document is prepared once, in idle time, and kept as long as the object lives;
 * after a change only the changed document is prepared again.
 */
import { normaliseer } from '../../shared/domein/index.js';
import type { Collectie } from '../../shared/schema/index.js';
import type { Kluis } from '../vault/types.js';

/** Fields that are references or stamps, not text that people search. */
const OVERSLAAN = new Set([
  'id',
  'vak',
  'versie',
  'gewijzigdDoor',
  'gewijzigdOp',
  'casus',
  'overleg',
  'conflicten',
  'lijst',
  'faseSinds',
  'gemeentecode',
  'vastgesteldOp',
  'vastgesteldDoor',
  'rol',
  'status',
  'domein',
  // Of an attachment only the name is text.
  'sleutel',
  'som',
  'stukken',
]);

const bereid = new WeakMap<object, string>();

/** Text of a document as it is searched: lower case, without accents, fields apart. */
export function hooi(doc: object): string {
  const bekend = bereid.get(doc);
  if (bekend !== undefined) return bekend;
  const delen: string[] = [];
  verzamel(doc, delen);
  const rauw = delen.join('\n');
  // Accents are rare: the costly decomposition only where there is something to decompose.
  const tekst = /[^\u0000-\u007f]/.test(rauw) ? normaliseer(rauw) : rauw.toLowerCase();
  bereid.set(doc, tekst);
  return tekst;
}

function verzamel(waarde: unknown, uit: string[]): void {
  if (typeof waarde === 'string') {
    if (waarde !== '') uit.push(waarde);
  } else if (Array.isArray(waarde)) {
    for (const deel of waarde) verzamel(deel, uit);
  } else if (typeof waarde === 'object' && waarde !== null) {
    for (const [sleutel, deel] of Object.entries(waarde)) {
      if (!OVERSLAAN.has(sleutel)) verzamel(deel, uit);
    }
  }
}

const namen = new WeakMap<object, string>();

/** Names and numbers of a document, each word after a space, so that beginnings of words can be found. */
function naamhooi(doc: object): string {
  const bekend = namen.get(doc);
  if (bekend !== undefined) return bekend;
  const velden = doc as Readonly<Record<string, unknown>>;
  const delen = NAAMVELDEN.map((v) => velden[v]).filter((v) => typeof v === 'string');
  const tekst = ` ${normaliseer(delen.join(' '))}`;
  namen.set(doc, tekst);
  return tekst;
}
const NAAMVELDEN = ['titel', 'nummer', 'naam', 'bsn'] as const;

export interface Zoekbron {
  readonly id: string;
  /** The case and its people: what is searched for by name or number. */
  readonly namen: readonly object[];
  /** All documents of the case, the case itself first. */
  readonly docs: readonly object[];
}

export const DOORZOCHT = [
  'casussen',
  'betrokkenen',
  'overleggen',
  'acties',
  'gebeurtenissen',
  'metingen',
  'huis',
] as const satisfies readonly Collectie[];

/** Who may see a case is not what it is about. */
const isInhoud = (doc: object): boolean => !('soort' in doc && doc.soort === 'autorisatie');

/** The documents of every case. */
export function maakZoekbronnen(kluis: Pick<Kluis, 'alle' | 'vanCasus'>): readonly Zoekbron[] {
  const [, ...rest] = DOORZOCHT;
  return kluis.alle('casussen').map((casus) => ({
    id: casus.id,
    namen: [casus, ...kluis.vanCasus('betrokkenen', casus.id)],
    docs: [casus, ...rest.flatMap((c) => kluis.vanCasus<Collectie>(c, casus.id)).filter(isInhoud)],
  }));
}

/** How a case was found: by a name or number, or only somewhere in its text. */
export type Vondst = 'naam' | 'tekst';

/** Shorter words occur in nearly every text: they only find beginnings of names and numbers. */
const KORT = 3;

export const zoekwoorden = (vraag: string): readonly string[] =>
  normaliseer(vraag)
    .split(' ')
    .filter((w) => w !== '');

/** Every word must occur, in any of the documents. */
export function vind(bron: Zoekbron, woorden: readonly string[]): Vondst | null {
  const inNaam = (w: string) =>
    bron.namen.some((doc) => naamhooi(doc).includes(w.length < KORT ? ` ${w}` : w));
  if (woorden.every(inNaam)) return 'naam';
  const inTekst = (w: string) => w.length >= KORT && bron.docs.some((doc) => hooi(doc).includes(w));
  return woorden.every((w) => inNaam(w) || inTekst(w)) ? 'tekst' : null;
}

/** Searches, and searches only the previous hits when the query was typed on. */
export function maakZoeker(): (
  bronnen: readonly Zoekbron[],
  vraag: string,
) => ReadonlyMap<string, Vondst> | null {
  let vorigeBronnen: readonly Zoekbron[] | null = null;
  let vorigeVraag = '';
  let vorige: readonly Zoekbron[] = [];
  return (bronnen, vraag) => {
    const woorden = zoekwoorden(vraag);
    const genormaliseerd = woorden.join(' ');
    if (genormaliseerd === '') {
      vorigeVraag = '';
      return null;
    }
    const verder =
      vorigeBronnen === bronnen && vorigeVraag !== '' && genormaliseerd.startsWith(vorigeVraag);
    const raak = new Map<string, Vondst>();
    const over: Zoekbron[] = [];
    for (const bron of verder ? vorige : bronnen) {
      const vondst = vind(bron, woorden);
      if (vondst === null) continue;
      raak.set(bron.id, vondst);
      over.push(bron);
    }
    vorigeBronnen = bronnen;
    // A short word searches less than a longer one, so its hits cannot be searched on.
    vorigeVraag = woorden.every((w) => w.length >= KORT) ? genormaliseerd : '';
    vorige = over;
    return raak;
  };
}

/** Prepares the text of all documents in pieces of a few milliseconds; returns the stop. */
export function warmOp(bronnen: readonly Zoekbron[]): () => void {
  let bij = 0;
  let gestopt = false;
  const stuk = () => {
    const eind = performance.now() + 8;
    while (bij < bronnen.length && performance.now() < eind) {
      const bron = bronnen[bij];
      for (const doc of bron?.docs ?? []) hooi(doc);
      for (const doc of bron?.namen ?? []) naamhooi(doc);
      bij += 1;
    }
    if (bij < bronnen.length && !gestopt) setTimeout(stuk, 0);
  };
  setTimeout(stuk, 50);
  return () => {
    gestopt = true;
  };
}

export interface Vindplaats {
  readonly voor: string;
  readonly raak: string;
  readonly na: string;
}

const OMGEVING = 40;

/** The text around the first hit outside the name of the case; null when there is none. */
export function vindplaats(docs: readonly object[], vraag: string): Vindplaats | null {
  const woorden = zoekwoorden(vraag);
  const langste = woorden.toSorted((a, b) => b.length - a.length)[0];
  if (langste === undefined) return null;
  const [casus] = docs;
  const titel = casus !== undefined && 'titel' in casus ? normaliseer(String(casus.titel)) : '';
  if (titel.includes(langste)) return null;
  for (const doc of docs) {
    if (!hooi(doc).includes(langste)) continue;
    const delen: string[] = [];
    verzamel(doc, delen);
    const deel = delen.find((d) => normaliseer(d).includes(langste));
    if (deel !== undefined) return knip(deel, langste);
  }
  return null;
}

/** Cuts by position in the normalised text, which is that of the original as long as no accents are there. */
function knip(tekst: string, woord: string): Vindplaats {
  const plat = normaliseer(tekst);
  const bij = plat.indexOf(woord);
  const bron = plat.length === tekst.length ? tekst : plat;
  const van = Math.max(0, bij - OMGEVING);
  const tot = Math.min(bron.length, bij + woord.length + OMGEVING);
  return {
    voor: `${van > 0 ? '…' : ''}${bron.slice(van, bij)}`,
    raak: bron.slice(bij, bij + woord.length),
    na: `${bron.slice(bij + woord.length, tot)}${tot < bron.length ? '…' : ''}`,
  };
}
