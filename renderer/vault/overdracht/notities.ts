/**
 * What this device remembers of the files that it made and read, among what belongs to it alone: which
 * versions of a document were shared, the content of the last one that came in, and what could not be
 * read yet. It is what the notes on the endpoint are to the sync.
 */
import { encode } from '@msgpack/msgpack';
import { z } from 'zod';
import { b64uNaarBytes, bytesNaarB64u } from '../../../shared/crypto/index.js';
import { basisdocument } from '../../../shared/schema/index.js';
import { b64 } from '../../../shared/sync/protocol.js';
import type { Document, Lokaalboek } from '../sync/index.js';
import { leesMsgpack } from './formaat.js';
import { wachtendeRegel } from './inhoud.js';
import type { Wachtenderegel } from './inhoud.js';
import type { Stempel } from './lijn.js';

/** Of one document; older ones are seldom what two devices have in common last. */
const STEMPELS = 8;

const stempellijst = z.record(
  z.string(),
  z.array(z.object({ versie: z.string(), huis: z.string().nullable() })),
);
const basisrij = z.looseObject({ ...basisdocument.partial().shape, _deleted: z.boolean() });
const wachtrij = z.object({ bytes: b64 });

const SOORT = {
  stempels: 'overdracht-stempels',
  basis: 'overdracht-basis',
  wacht: 'overdracht-wacht',
};
const stempelId = (collectie: string): string => `${SOORT.stempels}|${collectie}`;
const docId = (soort: string, collectie: string, id: string): string =>
  `${soort}|${collectie}|${id}`;

/** What was shared of a document now. */
export interface Gedeeld {
  readonly id: string;
  readonly stempel: Stempel;
  /** Kept to merge from later; left out of what this device gave away itself. */
  readonly doc?: Document;
}

export class Notities {
  readonly #boek: Lokaalboek;

  constructor(boek: Lokaalboek) {
    this.#boek = boek;
  }

  async stempels(collectie: string): Promise<ReadonlyMap<string, readonly Stempel[]>> {
    return new Map(
      Object.entries((await this.#boek.lees(stempelId(collectie), stempellijst)) ?? {}),
    );
  }

  /** The last state that came in with a file. */
  async basis(collectie: string, id: string): Promise<Document | null> {
    return (await this.#boek.lees(docId(SOORT.basis, collectie, id), basisrij)) as Document | null;
  }

  async gedeeld(collectie: string, nieuw: readonly Gedeeld[]): Promise<void> {
    if (nieuw.length === 0) return;
    const per = new Map(await this.stempels(collectie));
    for (const { id, stempel } of nieuw) {
      const eerder = (per.get(id) ?? []).filter((s) => s.versie !== stempel.versie);
      per.set(id, [stempel, ...eerder].slice(0, STEMPELS));
    }
    const bases = nieuw.flatMap(({ id, doc }) =>
      doc ? [{ id: docId(SOORT.basis, collectie, id), waarde: doc }] : [],
    );
    await this.#boek.schrijf(SOORT.basis, bases);
    await this.#boek.schrijf(SOORT.stempels, [
      { id: stempelId(collectie), waarde: Object.fromEntries(per) },
    ]);
  }

  async laatWachten(regels: readonly Wachtenderegel[]): Promise<void> {
    await this.#boek.schrijf(
      SOORT.wacht,
      regels.map((w) => ({
        id: docId(SOORT.wacht, w.regel.e.collectie, w.regel.e.id),
        waarde: { bytes: bytesNaarB64u(encode(w)) },
      })),
    );
  }

  async wachtend(): Promise<Wachtenderegel[]> {
    const rijen = await this.#boek.alle(SOORT.wacht, wachtrij);
    return rijen.flatMap(({ bytes }) => {
      const uit = wachtendeRegel.safeParse(leesMsgpack(b64uNaarBytes(bytes)));
      return uit.success ? [uit.data] : [];
    });
  }

  async wachtNietMeer(collectie: string, ids: readonly string[]): Promise<void> {
    await this.#boek.verwijder(ids.map((id) => docId(SOORT.wacht, collectie, id)));
  }

  /** Of documents that were erased only stamps stay: they say nothing, and keep an old file from bringing them back. */
  async vergeet(collectie: string, ids: readonly string[]): Promise<void> {
    await this.#boek.verwijder(
      ids.flatMap((id) => [docId(SOORT.basis, collectie, id), docId(SOORT.wacht, collectie, id)]),
    );
  }
}
