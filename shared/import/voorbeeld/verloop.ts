/** From the skeleton of a case to its documents: meetings, scores, actions and what happened. */
import { leeftijd, plusDagen, STANDAARDAGENDA, werkdag, type IsoDate } from '../../domein/index.js';
import { deelId, sleutels, type Casusbundel, type Kaal } from '../laadset.js';
import { maakBetrokkenen, maakTafel, type Tafelplaats } from './betrokkenen.js';
import type { Ruwecasus } from './caseload.js';
import { maakGebeurtenissen } from './gebeurtenissen.js';
import type { Gang } from './gang.js';
import { maakMetingen } from './metingen.js';
import * as T from './teksten.js';
import type { Toeval } from './toeval.js';

export interface Plek {
  readonly datum: IsoDate;
  readonly begin: string;
}

export interface Casusbron {
  readonly casus: Ruwecasus;
  readonly gang: Gang;
  readonly plek: Plek | null;
  /** The case that is opened first: with a full network. */
  readonly rijk: boolean;
  readonly toeval: Toeval;
  readonly vandaag: IsoDate;
}

export function maakBundel(bron: Casusbron): Casusbundel {
  const { casus, gang } = bron;
  const onderwerp = onderwerpVan(casus, bron.vandaag);
  const tafel = maakTafel(casus, bron.toeval.apart('tafel'));
  return {
    nummer: casus.nummer,
    casus: maakCasus(bron, onderwerp, tafel),
    betrokkenen: maakBetrokkenen(casus, bron.toeval.apart('netwerk'), gang.diepte, bron.rijk),
    metingen: maakMetingen(casus, gang, bron.toeval.apart('scores')),
    overleggen: maakOverleggen(bron, onderwerp, tafel),
    acties: maakActies(bron, onderwerp, tafel),
    gebeurtenissen: maakGebeurtenissen(bron, onderwerp),
  };
}

function onderwerpVan(casus: Ruwecasus, vandaag: IsoDate): T.Onderwerp {
  return {
    naam: casus.aard === 'persoon' ? (casus.persoon?.voornaam ?? casus.titel) : casus.titel,
    leeftijd:
      casus.persoon === null ? null : leeftijd(casus.persoon.geboortedatum, casus.einde ?? vandaag),
    man: casus.persoon?.geslacht !== 'vrouw',
    gemeente: casus.gemeente,
    aard: casus.aard,
  };
}

function maakCasus(
  bron: Casusbron,
  onderwerp: T.Onderwerp,
  tafel: readonly Tafelplaats[],
): Kaal<'casussen'> {
  const { casus, gang } = bron;
  const toeval = bron.toeval.apart('casus');
  const thema = casus.aard === 'gebied' ? 'gebied' : (toeval.greep(casus.problematiek, 1)[0] ?? '');
  const zinnen = T.OMSCHRIJVINGEN[thema] ?? T.OMSCHRIJVINGEN['Zorgmijding'];
  const regie =
    gang.overleggen.length > 0
      ? tafel.find(
          (plaats) =>
            plaats.organisatie ===
            (casus.aard === 'gebied' ? 'Gemeente' : toeval.kies(['GGZ', 'Gemeente'])),
        )
      : undefined;
  return {
    sleutel: sleutels.casus(casus.nummer),
    nummer: casus.nummer,
    titel: casus.titel,
    aard: casus.aard,
    tafel: casus.tafel,
    gemeente: casus.gemeente,
    gemeentecode: casus.gemeentecode,
    melder: casus.melder,
    startdatum: casus.start,
    sluitdatum: casus.einde,
    sluitreden: casus.reden,
    spoed: casus.spoed,
    aveFase: gang.ave,
    stap: gang.stap,
    stapdatums: { ...gang.stapdatums },
    procesregisseur: casus.regisseur,
    backupRegisseur: gang.lopend ? casus.backup : null,
    casusregieOrganisatie: regie?.organisatie ?? null,
    casusregieNaam: regie?.naam ?? null,
    inkomsten: casus.inkomsten,
    woonsituatie: casus.woonsituatie,
    problematiek: [...casus.problematiek],
    omschrijving: zinnen === undefined ? '' : T.kiesZin(toeval, zinnen, onderwerp),
    doelen: maakDoelen(bron, toeval),
    planVastgesteldOp: gang.planVastgesteldOp,
    conflicten: [],
  };
}

function maakDoelen(bron: Casusbron, toeval: Toeval): Kaal<'casussen'>['doelen'] {
  const { casus, gang } = bron;
  if (gang.overleggen.length === 0) return [];
  const kinderen = casus.aard === 'systeem' || casus.problematiek.includes('Huiselijk geweld');
  const passend = T.DOELEN.filter((doel) => !doel.tekst.includes('kinderen') || kinderen);
  const begin = gang.stapdatums.plan ?? casus.start;
  return toeval.greep(passend, gang.diepte === 'kern' ? 1 : 3).map((doel, i) => ({
    id: deelId(`${casus.nummer}:doel:${i}`),
    tekst: doel.tekst,
    typen: [...doel.typen],
    termijn: werkdag(plusDagen(gang.lopend ? bron.vandaag : begin, toeval.heel(45, 160))),
    behaald:
      casus.reden === 'doelen bereikt' || (gang.lopend && gang.overleggen.length > 3 && i === 2),
  }));
}

