/** How long files are kept, the decisions on that, and destroying them. */
import { useMemo } from 'react';
import {
  bewaarstand,
  bewaarTot,
  bewaartermijnenVan,
  korteNaam,
  nlDatum,
  opTekens,
  stukVanAanmelding,
  stukVanCasus,
  WGS,
  type Bewaarstand,
  type Bewaarstuk,
  type Bewaartermijnen,
  type IsoDate,
  type Vernietigreden,
} from '../../shared/domein/index.js';
import type { Bewaring, Huisdocument, Vernietiging } from '../../shared/schema/index.js';
import { nieuwId } from '../../shared/crypto/index.js';
import type { Kluis, Langwerk, Onveranderlijk } from '../vault/types.js';
import type { AanmeldingDoc, CasusDoc } from './caseload.js';
import { naarCsv } from './caseload-lijst.js';
import { legVast } from './caseload-schrijf.js';
import { onthoud } from './ongedaan.js';
import { useDocs } from './react.js';
import { tafelsVan, type Tafel } from './tafels.js';

type Huisdoc = Onveranderlijk<Huisdocument>;
export type VernietigingDoc = Onveranderlijk<Vernietiging>;

/** A file on the clock. */
export interface Bewaarregel {
  readonly id: string;
  readonly vak: string;
  /** Number of the case; empty for an aanmelding. */
  readonly nummer: string;
  readonly titel: string;
  readonly tafel: string;
  readonly gemeente: string;
  readonly begin: IsoDate;
  readonly stuk: Bewaarstuk;
  readonly stand: Bewaarstand;
  readonly bron:
    | { readonly soort: 'casus'; readonly doc: CasusDoc }
    | { readonly soort: 'aanmelding'; readonly doc: AanmeldingDoc };
}

const grondslagVan = (tafels: readonly Tafel[], tafel: string): string =>
  tafels.find((t) => t.naam === tafel)?.grondslag ?? WGS;

function regelVanCasus(
  doc: CasusDoc,
  tafels: readonly Tafel[],
  termijnen: Bewaartermijnen,
  vandaag: IsoDate,
): Bewaarregel {
  const stuk = stukVanCasus(doc, grondslagVan(tafels, doc.tafel));
  return {
    id: doc.id,
    vak: doc.vak,
    nummer: doc.nummer,
    titel: doc.titel,
    tafel: doc.tafel,
    gemeente: doc.gemeente,
    begin: doc.startdatum,
    stuk,
    stand: bewaarstand(stuk, termijnen, vandaag),
    bron: { soort: 'casus', doc },
  };
}

/** Everything that is closed, what goes first first. */
export function bewaarregels(
  casussen: readonly CasusDoc[],
  aanmeldingen: readonly AanmeldingDoc[],
  huis: readonly Huisdoc[],
  vandaag: IsoDate,
): readonly Bewaarregel[] {
  const tafels = tafelsVan(huis);
  const termijnen = bewaartermijnenVan(huis);
  const vanCasus = casussen.map((doc) => regelVanCasus(doc, tafels, termijnen, vandaag));
  const vanAanmelding = aanmeldingen
    .filter((a) => a.casus === null)
    .map((doc): Bewaarregel => {
      const stuk = stukVanAanmelding(doc, WGS);
      return {
        id: doc.id,
        vak: doc.vak,
        nummer: '',
        titel: doc.naam === '' ? doc.aanduiding : doc.naam,
        tafel: doc.triage?.tafel ?? '',
        gemeente: doc.gemeente,
        begin: doc.ontvangenOp.slice(0, 10),
        stuk,
        stand: bewaarstand(stuk, termijnen, vandaag),
        bron: { soort: 'aanmelding', doc },
      };
    });
  return [...vanCasus, ...vanAanmelding]
    .filter((r) => r.stand.soort !== 'loopt')
    .toSorted((a, b) => opTekens(totVan(a), totVan(b)) || opTekens(a.id, b.id));
}

const totVan = ({ stand }: Bewaarregel): string => (stand.soort === 'loopt' ? '' : stand.tot);

