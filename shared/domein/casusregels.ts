/**
 * Lines for lists, worked out from the documents of the vault in one pass over each collection.
 * Pure: the same documents and the same day give the same lines.
 */
import type {
  Actie,
  Betrokkene,
  Casus,
  Gebeurtenis,
  Meting,
  Overleg,
  Stap,
} from '../schema/index.js';
import { dagen, teLaat } from './datums.js';
import { vergelijkNamen } from './namen.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';
import { opTekens } from './tekst.js';

type Reeks<T> = readonly Onveranderlijk<T>[];

/** Documents that the lines are made of. The optional ones only count for verschillen and searching. */
export interface Casusdocumenten {
  readonly casussen: Reeks<Casus>;
  readonly betrokkenen: Reeks<Betrokkene>;
  readonly overleggen: Reeks<Overleg>;
  readonly acties: Reeks<Actie>;
  readonly metingen?: Reeks<Meting>;
  readonly gebeurtenissen?: Reeks<Gebeurtenis>;
}

export interface VolgendMdo {
  readonly overleg: string;
  readonly soort: string;
  readonly datum: IsoDate;
  /** `uu:mm`, or null while only the day is known. */
  readonly begin: string | null;
  readonly locatie: string;
  readonly status: 'gepland' | 'bezig';
}

export interface Casusregel {
  readonly id: string;
  readonly vak: string;
  readonly titel: string;
  readonly nummer: string;
  readonly aard: Casus['aard'];
  readonly gemeente: string;
  readonly tafel: string;
  readonly stap: Stap;
  readonly ave: number | null;
  readonly regisseur: string;
  readonly backup: string | null;
  readonly volgendMdo: VolgendMdo | null;
  readonly openActies: number;
  /** Open actions past their deadline. */
  readonly teLaat: number;
  /** Earliest deadline of the open actions. */
  readonly eersteDeadline: IsoDate | null;
  /** Days since the start, until the end for a closed case. */
  readonly dagen: number;
  readonly spoed: boolean;
  /** Number of fields in conflict in the case and its documents. */
  readonly verschillen: number;
  readonly heeftVerschil: boolean;
  readonly afgesloten: boolean;
  readonly startdatum: IsoDate;
  readonly sluitdatum: IsoDate | null;
}

interface Telling {
  open: number;
  teLaat: number;
  deadline: IsoDate | null;
  verschillen: number;
  mdo: Onveranderlijk<Overleg> | null;
}

/** One line per case, in the order of the cases. */
export function maakCasusregels(documenten: Casusdocumenten, vandaag: IsoDate): Casusregel[] {
  const tellingen = new Map<string, Telling>();
  const van = (casus: string): Telling => {
    let telling = tellingen.get(casus);
    if (telling === undefined) {
      telling = { open: 0, teLaat: 0, deadline: null, verschillen: 0, mdo: null };
      tellingen.set(casus, telling);
    }
    return telling;
  };

  for (const betrokkene of documenten.betrokkenen) {
    const telling = van(betrokkene.casus);
    telling.verschillen += betrokkene.conflicten.length;
  }
  for (const actie of documenten.acties) {
    const telling = van(actie.casus);
    telling.verschillen += actie.conflicten.length;
    if (actie.status !== 'open') continue;
    telling.open += 1;
    if (teLaat(actie.deadline, vandaag) > 0) telling.teLaat += 1;
    if (
      actie.deadline !== null &&
      (telling.deadline === null || actie.deadline < telling.deadline)
    ) {
      telling.deadline = actie.deadline;
    }
  }
  for (const overleg of documenten.overleggen) {
    const telling = van(overleg.casus);
    telling.verschillen += overleg.conflicten.length;
    if (!staatNogTeKomen(overleg, vandaag)) continue;
    if (telling.mdo === null || vergelijkOverleg(overleg, telling.mdo) < 0) telling.mdo = overleg;
  }
  for (const reeks of [documenten.metingen ?? [], documenten.gebeurtenissen ?? []]) {
    for (const document of reeks) {
      if (document.conflicten.length > 0)
        van(document.casus).verschillen += document.conflicten.length;
    }
  }
  return documenten.casussen.map((casus) => maakRegel(casus, tellingen.get(casus.id), vandaag));
}

function maakRegel(
  casus: Onveranderlijk<Casus>,
  telling: Telling | undefined,
  vandaag: IsoDate,
): Casusregel {
  const verschillen = casus.conflicten.length + (telling?.verschillen ?? 0);
  const mdo = telling?.mdo ?? null;
  return {
    id: casus.id,
    vak: casus.vak,
    titel: casus.titel,
    nummer: casus.nummer,
    aard: casus.aard,
    gemeente: casus.gemeente,
    tafel: casus.tafel,
    stap: casus.stap,
    ave: casus.aveFase,
    regisseur: casus.procesregisseur,
    backup: casus.backupRegisseur,
    volgendMdo: mdo === null || casus.sluitdatum !== null ? null : alsVolgendMdo(mdo),
    openActies: telling?.open ?? 0,
    teLaat: telling?.teLaat ?? 0,
    eersteDeadline: telling?.deadline ?? null,
    dagen: dagen(casus.startdatum, casus.sluitdatum ?? vandaag),
    spoed: casus.spoed,
    verschillen,
    heeftVerschil: verschillen > 0,
    afgesloten: casus.sluitdatum !== null && casus.sluitdatum <= vandaag,
    startdatum: casus.startdatum,
    sluitdatum: casus.sluitdatum,
  };
}

