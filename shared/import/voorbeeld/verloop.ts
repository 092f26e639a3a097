/** From the skeleton of a case to its documents: meetings, scores, actions and what happened. */
import { leeftijd, plusDagen, werkdag, type IsoDate } from '../../domein/index.js';
import { deelId, sleutels, type Casusbundel, type Kaal } from '../laadset.js';
import { maakActies } from './acties.js';
import { maakBetrokkenen, maakTafel, type Tafelplaats } from './betrokkenen.js';
import type { Casusbron } from './bron.js';
import type { Ruwecasus } from './caseload.js';
import { maakGebeurtenissen } from './gebeurtenissen.js';
import { maakMetingen } from './metingen.js';
import { maakOverleggen } from './overleggen.js';
import * as T from './teksten.js';
import { maakVerzoeken } from './verzoeken.js';
import { maakRegistraties } from './registraties.js';
import type { Toeval } from './toeval.js';

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
    acties: [...maakVerzoeken(bron, tafel), ...maakActies(bron, onderwerp, tafel)],
    gebeurtenissen: maakGebeurtenissen(bron, onderwerp),
    registraties: maakRegistraties(
      casus.nummer,
      casus.tafel,
      casus.start,
      casus.einde ?? bron.vandaag,
      bron.toeval.apart('registraties'),
    ),
  };
}

function onderwerpVan(casus: Ruwecasus, vandaag: IsoDate): T.Onderwerp {
  return {
    naam: casus.persoon?.voornaam ?? casus.titel,
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
  const thema =
    casus.aard !== 'persoon' ? casus.aard : (toeval.greep(casus.problematiek, 1)[0] ?? '');
  const zinnen = T.OMSCHRIJVINGEN[thema] ?? T.OMSCHRIJVINGEN['Zorgmijding'];
  const casusregie = casus.aard === 'gebied' ? 'Gemeente' : toeval.kies(['GGZ', 'Gemeente']);
  const regie =
    gang.overleggen.length > 0
      ? tafel.find((plaats) => plaats.organisatie === casusregie)
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
