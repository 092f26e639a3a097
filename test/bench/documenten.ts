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
const PER_CASUS = 200;

export const casusVan = (i: number): string => `casus-${String(i).padStart(6, '0')}`;

export function maakDocument(i: number): Benchdoc {
  let getal = i * 2654435761;
  const woorden = (lengte: number): string => {
    let uit = '';
    while (uit.length < lengte) {
      getal = (Math.imul(getal, 1664525) + 1013904223) >>> 0;
      uit += `${WOORDEN[getal % WOORDEN.length] ?? ''} `;
    }
    return uit;
  };
  return {
    id: `doc-${String(i).padStart(18, '0')}`,
    casus: casusVan(Math.floor(i / PER_CASUS)),
    gewijzigdOp: '2026-01-01T12:00:00.000Z',
    titel: woorden(60),
    tekst: woorden(900),
    punten: [0, 1, 2, 3].map((n) => ({ id: `p${n}`, tekst: woorden(50), klaar: n === 0 })),
  };
}