export function useBewaarregels(vandaag: IsoDate): readonly Bewaarregel[] {
  const casussen = useDocs('casussen');
  const aanmeldingen = useDocs('aanmeldingen');
  const huis = useDocs('huis');
  return useMemo(
    () => bewaarregels(casussen, aanmeldingen, huis, vandaag),
    [casussen, aanmeldingen, huis, vandaag],
  );
}

export function useBewaarregel(casus: CasusDoc, vandaag: IsoDate): Bewaarregel {
  const huis = useDocs('huis');
  return useMemo(
    () => regelVanCasus(casus, tafelsVan(huis), bewaartermijnenVan(huis), vandaag),
    [casus, huis, vandaag],
  );
}

/** How many files are past their term: work for somebody who may decide. */
export const aantalVerlopen = (kluis: Kluis, vandaag: IsoDate): number =>
  bewaarregels(
    kluis.alle('casussen'),
    kluis.alle('aanmeldingen'),
    kluis.alle('huis'),
    vandaag,
  ).filter((r) => r.stand.soort === 'verlopen').length;

/** The last day on which a case would be kept when it were closed on that day. */
export function useBewaarTot(casus: CasusDoc, op: IsoDate): IsoDate {
  const huis = useDocs('huis');
  return useMemo(() => {
    const stuk = {
      ...stukVanCasus(casus, grondslagVan(tafelsVan(huis), casus.tafel)),
      gesloten: op,
    };
    return bewaarTot(stuk, bewaartermijnenVan(huis)) ?? op;
  }, [casus, op, huis]);
}

export interface Grondslagtermijn {
  readonly grondslag: string;
  readonly tafels: readonly string[];
}

/** The grounds that the tafels of the house have, each with its tafels. */
export function grondslagen(huis: readonly Huisdoc[]): readonly Grondslagtermijn[] {
  const per = new Map<string, string[]>([[WGS, []]]);
  for (const { grondslag, naam } of tafelsVan(huis))
    per.set(grondslag, [...(per.get(grondslag) ?? []), naam]);
  return [...per].map(([grondslag, tafels]) => ({ grondslag, tafels }));
}

export async function zetTermijn(kluis: Kluis, grondslag: string, jaren: number): Promise<void> {
  const huis = kluis.alle('huis').find((d) => d.soort === 'huis');
  if (huis === undefined) throw new Error('het huis is onbekend');
  await kluis.wijzig('huis', huis, (d) => {
    if (d.soort === 'huis') d.bewaartermijnen = { ...d.bewaartermijnen, [grondslag]: jaren };
  });
}

export const termijnenVan = (kluis: Kluis): Bewaartermijnen =>
  bewaartermijnenVan(kluis.alle('huis'));

const LEEG: Bewaring = { verlengingen: [], vasthouden: null };

/** Changes the decisions of a file, with a line in the timeline of a case, and a way back. */
async function besluit(
  kluis: Kluis,
  { bron }: Pick<Bewaarregel, 'bron'>,
  recept: (b: Bewaring) => void,
  terug: (b: Bewaring) => void,
  titel: string,
  toelichting: string,
): Promise<void> {
  const pas = (doe: (b: Bewaring) => void) => (d: { bewaring?: Bewaring | undefined }) => {
    const bewaring = structuredClone(d.bewaring ?? LEEG);
    doe(bewaring);
    d.bewaring = bewaring;
  };
  if (bron.soort === 'aanmelding') {
    const na = await kluis.wijzig('aanmeldingen', bron.doc, pas(recept));
    onthoud(titel, async () => {
      await kluis.wijzig('aanmeldingen', na, pas(terug));
    });
    return;
  }
  const na = await kluis.wijzig('casussen', bron.doc, pas(recept));
  const regel = await legVast(kluis, bron.doc, { soort: 'wijziging', titel, toelichting });
  onthoud(titel, async () => {
    await kluis.wijzig('casussen', na, pas(terug));
    await kluis.verwijder('gebeurtenissen', regel);
  });
}

