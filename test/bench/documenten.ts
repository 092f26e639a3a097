/** The documents that are measured with: 1.5 KB of JSON, 200 to a case. No names of people in them. */
export interface Benchdoc {
  id: string;
  casus: string;
  gewijzigdOp: string;
  titel: string;
  tekst: string;
  punten: { id: string; tekst: string; klaar: boolean }[];
}

const WOORDEN =
  'huis gesprek afspraak wijk schuld werk school melding bezoek plan steun overleg buurt rust zorg'.split(
    ' ',
  );
export const PER_CASUS = 200;

export const casusVan = (i: number): string => `casus-${String(i).padStart(6, '0')}`;

const trek = (getal: number): number => (Math.imul(getal, 1664525) + 1013904223) >>> 0;

/**
 * A sentence that stands in this document only, to look for on disk. Of random letters: in a block of
 * a LevelDB file, Snappy replaces whatever stood in it before, and known words would not be found back.
 */
export function zinVan(i: number): string {
  let getal = trek(i + 1);
  const woord = (): string =>
    Array.from({ length: 7 }, () => {
      getal = trek(getal);
      return String.fromCharCode(97 + ((getal >>> 16) % 26));
    }).join('');
  return Array.from({ length: 5 }, woord).join(' ');
}

export function maakDocument(i: number): Benchdoc {
  let getal = i * 2654435761;
  const woorden = (lengte: number): string => {
    let uit = '';
    while (uit.length < lengte) {
      getal = trek(getal);
      uit += `${WOORDEN[getal % WOORDEN.length] ?? ''} `;
    }
    return uit;
  };
  return {
    id: `doc-${String(i).padStart(18, '0')}`,
    casus: casusVan(Math.floor(i / PER_CASUS)),
    gewijzigdOp: '2026-01-01T12:00:00.000Z',
    titel: woorden(60),
    tekst: `${zinVan(i)} ${woorden(860)}`,
    punten: [0, 1, 2, 3].map((n) => ({ id: `p${n}`, tekst: woorden(50), klaar: n === 0 })),
  };
}

/** The document after a change: another text, as long as the one before. */
export const gewijzigd = (doc: Benchdoc, tekst: string): Benchdoc => ({ ...doc, tekst });
export const nieuweTekst = (doc: Benchdoc): string => `gewijzigd${doc.tekst.slice(9)}`;
