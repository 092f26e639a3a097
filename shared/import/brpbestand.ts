/**
 * A list of people that the gemeente looked up in the BRP and hands over as a file (dossier A1 rows 6 and 7): CSV with
 * any columns, or JSON: a list of records, or an answer of *Personen bevragen* as it is. Every line is taken or
 * refused with a reason; a refused one never costs another. Nothing is written here.
 */
import { z } from 'zod';
import { leesPersoon } from '../brp/index.js';
import {
  bsnFout,
  isDatum,
  maakDatum,
  normaliseer,
  splitsNaam,
  type BrpPersoon,
} from '../domein/index.js';
import { fout, ok, type Result } from '../result.js';
import { BRP_RESULTATEN, type Brpcontrole } from '../schema/index.js';
import { ontcijfer } from './lezen/ontcijferen.js';
import { leesRecords } from './lezen/records.js';

/** What a line can say. Of a name either `naam` as a whole, or its parts. */
export const BRPVELDEN = [
  'bsn',
  'naam',
  'voornamen',
  'voorvoegsel',
  'geslachtsnaam',
  'geboortedatum',
  'resultaat',
  'toelichting',
  'geheim',
  'adres',
  'adresVanaf',
  'gemeente',
  'gezag',
  'overleden',
] as const;
export type Brpveld = (typeof BRPVELDEN)[number];
/** Which column says it; left out is none. */
export type Brpkolommen = Readonly<Partial<Record<Brpveld, number>>>;

export interface Brpregel {
  /** Line of the file, from 1; of JSON the place in the list. */
  readonly regel: number;
  readonly persoon: BrpPersoon;
  /** As the gemeente says; null when it only gives the data. */
  readonly resultaat: Brpcontrole['resultaat'] | null;
  readonly toelichting: string;
}
export interface Brpweigerregel {
  readonly regel: number;
  readonly reden: string;
}
export interface Brpregels {
  readonly goed: readonly Brpregel[];
  readonly geweigerd: readonly Brpweigerregel[];
}

export type Brpbestand =
  | {
      readonly soort: 'tabel';
      readonly kop: readonly string[];
      readonly regels: readonly {
        readonly regel: number;
        readonly velden: readonly string[];
        readonly fout: string | null;
      }[];
    }
  /** An answer of the API: there are no columns to choose. */
  | ({ readonly soort: 'antwoord' } & Brpregels);

/** More is no list of the people of one house. */
export const HOOGSTENS_REGELS = 5000;