/** A verlengingsbesluit: kept longer, until when and why. */
export async function verleng(
  kluis: Kluis,
  regel: Bewaarregel,
  { tot, reden }: { readonly tot: IsoDate; readonly reden: string },
  titel: string,
): Promise<void> {
  const id = nieuwId();
  const stempel = { door: kluis.ik.id, op: new Date().toISOString() };
  await besluit(
    kluis,
    regel,
    (b) => void b.verlengingen.push({ id, tot, reden: reden.trim(), ...stempel }),
    (b) => {
      b.verlengingen = b.verlengingen.filter((v) => v.id !== id);
    },
    titel,
    `${nlDatum(tot)}. ${reden.trim()}`,
  );
}

/** A legal hold: nothing is destroyed while it stands. */
export async function houdVast(
  kluis: Kluis,
  regel: Bewaarregel,
  reden: string,
  titel: string,
): Promise<void> {
  const vasthouden = { reden: reden.trim(), door: kluis.ik.id, op: new Date().toISOString() };
  await besluit(
    kluis,
    regel,
    (b) => (b.vasthouden = vasthouden),
    (b) => (b.vasthouden = null),
    titel,
    reden.trim(),
  );
}

export async function geefVrij(kluis: Kluis, regel: Bewaarregel, titel: string): Promise<void> {
  const eerder = regel.stuk.bewaring?.vasthouden ?? null;
  await besluit(
    kluis,
    regel,
    (b) => (b.vasthouden = null),
    (b) => (b.vasthouden = eerder && { ...eerder }),
    titel,
    eerder?.reden ?? '',
  );
}

/**
 * Destroys files for good: the declaration first, which also tells every other device of the house to destroy
 * what it has, then what is here. @returns the declarations
 */
export async function vernietig(
  kluis: Kluis,
  regels: readonly Bewaarregel[],
  reden: Vernietigreden,
  werk: Langwerk = {},
): Promise<readonly VernietigingDoc[]> {
  const op = new Date().toISOString();
  const docs = await kluis.voegToe(
    'huis',
    await Promise.all(
      regels.map(async (r) => ({
        // Two who decide at once make one declaration.
        id: await kluis.afgeleidId(`vernietiging ${r.vak}`),
        soort: 'vernietiging' as const,
        vak: kluis.huisvak,
        van: r.vak,
        nummer: r.nummer,
        tafel: r.tafel,
        gemeente: r.gemeente,
        startdatum: r.begin,
        sluitdatum: r.stuk.gesloten,
        grondslag: r.stuk.grondslag,
        termijn: totVan(r),
        reden,
        op,
        aantal: kluis.vernietigingen.omvang(r.vak),
      })),
    ),
  );
  await kluis.vernietigingen.voerUit(werk);
  return docs.filter((d): d is VernietigingDoc => d.soort === 'vernietiging');
}

export function useVerklaringen(): readonly VernietigingDoc[] {
  const huis = useDocs('huis');
  return useMemo(
    () =>
      huis
        .filter((d): d is VernietigingDoc => d.soort === 'vernietiging')
        .toSorted((a, b) => opTekens(b.op, a.op) || opTekens(a.nummer, b.nummer)),
    [huis],
  );
}

/** Who decided, as people know them. */
export const besloten = (kluis: Kluis, account: string): string => {
  const lid = kluis.haal('leden', account);
  return lid === undefined ? '' : korteNaam(lid.naam);
};

const CSVKOPPEN = [
  'dossier',
  'casustafel',
  'gemeente',
  'startdatum',
  'sluitdatum',
  'grondslag',
  'bewaartermijn tot en met',
  'grond',
  'documenten',
  'bijlagen',
  'vernietigd op',
  'besluit van',
];

/** @param wie the name of an account */
export const verklaringenCsv = (
  verklaringen: readonly VernietigingDoc[],
  wie: (account: string) => string,
): string =>
  naarCsv(
    CSVKOPPEN,
    verklaringen.map((v) => [
      v.nummer,
      v.tafel,
      v.gemeente,
      v.startdatum,
      v.sluitdatum,
      v.grondslag,
      v.termijn,
      v.reden,
      v.aantal.documenten,
      v.aantal.bijlagen,
      v.op,
      wie(v.gewijzigdDoor),
    ]),
  );
