/** The reconciliation report: what the source has, what is taken here, and why there is a difference. */
import { getal, opsomming, vergelijkTekst } from '../domein/index.js';

export interface Bestandstelling {
  readonly bestand: string;
  readonly gelezen: number;
  readonly aangenomen: number;
  readonly afgewezen: number;
  /** Read is accepted plus rejected. */
  readonly sluitAan: boolean;
}

export interface Vergelijking {
  readonly naam: string;
  readonly bron: number;
  readonly hier: number;
  readonly verschil: number;
}

export interface Aansluiting {
  readonly bestanden: readonly Bestandstelling[];
  readonly perStatus: readonly Vergelijking[];
  readonly perGemeente: readonly Vergelijking[];
  /** Sentences that explain the differences; empty when there are none. */
  readonly verklaringen: readonly string[];
  /** True when every file adds up and every difference is explained. */
  readonly sluitAan: boolean;
}

/** A row of the file of cases as the source has it, taken or not. */
export interface Bronregel {
  readonly regel: number;
  readonly status: 'Lopend' | 'Afgesloten';
  readonly gemeente: string;
  readonly aangenomen: boolean;
}

export function maakAansluiting(
  bestanden: readonly Bestandstelling[],
  bestand: string,
  casusregels: readonly Bronregel[],
  onleesbaar: readonly number[],
): Aansluiting {
  const afgewezen = casusregels.filter((regel) => !regel.aangenomen).map((regel) => regel.regel);
  const verklaringen: string[] = [];
  if (afgewezen.length > 0)
    verklaringen.push(`Elk verschil is verklaard: ${regels(afgewezen)} van ${bestand}, afgewezen.`);
  if (onleesbaar.length > 0) {
    verklaringen.push(
      `Niet te lezen, en daarom ook niet in de telling van de bron: ${regels(onleesbaar)} van ${bestand}.`,
    );
  }
  return {
    bestanden,
    perStatus: vergelijk(casusregels, (regel) => regel.status, ['Lopend', 'Afgesloten']),
    perGemeente: vergelijk(casusregels, (regel) => regel.gemeente || 'Niet ingevuld', []),
    verklaringen,
    sluitAan: bestanden.every((telling) => telling.sluitAan),
  };
}

function vergelijk(
  casusregels: readonly Bronregel[],
  naamVan: (regel: Bronregel) => string,
  vast: readonly string[],
): Vergelijking[] {
  const tellingen = new Map(vast.map((naam) => [naam, { bron: 0, hier: 0 }]));
  for (const regel of casusregels) {
    const naam = naamVan(regel);
    const telling = tellingen.get(naam) ?? { bron: 0, hier: 0 };
    telling.bron += 1;
    if (regel.aangenomen) telling.hier += 1;
    tellingen.set(naam, telling);
  }
  const rijen = [...tellingen].map(([naam, { bron, hier }]) => ({
    naam,
    bron,
    hier,
    verschil: bron - hier,
  }));
  return vast.length > 0 ? rijen : rijen.sort((a, b) => vergelijkTekst(a.naam, b.naam));
}

/** `regel 88`, `regels 88 en 142`; after twelve only how many there are. */
function regels(nummers: readonly number[]): string {
  if (nummers.length > 12) return `${getal(nummers.length)} regels`;
  return `${nummers.length === 1 ? 'regel' : 'regels'} ${opsomming(nummers.map(String))}`;
}