/** Reads a file as it is; fails with what to do, in Dutch. */
export async function leesBrpbestand(bytes: Uint8Array): Promise<Result<Brpbestand, string>> {
  const ontcijferd = await ontcijfer(bytes);
  if (!ontcijferd.ok) return ontcijferd;
  const { tekst } = ontcijferd.waarde;
  const bestand = /^\s*[[{]/.test(tekst) ? leesJson(tekst) : ok(leesTabel(tekst));
  if (!bestand.ok) return bestand;
  const b = bestand.waarde;
  const aantal = b.soort === 'tabel' ? b.regels.length : b.goed.length + b.geweigerd.length;
  if (aantal === 0) return fout('Er staan geen personen in dit bestand. Vraag een nieuwe lijst.');
  return aantal > HOOGSTENS_REGELS
    ? fout(
        `Er staan meer dan ${HOOGSTENS_REGELS} regels in dit bestand. Vraag alleen de personen van dit huis.`,
      )
    : bestand;
}

function leesTabel(tekst: string): Brpbestand {
  const eerste = tekst.slice(0, Math.max(0, tekst.indexOf('\n')) || undefined);
  const tel = (teken: string): number => eerste.split(teken).length;
  const scheiding = [';', ',', '\t'].reduce((a, b) => (tel(b) > tel(a) ? b : a));
  const [kop, ...regels] = [...leesRecords(tekst, scheiding)].flat();
  return { soort: 'tabel', kop: kop?.velden ?? [], regels };
}

const waarde = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const platte = z.array(z.record(z.string(), z.unknown()));

function leesJson(tekst: string): Result<Brpbestand, string> {
  let json: unknown;
  try {
    json = JSON.parse(tekst);
  } catch {
    // A file of somebody else that is no JSON: the user hears it like any other refusal.
    return fout('Dit bestand begint als JSON en is het niet. Vraag een nieuw bestand.');
  }
  const alsAntwoord = z.object({ personen: z.array(z.unknown()) }).safeParse(json);
  if (alsAntwoord.success) {
    const goed: Brpregel[] = [];
    const geweigerd: Brpweigerregel[] = [];
    alsAntwoord.data.personen.forEach((ruw, i) => {
      const regel = i + 1;
      const persoon = leesPersoon(ruw);
      if (persoon === null)
        geweigerd.push({ regel, reden: 'Deze persoon heeft een andere vorm dan de BRP-API.' });
      else goed.push({ regel, persoon, resultaat: null, toelichting: '' });
    });
    return ok({ soort: 'antwoord', goed, geweigerd });
  }
  const lijst = platte.safeParse(json);
  if (!lijst.success)
    return fout('In dit JSON-bestand staat geen lijst van personen. Vraag een nieuw bestand.');
  const kop = [...new Set(lijst.data.flatMap((rij) => Object.keys(rij)))];
  return ok({
    soort: 'tabel',
    kop,
    regels: lijst.data.map((rij, i) => {
      const velden = kop.map((k) => waarde.safeParse(Object.hasOwn(rij, k) ? rij[k] : null));
      const fout = velden.every((v) => v.success)
        ? null
        : 'Een waarde van deze persoon is een lijst of een object; verwacht is tekst.';
      return { regel: i + 1, velden: velden.map((v) => String(v.data ?? '').trim()), fout };
    }),
  });
}

/** What the columns are called elsewhere; compared without accents, spaces and signs. */
const NAMEN: Readonly<Record<Brpveld, readonly string[]>> = {
  bsn: ['bsn', 'burgerservicenummer', '010120'],
  naam: ['naam', 'volledigenaam'],
  voornamen: ['voornamen', 'voornaam', '010210'],
  voorvoegsel: ['voorvoegsel', 'voorvoegsels', 'tussenvoegsel', 'tussenvoegsels', '010230'],
  geslachtsnaam: ['geslachtsnaam', 'achternaam', '010240'],
  geboortedatum: ['geboortedatum', 'geboren', 'gebdatum', '010310'],
  resultaat: ['resultaat', 'uitkomst', 'brpresultaat', 'status'],
  toelichting: ['toelichting', 'opmerking', 'opmerkingen'],
  geheim: ['geheim', 'geheimhouding', 'indicatiegeheim', '077010'],
  adres: ['adres', 'woonadres', 'verblijfadres'],
  adresVanaf: ['adresvanaf', 'datumadres', 'datumaanvangadreshouding', 'verhuisd', '081030'],
  gemeente: ['gemeente', 'gemeentevaninschrijving', 'woonplaats'],
  gezag: ['gezag', 'gezagsverhouding'],
  overleden: ['overleden', 'datumoverlijden', 'overlijdensdatum', '060810'],
};
const vergelijkbaar = (naam: string): string => normaliseer(naam).replace(/[^a-z0-9]/g, '');

/** Which columns they seem to be, for the user to put right. */
export function herkenKolommen(kop: readonly string[]): Brpkolommen {
  const namen = kop.map(vergelijkbaar);
  return Object.fromEntries(
    BRPVELDEN.flatMap((veld) => {
      const plaats = namen.findIndex((naam) => NAMEN[veld].includes(naam));
      return plaats < 0 ? [] : [[veld, plaats]];
    }),
  );
}

/** Why lines cannot be read with these columns; null when they can. */
export function kolomreden(k: Brpkolommen): string | null {
  const heeftNaam = k.naam !== undefined || k.geslachtsnaam !== undefined;
  return k.bsn !== undefined || (heeftNaam && k.geboortedatum !== undefined)
    ? null
    : 'Kies de kolom met het BSN, of de kolommen met naam en geboortedatum.';
}

/** Reads the lines with the columns as the user chose them. */
export function leesBrpregels(bestand: Brpbestand, kolommen: Brpkolommen): Brpregels {
  if (bestand.soort === 'antwoord') return bestand;
  const goed: Brpregel[] = [];
  const geweigerd: Brpweigerregel[] = [];
  for (const { regel, velden, fout: kapot } of bestand.regels) {
    const uit =
      kapot === null
        ? leesRegel((veld) => {
            const plaats = kolommen[veld];
            return plaats === undefined ? '' : (velden[plaats] ?? '').trim();
          })
        : fout(kapot);
    if (uit.ok) goed.push({ regel, ...uit.waarde });
    else geweigerd.push({ regel, reden: uit.fout });
  }
  return { goed, geweigerd };
}

function leesRegel(v: (veld: Brpveld) => string): Result<Omit<Brpregel, 'regel'>, string> {
  const bsn = v('bsn').replace(/[\s.]/g, '');
  const fouteBsn = bsn === '' ? null : bsnFout(bsn);
  if (fouteBsn !== null) return fout(`BSN: ${fouteBsn}.`);
  const geboortedatum = leesDatum(v('geboortedatum'));
  const adresVanaf = leesDatum(v('adresVanaf'));
  if (geboortedatum === null) return fout('De geboortedatum is geen datum.');
  if (adresVanaf === null) return fout('De datum van het adres is geen datum.');
  const overleden = /^(nee|n|false|0|)$/i.test(v('overleden'))
    ? ''
    : /^(ja|j|true|1)$/i.test(v('overleden'))
      ? 'ja'
      : leesDatum(v('overleden'));
  if (overleden === null) return fout('Overleden is geen datum, ja of nee.');
  const geheim = leesGeheim(v('geheim'));
  if (geheim === null) return fout('Geheimhouding is geen ja of nee, en geen cijfer van de BRP.');
  const resultaat = leesResultaat(v('resultaat'));
  if (resultaat === undefined)
    return fout('Het resultaat is niet komt overeen, wijkt af of niet gevonden.');
  const delen = leesNaam(v);
  if (bsn === '' && (delen.geslachtsnaam === '' || geboortedatum === ''))
    return fout('Er is geen BSN, en geen naam met geboortedatum.');
  return ok({
    resultaat,
    toelichting: v('toelichting'),
    persoon: {
      bsn,
      ...delen,
      geboortedatum,
      adres: geheim ? '' : v('adres'),
      adresVanaf,
      gemeente: geheim ? '' : v('gemeente'),
      gezag: v('gezag'),
      overleden,
      geheim,
    },
  });
}

function leesNaam(
  v: (veld: Brpveld) => string,
): Pick<BrpPersoon, 'voornamen' | 'voorvoegsel' | 'geslachtsnaam'> {
  const geslachtsnaam = v('geslachtsnaam');
  if (geslachtsnaam !== '')
    return { voornamen: v('voornamen'), voorvoegsel: v('voorvoegsel'), geslachtsnaam };
  const { voor, tussen, achter } = splitsNaam(v('naam'));
  return { voornamen: voor, voorvoegsel: tussen, geslachtsnaam: achter };
}

/** Empty for a blank, null for what is no date: jjjj-mm-dd, dd-mm-jjjj or jjjjmmdd. */
function leesDatum(tekst: string): string | null {
  if (tekst === '' || isDatum(tekst)) return tekst;
  const nl = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(tekst);
  const gba = /^(\d{4})(\d{2})(\d{2})$/.exec(tekst);
  if (nl !== null) return maakDatum(Number(nl[3]), Number(nl[2]), Number(nl[1]));
  return gba === null ? null : maakDatum(Number(gba[1]), Number(gba[2]), Number(gba[3]));
}

/** Element 07.70.10: 0 is none, 1 to 7 are kinds of it. Null for what is neither: that is not for us to guess. */
function leesGeheim(tekst: string): boolean | null {
  if (/^(nee|n|false|0|geen|)$/i.test(tekst)) return false;
  return /^(ja|j|true|[1-7]|geheim|x)$/i.test(tekst) ? true : null;
}

/** Null for a blank, undefined for what is no result. */
function leesResultaat(tekst: string): Brpcontrole['resultaat'] | null | undefined {
  if (tekst === '') return null;
  const gelijk = vergelijkbaar(tekst);
  return BRP_RESULTATEN.find((r) => vergelijkbaar(r) === gelijk);
}
