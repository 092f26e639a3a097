/** The meetings of the house in weeks. Pure. */
import { plusDagen, weekVan } from '../../../shared/domein/datums.js';
import { vergelijkOverleg } from '../../../shared/domein/casusregels.js';
import type { OverlegDoc } from '../../stores/mdo.js';

export type Welke = 'gepland' | 'verslag' | 'geweest';

export interface Week {
  /** Monday; null for what should have been held before. */
  readonly maandag: string | null;
  readonly overleggen: readonly OverlegDoc[];
}

export function kies(overleggen: readonly OverlegDoc[], welke: Welke): readonly OverlegDoc[] {
  switch (welke) {
    case 'gepland':
      return overleggen
        .filter((o) => o.status === 'gepland' || o.status === 'bezig')
        .sort(vergelijkOverleg);
    case 'verslag':
      return overleggen.filter((o) => o.status === 'concept').sort(vergelijkOverleg);
    case 'geweest':
      return overleggen
        .filter((o) => o.status === 'vastgesteld' || o.status === 'concept')
        .sort((a, b) => vergelijkOverleg(b, a));
  }
}

/** Weeks in the order of the meetings. Planned meetings of before this week come together first. */
export function inWeken(
  overleggen: readonly OverlegDoc[],
  vandaag: string,
  welke: Welke,
): readonly Week[] {
  const dezeMaandag = weekVan(vandaag).maandag;
  const weken = new Map<string | null, OverlegDoc[]>();
  for (const o of overleggen) {
    const { maandag } = weekVan(o.datum);
    const sleutel = welke === 'gepland' && maandag < dezeMaandag ? null : maandag;
    const rij = weken.get(sleutel) ?? [];
    rij.push(o);
    weken.set(sleutel, rij);
  }
  return [...weken].map(([maandag, rij]) => ({ maandag, overleggen: rij }));
}

export const zondagVan = (maandag: string): string => plusDagen(maandag, 6);

/** Another meeting of the same regisseur that overlaps; half an hour when no end is known. */
export function dubbel(
  overleggen: readonly OverlegDoc[],
  datum: string | null,
  begin: string,
  eind: string,
): OverlegDoc | undefined {
  if (datum === null || begin === '') return undefined;
  const tot = eind === '' ? begin : eind;
  return overleggen.find(
    (o) =>
      o.datum === datum &&
      o.begin !== null &&
      o.status === 'gepland' &&
      o.begin <= tot &&
      (o.eind ?? o.begin) > begin,
  );
}
