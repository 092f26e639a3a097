/**
 * The course of a right: requested, decided on, looked at again in time, ended. All rights once a year,
 * special rights once a quarter (BIO2 5.18.02 and 8.02.01). Keys decide what can be read; this says which
 * of them somebody answered for, and what is to be looked at.
 */
import type { Autorisatie, Casus, Lid, Rol } from '../schema/index.js';
import { mag } from './bevoegdheden.js';
import { plusDagen, plusMaanden, vandaagIso } from './datums.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';
import { opTekens } from './tekst.js';

export const MAANDEN_BIJZONDER = 3;
export const MAANDEN_GEWOON = 12;
/** A review comes on the worklist so many days before its last day. */
export const DAGEN_VOORUIT = 14;

type Autorisatiedoc = Onveranderlijk<Autorisatie>;
type Houderslid = Pick<Onveranderlijk<Lid>, 'id' | 'rol' | 'toegang' | 'gewijzigdOp'>;

/** Whether somebody else can review: nobody reviews their own right, unless there is nobody else. */
export const heeftCollega = (
  leden: readonly Pick<Houderslid, 'id' | 'rol'>[],
  ik: { readonly id: string },
): boolean => leden.some((l) => l.id !== ik.id && mag(l.rol, 'toegang-beheren'));

/** Who holds the present key of a case. */
export interface Houder {
  readonly account: string;
  readonly rol: string;
  readonly tot: IsoDate | null;
}

/** A right, and when it is to be looked at again. */
export interface Recht {
  readonly account: string;
  /** What was recorded of it last; null: nothing was. */
  readonly autorisatie: Autorisatiedoc | null;
  /** Last day of the next review; null when it is not reviewed by itself (the role in the house is, or it ended). */
  readonly beoordelen: IsoDate | null;
}

/** More than the own cases: the rights that are looked at every quarter. */
export const isBijzonder = ({ rol, toegang }: { rol: Rol; toegang: Lid['toegang'] }): boolean =>
  toegang === 'huis' || mag(rol, 'toegang-beheren') || mag(rol, 'logboek-van-huis');

/** Requests on which nobody decided yet, the oldest first. */
export const openAanvragen = (docs: readonly Autorisatiedoc[]): readonly Autorisatiedoc[] =>
  docs
    .filter((a) => a.besluit === null && a.einde === null)
    .toSorted((a, b) => opTekens(a.aanvraag.op, b.aanvraag.op));

/** Granted, in force by its dates, and without a key: the granting or the ending was broken off half-way. */
export const zonderSleutel = (
  docs: readonly Autorisatiedoc[],
  houders: readonly Houder[],
  vandaag: IsoDate,
): readonly Autorisatiedoc[] => {
  const met = new Set(houders.map((h) => h.account));
  return docs.filter((a) => isVanKracht(a, vandaag) && !met.has(a.account));
};

/** What became of requests and rights that do not count any more, the latest first. */
export const afgelopen = (docs: readonly Autorisatiedoc[]): readonly Autorisatiedoc[] =>
  docs
    .filter((a) => a.einde !== null || a.besluit?.uitkomst === 'afgewezen')
    .toSorted((a, b) => opTekens(slotmoment(b), slotmoment(a)));
const slotmoment = (a: Autorisatiedoc): string => a.einde?.op ?? a.besluit?.op ?? '';

/** The rights on one case, one line for everybody who holds its key. */
export function rechtenOpCasus(
  houders: readonly Houder[],
  docs: readonly Autorisatiedoc[],
  lidVan: (account: string) => Houderslid | undefined,
  vandaag: IsoDate,
): readonly Recht[] {
  return houders.map(({ account, tot }) => {
    const autorisatie = laatste(docs, account);
    const doorRol = lidVan(account)?.toegang === 'huis';
    const voorbij = tot !== null && tot < vandaag;
    return {
      account,
      autorisatie,
      beoordelen:
        doorRol || voorbij
          ? null
          : autorisatie === null
            ? vandaag
            : vervalt(bekekenOp(autorisatie), MAANDEN_GEWOON, vandaag),
    };
  });
}

/** The rights that roles give in the house. */
export function rechtenInHuis(
  leden: readonly Houderslid[],
  docs: readonly Autorisatiedoc[],
  vandaag: IsoDate,
): readonly Recht[] {
  const vanHuis = docs.filter((a) => a.casus === null);
  return leden.map((lid) => {
    const autorisatie = laatste(vanHuis, lid.id);
    return {
      account: lid.id,
      autorisatie,
      beoordelen: vervalt(
        autorisatie === null ? [lid.gewijzigdOp] : bekekenOp(autorisatie),
        isBijzonder(lid) ? MAANDEN_BIJZONDER : MAANDEN_GEWOON,
        vandaag,
      ),
    };
  });
}

