/**
 * The layout rule of the network picture. The hoofdbetrokkene stands in the middle; family at the
 * left, in their household where it is another one; social ties above and below; organisations in a
 * column at the right. Pure: the same people give the same picture.
 *
 * Coordinates are those of a viewBox of `BREEDTE` wide; the height follows from what is in it.
 */
import { korteNaam, leeftijd, splitsNaam, type IsoDate } from '../../../shared/domein/index.js';
import type { BetrokkeneDoc } from '../../stores/caseload.js';

export const BREEDTE = 640;
/** From so many people on a picture says less than a list. */
export const TE_VEEL = 15;

export interface Persoon {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly naam: string;
  readonly bij: string;
  readonly initialen: string;
  readonly minderjarig: boolean;
  readonly lijn: 'fam' | 'soc' | 'off';
  /** Where the name stands. */
  readonly boven: boolean;
}
export interface Organisatie {
  readonly naam: string;
  readonly bij: string;
  readonly regie: boolean;
  readonly y: number;
}
export interface Huishouden {
  readonly naam: string;
  readonly x: number;
  readonly y: number;
  readonly b: number;
  readonly h: number;
}
export interface Indeling {
  readonly hoogte: number;
  readonly midden: { readonly x: number; readonly y: number };
  readonly personen: readonly Persoon[];
  readonly huishoudens: readonly Huishouden[];
  readonly organisaties: readonly Organisatie[];
}

const MIDDEN_X = 292;
const RIJ = 76;
const ORG_HOOGTE = 46;
const KOLOM_ORG = 470;
export const ORG = { x: KOLOM_ORG, breedte: BREEDTE - KOLOM_ORG - 2, hoogte: 38 } as const;
const VAK_RAND = 10;
const PER_RIJ = 2;

export function deelIn(
  anderen: readonly BetrokkeneDoc[],
  orgs: readonly Omit<Organisatie, 'y'>[],
  vandaag: IsoDate,
): Indeling {
  const familie = anderen.filter((b) => b.band !== 'sociaal');
  const sociaal = anderen.filter((b) => b.band === 'sociaal');
  const boven = sociaal.filter((_, i) => i % 2 === 0);
  const onder = sociaal.filter((_, i) => i % 2 === 1);

  const groepen = new Map<string, BetrokkeneDoc[]>();
  for (const b of familie) {
    const sleutel = b.huishouden ?? '';
    groepen.set(sleutel, [...(groepen.get(sleutel) ?? []), b]);
  }
  const bovenhoogte = boven.length > 0 ? RIJ : 18;
  const onderhoogte = onder.length > 0 ? RIJ : 18;

  // Family fills rows of two from top to bottom, each household closed in itself.
  const personen: Persoon[] = [];
  const huishoudens: Huishouden[] = [];
  let y = 14;
  for (const [naam, leden] of [...groepen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const rijen = Math.ceil(leden.length / PER_RIJ);
    const top = y;
    if (naam !== '') y += VAK_RAND;
    leden.forEach((b, i) => {
      const inRij = i === leden.length - 1 && leden.length % PER_RIJ === 1 ? 1 : PER_RIJ;
      const kolom = inRij === 1 ? 0.5 : i % PER_RIJ;
      personen.push(
        maakPersoon(b, 60 + kolom * 104, y + Math.floor(i / PER_RIJ) * RIJ + 18, false, vandaag),
      );
    });
    y += rijen * RIJ;
    if (naam !== '') {
      y += VAK_RAND + 8;
      huishoudens.push({ naam, x: 4, y: top, b: 216, h: y - top });
      y += 12;
    }
  }
  const hoogte = Math.max(
    y + 6,
    orgs.length * ORG_HOOGTE + 16,
    bovenhoogte + onderhoogte + 110,
    190,
  );
  const midden = { x: MIDDEN_X, y: Math.round((hoogte + bovenhoogte - onderhoogte) / 2) };
  spreid(boven, MIDDEN_X).forEach(({ b, x }) =>
    personen.push(maakPersoon(b, x, 46, true, vandaag)),
  );
  spreid(onder, MIDDEN_X).forEach(({ b, x }) =>
    personen.push(maakPersoon(b, x, hoogte - 52, false, vandaag)),
  );
  const eerste = (hoogte - orgs.length * ORG_HOOGTE) / 2;
  return {
    hoogte,
    midden,
    personen,
    huishoudens,
    organisaties: orgs.map((o, i) => ({ ...o, y: eerste + i * ORG_HOOGTE + 4 })),
  };
}

/** Side by side around the middle, in the room between family and organisations. */
function spreid(rij: readonly BetrokkeneDoc[], midden: number): { b: BetrokkeneDoc; x: number }[] {
  const afstand = Math.min(96, 200 / Math.max(1, rij.length - 1));
  const begin = midden + 36 - ((rij.length - 1) * afstand) / 2;
  return rij.map((b, i) => ({ b, x: begin + i * afstand }));
}

function maakPersoon(
  b: BetrokkeneDoc,
  x: number,
  y: number,
  boven: boolean,
  vandaag: IsoDate,
): Persoon {
  const { voor, achter } = splitsNaam(b.naam);
  const jaren = b.geboortedatum === null ? null : leeftijd(b.geboortedatum, vandaag);
  const minderjarig = jaren !== null && jaren < 18;
  const kort =
    /^\p{L}\.$/u.test(voor) || voor === '' ? korteNaam(b.naam) : (voor.split(' ')[0] ?? voor);
  return {
    id: b.id,
    x,
    y,
    naam: minderjarig ? `${kort}, ${jaren}` : kort,
    bij: b.relatie ?? '',
    initialen: `${voor.charAt(0)}${achter.charAt(0)}`.toLocaleUpperCase('nl'),
    minderjarig,
    lijn: b.band === 'verbroken' ? 'off' : b.band === 'sociaal' ? 'soc' : 'fam',
    boven,
  };
}
