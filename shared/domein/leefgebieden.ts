/**
 * The list of leefgebieden that a new house starts with. Houses differ (nine here, twelve there), so
 * a meting names the list it was scored on, and a house may add a version of its own.
 */
import type { Taal } from './soorten.js';

export interface Leefgebied {
  readonly id: string;
  readonly label: string;
}

export interface Scoreschaal {
  readonly van: number;
  readonly tot: number;
  /** What the lowest and highest score mean. */
  readonly laag: string;
  readonly hoog: string;
}

export interface Leefgebiedenlijst {
  readonly code: string;
  readonly waarden: readonly Leefgebied[];
  readonly schaal: Scoreschaal;
}

/** The nine leefgebieden of the PGA-monitor as this house names them. */
export const LEEFGEBIEDEN: Leefgebiedenlijst = {
  code: 'leefgebieden@1',
  waarden: [
    { id: 'huisvesting', label: 'Huisvesting' },
    { id: 'financien', label: 'Financiën' },
    { id: 'dagbesteding', label: 'Dagbesteding' },
    { id: 'geestelijkeGezondheid', label: 'Geestelijke gezondheid' },
    { id: 'lichamelijkeGezondheid', label: 'Lichamelijke gezondheid' },
    { id: 'verslaving', label: 'Middelengebruik' },
    { id: 'huiselijkeRelaties', label: 'Gezin en relaties' },
    { id: 'sociaalNetwerk', label: 'Sociaal netwerk' },
    { id: 'justitie', label: 'Justitie en veiligheid' },
  ],
  schaal: { van: 1, tot: 5, laag: 'acute problematiek', hoog: 'geen problematiek' },
};

const ENGELS: Readonly<Record<string, string>> = {
  huisvesting: 'Housing',
  financien: 'Finances',
  dagbesteding: 'Daytime activities',
  geestelijkeGezondheid: 'Mental health',
  lichamelijkeGezondheid: 'Physical health',
  verslaving: 'Substance use',
  huiselijkeRelaties: 'Family and relations',
  sociaalNetwerk: 'Social network',
  justitie: 'Justice and safety',
};

/** Label of a leefgebied; a code that the list does not know is shown as it is. */
export function leefgebiedLabel(
  code: string,
  taal: Taal = 'nl',
  lijst: { readonly waarden: readonly Leefgebied[] } = LEEFGEBIEDEN,
): string {
  const eigen = lijst.waarden.find((waarde) => waarde.id === code)?.label;
  if (taal === 'en') return ENGELS[code] ?? eigen ?? code;
  return eigen ?? code;
}

export type Verloop = 'beter' | 'gelijk' | 'minder';

/** How a score stands against the one before; null when one of them is not there. */
export function verloop(
  vorige: number | null | undefined,
  nu: number | null | undefined,
): Verloop | null {
  if (vorige == null || nu == null) return null;
  if (nu > vorige) return 'beter';
  return nu < vorige ? 'minder' : 'gelijk';
}
