/** The casustafels of the house, and how they are set up. */
import { useMemo } from 'react';
import {
  huistafels,
  inrichtingVan,
  normaliseer,
  type Huistafel,
} from '../../shared/domein/index.js';
import type { Formulier, Huisdocument, Inrichting } from '../../shared/schema/index.js';
import type { Kluis, Onveranderlijk } from '../vault/types.js';
import { useDocs } from './react.js';
import { isTafel, type TafelDoc } from './zicht.js';

export type Tafel = Huistafel<TafelDoc>;

export const tafelsVan = (huis: readonly Onveranderlijk<Huisdocument>[]): readonly Tafel[] =>
  huistafels(huis.filter(isTafel));

/** In the order of their names. */
export function useTafels(): readonly Tafel[] {
  const huis = useDocs('huis');
  return useMemo(() => tafelsVan(huis), [huis]);
}

export function useInrichting(tafel: string): Onveranderlijk<Inrichting> {
  const huis = useDocs('huis');
  return useMemo(() => inrichtingVan(huis.filter(isTafel), tafel), [huis, tafel]);
}

/** A form of the house as a whole, and the tafel that it is of. */
export interface Register {
  readonly tafel: string;
  readonly inrichting: Onveranderlijk<Inrichting>;
  readonly formulier: Onveranderlijk<Formulier>;
  /** Something can be registered: the tafel has not ended. */
  readonly open: boolean;
}

export function useRegisters(): readonly Register[] {
  const tafels = useTafels();
  return useMemo(
    () =>
      tafels.flatMap(({ naam: tafel, inrichting }) =>
        inrichting.formulieren
          .filter((f) => f.bij === 'huis')
          .map((formulier) => ({
            tafel,
            inrichting,
            formulier,
            open: inrichting.geslotenOp === null,
          })),
      ),
    [tafels],
  );
}

export type Tafelkop = Pick<Tafel, 'naam' | 'doel' | 'grondslag'>;

/** Whether another tafel has this name: cases and registraties name their tafel by it. */
export const isBezet = (tafels: readonly Tafel[], naam: string): boolean =>
  tafels.some((t) => normaliseer(t.naam) === normaliseer(naam));

/** Writes how a tafel is set up; null: one that the house has no document of yet. Its name stays. */
export async function bewaarTafel(
  kluis: Kluis,
  doc: TafelDoc | null,
  kop: Tafelkop,
  inrichting: Inrichting,
): Promise<void> {
  if (doc === null) {
    // The same on every device, so that two who begin at once change the same tafel.
    const id = await kluis.afgeleidId(`tafel:${kop.naam}`);
    await kluis.voegToe('huis', [{ id, vak: kluis.huisvak, soort: 'tafel', ...kop, inrichting }]);
    return;
  }
  await kluis.wijzig('huis', doc, (d) => {
    if (d.soort !== 'tafel') return;
    d.doel = kop.doel;
    d.grondslag = kop.grondslag;
    d.inrichting = inrichting;
  });
}
