/** The way down: envelopes from the endpoint to documents for RxDB. */
import type { RxDocumentData } from 'rxdb';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import type { Envelop } from '../../../shared/sync/protocol.js';
import type { Motordeps } from './motor.js';
import type { Koers } from './koers.js';
import type { Gehaald, Punten } from './replicatie.js';
import type { Document, Opslagdeel } from './wachtend.js';
import { open } from './zegel.js';

export class Ophaler {
  readonly #d: Motordeps;
  readonly #collectie: GedeeldeCollectie;
  readonly #fork: Opslagdeel<Document>;
  readonly #koers: Koers;
  /** How far we are where an answer brought nothing, so that RxDB notes no checkpoint for it. */
  #verder: Punten = {};
  #ontvangen = 0;

  constructor(
    deps: Motordeps,
    collectie: GedeeldeCollectie,
    fork: Opslagdeel<Document>,
    koers: Koers,
  ) {
    this.#d = deps;
    this.#koers = koers;
    this.#collectie = collectie;
    this.#fork = fork;
  }

  get ontvangen(): number {
    return this.#ontvangen;
  }

  /** Waits for the line as long as needed; resolves with nothing only when the vault closes. */
  async haal(punten: Punten, aantal: number): Promise<Gehaald> {
    const { client, stop, verbinding } = this.#d;
    const hier: Punten = { ...punten };
    for (const [vak, n] of Object.entries(this.#verder)) hier[vak] = Math.max(hier[vak] ?? 0, n);
    const documenten: Document[] = [];
    for (;;) {
      await verbinding.gereed();
      if (stop.aborted) return { documents: [], checkpoint: undefined };
      const uit = await client.pull({ collectie: this.#collectie, punten: hier, limiet: aantal });
      if (!uit.ok) {
        verbinding.verbroken(uit.fout);
        continue;
      }
      for (const e of uit.waarde.enveloppen) this.#koers.opgehaald(e.id, e.versie, e.volgnummer);
      const nieuw = await this.#open(uit.waarde.enveloppen);
      documenten.push(...nieuw);
      this.#ontvangen += uit.waarde.enveloppen.length;
      Object.assign(hier, uit.waarde.punten);
      if (!uit.waarde.meer || documenten.length >= aantal) break;
    }
    if (documenten.length === 0) this.#verder = hier;
    this.#d.bijStand();
    return { documents: documenten, checkpoint: hier };
  }

  /** Documents that were put aside and open now. */
  async uitWachtkamer(): Promise<Document[]> {
    return this.#open(await this.#d.wachtkamer.van(this.#collectie));
  }

  async #open(enveloppen: readonly Envelop[]): Promise<Document[]> {
    const van = enveloppen.filter((e) => e.collectie === this.#collectie);
    const hier = await this.#alHier(van);
    const uit = await Promise.all(
      van.map(async (e) => {
        // What this device has in this very version, most often its own push, need not be opened.
        const bekend = hier.get(e.id);
        if (bekend?.versie === e.versie) return bekend;
        const geopend = await open(this.#d, this.#collectie, e);
        return geopend.ok ? geopend.waarde : null;
      }),
    );
    const dicht = van.filter((_, i) => uit[i] === null);
    const documenten = uit.filter((d) => d !== null);
    if (dicht.length > 0) await this.#d.wachtkamer.bewaar(dicht);
    await this.#d.wachtkamer.vergeet(
      this.#collectie,
      documenten.map((d) => d.id),
    );
    return documenten;
  }

  async #alHier(enveloppen: readonly Envelop[]): Promise<Map<string, Document>> {
    const docs = await this.#fork.findDocumentsById(
      enveloppen.map((e) => e.id),
      true,
    );
    return new Map(docs.map((doc) => [doc.id, zonderRxdb(doc)]));
  }
}

/** What RxDB adds to a document for itself stays on the device. */
function zonderRxdb(doc: RxDocumentData<Document>): Document {
  const eigen = new Set(['_meta', '_rev', '_attachments']);
  return Object.fromEntries(Object.entries(doc).filter(([s]) => !eigen.has(s))) as never;
}
