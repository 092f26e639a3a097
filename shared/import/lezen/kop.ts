/** The header line: which column is where, and what to do when that is not clear. */
import { fout, ok, type Result } from '../../result.js';
import { normaliseer, opsomming } from '../../domein/index.js';
import { KOLOMMEN, type Bestandsoort } from '../canoniek.js';

export interface Kop {
  /** Place of each column of the format. */
  readonly plaats: ReadonlyMap<string, number>;
  readonly breedte: number;
  readonly opmerkingen: readonly { readonly kolom: string; readonly melding: string }[];
}

const SCHEIDINGEN = [
  [',', 'komma’s'],
  ['\t', 'tabs'],
  ['|', 'staande strepen'],
] as const;

/** Fails with what to do. `eersteRegel` is the line as it stands in the file. */
export function leesKop(
  soort: Bestandsoort,
  velden: readonly string[],
  eersteRegel: string,
): Result<Kop, { kolom: string | null; melding: string }> {
  const verwacht = KOLOMMEN[soort];
  const namen = velden.map((naam) => naam.replace(/^\uFEFF/, '').trim());
  const anders = SCHEIDINGEN.find(([teken]) => {
    const delen = new Set(
      eersteRegel.split(teken).map((deel) => vergelijkbaar(deel.replaceAll('"', ''))),
    );
    return (
      namen.length < verwacht.length &&
      verwacht.filter((kolom) => delen.has(vergelijkbaar(kolom))).length > verwacht.length / 2
    );
  });
  if (anders !== undefined) {
    return fout({
      kolom: null,
      melding: `De kolommen zijn gescheiden door ${anders[1]}; verwacht is de puntkomma (;). Exporteer opnieuw met puntkomma’s, of kies in Excel CSV (gescheiden door puntkomma’s).`,
    });
  }

  const plaats = new Map<string, number>();
  const opmerkingen: { kolom: string; melding: string }[] = [];
  for (const kolom of verwacht) {
    const treffers = namen.flatMap((naam, i) =>
      vergelijkbaar(naam) === vergelijkbaar(kolom) ? [i] : [],
    );
    const [eerste, tweede] = treffers;
    if (eerste === undefined) continue;
    if (tweede !== undefined) {
      return fout({
        kolom,
        melding: `Kolom ${kolom} staat er tweemaal. Verwijder of hernoem er een.`,
      });
    }
    plaats.set(kolom, eerste);
    if (namen[eerste] !== kolom) {
      opmerkingen.push({
        kolom,
        melding: `Kolom „${namen[eerste] ?? ''}” is gelezen als ${kolom}.`,
      });
    }
  }
  const ontbrekend = verwacht.filter((kolom) => !plaats.has(kolom));
  const onbekend = namen.filter((naam, i) => naam !== '' && ![...plaats.values()].includes(i));
  if (ontbrekend.length > 0) {
    const meervoud = ontbrekend.length > 1;
    const over = onbekend.length > 0 ? ` In het bestand staat wel: ${opsomming(onbekend)}.` : '';
    return fout({
      kolom: ontbrekend[0] ?? null,
      melding: `${meervoud ? 'De kolommen' : 'Kolom'} ${opsomming(ontbrekend)} ${meervoud ? 'ontbreken' : 'ontbreekt'}.${over} Hernoem of voeg toe in regel 1; een kolom mag leeg zijn.`,
    });
  }
  for (const naam of onbekend) {
    opmerkingen.push({
      kolom: naam,
      melding: `Kolom „${naam}” hoort niet bij het formaat en is overgeslagen.`,
    });
  }
  return ok({ plaats, breedte: namen.length, opmerkingen });
}

const vergelijkbaar = (naam: string): string => normaliseer(naam).replace(/[\s_-]/g, '');