const LOCATIES: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Breda: [
    'Stadskantoor Breda, kamer 3.08',
    'Zorg- en Veiligheidshuis, zaal 1',
    'GGZ-locatie, overlegruimte 2',
  ],
  Oosterhout: ['Gemeentehuis Oosterhout, kamer 2.14'],
  'Etten-Leur': ['Stadskantoor Etten-Leur, kamer 1.05'],
  Drimmelen: ['Gemeentehuis Drimmelen, raadszaal'],
  Geertruidenberg: ['Gemeentehuis Geertruidenberg, kamer 4'],
  Altena: ['Gemeentehuis Altena, kamer 0.12'],
  Zundert: ['Gemeentehuis Zundert, kamer B'],
};
const BEGINTIJDEN = ['09:00', '10:30', '13:30', '15:00'] as const;

/** An hour and a quarter later. */
export function eindtijd(begin: string): string {
  const minuten = Number(begin.slice(0, 2)) * 60 + Number(begin.slice(3)) + 75;
  return `${String(Math.floor(minuten / 60)).padStart(2, '0')}:${String(minuten % 60).padStart(2, '0')}`;
}

function maakOverleggen(
  bron: Casusbron,
  o: T.Onderwerp,
  tafel: readonly Tafelplaats[],
): Kaal<'overleggen'>[] {
  const { casus, gang, plek } = bron;
  const datums = [...gang.overleggen, ...(plek === null ? [] : [plek.datum])];
  return datums.map((datum, i): Kaal<'overleggen'> => {
    const toeval = bron.toeval.apart(`overleg ${i}`);
    const gepland = plek !== null && i === datums.length - 1;
    const soort = i === 0 ? 'start-MDO' : 'vervolg-MDO';
    const sleutel = sleutels.overleg(casus.nummer, datum, soort);
    const begin = gepland ? plek.begin : toeval.kies(BEGINTIJDEN);
    // Only meetings of running cases, and the last of those closed lately, have full minutes.
    const voluit =
      gang.diepte === 'vol'
        ? i >= datums.length - 4
        : gang.diepte === 'half' && i === datums.length - 1;
    const pitchKlaar = !gepland || datum <= werkdag(plusDagen(bron.vandaag, 1));
    return {
      sleutel,
      casus: sleutels.casus(casus.nummer),
      soort,
      datum,
      begin,
      eind: eindtijd(begin),
      locatie: toeval.kans(14) ? 'Online' : toeval.kies(LOCATIES[casus.gemeente] ?? ['Online']),
      status: gepland ? 'gepland' : 'vastgesteld',
      deelnemers: tafel.map((plaats) => ({
        id: deelId(`${sleutel}:${plaats.organisatie}`),
        ...plaats,
        status: aanwezigheid(plaats, gepland, toeval),
      })),
      agenda: gepland
        ? STANDAARDAGENDA.map(({ sleutel: punt, ...rest }) => ({
            id: deelId(`${sleutel}:${punt}`),
            ...rest,
            klaar: false,
          }))
        : [],
      fase: null,
      faseSinds: null,
      pitch: pitchKlaar && voluit ? maakPitch(casus, o, toeval) : '',
      pitchVastgesteldOp: pitchKlaar && voluit ? vorigeWerkdag(datum, bron.vandaag) : null,
      notulen:
        voluit && !gepland
          ? {
              beeldvorming: T.kiesZin(toeval, T.BEELD, o),
              oordeelsvorming: T.kiesZin(toeval, T.OORDEEL, o),
              besluitvorming: T.kiesZin(toeval, T.BESLUITVORMING, o),
            }
          : { beeldvorming: '', oordeelsvorming: '', besluitvorming: '' },
      besluiten: gepland
        ? []
        : toeval.greep(T.BESLUITEN, voluit ? toeval.heel(1, 3) : 1).map((tekst, n) => ({
            id: deelId(`${sleutel}:besluit:${n}`),
            tekst,
            op: moment(datum, begin, 60 + n),
          })),
      geparkeerd: [],
      informering: voluit && !gepland ? T.kiesZin(toeval, T.INFORMERINGEN, o) : '',
      volgendeDatum: datums[i + 1] ?? null,
      vastgesteldOp: gepland ? null : moment(datum, begin, 75),
      vastgesteldDoor: gepland ? null : casus.regisseur,
      aanvullingen: [],
    };
  });
}

