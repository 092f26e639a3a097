/** What is wrong in a file, where, and what somebody can do about it. */
export interface Probleem {
  readonly bestand: string;
  /** Line in the file, from 1, counting lines inside quoted values; null when it is about the whole file. */
  readonly regel: number | null;
  readonly kolom: string | null;
  readonly casusnummer: string | null;
  /** Dutch: what is wrong, and after it what to do. */
  readonly melding: string;
  /** `afgewezen`: the row, or the whole file, is not taken. `let op`: it is, with a change that is told here. */
  readonly ernst: 'afgewezen' | 'let op';
}

/**
 * Collects problems. A remark that returns on thousands of rows is told once, with a count at the
 * end; a rejection is always told, with its line.
 */
export class Problemen {
  readonly #lijst: Probleem[] = [];
  readonly #herhaald = new Map<string, { readonly eerste: Probleem; meer: number }>();

  wijsAf(
    bestand: string,
    regel: number | null,
    kolom: string | null,
    casusnummer: string | null,
    melding: string,
  ): void {
    this.#lijst.push({ bestand, regel, kolom, casusnummer, melding, ernst: 'afgewezen' });
  }

  /** `soort` says which remarks are the same; `melding` is that of the first. */
  letOp(
    bestand: string,
    regel: number | null,
    kolom: string | null,
    casusnummer: string | null,
    soort: string,
    melding: string,
  ): void {
    const sleutel = `${bestand}\n${kolom ?? ''}\n${soort}`;
    const bekend = this.#herhaald.get(sleutel);
    if (bekend !== undefined) {
      bekend.meer += 1;
      return;
    }
    const eerste: Probleem = { bestand, regel, kolom, casusnummer, melding, ernst: 'let op' };
    this.#herhaald.set(sleutel, { eerste, meer: 0 });
    this.#lijst.push(eerste);
  }

  lijst(): Probleem[] {
    const meerVan = new Map([...this.#herhaald.values()].map(({ eerste, meer }) => [eerste, meer]));
    return this.#lijst.map((probleem) => {
      const meer = meerVan.get(probleem) ?? 0;
      if (meer === 0) return probleem;
      const regels = meer === 1 ? 'nog 1 regel' : `nog ${meer} regels`;
      return { ...probleem, melding: `${probleem.melding} Hetzelfde geldt voor ${regels}.` };
    });
  }
}

/** The list as CSV for a spreadsheet. */
export function problemenAlsCsv(problemen: readonly Probleem[]): string {
  const cel = (waarde: string | number | null): string => {
    const tekst = String(waarde ?? '');
    return /[";\n\r]/.test(tekst) ? `"${tekst.replaceAll('"', '""')}"` : tekst;
  };
  return [
    ['bestand', 'regel', 'kolom', 'casusnummer', 'ernst', 'melding'],
    ...problemen.map((p) => [p.bestand, p.regel, p.kolom, p.casusnummer, p.ernst, p.melding]),
  ]
    .map((rij) => rij.map(cel).join(';'))
    .join('\r\n');
}
