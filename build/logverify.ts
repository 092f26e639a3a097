/**
 * `npm run -s log:verify FILE`: checks a controlebestand of the log without the application: the key of
 * the house, the members that it certified, and every chain. Exit 0: whole; 1: something is wrong; 2: no
 * such file, or not one of ours.
 */
import { readFileSync } from 'node:fs';
import { controleerLogbestand } from '../shared/log/index.js';
import type { Ketenfout, Ketenrapport } from '../shared/log/index.js';

const [bestand] = process.argv.slice(2);
process.exitCode = bestand === undefined ? hulp() : await controleer(bestand);

function hulp(): number {
  console.error('Gebruik: npm run -s log:verify BESTAND');
  return 2;
}

async function controleer(pad: string): Promise<number> {
  const inhoud = lees(pad);
  if (inhoud === undefined) return 2;
  const uit = await controleerLogbestand(inhoud);
  if (!uit.ok) {
    console.error(
      uit.fout === 'vorm'
        ? 'Dit is geen controlebestand van het logboek, of van een andere versie.'
        : 'De sleutel in dit bestand hoort niet bij het huis dat erin staat.',
    );
    return uit.fout === 'vorm' ? 2 : 1;
  }
  const { bestand: log, rapporten } = uit.waarde;
  const namen = new Map(log.leden.map((lid) => [lid.id, lid.naam]));
  console.log(`Huis     ${log.huis}   (vergelijk dit met het huis zelf)`);
  console.log(`Gemaakt  ${log.gemaakt}`);
  for (const rapport of rapporten) console.log(regelVan(rapport, namen));
  const mis = rapporten.filter(({ fout }) => fout !== null).length;
  const regels = rapporten.reduce((som, rapport) => som + rapport.regels, 0);
  console.log(
    mis === 0
      ? `Goed: ${rapporten.length} ketens, ${regels} regels.`
      : `Fout: in ${mis} van de ${rapporten.length} ketens klopt iets niet.`,
  );
  return mis === 0 ? 0 : 1;
}

function lees(pad: string): unknown {
  try {
    return JSON.parse(readFileSync(pad, 'utf8'));
  } catch (reden) {
    console.error(`Het bestand is niet te lezen: ${reden instanceof Error ? reden.message : pad}`);
    return undefined;
  }
}

function regelVan(rapport: Ketenrapport, namen: ReadonlyMap<string, string>): string {
  const { keten, apparaat, account, regels, goedTot, fout } = rapport;
  const wie = account === null ? '?' : (namen.get(account) ?? account);
  const stand = fout === null ? 'goed' : `FOUT  ${beschrijf(fout)}; goed tot en met ${goedTot}`;
  return `Keten ${keten}  apparaat ${apparaat ?? '?'}  ${wie}  ${regels} regels  ${stand}`;
}

function beschrijf({ soort, nr, tot }: Ketenfout): string {
  return `${soort} bij regel ${nr}${tot === undefined || tot === nr ? '' : ` tot en met ${tot}`}`;
}
