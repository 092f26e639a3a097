/**
 * Levels of a case: what a gemeente agreed per AVE-fase, going up and down, and the escalation of RDM trede 3
 * (dossier A3 rows 39 to 42). All of it is read from what was registered at the tafels.
 */
import type { Casus, Registratie } from '../schema/index.js';
import { plusMaanden } from './datums.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';
import { normaliseer, opTekens } from './tekst.js';

type Reg = Onveranderlijk<Registratie>;

export const AVE_FASEN = [1, 2, 3, 4] as const;
export type Avefase = (typeof AVE_FASEN)[number];

/** How a gemeente fills in a fase. */
export interface Aveafspraak {
  readonly gemeente: string;
  readonly fase: Avefase;
  readonly casusregie: string;
  readonly procesregie: string;
  readonly afspraken: string;
  readonly datum: IsoDate;
}

const nieuwsteEerst = (a: Reg, b: Reg): number =>
  opTekens(b.datum, a.datum) || opTekens(b.gewijzigdOp, a.gewijzigdOp) || opTekens(b.id, a.id);
const van = (registraties: readonly Reg[], formulier: string): readonly Reg[] =>
  registraties.filter((r) => r.formulier.id === formulier).toSorted(nieuwsteEerst);
const tekst = (r: Reg, veld: string): string => {
  const antwoord = r.antwoorden[veld];
  return typeof antwoord === 'string' ? antwoord : '';
};

/** What a gemeente agreed for a fase, the newest registration; null when it has not filled it in. */
export function aveAfspraak(
  registraties: readonly Reg[],
  gemeente: string,
  fase: number | null,
): Aveafspraak | null {
  const welke = AVE_FASEN.find((f) => f === fase);
  if (welke === undefined) return null;
  const r = van(registraties, 'ave').find(
    (x) =>
      normaliseer(tekst(x, 'gemeente')) === normaliseer(gemeente) &&
      tekst(x, 'fase') === String(welke),
  );
  if (r === undefined) return null;
  return {
    gemeente,
    fase: welke,
    casusregie: tekst(r, 'casusregie'),
    procesregie: tekst(r, 'procesregie'),
    afspraken: tekst(r, 'afspraken'),
    datum: r.datum,
  };
}

/** Since when the house is adviser of a case: an afschaling that said so, with no opschaling after it. */
export function adviseurSinds(registraties: readonly Reg[]): IsoDate | null {
  const laatste = van(registraties, 'schaling')[0];
  if (laatste === undefined || tekst(laatste, 'richting') !== 'afschaling') return null;
  return laatste.antwoorden['adviseur'] === true ? laatste.datum : null;
}

export const RDM_TAFEL = 'RDM trede 3';
export const RDM_TREDEN = [1, 2, 3, 4] as const;
export const RDM_STAPPEN = ['aanmelding', 'bestuurders', 'overleg', 'uitkomst'] as const;
export type Rdmstapnaam = (typeof RDM_STAPPEN)[number];

export interface Rdmproces {
  /** What was done on each trede, by its number; empty when nothing was written. */
  readonly treden: readonly { readonly trede: number; readonly gedaan: string }[];
  /** When each step was done; null when it was not. */
  readonly stappen: readonly {
    readonly stap: Rdmstapnaam;
    readonly op: IsoDate | null;
    readonly wat: string;
  }[];
  /** The registered outcome that names a gap in the system, of which a signaal can be made. */
  readonly hiaat: Reg | null;
}

/** How far an escalation has come, from the forms of the tafel; null when nothing was registered of it. */
export function rdmProces(registraties: readonly Reg[]): Rdmproces | null {
  const [aanmelding, escalatie, uitkomst] = ['aanmelding-rdm', 'escalatie', 'uitkomst'].map(
    (f) =>
      van(
        registraties.filter((r) => r.tafel === RDM_TAFEL),
        f,
      )[0],
  );
  if (aanmelding === undefined && escalatie === undefined && uitkomst === undefined) return null;
  const dag = (r: Reg | undefined, veld: string): IsoDate | null =>
    r === undefined || tekst(r, veld) === '' ? null : tekst(r, veld);
  const lijst = (r: Reg | undefined, veld: string): string => {
    const antwoord = r?.antwoorden[veld];
    return typeof antwoord === 'object' ? antwoord.join(', ') : '';
  };
  const stap = (naam: Rdmstapnaam, op: IsoDate | null, wat: string) => ({ stap: naam, op, wat });
  return {
    treden: RDM_TREDEN.map((trede) => ({
      trede,
      gedaan: aanmelding === undefined ? '' : tekst(aanmelding, `trede${trede}`),
    })),
    stappen: [
      stap(
        'aanmelding',
        aanmelding?.datum ?? null,
        aanmelding === undefined ? '' : tekst(aanmelding, 'bestuurder'),
      ),
      stap('bestuurders', dag(escalatie, 'geinformeerd'), lijst(escalatie, 'bestuurders')),
      stap(
        'overleg',
        dag(escalatie, 'op'),
        escalatie === undefined ? '' : tekst(escalatie, 'gemeente'),
      ),
      stap(
        'uitkomst',
        dag(uitkomst, 'op') ?? uitkomst?.datum ?? null,
        uitkomst === undefined ? '' : tekst(uitkomst, 'uitkomst'),
      ),
    ],
    hiaat: uitkomst?.antwoorden['hiaat'] === true ? uitkomst : null,
  };
}

const MAANDEN_PER_JAAR = 12;

/**
 * The last day on which the leerproces of RDM is to be held: a year after the last time, else a year after the
 * first case at this tafel. Null: there is nothing to learn from yet.
 */
export function intervisieUiterlijk(
  registraties: readonly Reg[],
  casussen: readonly Pick<Onveranderlijk<Casus>, 'tafel' | 'startdatum'>[],
): IsoDate | null {
  const gehouden = registraties
    .filter((r) => r.tafel === RDM_TAFEL && r.formulier.id === 'leren')
    .map((r) => tekst(r, 'op') || r.datum)
    .toSorted(opTekens)
    .at(-1);
  const eerste = casussen
    .filter((c) => c.tafel === RDM_TAFEL)
    .map((c) => c.startdatum)
    .toSorted(opTekens)[0];
  const vanaf = gehouden ?? eerste;
  return vanaf === undefined ? null : plusMaanden(vanaf, MAANDEN_PER_JAAR);
}
