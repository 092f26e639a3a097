/**
 * Reference lists of the house, in versions: `problematiek@3`. Which values there are, people decide; an old
 * document keeps the version that it was written with.
 */
import type { Huisdocument } from '../schema/index.js';
import { LEEFGEBIEDEN, type Leefgebiedenlijst } from './leefgebieden.js';
import type { Onveranderlijk } from './soorten.js';

type Lijstdoc = Extract<Onveranderlijk<Huisdocument>, { soort: 'lijst' }>;

export const isLijst = (d: Onveranderlijk<Huisdocument>): d is Lijstdoc => d.soort === 'lijst';

/** What a list is called, without its version. */
export const lijstnaam = (code: string): string => code.split('@')[0] ?? code;
export const lijstversie = (code: string): number => Number(code.split('@')[1] ?? 0);

/** The newest version of each list. */
export function nieuwsteLijsten<D extends { readonly code: string }>(
  lijsten: readonly D[],
): ReadonlyMap<string, D> {
  const uit = new Map<string, D>();
  for (const lijst of lijsten) {
    const naam = lijstnaam(lijst.code);
    const eerder = uit.get(naam);
    if (eerder === undefined || lijstversie(lijst.code) > lijstversie(eerder.code))
      uit.set(naam, lijst);
  }
  return uit;
}

const alsLeefgebieden = (l: Lijstdoc): Leefgebiedenlijst | null =>
  l.schaal === null ? null : { code: l.code, waarden: l.waarden, schaal: l.schaal };

/**
 * The leefgebieden that were scored on under this code; without a code, or when it is not known here, those that
 * the house scores on now.
 */
export function leefgebiedenlijst(
  huis: readonly Onveranderlijk<Huisdocument>[],
  code?: string,
): Leefgebiedenlijst {
  const lijsten = huis
    .filter(isLijst)
    .filter((l) => lijstnaam(l.code) === lijstnaam(LEEFGEBIEDEN.code))
    .flatMap((l) => alsLeefgebieden(l) ?? []);
  if (code !== undefined) {
    const gevraagd = lijsten.find((l) => l.code === code);
    if (gevraagd !== undefined) return gevraagd;
    if (code === LEEFGEBIEDEN.code) return LEEFGEBIEDEN;
  }
  return nieuwsteLijsten(lijsten).get(lijstnaam(LEEFGEBIEDEN.code)) ?? LEEFGEBIEDEN;
}

/** What is wrong with a list before it is kept. */
export type Lijstfout = 'leeg' | 'dubbel' | 'zonder-label' | 'schaal';

export function lijstfout({
  waarden,
  schaal,
}: Onveranderlijk<Pick<Lijstdoc, 'waarden' | 'schaal'>>): Lijstfout | null {
  if (waarden.length === 0) return 'leeg';
  if (waarden.some((w) => w.label.trim() === '')) return 'zonder-label';
  const labels = new Set(waarden.map((w) => w.label.trim().toLocaleLowerCase('nl')));
  if (labels.size !== waarden.length || new Set(waarden.map((w) => w.id)).size !== waarden.length)
    return 'dubbel';
  if (schaal !== null && (schaal.tot <= schaal.van || schaal.tot - schaal.van > 10))
    return 'schaal';
  return null;
}
