/** The rows of the four files: from text to typed values, or a rejection with the reason. */
import {
  bsnFout,
  GEMEENTEN,
  INKOMSTEN,
  LEEFGEBIEDEN,
  PROBLEMATIEK,
  TAFELS,
  TAFEL_ANDERS,
  WOONSITUATIES,
  type Leefgebiedenlijst,
} from '../../domein/index.js';
import { ACTIESTATUSSEN, GESLACHTEN, INTERVENTIETYPEN } from '../../schema/index.js';
import type { Actierij, Casusrij, Metingrij, Overlegrij } from '../canoniek.js';
import type { Rij } from './rij.js';

/** What the house knows; left out is what a new house starts with. */
export interface Huiskennis {
  readonly tafels?: readonly string[];
  readonly leefgebieden?: Leefgebiedenlijst;
}

export interface Kennis {
  readonly tafels: ReadonlySet<string>;
  readonly leefgebieden: Leefgebiedenlijst;
  readonly leefgebiedcodes: ReadonlySet<string>;
}

export function maakKennis(huis: Huiskennis): Kennis {
  const leefgebieden = huis.leefgebieden ?? LEEFGEBIEDEN;
  return {
    tafels: new Set([...TAFELS.map((tafel) => tafel.naam), ...(huis.tafels ?? [])]),
    leefgebieden,
    leefgebiedcodes: new Set(leefgebieden.waarden.map((waarde) => waarde.id)),
  };
}

const inkomstenlijst: ReadonlySet<string> = new Set(INKOMSTEN);
const woonlijst: ReadonlySet<string> = new Set(WOONSITUATIES);
const problematieklijst: ReadonlySet<string> = new Set(PROBLEMATIEK);
const gemeentecodes: ReadonlyMap<string, string> = new Map(
  GEMEENTEN.map(({ naam, code }) => [naam, code]),
);

const GESLACHT_ANDERS = {
  m: 'man',
  v: 'vrouw',
  mannelijk: 'man',
  vrouwelijk: 'vrouw',
  x: 'anders',
  o: 'onbekend',
  '': 'onbekend',
} as const;
const STATUS_ANDERS = {
  gereed: 'afgerond',
  gesloten: 'afgerond',
  voltooid: 'afgerond',
  lopend: 'open',
  geannuleerd: 'vervallen',
} as const;
const JANEE_ANDERS = {
  j: 'ja',
  n: 'nee',
  '1': 'ja',
  '0': 'nee',
  true: 'ja',
  false: 'nee',
  waar: 'ja',
  onwaar: 'nee',
} as const;

/** `gezien`: casusnummer to the line on which it stands. Null when the row is rejected. */
export function leesCasus(rij: Rij, kennis: Kennis, gezien: Map<string, number>): Casusrij | null {
  const casusnummer = rij.verplicht(
    'casusnummer',
    'Zonder nummer kan een tweede import deze regel niet herkennen.',
  );
  const eerder = gezien.get(casusnummer);
  if (casusnummer !== '' && eerder !== undefined) {
    rij.wijsAf(
      'casusnummer',
      `Casusnummer ${casusnummer} staat ook op regel ${eerder}; die regel geldt. Geef deze casus een eigen nummer of verwijder de regel.`,
    );
  } else if (casusnummer !== '') {
    gezien.set(casusnummer, rij.regel);
  }
  const startdatum = rij.vasteDatum('startdatum', true);
  const sluitdatum = rij.vasteDatum('sluitdatum', false);
  if (startdatum !== null && sluitdatum !== null && sluitdatum < startdatum) {
    rij.wijsAf(
      'sluitdatum',
      `Sluitdatum ${sluitdatum} ligt voor startdatum ${startdatum}. Verbeter een van beide in de bron.`,
    );
  }
  const gemeente = rij.verplicht('gemeente', 'De gemeente telt in de instroom; vul haar in.');
  const spoed = rij.tekst('spoed') === '' ? 'nee' : rij.keuze('spoed', ['ja', 'nee'], JANEE_ANDERS);
  if (spoed === null)
    rij.wijsAf('spoed', `spoed „${rij.tekst('spoed')}” is onbekend. Gebruik ja of nee.`);
  const code = rij.tekst('gemeentecode');
  const hoort = gemeentecodes.get(gemeente);
  if (hoort !== undefined && code !== hoort) {
    rij.letOp(
      'gemeentecode',
      `code ${gemeente} ${code}`,
      `gemeentecode „${code}” hoort niet bij ${gemeente} (${hoort}); ${hoort} is overgenomen.`,
    );
  }
  if (rij.isAfgewezen() || startdatum === null) return null;

  const inkomsten = rij.leegIsNull('inkomsten');
  if (inkomsten !== null) rij.huiswaarde('inkomsten', inkomsten, inkomstenlijst, 'inkomsten');
  const woonsituatie = rij.leegIsNull('woonsituatie');
  if (woonsituatie !== null)
    rij.huiswaarde('woonsituatie', woonsituatie, woonlijst, 'woonsituatie');
  const problematiek = rij.lijst('problematiek');
  for (const waarde of problematiek)
    rij.huiswaarde('problematiek', waarde, problematieklijst, 'problematiek');
  return {
    casusnummer,
    startdatum,
    sluitdatum,
    sluitreden: rij.leegIsNull('sluitreden'),
    gemeente,
    gemeentecode: hoort ?? code,
    melder: leesMelder(rij),
    tafel: leesTafel(rij, kennis),
    spoed: spoed === 'ja',
    aveFase: leesAve(rij),
    procesregisseur: rij.tekst('procesregisseur'),
    naam: rij.tekst('naam'),
    bsn: leesBsn(rij),
    geboortedatum: leesGeboortedatum(rij, startdatum),
    geslacht: leesGeslacht(rij),
    inkomsten,
    woonsituatie,
    problematiek,
    omschrijving: rij.tekst('omschrijving'),
  };
}

