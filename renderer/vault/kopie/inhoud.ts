/** Reading the documents out of a backup, without putting it in the place of anything. */
import { hkdfBasis } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import type { Platform } from '../../platform/contract.js';
import { leesDatabase, OpslagFout, wisDatabase } from '../opslag/index.js';
import type { Opgeslagen } from '../opslag/index.js';
import { wisBundel } from '../sleutels/index.js';
import type { Sleutelbos } from '../sleutels/index.js';
import type { Herstelfout, Langwerk } from '../types.js';
import { maakOpen } from './proef.js';
import type { Aanwijzing } from './proef.js';
import { zetOpslagTerug, zetStukkenTerug } from './terugzetten.js';

export interface Kopieinhoud {
  /** Present state of the documents by store, tombstones too. */
  readonly winkels: ReadonlyMap<string, readonly Opgeslagen[]>;
  /** Schema version in which they were stored. */
  readonly schema: number;
  /** Whether the backup is of this device. */
  readonly zelfdeApparaat: boolean;
}

interface Leesopdracht {
  readonly bos: Sleutelbos;
  readonly welke: Aanwijzing;
  readonly herstelcode: string;
  /** Name of the database that is made and deleted. */
  readonly database: string;
  /** The backup must be of this house. */
  readonly huis: string;
  readonly apparaat: string;
  /** Gets the chunks of attachments that this device lacks. */
  readonly stukken: Platform['stukken'];
}

/** Parts of the backup that do not decrypt are left out: half a backup may hold just what is missing. */
export async function leesInhoudUit(
  o: Leesopdracht,
  opties: Langwerk,
): Promise<Result<Kopieinhoud, Herstelfout>> {
  const open = await maakOpen(o.bos, o.welke, o.herstelcode, null);
  if (!open.ok) return open;
  const { bron, ring, opslag, inhoud } = open.waarde;
  try {
    if (inhoud.huis !== o.huis) return fout({ soort: 'soort' });
    const terug = await zetOpslagTerug(bron, inhoud, o.database, opties);
    if (!terug.ok) return terug;
    const winkels = new Map<string, Opgeslagen[]>();
    const plek = { naam: o.database, sleutel: await hkdfBasis(opslag.sleutel.slice()) };
    await leesDatabase(plek, (winkel, documenten) => winkels.set(winkel, [...documenten]));
    await zetStukkenTerug(bron, inhoud, o.stukken);
    const zelfdeApparaat = inhoud.apparaat === o.apparaat;
    return ok({ winkels, schema: opslag.schema, zelfdeApparaat });
  } catch (oorzaak) {
    if (oorzaak instanceof OpslagFout && oorzaak.soort === 'vol') return fout({ soort: 'vol' });
    throw oorzaak;
  } finally {
    wisBundel(ring.bundel);
    await wisDatabase(o.database);
  }
}
