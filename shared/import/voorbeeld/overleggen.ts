/** The meetings of a case: those held with their minutes, and the next one with its agenda. */
import { plusDagen, STANDAARDAGENDA, werkdag, type IsoDate } from '../../domein/index.js';
import { deelId, sleutels, type Kaal } from '../laadset.js';
import type { Tafelplaats } from './betrokkenen.js';
import type { Casusbron } from './bron.js';
import type { Ruwecasus } from './caseload.js';
import * as T from './teksten.js';
import type { Toeval } from './toeval.js';

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
function eindtijd(begin: string): string {
  const minuten = Number(begin.slice(0, 2)) * 60 + Number(begin.slice(3)) + 75;
  return `${String(Math.floor(minuten / 60)).padStart(2, '0')}:${String(minuten % 60).padStart(2, '0')}`;
}

export function maakOverleggen(
  bron: Casusbron,
  o: T.Onderwerp,
  tafel: readonly Tafelplaats[],
): Kaal<'overleggen'>[] {
  const { casus, gang, plek } = bron;
  const datums = [...gang.overleggen, ...(plek === null ? [] : [plek.datum])];
  const eigen = bron.toeval.apart('zinnen');
  const begin0 = eigen.heel(0, 99);
  const besluiten = eigen.schud(
    T.BESLUITEN.filter((besluit) => besluit.past(casus)).map((besluit) => besluit.tekst),
  );
  const opschaling =
    gang.lopend && gang.ave >= 3 && gang.overleggen.length > 1
      ? [`Opschalen naar AVE ${gang.ave}`]
      : [];
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
      pitch: pitchKlaar && voluit ? maakPitch(casus, o, begin0 + i) : '',
      pitchVastgesteldOp: pitchKlaar && voluit ? vorigeWerkdag(datum, bron.vandaag) : null,
      notulen:
        voluit && !gepland
          ? {
              beeldvorming: T.volgendeZin(T.BEELD, begin0, i, o),
              oordeelsvorming: T.volgendeZin(T.OORDEEL, begin0, i, o),
              besluitvorming: T.volgendeZin(T.BESLUITVORMING, begin0, i, o),
            }
          : { beeldvorming: '', oordeelsvorming: '', besluitvorming: '' },
      besluiten: gepland
        ? []
        : genomen(
            besluiten,
            i,
            voluit ? 2 : 1,
            i === gang.overleggen.length - 1 ? opschaling : [],
          ).map((tekst, n) => ({
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

function maakPitch(casus: Ruwecasus, o: T.Onderwerp, n: number): string {
  const wonen = T.PITCH_WONEN[casus.woonsituatie ?? 'onbekend'] ?? T.PITCH_WONEN['onbekend'];
  const wie = o.leeftijd === null ? o.naam : `${o.naam} (${o.leeftijd})`;
  const veiligheid = T.volgendeZin(T.PITCH_VEILIGHEID, 0, n, o);
  if (casus.aard === 'gebied' || wonen === undefined) {
    return `${o.naam}: meldingen komen uit drie portieken en lopen door elkaar. Veiligheid: ${veiligheid}. Vraag aan tafel: welke bewoners hebben zelf hulp nodig, en wie is het gezicht in de straat?`;
  }
  return `${wie} ${T.volgendeZin(wonen, 0, n, o)}. Zorg: ${T.volgendeZin(T.PITCH_ZORG, 0, n, o)}. Veiligheid: ${veiligheid}. ${T.volgendeZin(T.PITCH_VRAAG, 0, n, o)}`;
}

/** The next `n` of a list that goes round, with `erbij` in front. */
function genomen(
  lijst: readonly string[],
  beurt: number,
  n: number,
  erbij: readonly string[],
): string[] {
  const uit = [...erbij];
  for (let k = 0; k < n; k += 1) {
    const tekst = lijst[(beurt * 2 + k) % Math.max(1, lijst.length)];
    if (tekst !== undefined && !uit.includes(tekst)) uit.push(tekst);
  }
  return uit;
}
