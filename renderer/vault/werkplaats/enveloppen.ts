/** Sealing and opening many envelopes at once: the border where what comes from outside is checked. */
import { openEnvelop, sluitEnvelop } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { GEDEELD, SCHEMAVERSIE, basisdocument, migreer } from '../../../shared/schema/index.js';
import type { Basisdocument, GedeeldeCollectie, Ruw } from '../../../shared/schema/index.js';
import type { Envelop } from '../../../shared/sync/protocol.js';

export type Synceerbaar = Basisdocument & { _deleted: boolean };

/** A key is sent along once and named by its place in `sleutels`. */
interface Verzegelvraag {
  readonly huis: string;
  readonly collectie: GedeeldeCollectie;
  /** Account that signs, and its private Ed25519 key. */
  readonly door: string;
  readonly tekensleutel: CryptoKey;
  readonly sleutels: readonly CryptoKey[];
  readonly stukken: readonly {
    readonly document: Synceerbaar;
    readonly epoch: number;
    readonly sleutel: number;
  }[];
}

/** In the order of `stukken`. */
export function verzegel(vraag: Verzegelvraag): Promise<Envelop[]> {
  const { huis, collectie, door, tekensleutel, sleutels, stukken } = vraag;
  return Promise.all(
    stukken.map(({ document, epoch, sleutel }) => {
      // What is undefined is not written; leaving a field out of a copy takes many times as long.
      const inhoud = { ...document, _deleted: undefined, _schema: SCHEMAVERSIE };
      return sluitEnvelop(inhoud, {
        huis,
        collectie,
        epoch,
        verwijderd: document._deleted,
        door,
        sleutel: opPlaats(sleutels, sleutel),
        tekensleutel,
      });
    }),
  );
}

/**
 * `vorm`: not a document as this version of the application knows it. `vals`: signature, content and
 * label do not belong together.
 */
export type Ontzegelfout = 'auteur' | 'vorm' | 'vals';

interface Ontzegelvraag {
  readonly huis: string;
  readonly collectie: GedeeldeCollectie;
  readonly sleutels: readonly CryptoKey[];
  /** Public Ed25519 keys of certified members, by account. */
  readonly auteurs: ReadonlyMap<string, CryptoKey>;
  readonly stukken: readonly { readonly envelop: Envelop; readonly sleutel: number }[];
}

/** In the order of `stukken`. */
export function ontzegel(vraag: Ontzegelvraag): Promise<Result<Synceerbaar, Ontzegelfout>[]> {
  const { huis, collectie, sleutels, auteurs, stukken } = vraag;
  const tekensleutelVan = (account: string): Promise<CryptoKey | undefined> =>
    Promise.resolve(auteurs.get(account));
  return Promise.all(
    stukken.map(async ({ envelop, sleutel }) => {
      if (envelop.collectie !== collectie) return fout('vals');
      const uit = await openEnvelop(envelop, {
        huis,
        sleutel: opPlaats(sleutels, sleutel),
        tekensleutelVan,
      });
      if (!uit.ok) return fout(uit.fout === 'auteur-onbekend' ? 'auteur' : 'vals');
      const document = naarNu(collectie, uit.waarde);
      // Of a tombstone only the label counts: its content may have been blanked.
      const schema = envelop.verwijderd ? basisdocument : GEDEELD[collectie];
      if (!document || !schema.safeParse(document).success) return fout('vorm');
      // As it came, not as it was parsed: a field that a newer version added must survive a visit here.
      return ok({ ...(document as unknown as Synceerbaar), _deleted: envelop.verwijderd });
    }),
  );
}

/** What came over the line, in the present shape; undefined when it is newer than this application. */
function naarNu(collectie: GedeeldeCollectie, inhoud: Ruw): Ruw | undefined {
  const { _schema: van = 0, ...doc } = inhoud;
  if (typeof van !== 'number' || van > SCHEMAVERSIE) return undefined;
  return migreer(collectie, doc, van);
}

function opPlaats<T>(lijst: readonly T[], plaats: number): T {
  const waarde = lijst[plaats];
  if (waarde === undefined) throw new RangeError('een sleutel ontbreekt in de opdracht');
  return waarde;
}