function alsVolgendMdo(mdo: Onveranderlijk<Overleg>): VolgendMdo {
  return {
    overleg: mdo.id,
    soort: mdo.soort,
    datum: mdo.datum,
    begin: mdo.begin,
    locatie: mdo.locatie,
    status: mdo.status === 'bezig' ? 'bezig' : 'gepland',
  };
}

/** A meeting that runs, or is planned for today or later. */
export function staatNogTeKomen(
  overleg: Pick<Onveranderlijk<Overleg>, 'status' | 'datum'>,
  vandaag: IsoDate,
): boolean {
  return overleg.status === 'bezig' || (overleg.status === 'gepland' && overleg.datum >= vandaag);
}

/** By date and time; a meeting without a time comes after those of that day that have one. */
export function vergelijkOverleg(
  a: Pick<Onveranderlijk<Overleg>, 'datum' | 'begin' | 'id'>,
  b: Pick<Onveranderlijk<Overleg>, 'datum' | 'begin' | 'id'>,
): number {
  return (
    opTekens(a.datum, b.datum) ||
    opTekens(a.begin ?? '99:99', b.begin ?? '99:99') ||
    opTekens(a.id, b.id)
  );
}

/** How a person stands to a case: as procesregisseur, as back-up, or not at all. */
export function mijnRol(
  regel: Pick<Casusregel, 'regisseur' | 'backup'>,
  naam: string,
): 'regisseur' | 'backup' | null {
  if (regel.regisseur === naam) return 'regisseur';
  return regel.backup === naam ? 'backup' : null;
}

/** First what comes first: next MDO, then cases without one by name; closed cases last, newest first. */
export function vergelijkOpMdo(a: Casusregel, b: Casusregel): number {
  if (a.afgesloten !== b.afgesloten) return a.afgesloten ? 1 : -1;
  if (a.afgesloten && b.afgesloten && a.sluitdatum !== b.sluitdatum) {
    return (a.sluitdatum ?? '') < (b.sluitdatum ?? '') ? 1 : -1;
  }
  const mdoA =
    a.volgendMdo === null ? '9' : `${a.volgendMdo.datum} ${a.volgendMdo.begin ?? '99:99'}`;
  const mdoB =
    b.volgendMdo === null ? '9' : `${b.volgendMdo.datum} ${b.volgendMdo.begin ?? '99:99'}`;
  if (mdoA !== mdoB) return mdoA < mdoB ? -1 : 1;
  return vergelijkNamen(a.titel, b.titel);
}

export interface Actieregel {
  readonly actie: Onveranderlijk<Actie>;
  /** The case that the action belongs to, undefined when this device does not have it. */
  readonly casus: Casusregel | undefined;
  /** Days past the deadline; 0 when not. */
  readonly teLaat: number;
}

/** Open actions, those with the earliest deadline first, without a deadline last. */
export function maakActieregels(
  acties: Reeks<Actie>,
  casusregels: readonly Casusregel[],
  vandaag: IsoDate,
): Actieregel[] {
  const perId = new Map(casusregels.map((regel) => [regel.id, regel]));
  return acties
    .filter((actie) => actie.status === 'open')
    .map((actie) => ({
      actie,
      casus: perId.get(actie.casus),
      teLaat: teLaat(actie.deadline, vandaag),
    }))
    .sort((a, b) => {
      const deadlineA = a.actie.deadline ?? '9999';
      const deadlineB = b.actie.deadline ?? '9999';
      if (deadlineA !== deadlineB) return deadlineA < deadlineB ? -1 : 1;
      return a.actie.id < b.actie.id ? -1 : 1;
    });
}

export interface Overlegregel {
  readonly overleg: Onveranderlijk<Overleg>;
  readonly casus: Casusregel | undefined;
  /** Which vervolg-MDO of the case it is: `Vervolg-MDO 3`; for the others the soort itself. */
  readonly titel: string;
}

/** Meetings from `van` up to and including `tot`, in order of time. */
export function maakOverlegregels(
  overleggen: Reeks<Overleg>,
  casusregels: readonly Casusregel[],
  van: IsoDate,
  tot: IsoDate,
): Overlegregel[] {
  const perId = new Map(casusregels.map((regel) => [regel.id, regel]));
  const volgnummers = nummerOverleggen(overleggen);
  return overleggen
    .filter((overleg) => overleg.datum >= van && overleg.datum <= tot)
    .sort(vergelijkOverleg)
    .map((overleg) => ({
      overleg,
      casus: perId.get(overleg.casus),
      titel: overlegTitel(overleg, volgnummers.get(overleg.id) ?? 1),
    }));
}

/** Rank of each meeting among those of the same case and soort, from 1. */
export function nummerOverleggen(overleggen: Reeks<Overleg>): Map<string, number> {
  const tellers = new Map<string, number>();
  const nummers = new Map<string, number>();
  for (const overleg of [...overleggen].sort(vergelijkOverleg)) {
    const sleutel = `${overleg.casus} ${overleg.soort}`;
    const nummer = (tellers.get(sleutel) ?? 0) + 1;
    tellers.set(sleutel, nummer);
    nummers.set(overleg.id, nummer);
  }
  return nummers;
}

/** `Start-MDO`, `Vervolg-MDO 3`, `Maatwerkoverleg`. */
export function overlegTitel(
  overleg: Pick<Onveranderlijk<Overleg>, 'soort'>,
  nummer: number,
): string {
  const soort = overleg.soort.charAt(0).toLocaleUpperCase('nl') + overleg.soort.slice(1);
  return overleg.soort === 'vervolg-MDO' ? `${soort} ${nummer}` : soort;
}
