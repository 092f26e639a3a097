/** What is new in a text against the text that both started from, word by word. */
import { langsteDeelrij } from '../../../shared/deelrij.js';

export interface Stuk {
  readonly tekst: string;
  readonly nieuw: boolean;
}

/** Pieces of `nu` in order; joined they are `nu` again. */
export function tekstverschil(basis: string, nu: string): readonly Stuk[] {
  const a = basis.match(/\S+/g) ?? [];
  const b = nu.match(/\s*\S+\s*/g) ?? [];
  const paren = langsteDeelrij(
    a,
    b.map((woord) => woord.trim()),
  );
  if (a.length === 0 || paren === null) return [{ tekst: nu, nieuw: false }];
  const gebleven = new Set(paren.map(([, j]) => j));
  const stukken: { tekst: string; nieuw: boolean }[] = [];
  for (const [j, tekst] of b.entries()) {
    const nieuw = !gebleven.has(j);
    const vorig = stukken.at(-1);
    if (vorig?.nieuw === nieuw) vorig.tekst += tekst;
    else stukken.push({ tekst, nieuw });
  }
  return stukken;
}
