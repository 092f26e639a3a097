/** Filled-in forms of a tafel, of a case or of the house as a whole. */
import { gegeven, opTekens, type Antwoorden } from '../../shared/domein/index.js';
import type { Formulier, Registratie, Veld } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';

export type RegistratieDoc = Onveranderlijk<Registratie>;

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
  const [doc] = await kluis.voegToe('registraties', [
    {
      vak: casus?.vak ?? kluis.huisvak,
      casus: casus?.id ?? null,
      tafel,
      datum,
      // Only what was asked: with it the answers can be read, whatever the tafel asks later.
      formulier: structuredClone({ ...formulier, velden }) as Formulier,
      antwoorden: gegeven(velden, antwoorden),
    },
  ]);
  if (doc === undefined) throw new Error('registreren gaf niets terug');
  return doc;
}

export async function verbeter(
  kluis: Kluis,
  doc: RegistratieDoc,
  datum: string,
  antwoorden: Antwoorden,
): Promise<void> {
  await kluis.wijzig('registraties', doc, (d) => {
    d.datum = datum;
    d.antwoorden = gegeven(d.formulier.velden, antwoorden);
  });
}
