/** A result as tables for a person. */
import type { Eenheid, Uitslag } from './meting.js';

const ACHTER: Record<Eenheid, string> = { ms: ' ms', x: '×', B: ' B', n: '', '/s': '/s' };

const getal = (x: number | undefined, eenheid: Eenheid): string =>
  x === undefined || Number.isNaN(x) ? '–' : `${x.toFixed(x < 10 ? 2 : 0)}${ACHTER[eenheid]}`;

export function toon(uitslag: Uitslag): void {
  console.log(`\n${uitslag.meting}: ${uitslag.opzet}`);
  const tabel = (kies: (regel: Uitslag['regels'][number]) => Record<string, string>): void => {
    const rijen = uitslag.regels
      .map((regel) => [regel.naam, kies(regel)] as const)
      .filter(([, rij]) => Object.keys(rij).length > 0);
    if (rijen.length > 0) console.table(Object.fromEntries(rijen));
  };
  tabel(({ ms, verhouding }) =>
    Object.fromEntries(
      Object.entries(ms).map(([kolom, waarde]) => [
        kolom,
        `${getal(waarde, 'ms')} (${getal(verhouding[kolom], 'x')})`,
      ]),
    ),
  );
  tabel(({ maten = {} }) =>
    Object.fromEntries(
      Object.entries(maten).map(([kolom, waarde]) => [
        kolom,
        typeof waarde === 'number' ? String(Math.round(waarde)) : waarde,
      ]),
    ),
  );
  for (const b of uitslag.budgetten) {
    const grens =
      b.minstens === undefined ? `hoogstens ${b.hoogstens ?? ''}` : `minstens ${b.minstens}`;
    console.log(
      `${b.gehaald ? 'gehaald' : 'NIET GEHAALD'}: ${b.wat}: ${getal(b.gemeten, b.eenheid)}, ${grens}${ACHTER[b.eenheid]}`,
    );
  }
  for (const wat of uitslag.overgeslagen ?? []) console.log(`overgeslagen: ${wat}`);
}
