/** Filled-in forms of a tafel, of a case or of the house as a whole. */
import { useMemo } from 'react';
import { gegeven, opTekens, type Antwoorden } from '../../shared/domein/index.js';
import type { Formulier, Huisdocument, Registratie, Veld } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import { useDocs, useVanCasus } from './react.js';

export type RegistratieDoc = Onveranderlijk<Registratie>;

export const isRegistratie = (doc: Onveranderlijk<Huisdocument>): doc is RegistratieDoc =>
  doc.soort === 'registratie';

/** Of all cases and of the house itself. */
export function useRegistraties(): readonly RegistratieDoc[] {
  const huis = useDocs('huis');
  return useMemo(() => huis.filter(isRegistratie), [huis]);
}

export function useRegistratiesVan(casus: string): readonly RegistratieDoc[] {
  const docs = useVanCasus('huis', casus);
  return useMemo(() => docs.filter(isRegistratie), [docs]);
}

/** The latest first. */
export const opVolgorde = (docs: readonly RegistratieDoc[]): readonly RegistratieDoc[] =>
  docs.toSorted((a, b) => opTekens(b.datum, a.datum) || opTekens(b.gewijzigdOp, a.gewijzigdOp));

/** What is registered: in which form, the questions that were asked, and the answers. */
export interface Ingevuld {
  readonly datum: string;
  readonly formulier: Onveranderlijk<Formulier>;
  readonly velden: readonly Onveranderlijk<Veld>[];
  readonly antwoorden: Antwoorden;
}

export async function registreer(
  kluis: Kluis,
  tafel: string,
  casus: { readonly id: string; readonly vak: string } | null,
  { datum, formulier, velden, antwoorden }: Ingevuld,
): Promise<RegistratieDoc> {
  const [doc] = await kluis.voegToe('huis', [
    {
      soort: 'registratie',
      vak: casus?.vak ?? kluis.huisvak,
      casus: casus?.id ?? null,
      tafel,
      datum,
      // Only what was asked: with it the answers can be read, whatever the tafel asks later.
      formulier: structuredClone({ ...formulier, velden }) as Formulier,
      antwoorden: gegeven(velden, antwoorden),
    },
  ]);
  if (doc?.soort !== 'registratie') throw new Error('registreren gaf niets terug');
  return doc;
}

export async function verbeter(
  kluis: Kluis,
  doc: RegistratieDoc,
  datum: string,
  antwoorden: Antwoorden,
): Promise<void> {
  await kluis.wijzig('huis', doc, (d) => {
    if (d.soort !== 'registratie') return;
    d.datum = datum;
    d.antwoorden = gegeven(d.formulier.velden, antwoorden);
  });
}