export type Toegangstaak =
  | { readonly soort: 'aanvraag'; readonly casus: string; readonly account: string }
  | {
      readonly soort: 'beoordeling';
      /** Null is the right in the house. */
      readonly casus: string | null;
      readonly account: string;
      readonly uiterlijk: IsoDate;
    };

export interface Toegangsbron {
  readonly casussen: readonly Pick<
    Onveranderlijk<Casus>,
    'id' | 'vak' | 'procesregisseur' | 'backupRegisseur'
  >[];
  readonly leden: readonly (Houderslid & { readonly naam: string })[];
  /** Accounts that were revoked as a whole. */
  readonly ingetrokken: ReadonlySet<string>;
  autorisaties(casus: string | null): readonly Autorisatiedoc[];
  houders(vak: string): readonly Houder[];
}

/**
 * What this person has to do about access: of the cases that they direct, of those that nobody of the
 * house directs, and, for who sets up the house, of its members. Requests first, then by last day.
 */
export function toegangstaken(
  bron: Toegangsbron,
  ik: { readonly id: string; readonly naam: string; readonly rol: Rol },
  vandaag: IsoDate,
): readonly Toegangstaak[] {
  if (!mag(ik.rol, 'toegang-beheren')) return [];
  const leden = bron.leden.filter((l) => !bron.ingetrokken.has(l.id));
  const perId = new Map(leden.map((l) => [l.id, l]));
  const namen = new Set(leden.map((l) => l.naam));
  const grens = plusDagen(vandaag, DAGEN_VOORUIT);
  const metCollega = heeftCollega(leden, ik);
  const aanvragen: Toegangstaak[] = [];
  const beoordelingen: (Toegangstaak & { readonly soort: 'beoordeling' })[] = [];
  const bekijk = (casus: string | null, rechten: readonly Recht[]): void => {
    for (const { account, beoordelen } of rechten)
      if (beoordelen !== null && beoordelen <= grens && !(metCollega && account === ik.id))
        beoordelingen.push({ soort: 'beoordeling', casus, account, uiterlijk: beoordelen });
  };
  for (const casus of bron.casussen) {
    const regie = [casus.procesregisseur, casus.backupRegisseur ?? ''];
    if (!regie.includes(ik.naam) && regie.some((naam) => namen.has(naam))) continue;
    const docs = bron.autorisaties(casus.id);
    for (const { account } of openAanvragen(docs))
      aanvragen.push({ soort: 'aanvraag', casus: casus.id, account });
    const houders = bron.houders(casus.vak).filter((h) => perId.has(h.account));
    bekijk(
      casus.id,
      rechtenOpCasus(houders, docs, (a) => perId.get(a), vandaag),
    );
  }
  // Where nobody sets up the house, everybody of the bureau looks after its members.
  const zonderBeheerder = !leden.some((l) => mag(l.rol, 'huis-instellen'));
  if (zonderBeheerder || mag(ik.rol, 'huis-instellen'))
    bekijk(null, rechtenInHuis(leden, bron.autorisaties(null), vandaag));
  return [...aanvragen, ...beoordelingen.sort((a, b) => opTekens(a.uiterlijk, b.uiterlijk))];
}

const isVanKracht = (a: Autorisatiedoc, vandaag: IsoDate): boolean =>
  a.besluit?.uitkomst === 'toegekend' && a.einde === null && (a.tot === null || a.tot >= vandaag);

const laatste = (docs: readonly Autorisatiedoc[], account: string): Autorisatiedoc | null =>
  docs
    .filter((a) => a.account === account && a.besluit?.uitkomst === 'toegekend' && a.einde === null)
    .toSorted((a, b) => opTekens(b.besluit?.op ?? '', a.besluit?.op ?? ''))[0] ?? null;

/** First day on which a right is due, from when it was granted and looked at. */
function vervalt(momenten: readonly string[], maanden: number, vandaag: IsoDate): IsoDate {
  // A clock that ran years ahead must not put a review off: a day that is still to come does not count.
  const dag = momenten
    .map((moment) => vandaagIso(new Date(moment)))
    .filter((d) => d <= vandaag)
    .toSorted(opTekens)
    .at(-1);
  return dag === undefined ? vandaag : plusMaanden(dag, maanden);
}

const bekekenOp = (a: Autorisatiedoc): readonly string[] => [
  a.besluit?.op ?? a.aanvraag.op,
  ...a.beoordelingen.map((b) => b.op),
];