function leesMelder(rij: Rij): string {
  const melder = rij.tekst('melder');
  if (melder !== '') return melder;
  rij.letOp('melder', 'leeg', 'melder is leeg en telt als „Niet ingevuld”.');
  return 'Niet ingevuld';
}

function leesTafel(rij: Rij, kennis: Kennis): string {
  const tekst = rij.tekst('tafel');
  const tafel = TAFEL_ANDERS[tekst] ?? tekst;
  rij.huiswaarde('tafel', tafel, kennis.tafels, 'casustafels');
  return tafel;
}

function leesAve(rij: Rij): number | null {
  const tekst = rij.tekst('aveFase');
  if (tekst === '') return null;
  if (/^[1-4]$/.test(tekst)) return Number(tekst);
  rij.letOp(
    'aveFase',
    `onbekend ${tekst}`,
    `aveFase „${tekst}” is geen 1, 2, 3 of 4 en is leeg gelaten.`,
  );
  return null;
}

function leesBsn(rij: Rij): string | null {
  const tekst = rij.tekst('bsn').replace(/[\s.]/g, '');
  if (tekst === '') return null;
  // Spreadsheets drop the zero in front.
  const bsn = /^\d{8}$/.test(tekst) && bsnFout(`0${tekst}`) === null ? `0${tekst}` : tekst;
  const fout = bsnFout(bsn);
  if (fout === null) return bsn;
  rij.letOp(
    'bsn',
    `fout ${bsn}`,
    `bsn „${tekst}” is leeg gelaten: ${fout}. De casus zelf is overgenomen.`,
  );
  return null;
}

function leesGeboortedatum(rij: Rij, startdatum: string): string | null {
  const datum = rij.losseDatum('geboortedatum');
  if (datum === null || datum <= startdatum) return datum;
  rij.letOp(
    'geboortedatum',
    `na start ${datum}`,
    `geboortedatum ${datum} ligt na de startdatum en is leeg gelaten.`,
  );
  return null;
}

function leesGeslacht(rij: Rij): Casusrij['geslacht'] {
  if (rij.tekst('geslacht') === '') return 'onbekend';
  const geslacht = rij.keuze('geslacht', GESLACHTEN, GESLACHT_ANDERS);
  if (geslacht !== null) return geslacht;
  const tekst = rij.tekst('geslacht');
  rij.letOp(
    'geslacht',
    `onbekend ${tekst}`,
    `geslacht „${tekst}” is onbekend en is gelezen als onbekend. Gebruik man, vrouw, anders of onbekend.`,
  );
  return 'onbekend';
}

/** Says why rows of a casusnummer are not taken; null when they are. */
export type Casuscontrole = (casusnummer: string) => string | null;

function leesCasusnummer(rij: Rij, controle: Casuscontrole): string {
  const nummer = rij.verplicht(
    'casusnummer',
    'Zonder nummer is niet bekend bij welke casus de regel hoort.',
  );
  const reden = nummer === '' ? null : controle(nummer);
  if (reden !== null) rij.wijsAf('casusnummer', reden);
  return nummer;
}