function aanwezigheid(
  plaats: Tafelplaats,
  gepland: boolean,
  toeval: Toeval,
): Kaal<'overleggen'>['deelnemers'][number]['status'] {
  if (plaats.organisatie === 'ZVH') return 'aanwezig';
  return gepland
    ? toeval.gewogen([
        ['aanwezig', 66],
        ['niet bevestigd', 24],
        ['telefonisch', 5],
        ['afgemeld', 5],
      ])
    : toeval.gewogen([
        ['aanwezig', 86],
        ['telefonisch', 6],
        ['afgemeld', 8],
      ]);
}

/** UTC, near enough: the minutes only tell the order within one meeting. */
function moment(datum: IsoDate, begin: string, minuten: number): string {
  return new Date(Date.parse(`${datum}T${begin}:00.000Z`) + (minuten - 60) * 60_000).toISOString();
}

function vorigeWerkdag(datum: IsoDate, vandaag: IsoDate): IsoDate {
  let dag = plusDagen(datum, -1);
  while (werkdag(dag) !== dag) dag = plusDagen(dag, -1);
  return dag < vandaag ? dag : plusDagen(vandaag, -1);
}

function maakPitch(casus: Ruwecasus, o: T.Onderwerp, toeval: Toeval): string {
  const wonen = T.PITCH_WONEN[casus.woonsituatie ?? 'onbekend'] ?? T.PITCH_WONEN['onbekend'];
  const wie = o.leeftijd === null ? o.naam : `${o.naam} (${o.leeftijd})`;
  if (casus.aard === 'gebied' || wonen === undefined) {
    return `${o.naam}: meldingen komen uit drie portieken en lopen door elkaar. Veiligheid: ${T.kiesZin(toeval, T.PITCH_VEILIGHEID, o)}. Vraag aan tafel: welke bewoners hebben zelf hulp nodig, en wie is het gezicht in de straat?`;
  }
  return `${wie} ${T.kiesZin(toeval, wonen, o)}. Zorg: ${T.kiesZin(toeval, T.PITCH_ZORG, o)}. Veiligheid: ${T.kiesZin(toeval, T.PITCH_VEILIGHEID, o)}. ${T.kiesZin(toeval, T.PITCH_VRAAG, o)}`;
}

function maakActies(
  bron: Casusbron,
  o: T.Onderwerp,
  tafel: readonly Tafelplaats[],
): Kaal<'acties'>[] {
  const { casus, gang, vandaag } = bron;
  const toeval = bron.toeval.apart('acties');
  const aanTafel = new Map(tafel.map((plaats) => [plaats.organisatie, plaats.naam]));
  const bruikbaar = toeval.schud(T.ACTIES.filter((actie) => aanTafel.has(actie.eigenaar)));
  const uit: Kaal<'acties'>[] = [];
  let volgende = 0;
  for (const [i, datum] of gang.overleggen.entries()) {
    const vanLaatste = gang.overleggen.length - 1 - i;
    const soort = i === 0 ? 'start-MDO' : 'vervolg-MDO';
    const n =
      gang.diepte === 'kern'
        ? 1
        : gang.diepte === 'half'
          ? 2
          : vanLaatste === 0
            ? toeval.heel(3, 5)
            : 2;
    for (let k = 0; k < n; k += 1) {
      const tekst = bruikbaar[volgende % bruikbaar.length];
      volgende += 1;
      if (tekst === undefined) continue;
      const deadline = werkdag(plusDagen(datum, toeval.heel(10, 52)));
      const status = statusVan(gang.lopend, vanLaatste, deadline, vandaag, toeval);
      uit.push({
        sleutel: sleutels.actie(casus.nummer, datum, tekst.tekst, tekst.eigenaar, k + 1),
        casus: sleutels.casus(casus.nummer),
        overleg: sleutels.overleg(casus.nummer, datum, soort),
        omschrijving: tekst.tekst,
        type: tekst.type,
        eigenaar: tekst.eigenaar,
        eigenaarNaam: aanTafel.get(tekst.eigenaar) ?? null,
        datum,
        deadline,
        conditie: tekst.conditie ?? '',
        informering: gang.lopend && toeval.kans(45) ? T.kiesZin(toeval, T.INFORMERINGEN, o) : '',
        status,
        resultaat:
          status === 'afgerond' ? tekst.resultaat : status === 'vervallen' ? 'Niet meer nodig' : '',
        beperkt: gang.lopend && status === 'open' && tekst.eigenaar === 'GGZ' && toeval.kans(18),
      });
    }
  }
  return uit;
}

/** Of the last meeting most is still open, and a little of that too late. */
function statusVan(
  lopend: boolean,
  vanLaatste: number,
  deadline: IsoDate,
  vandaag: IsoDate,
  toeval: Toeval,
): 'open' | 'afgerond' | 'vervallen' {
  if (lopend && vanLaatste === 0) {
    if (deadline >= vandaag) return toeval.kans(85) ? 'open' : 'afgerond';
    return toeval.kans(7) ? 'open' : 'afgerond';
  }
  if (lopend && vanLaatste === 1 && deadline >= plusDagen(vandaag, -20) && toeval.kans(15))
    return 'open';
  return toeval.kans(7) ? 'vervallen' : 'afgerond';
}
