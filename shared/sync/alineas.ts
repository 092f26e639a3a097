/**
 * The three-way merge of a text by paragraph. A paragraph is what stands between two line breaks.
 *
 * Changes of different paragraphs go together. The answer is null, and both texts are to be kept whole, when
 * - both sides changed, or put something inside, the same paragraphs; or
 * - their changes meet, one brings paragraphs there, and the other brings or takes away there too: which comes
 *   first, and whether the one still makes sense without the other, is for people to say.
 * The same change on both sides counts once. Symmetric in `mijn` and `hun`.
 */
import { langsteDeelrij } from '../deelrij.js';
import { gelijk } from './json.js';

/** Base paragraphs from `van` up to `tot` became these; `van` equal to `tot` is an insertion before it. */
interface Wijziging {
  readonly van: number;
  readonly tot: number;
  readonly nieuw: readonly string[];
  /** How many paragraphs more there are than before. Empty lines are space, not paragraphs. */
  readonly erbij: number;
}

export function voegAlineasSamen(basis: string, mijn: string, hun: string): string | null {
  const was = basis.split('\n');
  const vanMij = wijzigingen(was, mijn.split('\n'));
  const vanHun = wijzigingen(was, hun.split('\n'));
  if (!vanMij || !vanHun) return null;
  const anders = vanHun.filter((h) => !vanMij.some((m) => zelfde(m, h)));
  if (vanMij.some((m) => anders.some((h) => botst(m, h)))) return null;

  const alle = [...vanMij, ...anders].sort((a, b) => a.van - b.van || a.tot - b.tot);
  const uit: string[] = [];
  let hier = 0;
  for (const { van, tot, nieuw } of alle) {
    uit.push(...was.slice(hier, van), ...nieuw);
    hier = tot;
  }
  return [...uit, ...was.slice(hier)].join('\n');
}

/** In order, with at least one unchanged paragraph between two of them. */
function wijzigingen(was: readonly string[], nu: readonly string[]): Wijziging[] | null {
  const gebleven = langsteDeelrij(was, nu);
  if (!gebleven) return null;
  const uit: Wijziging[] = [];
  let [van, vanNu] = [0, 0];
  for (const [tot, totNu] of [...gebleven, [was.length, nu.length] as const]) {
    if (tot > van || totNu > vanNu) {
      const nieuw = nu.slice(vanNu, totNu);
      uit.push({ van, tot, nieuw, erbij: gevuld(nieuw) - gevuld(was.slice(van, tot)) });
    }
    [van, vanNu] = [tot + 1, totNu + 1];
  }
  return uit;
}

const gevuld = (alineas: readonly string[]): number =>
  alineas.filter((a) => a.trim() !== '').length;

const zelfde = (a: Wijziging, b: Wijziging): boolean =>
  a.van === b.van && a.tot === b.tot && gelijk([...a.nieuw], [...b.nieuw]);

function botst(a: Wijziging, b: Wijziging): boolean {
  if (a.van < b.tot && b.van < a.tot) return true;
  if (a.van === b.van && a.tot === b.tot) return true;
  const raken = a.tot === b.van || b.tot === a.van;
  return raken && ((a.erbij > 0 && b.erbij !== 0) || (b.erbij > 0 && a.erbij !== 0));
}
