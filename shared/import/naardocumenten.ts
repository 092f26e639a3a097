/** Canonical rows to documents, per case. Says only what the rows say; the rest stays empty. */
import { LEEFGEBIEDEN, type IsoDate } from '../domein/index.js';
import type { Stap } from '../schema/index.js';
import type { Actierij, Canoniek, Casusrij, Metingrij, Overlegrij } from './canoniek.js';
import { deelId, sleutels, type Casusbundel, type Kaal, type Laadset } from './laadset.js';

/** Bundles in the order of the cases. A row of a case that is not among them is left out: the reader has rejected it. */
export function naarBundels(rijen: Canoniek, vandaag: IsoDate): Casusbundel[] {
  const metingen = perCasus(rijen.metingen);
  const overleggen = perCasus(rijen.overleggen);
  const acties = perCasus(rijen.acties);
  return rijen.casussen.map((casus) =>
    naarBundel(
      casus,
      metingen.get(casus.casusnummer) ?? [],
      overleggen.get(casus.casusnummer) ?? [],
      acties.get(casus.casusnummer) ?? [],
      vandaag,
    ),
  );
}

/** What an import loads: only cases; the lists of the house are its own. */
export function naarLaadset(rijen: Canoniek, vandaag: IsoDate): Laadset {
  return { huis: [], aanmeldingen: [], registers: [], bundels: naarBundels(rijen, vandaag) };
}

function perCasus<T extends { readonly casusnummer: string }>(
  rijen: readonly T[],
): Map<string, T[]> {
  const groepen = new Map<string, T[]>();
  for (const rij of rijen) {
    const groep = groepen.get(rij.casusnummer);
    if (groep === undefined) groepen.set(rij.casusnummer, [rij]);
    else groep.push(rij);
  }
  return groepen;
}

export function naarBundel(
  rij: Casusrij,
  metingrijen: readonly Metingrij[],
  overlegrijen: readonly Overlegrij[],
  actierijen: readonly Actierij[],
  vandaag: IsoDate,
): Casusbundel {
  const nummer = rij.casusnummer;
  const casus = sleutels.casus(nummer);
  const overleggen = overlegrijen.map((overleg) => naarOverleg(overleg, vandaag));
  const opDatum = new Map(
    overlegrijen.map((o) => [o.datum, sleutels.overleg(nummer, o.datum, o.soort)]),
  );
  return {
    nummer,
    casus: naarCasus(rij, overlegrijen, vandaag),
    betrokkenen: rij.naam === '' ? [] : [naarHoofdbetrokkene(rij)],
    metingen: naarMetingen(nummer, metingrijen, opDatum),
    overleggen,
    acties: naarActies(nummer, actierijen, opDatum),
    registraties: [],
    gebeurtenissen: [
      stapgebeurtenis(
        nummer,
        casus,
        rij.startdatum,
        'Casus gestart',
        `Melder ${rij.melder}, tafel ${rij.tafel}`,
      ),
      ...(rij.sluitdatum === null
        ? []
        : [
            stapgebeurtenis(
              nummer,
              casus,
              rij.sluitdatum,
              'Casus afgesloten',
              rij.sluitreden ?? '',
            ),
          ]),
    ],
  };
}

function stapgebeurtenis(
  nummer: string,
  casus: string,
  datum: IsoDate,
  titel: string,
  toelichting: string,
): Kaal<'gebeurtenissen'> {
  return {
    sleutel: sleutels.gebeurtenis(nummer, datum, titel),
    casus,
    datum,
    soort: 'stap',
    titel,
    toelichting,
    bron: 'Import',
    leefgebied: null,
    bijlagen: [],
  };
}

function naarCasus(
  rij: Casusrij,
  overleggen: readonly Overlegrij[],
  vandaag: IsoDate,
): Kaal<'casussen'> {
  const geweest = overleggen
    .map((o) => o.datum)
    .filter((datum) => datum <= vandaag)
    .sort();
  const [eerste, tweede] = geweest;
  const stapdatums: Partial<Record<Stap, IsoDate>> = { aanmelding: rij.startdatum };
  let stap: Stap = 'verrijking';
  if (eerste !== undefined) {
    stapdatums['start-mdo'] = eerste;
    stapdatums.plan = eerste;
    stap = 'plan';
  }
  if (tweede !== undefined) {
    stapdatums.monitoring = tweede;
    stap = 'monitoring';
  }
  if (rij.sluitdatum !== null) {
    stapdatums.afsluiting = rij.sluitdatum;
    stap = 'afsluiting';
  }
  return {
    sleutel: sleutels.casus(rij.casusnummer),
    nummer: rij.casusnummer,
    titel: rij.naam === '' ? rij.casusnummer : rij.naam,
    aard: 'persoon',
    tafel: rij.tafel,
    gemeente: rij.gemeente,
    gemeentecode: rij.gemeentecode,
    melder: rij.melder,
    startdatum: rij.startdatum,
    sluitdatum: rij.sluitdatum,
    sluitreden: rij.sluitreden,
    spoed: rij.spoed,
    aveFase: rij.aveFase,
    stap,
    stapdatums,
    procesregisseur: rij.procesregisseur,
    backupRegisseur: null,
    casusregieOrganisatie: null,
    casusregieNaam: null,
    inkomsten: rij.inkomsten,
    woonsituatie: rij.woonsituatie,
    problematiek: [...rij.problematiek],
    omschrijving: rij.omschrijving,
    doelen: [],
    planVastgesteldOp: null,
  };
}

