/** Changes of the caseload that are more than one field: with their line in the timeline, and a way back. */
import type { Bijlage, Casus, Gebeurtenis } from '../../shared/schema/index.js';
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
 * `velden` are the ones that `recept` touches.
 */
export async function wijzigCasus(
  kluis: Kluis,
  casus: CasusDoc,
  recept: (c: Casus) => void,
  gebeurtenis: NieuweGebeurtenis,
): Promise<void> {
  const na = await kluis.wijzig('casussen', casus, recept);
  const regel = await legVast(kluis, casus, gebeurtenis);
  const voor = casus as unknown as Readonly<Record<string, unknown>>;
  const velden = Object.keys(na).filter(
    (k) =>
      !['versie', 'gewijzigdDoor', 'gewijzigdOp', 'conflicten'].includes(k) &&
      JSON.stringify(voor[k]) !== JSON.stringify((na as unknown as typeof voor)[k]),
  );
  onthoud(gebeurtenis.titel, async () => {
    await kluis.wijzig('casussen', na, (c) => {
      const doel = c as unknown as Record<string, unknown>;
      for (const veld of velden) doel[veld] = structuredClone(voor[veld]);
    });
    await kluis.verwijder('gebeurtenissen', regel);
  });
}

/** Puts a move of the casusreis, which the domain allowed, in the case. */
export function pasReisToe(wijziging: Reiswijziging): (c: Casus) => void {
  return (c) => {
    Object.assign(c, wijziging);
  };
}
