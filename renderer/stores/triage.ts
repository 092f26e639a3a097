/** Joint triage: which aanmeldingen are weighed on which day, at which tafel and with whom. */
import type { Aanmelding } from '../../shared/schema/index.js';
import { staatOpLijst, type IsoDate } from '../../shared/domein/index.js';
import type { Kluis } from '../vault/types.js';
import type { AanmeldingDoc } from './caseload.js';
import { onthoud, wijzigMetTerug } from './ongedaan.js';

export interface Triagelijst {
  readonly tafel: string;
  readonly op: IsoDate;
  /** Organisations that weigh along; none is the bureau alone. */
  readonly met: readonly string[];
}

/** Puts an aanmelding on the list, from wherever it was; what was written of its weighing stays. */
export async function zetOpLijst(
  kluis: Kluis,
  a: AanmeldingDoc,
  { tafel, op, met }: Triagelijst,
  tekst: string,
): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'aanmeldingen',
    a,
    (d) => {
      d.triage = { op, tafel, met: [...met], weging: d.triage?.weging ?? '' };
    },
    tekst,
  );
}

/** Takes an aanmelding that is not decided off its list. */
export async function haalVanLijst(kluis: Kluis, a: AanmeldingDoc, tekst: string): Promise<void> {
  await wijzigMetTerug(
    kluis,
    'aanmeldingen',
    a,
    (d) => {
      delete d.triage;
    },
    tekst,
  );
}

/** Who is at the table, for everything on the list that is not decided yet. One undo for all of it. */
export async function zetDeelnemers(
  kluis: Kluis,
  aanmeldingen: readonly AanmeldingDoc[],
  { tafel, op, met }: Triagelijst,
  tekst: string,
): Promise<void> {
  const opLijst = aanmeldingen.filter((a) => a.status === 'nieuw' && staatOpLijst(a, tafel, op));
  const zet =
    (nieuw: readonly string[]) =>
    (d: Aanmelding): void => {
      if (d.triage !== undefined) d.triage.met = [...nieuw];
    };
  const gedaan: { readonly na: AanmeldingDoc; readonly was: readonly string[] }[] = [];
  for (const a of opLijst)
    gedaan.push({ na: await kluis.wijzig('aanmeldingen', a, zet(met)), was: a.triage?.met ?? [] });
  if (gedaan.length === 0) return;
  onthoud(tekst, async () => {
    for (const { na, was } of gedaan) await kluis.wijzig('aanmeldingen', na, zet(was));
  });
}