/** `gezien`: key of casus, date and leefgebied to its line. */
export function leesMeting(
  rij: Rij,
  kennis: Kennis,
  controle: Casuscontrole,
  gezien: Map<string, number>,
): Metingrij | null {
  const casusnummer = leesCasusnummer(rij, controle);
  if (rij.isAfgewezen()) return null;
  const datum = rij.vasteDatum('datum', true);
  const leefgebied = rij.verplicht('leefgebied', 'Vul de code van het leefgebied in.');
  if (leefgebied !== '' && !kennis.leefgebiedcodes.has(leefgebied)) {
    rij.wijsAf(
      'leefgebied',
      `Onbekend leefgebied: ${leefgebied}. Gebruik een code van de lijst: ${[...kennis.leefgebiedcodes].join(', ')}.`,
    );
  }
  const tekst = rij.tekst('score');
  const { van, tot } = kennis.leefgebieden.schaal;
  const score = tekst === '' ? null : /^\d+$/.test(tekst) ? Number(tekst) : Number.NaN;
  if (score !== null && !(score >= van && score <= tot)) {
    rij.wijsAf(
      'score',
      `Score ${tekst} valt buiten ${van} tot ${tot}. Verbeter de score in de bron, of laat haar leeg als er niet gescoord is.`,
    );
  }
  meldDubbel(
    rij,
    gezien,
    `${casusnummer}|${datum ?? ''}|${leefgebied}`,
    'leefgebied',
    'Dit leefgebied is op deze datum al gescoord',
  );
  return rij.isAfgewezen() || datum === null
    ? null
    : { casusnummer, datum, leefgebied, score, toelichting: rij.tekst('toelichting') };
}

export function leesOverleg(
  rij: Rij,
  controle: Casuscontrole,
  gezien: Map<string, number>,
): Overlegrij | null {
  const casusnummer = leesCasusnummer(rij, controle);
  if (rij.isAfgewezen()) return null;
  const datum = rij.vasteDatum('datum', true);
  const soort = rij.verplicht(
    'soort',
    'Vul in wat voor overleg het was, bijvoorbeeld vervolg-MDO.',
  );
  meldDubbel(
    rij,
    gezien,
    `${casusnummer}|${datum ?? ''}|${soort}`,
    'datum',
    'Dit overleg staat er al',
  );
  return rij.isAfgewezen() || datum === null
    ? null
    : { casusnummer, datum, soort, locatie: rij.tekst('locatie'), aanwezig: rij.lijst('aanwezig') };
}

export function leesActie(rij: Rij, controle: Casuscontrole): Actierij | null {
  const casusnummer = leesCasusnummer(rij, controle);
  if (rij.isAfgewezen()) return null;
  const datum = rij.vasteDatum('datum', true);
  const omschrijving = rij.verplicht('omschrijving', 'Vul in wat er moet gebeuren.');
  const eigenaar = rij.verplicht('eigenaar', 'Vul in welke organisatie het doet.');
  const status = rij.keuze('status', ACTIESTATUSSEN, STATUS_ANDERS);
  if (status === null)
    rij.wijsAf(
      'status',
      `status „${rij.tekst('status')}” is onbekend. Gebruik open, afgerond of vervallen.`,
    );
  if (rij.isAfgewezen() || datum === null || status === null) return null;
  const tekst = rij.tekst('type');
  const type = tekst === '' ? null : rij.keuze('type', INTERVENTIETYPEN);
  if (tekst !== '' && type === null) {
    rij.letOp(
      'type',
      `onbekend ${tekst}`,
      `type „${tekst}” is onbekend en is leeg gelaten. Gebruik ${INTERVENTIETYPEN.join(', ')}.`,
    );
  }
  return {
    casusnummer,
    datum,
    omschrijving,
    type,
    eigenaar,
    deadline: rij.losseDatum('deadline'),
    status,
  };
}

function meldDubbel(
  rij: Rij,
  gezien: Map<string, number>,
  sleutel: string,
  kolom: string,
  wat: string,
): void {
  if (rij.isAfgewezen()) return;
  const eerder = gezien.get(sleutel);
  if (eerder === undefined) gezien.set(sleutel, rij.regel);
  else
    rij.wijsAf(
      kolom,
      `${wat}, op regel ${eerder}; die regel geldt. Verwijder een van beide in de bron.`,
    );
}
