/**
 * The restore drill (BIO2 asks for one a year): restores a backup for real, into a database of its own
 * that is deleted afterwards, with the recovery code that would be used. Nothing live is touched.
 */
import { hkdfBasis } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { collectieVan, leesDatabase, OpslagFout, wisDatabase } from '../opslag/index.js';
import type { Plek } from '../opslag/index.js';
import type { Bundel } from '../sleutels/index.js';
import type { Langwerk, Oefenfout, Oefenuitslag } from '../types.js';
import type { Kopiebron } from './drager.js';
import type { Inhoud } from './formaat.js';
import { zetOpslagTerug } from './terugzetten.js';

export async function oefen(
  bron: Kopiebron,
  inhoud: Inhoud,
  opslag: NonNullable<Bundel['opslag']>,
  /** Name of the database that is made and deleted. */
  naam: string,
  opties: Langwerk = {},
): Promise<Result<Oefenuitslag, Oefenfout>> {
  try {
    const terug = await zetOpslagTerug(bron, inhoud, naam, opties);
    if (!terug.ok) return terug;
    const sleutel = await hkdfBasis(opslag.sleutel.slice());
    const klopt = await controleer({ naam, sleutel }, inhoud);
    if (!klopt.ok) return klopt;
    let er = 0;
    for (const { pak } of inhoud.stukken) if (await bron.pak(pak)) er += 1;
    return ok({
      gemaakt: bron.kop.gemaakt,
      apparaatnaam: inhoud.apparaatnaam,
      telling: inhoud.telling,
      stukken: { er, alle: inhoud.stukken.length },
    });
  } catch (oorzaak) {
    if (oorzaak instanceof OpslagFout && oorzaak.soort === 'vol') return fout({ soort: 'vol' });
    throw oorzaak;
  } finally {
    await wisDatabase(naam);
  }
}

/** Reads a restored database whole, and holds it against what was counted when the backup was made. */
export async function controleer(
  plek: Plek,
  { telling, onleesbaar }: Inhoud,
): Promise<Result<void, Oefenfout>> {
  const { winkels, verloren } = await leesDatabase(plek);
  if (verloren > onleesbaar) return fout({ soort: 'onleesbaar', aantal: verloren });
  // What was damaged there may be whole in a pak of before: then there is more than was counted.
  if (verloren < onleesbaar) return ok(undefined);
  for (const [collectie, verwacht] of Object.entries(telling)) {
    const gevonden = levend(winkels, collectie);
    if (gevonden !== verwacht) return fout({ soort: 'telling', collectie, verwacht, gevonden });
  }
  return ok(undefined);
}

function levend(winkels: ReadonlyMap<string, { levend: number }>, collectie: string): number {
  for (const [naam, winkel] of winkels) if (collectieVan(naam) === collectie) return winkel.levend;
  return 0;
}
