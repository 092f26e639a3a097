/** The rights on a case as its screens show them: who holds a key, and what was recorded of it. */
import {
  afgelopen,
  openAanvragen,
  rechtenOpCasus,
  vergelijkNamen,
  zonderSleutel,
  type Recht,
} from '../../../shared/domein/index.js';
import type { Lid } from '../../../shared/schema/index.js';
import { autorisatiesVan, type AutorisatieDoc } from '../../stores/autorisaties.js';
import { useDocs, useKluis } from '../../stores/react.js';
import { useTeksten } from '../../taal/react.js';
import { rolnamen } from '../../taal/rollen.js';
import type { Onveranderlijk } from '../../vault/types.js';
import { teksten } from './toegang-teksten.js';

export interface Toegangsregel extends Recht {
  readonly lid: Onveranderlijk<Lid> | undefined;
  /** In words. */
  readonly naam: string;
  readonly rol: string;
  readonly tot: string | null;
  readonly verlopen: boolean;
  /** The role in the house gives this access. */
  readonly doorRol: boolean;
}

export interface Rechten {
  readonly regels: readonly Toegangsregel[];
  readonly aanvragen: readonly AutorisatieDoc[];
  readonly zonderSleutel: readonly AutorisatieDoc[];
  readonly afgelopen: readonly AutorisatieDoc[];
}

export function useRechten(
  casus: { readonly id: string; readonly vak: string },
  vandaag: string,
): Rechten {
  const t = useTeksten(teksten);
  const rollen = useTeksten(rolnamen);
  const kluis = useKluis();
  const leden = useDocs('leden');
  // These only make this render again; the vault knows who holds a key, and which documents are of the case.
  useDocs('toegang');
  useDocs('huis');
  const houders = [
    ...new Map(kluis.leden.metToegang(casus.vak).map((h) => [h.account, h])).values(),
  ];
  const lidVan = (account: string): Onveranderlijk<Lid> | undefined =>
    leden.find((l) => l.id === account);
  const docs = autorisatiesVan(kluis, casus.id);
  const rechten = new Map(
    rechtenOpCasus(houders, docs, lidVan, vandaag).map((recht) => [recht.account, recht]),
  );
  const regels = houders.flatMap((h): Toegangsregel[] => {
    const recht = rechten.get(h.account);
    if (recht === undefined) return [];
    const lid = lidVan(h.account);
    return [
      {
        ...recht,
        lid,
        naam: lid?.naam ?? t.onbekend,
        rol: lid === undefined ? h.rol : rollen[lid.rol],
        tot: h.tot,
        verlopen: h.tot !== null && h.tot < vandaag,
        doorRol: lid?.toegang === 'huis',
      },
    ];
  });
  return {
    regels: regels.sort((a, b) => vergelijkNamen(a.naam, b.naam)),
    aanvragen: openAanvragen(docs),
    zonderSleutel: zonderSleutel(docs, houders, vandaag),
    afgelopen: afgelopen(docs),
  };
}
