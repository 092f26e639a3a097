/** Changing the reference lists of the house: always as a next version, the one before stays as it was. */
import { useMemo } from 'react';
import {
  isLijst,
  lijstnaam,
  lijstversie,
  nieuwsteLijsten,
  opTekens,
} from '../../shared/domein/index.js';
import type { Huisdocument } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import { useDocs } from './react.js';

export type LijstDoc = Extract<Onveranderlijk<Huisdocument>, { soort: 'lijst' }>;
export type Lijstinhoud = Pick<LijstDoc, 'waarden' | 'schaal'>;

/** Gemeenten carry codes of Tabel 33; they come with the cases. */
const NIET_HIER: readonly string[] = ['gemeenten'];

/** The newest version of each, by name. */
export function useNieuwsteLijsten(): readonly LijstDoc[] {
  const huis = useDocs('huis');
  return useMemo(
    () =>
      [...nieuwsteLijsten(huis.filter(isLijst)).values()]
        .filter((l) => !NIET_HIER.includes(lijstnaam(l.code)))
        .toSorted((a, b) => opTekens(a.code, b.code)),
    [huis],
  );
}

/** Writes the next version. Two who do it at once make the same one, and what both added stays. @returns its id */
export async function bewaarLijst(
  kluis: Kluis,
  van: LijstDoc,
  { waarden, schaal }: Lijstinhoud,
): Promise<string> {
  const code = `${lijstnaam(van.code)}@${lijstversie(van.code) + 1}`;
  const id = await kluis.afgeleidId(`lijst:${code}`);
  await kluis.voegToe('huis', [
    {
      id,
      vak: kluis.huisvak,
      soort: 'lijst',
      code,
      waarden: waarden.map(({ id: w, label }) => ({ id: w, label: label.trim() })),
      schaal: schaal && { ...schaal, laag: schaal.laag.trim(), hoog: schaal.hoog.trim() },
    },
  ]);
  return id;
}
