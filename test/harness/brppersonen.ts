/** Fictional people for the stand-in of the BRP: a few of our own, and those of the file of the proefomgeving. */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Serverpersoon } from './brpserver.js';

export interface Proefpersoon {
  readonly bsn: string;
  readonly voornamen: string;
  readonly voorvoegsel?: string;
  readonly geslachtsnaam: string;
  readonly geboren: string;
  readonly straat?: string;
  readonly plaats?: string;
  /** Since when they live there. */
  readonly vanaf?: string;
  readonly gemeente?: string;
  readonly geheim?: boolean;
  readonly overleden?: string;
  readonly gezag?: readonly unknown[];
}

const vol = (datum: string): unknown => ({ type: 'Datum', datum, langFormaat: datum });

/** In the shape of the API. */
export const alsServerpersoon = (p: Proefpersoon): Serverpersoon => ({
  burgerservicenummer: p.bsn,
  naam: {
    voornamen: p.voornamen,
    ...(p.voorvoegsel !== undefined && { voorvoegsel: p.voorvoegsel }),
    geslachtsnaam: p.geslachtsnaam,
  },
  geboorte: { datum: vol(p.geboren) },
  ...(p.straat !== undefined && {
    adressering: { adresregel1: p.straat, adresregel2: p.plaats ?? '1234 AB  BREDA' },
    verblijfplaats: { type: 'Adres', datumVan: vol(p.vanaf ?? '2015-08-08') },
    gemeenteVanInschrijving: { code: '0758', omschrijving: p.gemeente ?? 'Breda' },
  }),
  ...(p.geheim === true && { geheimhoudingPersoonsgegevens: true }),
  ...(p.overleden !== undefined && {
    overlijden: { indicatieOverleden: true, datum: vol(p.overleden) },
    opschortingBijhouding: { reden: { code: 'O', omschrijving: 'overlijden' } },
  }),
  ...(p.gezag !== undefined && { gezag: p.gezag }),
});

/** Made up for these tests; their numbers are of the range that is given to nobody. */
export const PROEFPERSONEN = {
  ruben: {
    bsn: '999990019',
    voornamen: 'Ruben Johannes',
    voorvoegsel: 'van der',
    geslachtsnaam: 'Schoot',
    geboren: '1991-03-14',
    straat: 'Proefstraat 12',
    vanaf: '2015-08-08',
  },
  noor: {
    bsn: '999990020',
    voornamen: 'Noor',
    geslachtsnaam: 'Lammers',
    geboren: '2012-05-02',
    straat: 'Geheimelaan 7',
    geheim: true,
    gezag: [
      {
        type: 'EenhoofdigOuderlijkGezag',
        minderjarige: { burgerservicenummer: '999990020' },
        ouder: { naam: { voornamen: 'Petra', geslachtsnaam: 'Lammers' } },
      },
    ],
  },
} satisfies Record<string, Proefpersoon>;

/** One person for each persoonslijst that has a BSN, from the CSV with GBA elements as its columns. */
export async function leesGbaPersonen(pad: string): Promise<readonly Serverpersoon[]> {
  const tekst = (await readFile(pad, 'utf8')).replace(/^\uFEFF/, '');
  const { data } = Papa.parse<string[]>(tekst, { delimiter: ';' });
  const [kop = [], ...rijen] = data;
  const personen = new Map<string, Serverpersoon>();
  // Rows without an id are the history of the row above.
  for (const rij of rijen.filter((r) => (r[0] ?? '') !== '')) {
    const v = (element: string): string => rij[kop.indexOf(element)] ?? '';
    const bsn = v('01.01.20');
    if (bsn !== '' && !personen.has(bsn)) personen.set(bsn, uitElementen(bsn, v));
  }
  return [...personen.values()];
}

function uitElementen(bsn: string, v: (element: string) => string): Serverpersoon {
  const geheim = Number(v('07.70.10') || 0) > 0;
  const straat = [v('08.11.10'), `${v('08.11.20')}${v('08.11.30')}`, v('08.11.40')];
  const adres = straat[0] === '' ? [v('08.12.10')] : straat;
  return {
    burgerservicenummer: bsn,
    naam: zonderLeeg({
      voornamen: v('01.02.10'),
      voorvoegsel: v('01.02.30'),
      geslachtsnaam: v('01.02.40'),
    }),
    geboorte: { datum: gbaDatum(v('01.03.10')) },
    adressering: zonderLeeg({
      adresregel1: adres.filter((deel) => deel !== '').join(' ') || v('08.13.30'),
      adresregel2: [v('08.11.60'), v('08.11.70')].filter((deel) => deel !== '').join('  '),
    }),
    ...(v('08.10.30') !== '' && { verblijfplaats: { datumVan: gbaDatum(v('08.10.30')) } }),
    ...(v('08.09.10') !== '' && { gemeenteVanInschrijving: { code: v('08.09.10') } }),
    ...(geheim && { geheimhoudingPersoonsgegevens: true }),
    ...(v('07.67.20') !== '' && {
      opschortingBijhouding: { reden: { code: v('07.67.20') }, datum: gbaDatum(v('07.67.10')) },
    }),
    ...(v('06.08.10') !== '' && {
      overlijden: { indicatieOverleden: true, datum: gbaDatum(v('06.08.10')) },
    }),
  };
}

const zonderLeeg = (o: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(o).filter(([, waarde]) => waarde !== ''));

/** `jjjjmmdd`, in which what is not known is 0. */
function gbaDatum(gba: string): unknown {
  const [jaar, maand, dag] = [gba.slice(0, 4), gba.slice(4, 6), gba.slice(6, 8)].map(Number);
  const langFormaat = 'proef';
  if (!jaar) return { type: 'DatumOnbekend', onbekend: true, langFormaat: 'onbekend' };
  if (!maand) return { type: 'JaarDatum', jaar, langFormaat };
  if (!dag) return { type: 'JaarMaandDatum', jaar, maand, langFormaat };
  return {
    type: 'Datum',
    datum: `${gba.slice(0, 4)}-${gba.slice(4, 6)}-${gba.slice(6, 8)}`,
    langFormaat,
  };
}
