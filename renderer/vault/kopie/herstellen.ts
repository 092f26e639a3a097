/**
 * Restoring a backup on this device. The database is written and read back before anything else, and
 * only then does the keyring say that it counts: until that one write, what was here is as it was. What
 * was here is kept under its own name.
 */
import {
  importeerTekensleutel,
  maakApparaatverklaring,
  nieuwId,
  nieuwTekenpaar,
} from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import type { GekozenBestand, Platform } from '../../platform/contract.js';
import { bekendAnker } from '../kluis/getuige.js';
import { databases, plekVan } from '../kluis/plek.js';
import { alsOpslagFout, wisDatabase, zetAnkerNa } from '../opslag/index.js';
import { wisBundel } from '../sleutels/index.js';
import type { Bundel, Sleutelbos } from '../sleutels/index.js';
import type { Herstelfout, Kopiewijzer, Langwerk } from '../types.js';
import { ankerUitNaam, kopieen, uitMap } from './drager.js';
import type { Inhoud } from './formaat.js';
import { controleer } from './oefening.js';
import { maakOpen } from './proef.js';
import { zetOpslagTerug, zetStukkenTerug } from './terugzetten.js';

export interface Herstelopdracht {
  /** Name of the vault on this device. */
  readonly naam: string;
  readonly platform: Platform;
  readonly bos: Sleutelbos;
  readonly welke: Kopiewijzer | GekozenBestand;
  readonly herstelcode: string;
  /** Passphrase of this device from now on. */
  readonly wachtzin: string;
  readonly apparaatnaam: string;
}

/** @returns number of chunks of attachments that the backup names and does not have */
export async function herstel(
  o: Herstelopdracht,
  opties: Langwerk,
): Promise<Result<{ stukkenWeg: number }, Herstelfout>> {
  const { naam, platform, bos, welke } = o;
  const map = platform.reservemap;
  const aanwijzing = 'deel' in welke || !map ? welke : await uitMap(map, welke.sub, welke.naam);
  const open = await maakOpen(bos, aanwijzing, o.herstelcode, o.wachtzin);
  if (!open.ok) return open;
  const { bron, ring, opslag, inhoud } = open.waarde;
  const { bundel } = ring;
  try {
    const er = await databases(naam);
    const nieuw = { ...opslag, nummer: hoogste(er, opslag.nummer) + 1 };
    const plek = await plekVan(naam, nieuw);
    try {
      const terug = await zetOpslagTerug(bron, inhoud, plek.naam, opties);
      const klopt = terug.ok ? await controleer(plek, inhoud) : terug;
      if (!klopt.ok) {
        await wisDatabase(plek.naam);
        return klopt;
      }
      // Above what this device had: later backups follow these, and the witness finds nothing amiss.
      await zetAnkerNa(plek, await hoogsteAnker(platform, inhoud));
      const { ontbreekt } = await zetStukkenTerug(bron, inhoud, platform.stukken);
      await ring.leg({
        ...(ring.zelfdeApparaat ? bundel : await opNieuwApparaat(bundel, o.apparaatnaam)),
        opslag: nieuw,
        opzij: er.length > 0 ? { namen: er, sleutel: null, openingen: null } : null,
      });
      return ok({ stukkenWeg: ontbreekt });
    } catch (oorzaak) {
      // Whatever comes of it: the ring does not name it, so the next opening deletes it as well.
      await wisDatabase(plek.naam).catch((ook: unknown) => {
        console.error('wat niet is teruggezet is nog niet gewist', ook);
      });
      if (alsOpslagFout(oorzaak).soort === 'vol') return fout({ soort: 'vol' });
      throw oorzaak;
    }
  } finally {
    wisBundel(bundel);
  }
}

async function hoogsteAnker(platform: Platform, { apparaat, anker }: Inhoud): Promise<number> {
  const map = platform.reservemap;
  const namen = map ? await kopieen(map, apparaat) : [];
  return Math.max(
    anker,
    await bekendAnker(platform.schijf, apparaat),
    ...namen.map((naam) => ankerUitNaam(naam)),
  );
}

/** Numbers are never used again: a database that is set aside keeps its name. */
function hoogste(namen: readonly string[], minstens: number): number {
  const nummers = namen.map((naam) => Number(/-(\d+)$/.exec(naam)?.[1] ?? 0));
  return Math.max(minstens, ...nummers);
}

/**
 * The same account on a device with an identity of its own: the one that the backup came from may be in
 * other hands, and must be revocable without this one.
 */
async function opNieuwApparaat(bundel: Bundel, naam: string): Promise<Bundel> {
  const paar = await nieuwTekenpaar();
  const id = nieuwId();
  const account = await importeerTekensleutel(bundel.sleutels.teken);
  const apparaat = await maakApparaatverklaring(
    bundel.huis,
    { account: bundel.account, apparaat: id, sleutel: paar.publiek },
    account,
  );
  return {
    ...bundel,
    apparaat: { id, naam, teken: paar.pkcs8 },
    aanmelding: { ...bundel.aanmelding, apparaat },
  };
}
