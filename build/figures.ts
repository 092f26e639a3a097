/**
 * `npm run -s figures -- MAP --jaar 2023 [--json]`: the facts & figures of a folder in the canonical
 * import format, by the same code as the application.
 *
 * stdout: JSON in the shape of `Figuren`, or a table for people. stderr: problems in the files, one
 * a line, with file, line and column. Exit 0; 2 when a file is unusable or the command is wrong.
 */
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { berekenFiguurpagina, figurenAlsRijen } from '../shared/figures/index.js';
import {
  bestandsoort,
  leesBestanden,
  teGroot,
  type Bronbestand,
  type Probleem,
} from '../shared/import/lezen.js';

const GEBRUIK = `Gebruik: npm run -s figures -- MAP --jaar JJJJ [--json]

  MAP       map met casussen.csv, overleggen.csv, metingen.csv en acties.csv
  --jaar    het jaar van de cijfers, bijvoorbeeld 2023
  --json    JSON op stdout in plaats van een tabel`;

interface Opdracht {
  readonly map: string;
  readonly jaar: number;
  readonly json: boolean;
}

/** Null when help was asked for; text when the command is wrong. */
function leesOpdracht(argumenten: string[]): Opdracht | string | null {
  try {
    const { values, positionals } = parseArgs({
      args: argumenten,
      allowPositionals: true,
      options: {
        jaar: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) return null;
    const [map, ...meer] = positionals;
    if (map === undefined) return 'Geef de map met de bestanden.';
    if (meer.length > 0) return `Geef één map; dit is er een te veel: ${meer.join(' ')}`;
    if (values.jaar === undefined) return 'Geef het jaar met --jaar.';
    if (!/^\d{4}$/.test(values.jaar))
      return `Het jaar „${values.jaar}” is geen jaartal van vier cijfers.`;
    return { map, jaar: Number(values.jaar), json: values.json };
  } catch (oorzaak) {
    if (oorzaak instanceof TypeError) return oorzaak.message;
    throw oorzaak;
  }
}

/** Files of the format in a folder; one that is too large is told instead of read. */
async function haalBestanden(
  map: string,
): Promise<{ bestanden: Bronbestand[]; teGroot: string[] }> {
  const bestanden: Bronbestand[] = [];
  const geweigerd: string[] = [];
  for (const naam of (await readdir(map)).sort()) {
    if (bestandsoort(naam) === null) continue;
    const pad = join(map, naam);
    const melding = teGroot((await stat(pad)).size);
    if (melding === null) bestanden.push({ naam: basename(pad), bytes: await readFile(pad) });
    else geweigerd.push(`${naam}: ${melding}`);
  }
  return { bestanden, teGroot: geweigerd };
}

/** `casussen.csv, regel 88, kolom sluitdatum: …` */
function regelVan(probleem: Probleem): string {
  const plaats = [
    probleem.bestand,
    ...(probleem.regel === null ? [] : [`regel ${probleem.regel}`]),
    ...(probleem.kolom === null ? [] : [`kolom ${probleem.kolom}`]),
  ].join(', ');
  return `${plaats}: ${probleem.ernst}: ${probleem.melding}`;
}

function alsTabel(rijen: readonly (readonly (string | number)[])[]): string {
  const breedtes = [0, 1, 2, 3].map((k) =>
    Math.max(...rijen.map((rij) => String(rij[k] ?? '').length)),
  );
  return rijen
    .map((rij) =>
      rij
        .map((cel, k) =>
          k < 2 ? String(cel).padEnd(breedtes[k] ?? 0) : String(cel).padStart(breedtes[k] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

async function main(): Promise<number> {
  const opdracht = leesOpdracht(process.argv.slice(2));
  if (opdracht === null) {
    console.log(GEBRUIK);
    return 0;
  }
  if (typeof opdracht === 'string') {
    console.error(`${opdracht}\n\n${GEBRUIK}`);
    return 2;
  }
  const map = await stat(opdracht.map).catch((oorzaak: unknown) => {
    if (oorzaak instanceof Error && 'code' in oorzaak) return null;
    throw oorzaak;
  });
  if (map?.isDirectory() !== true) {
    console.error(`${opdracht.map}: deze map is er niet. Geef de map met de vier CSV-bestanden.`);
    return 2;
  }
  const gevonden = await haalBestanden(opdracht.map);
  for (const melding of gevonden.teGroot) console.error(melding);
  if (gevonden.teGroot.length > 0) return 2;

  const { rijen, problemen, onbruikbaar } = await leesBestanden(gevonden.bestanden);
  for (const probleem of problemen) console.error(regelVan(probleem));
  if (onbruikbaar.length > 0) {
    console.error(`Geen cijfers: ${onbruikbaar.join(', ')} is niet te gebruiken.`);
    return 2;
  }
  const pagina = berekenFiguurpagina(rijen.casussen, opdracht.jaar);
  console.log(
    opdracht.json ? JSON.stringify(pagina.figuren, null, 1) : alsTabel(figurenAlsRijen(pagina)),
  );
  return 0;
}

process.exitCode = await main();