function naarHoofdbetrokkene(rij: Casusrij): Kaal<'betrokkenen'> {
  return {
    sleutel: sleutels.betrokkene(rij.casusnummer, 'hoofd'),
    casus: sleutels.casus(rij.casusnummer),
    rol: 'hoofdbetrokkene',
    naam: rij.naam,
    bsn: rij.bsn,
    geboortedatum: rij.geboortedatum,
    geslacht: rij.geslacht,
    relatie: null,
    band: null,
    huishouden: null,
    toelichting: '',
  };
}

/** Rows of one date become one meetmoment. */
function naarMetingen(
  nummer: string,
  rijen: readonly Metingrij[],
  opDatum: ReadonlyMap<IsoDate, string>,
): Kaal<'metingen'>[] {
  const perDatum = new Map<IsoDate, Metingrij[]>();
  for (const rij of rijen) {
    const groep = perDatum.get(rij.datum);
    if (groep === undefined) perDatum.set(rij.datum, [rij]);
    else groep.push(rij);
  }
  return [...perDatum].map(([datum, groep]) => ({
    sleutel: sleutels.meting(nummer, datum),
    casus: sleutels.casus(nummer),
    overleg: opDatum.get(datum) ?? null,
    datum,
    lijst: LEEFGEBIEDEN.code,
    scores: Object.fromEntries(
      groep.map((rij) => [rij.leefgebied, { score: rij.score, toelichting: rij.toelichting }]),
    ),
  }));
}

function naarOverleg(rij: Overlegrij, vandaag: IsoDate): Kaal<'overleggen'> {
  const sleutel = sleutels.overleg(rij.casusnummer, rij.datum, rij.soort);
  const geweest = rij.datum <= vandaag;
  return {
    sleutel,
    casus: sleutels.casus(rij.casusnummer),
    soort: rij.soort,
    datum: rij.datum,
    begin: null,
    eind: null,
    locatie: rij.locatie,
    status: geweest ? 'vastgesteld' : 'gepland',
    deelnemers: [...new Set(rij.aanwezig)].map((organisatie) => ({
      id: deelId(`${sleutel}:${organisatie}`),
      organisatie,
      naam: '',
      status: geweest ? 'aanwezig' : 'niet bevestigd',
    })),
    agenda: [],
    fase: null,
    faseSinds: null,
    pitch: '',
    pitchVastgesteldOp: null,
    notulen: { beeldvorming: '', oordeelsvorming: '', besluitvorming: '' },
    besluiten: [],
    geparkeerd: [],
    informering: '',
    volgendeDatum: null,
    vastgesteldOp: geweest ? `${rij.datum}T16:00:00.000Z` : null,
    vastgesteldDoor: null,
    aanvullingen: [],
  };
}

function naarActies(
  nummer: string,
  rijen: readonly Actierij[],
  opDatum: ReadonlyMap<IsoDate, string>,
): Kaal<'acties'>[] {
  const gezien = new Map<string, number>();
  return rijen.map((rij) => {
    const gelijk = `${rij.datum}\n${rij.omschrijving}\n${rij.eigenaar}`;
    const n = (gezien.get(gelijk) ?? 0) + 1;
    gezien.set(gelijk, n);
    return {
      sleutel: sleutels.actie(nummer, rij.datum, rij.omschrijving, rij.eigenaar, n),
      casus: sleutels.casus(nummer),
      overleg: opDatum.get(rij.datum) ?? null,
      omschrijving: rij.omschrijving,
      type: rij.type,
      eigenaar: rij.eigenaar,
      eigenaarNaam: null,
      datum: rij.datum,
      deadline: rij.deadline,
      conditie: '',
      informering: '',
      status: rij.status,
      resultaat: '',
      beperkt: false,
    };
  });
}
