/** Open actions per organisation, with what is overdue: the list that a partner is called about (dossier A3 row 37). */
import type { Actie } from '../schema/index.js';
import { teLaat } from './datums.js';
import { vergelijkTekst } from './namen.js';
import type { IsoDate, Onveranderlijk } from './soorten.js';

export interface Actielast {
  readonly organisatie: string;
  readonly open: number;
  readonly laat: number;
  /** Days that the oldest one is overdue; 0 when none is. */
  readonly langst: number;
  readonly zonderTermijn: number;
}

/** Whoever is most overdue first. */
export function actielastPerOrganisatie(
  acties: readonly Pick<Onveranderlijk<Actie>, 'eigenaar' | 'deadline' | 'status'>[],
  vandaag: IsoDate,
): readonly Actielast[] {
  const per = new Map<string, Actielast>();
  for (const { eigenaar, deadline, status } of acties) {
    if (status !== 'open') continue;
    const dagen = teLaat(deadline, vandaag);
    const was = per.get(eigenaar);
    per.set(eigenaar, {
      organisatie: eigenaar,
      open: (was?.open ?? 0) + 1,
      laat: (was?.laat ?? 0) + (dagen > 0 ? 1 : 0),
      langst: Math.max(was?.langst ?? 0, dagen),
      zonderTermijn: (was?.zonderTermijn ?? 0) + (deadline === null ? 1 : 0),
    });
  }
  return [...per.values()].toSorted(
    (a, b) =>
      b.laat - a.laat || b.langst - a.langst || vergelijkTekst(a.organisatie, b.organisatie),
  );
}
