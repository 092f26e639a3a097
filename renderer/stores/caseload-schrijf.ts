/** Changes of the caseload that are more than one field: with their line in the timeline, and a way back. */
import { STEMPELS, type Bijlage, type Casus, type Gebeurtenis } from '../../shared/schema/index.js';
import { korteNaam, vandaagIso, type Reiswijziging } from '../../shared/domein/index.js';
import type { Kluis } from '../vault/types.js';
import type { CasusDoc } from './caseload.js';
import { onthoud } from './ongedaan.js';

type Gebeurtenissoort = Gebeurtenis['soort'];

export interface NieuweGebeurtenis {
  readonly datum?: string;
  readonly soort: Gebeurtenissoort;
  readonly titel: string;
  readonly toelichting?: string;
  readonly bron?: string;
  readonly leefgebied?: string | null;
  /** On which ground a fact was given. */
  readonly grondslag?: string;
  /** On disk already. */
  readonly bijlagen?: readonly Bijlage[];
  /** For fewer eyes than the case (`besloten.ts`); left out is for everybody of the case. */
  readonly vak?: string;
}

/** Records something in the timeline of a case; its id. */
export async function legVast(
  kluis: Kluis,
  casus: Pick<CasusDoc, 'id' | 'vak'>,
  g: NieuweGebeurtenis,
): Promise<string> {
  const [doc] = await kluis.voegToe('gebeurtenissen', [
    {
      vak: g.vak ?? casus.vak,
      casus: casus.id,
      datum: g.datum ?? vandaagIso(),
      soort: g.soort,
      titel: g.titel,
      toelichting: g.toelichting ?? '',
      bron: g.bron ?? korteNaam(kluis.ik.naam),
      leefgebied: g.leefgebied ?? null,
      ...(g.grondslag !== undefined && g.grondslag !== '' && { grondslag: g.grondslag }),
      bijlagen: [...(g.bijlagen ?? [])],
    },
  ]);
  if (doc === undefined) throw new Error('gebeurtenis toevoegen gaf niets terug');
  return doc.id;
}

/**
 * Changes a case with a line in its timeline. Undoing puts the fields back and takes the line out.
 */
export async function wijzigCasus(
  kluis: Kluis,
  casus: CasusDoc,
  recept: (c: Casus) => void,
  gebeurtenis: NieuweGebeurtenis,
): Promise<void> {
  onthoud(gebeurtenis.titel, await schrijfCasus(kluis, casus, recept, gebeurtenis));
}

/** The same as a part of something greater: how to undo it is the answer, and is not on the stack. */
export async function schrijfCasus(
  kluis: Kluis,
  casus: CasusDoc,
  recept: (c: Casus) => void,
  gebeurtenis: NieuweGebeurtenis,
): Promise<() => Promise<void>> {
  const na = await kluis.wijzig('casussen', casus, recept);
  const regel = await legVast(kluis, casus, gebeurtenis);
  const voor = casus as unknown as Readonly<Record<string, unknown>>;
  const nu = na as unknown as typeof voor;
  const velden = Object.keys(na).filter(
    (k) => !STEMPELS.has(k) && JSON.stringify(voor[k]) !== JSON.stringify(nu[k]),
  );
  return async () => {
    await kluis.wijzig('casussen', na, (c) => {
      const doel = c as unknown as Record<string, unknown>;
      // A list that was not there becomes empty: so it is merged with what others put in it meanwhile.
      for (const veld of velden)
        doel[veld] = structuredClone(voor[veld] ?? (Array.isArray(nu[veld]) ? [] : voor[veld]));
    });
    await kluis.verwijder('gebeurtenissen', regel);
  };
}

/** Puts a move of the casusreis, which the domain allowed, in the case. */
export function pasReisToe(wijziging: Reiswijziging): (c: Casus) => void {
  return (c) => {
    Object.assign(c, wijziging);
  };
}
