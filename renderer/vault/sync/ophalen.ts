/** The way down: envelopes from the endpoint to documents for RxDB. */
import type { RxDocumentData } from 'rxdb';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import type { Envelop, Pullantwoord } from '../../../shared/sync/protocol.js';
import type { Antwoord } from './client.js';
import type { Motordeps } from './motor.js';
import type { Koers } from './koers.js';
import type { Gehaald, Huisstanden, Punten } from './replicatie.js';
import type { Document, Opslagdeel } from './wachtend.js';
import { openOfLaatWachten } from './wachtkamer.js';
import { open } from './zegel.js';

export class Ophaler {
  readonly #d: Motordeps;
  readonly #collectie: GedeeldeCollectie;
  readonly #fork: Opslagdeel<Document>;
  readonly #koers: Koers;
  readonly #huisstand: Huisstanden;
  /** How far we are after an answer that brought nothing, for which RxDB notes no checkpoint. */
  #verder: Punten = {};
  #ontvangen = 0;
  /** Whether something was put aside that may open now. Also at the beginning: by an older version. */
  #kijk = true;
  /** The next page, asked for ahead, with what it was asked with. */
  #vooruit: { bij: string; antwoord: Antwoord<Pullantwoord> } | null = null;

  constructor(
    deps: Motordeps,
    collectie: GedeeldeCollectie,
    fork: Opslagdeel<Document>,
    koers: Koers,
    huisstand: Huisstanden,
  ) {
    this.#d = deps;
    this.#koers = koers;
    this.#huisstand = huisstand;
    this.#collectie = collectie;
    this.#fork = fork;
  }

  get ontvangen(): number {
    return this.#ontvangen;
  }

  /** Waits for the line as long as needed; resolves with nothing only when the vault closes. */
  async haal(punten: Punten, aantal: number): Promise<Gehaald> {
    const { drukte, stop, verbinding } = this.#d;
    const hier: Punten = { ...punten, ...this.#verder };
    const documenten: Document[] = [];
    if (this.#kijk) {
      this.#kijk = false;
      documenten.push(...(await this.#uitWachtkamer()));
    }
    for (;;) {
      await verbinding.gereed();
      if (stop.aborted) return { documents: [], checkpoint: undefined };
      const uit = await this.#pull(hier, aantal);
      if (!uit.ok) {
        verbinding.verbroken(uit.fout);
        continue;
      }
      // Further back than asked: it was put back from a backup, and gives the same numbers out again.
      if (Object.entries(uit.waarde.punten).some(([vak, n]) => n < (hier[vak] ?? 0)))
        this.#koers.vergeetNummers();
      Object.assign(hier, uit.waarde.punten);
      // The next answer travels while this one is verified and opened.
      if (uit.waarde.meer) this.#vraagVooruit(hier, aantal);
      await drukte.laatTypen(uit.waarde.enveloppen.length);
      for (const e of uit.waarde.enveloppen) this.#koers.opgehaald(e.id, e.versie, e.volgnummer);
      const nieuw = await this.#open(uit.waarde.enveloppen);
      documenten.push(...nieuw);
      this.#ontvangen += uit.waarde.enveloppen.length;
      if (!uit.waarde.meer || documenten.length >= aantal) break;
    }
    this.#verder = documenten.length === 0 ? hier : {};
    this.#d.bijStand();
    return { documents: documenten, checkpoint: hier };
  }

  /** What was asked for ahead may be from before the news: it is asked for again. */
  vergeetVooruit(): void {
    this.#vooruit = null;
  }

  #pull(punten: Punten, limiet: number): Antwoord<Pullantwoord> {
    const vooruit = this.#vooruit;
    this.#vooruit = null;
    return vooruit?.bij === vraagsleutel(punten, limiet)
      ? vooruit.antwoord
      : this.#d.client.pull({ collectie: this.#collectie, punten, limiet });
  }

  #vraagVooruit(punten: Punten, limiet: number): void {
    const vraag = { collectie: this.#collectie, punten: { ...punten }, limiet };
    const antwoord = this.#d.client.pull(vraag);
    // It may never be asked for; a failure is met by who does.
    antwoord.catch(() => undefined);
    this.#vooruit = { bij: vraagsleutel(punten, limiet), antwoord };
  }

  /** What was put aside may open now: it goes along with what is fetched next. */
  kijkInWachtkamer(): void {
    this.#kijk = true;
  }

  /**
   * Documents that were put aside and open now. They leave the wachtkamer when they are in the database,
   * which is seen the next time: until then this is the only place where they are.
   */
  async #uitWachtkamer(): Promise<Document[]> {
    const { wachtkamer } = this.#d;
    const enveloppen = await wachtkamer.van(this.#collectie);
    if (enveloppen.length === 0) return [];
    const hier = await this.#alHier(enveloppen);
    const bij = await this.#huisstand(enveloppen.map((e) => e.id));
    const isGekomen = ({ id, versie }: Envelop): boolean => {
      const bekend = bij.get(id);
      return [hier.get(id)?.versie, bekend?.versie, ...(bekend?.eerder ?? [])].includes(versie);
    };
    await wachtkamer.vergeet(enveloppen.filter(isGekomen));
    const over = enveloppen.filter((e) => !isGekomen(e));
    const geopend = (await open(this.#d, this.#collectie, over)).flatMap((uit) =>
      uit.ok ? [uit.waarde] : [],
    );
    const mag = (doc: Document): boolean =>
      this.#d.magBinnen(this.#collectie, hier.get(doc.id), doc);
    const geweigerd = new Set(geopend.filter((doc) => !mag(doc)).map((doc) => doc.versie));
    await wachtkamer.vergeet(over.filter((e) => geweigerd.has(e.versie)));
    return geopend.filter(mag);
  }

  async #open(enveloppen: readonly Gekomen[]): Promise<Document[]> {
    const eigen = enveloppen.filter((e) => e.collectie === this.#collectie);
    const hier = await this.#alHier(eigen);
    const van = await this.#zonderOude(eigen, hier);
    // What this device has in this very version, most often its own push, need not be opened.
    const bekend = (e: Envelop): Document | undefined => {
      const doc = hier.get(e.id);
      return doc?.versie === e.versie ? doc : undefined;
    };
    const nieuw = van.filter((e) => !bekend(e));
    const geopend = await openOfLaatWachten(this.#d, this.#collectie, nieuw);
    const documenten = [
      ...van.flatMap((e) => bekend(e) ?? []),
      ...geopend
        .flatMap((uit) => (uit.ok ? [uit.waarde] : []))
        .filter((doc) => this.#d.magBinnen(this.#collectie, hier.get(doc.id), doc)),
    ];
    // An earlier state, whose key or author was missing, is not to come after this one. When the power goes
    // before it is in the database, it is fetched again.
    await this.#d.wachtkamer.wis(
      this.#collectie,
      documenten.map((doc) => doc.id),
    );
    return documenten;
  }

  /** Without what this device knew as the state of the document before the present one. */
  async #zonderOude(
    enveloppen: readonly Gekomen[],
    hier: ReadonlyMap<string, Document>,
  ): Promise<readonly Gekomen[]> {
    const anders = enveloppen.filter((e) => hier.has(e.id) && hier.get(e.id)?.versie !== e.versie);
    const bij = await this.#huisstand(anders.map((e) => e.id));
    return enveloppen.filter(({ id, versie, volgnummer }) => {
      const bekend = bij.get(id);
      if (!bekend?.eerder.includes(versie)) return true;
      // An answer that was under way when a later version came in says so by its number.
      if (volgnummer !== undefined && volgnummer > (bekend.nummer ?? -1))
        this.#koers.terug(id, versie);
      return false;
    });
  }

  async #alHier(enveloppen: readonly Envelop[]): Promise<Map<string, Document>> {
    const docs = await this.#fork.findDocumentsById(
      enveloppen.map((e) => e.id),
      true,
    );
    return new Map(docs.map((doc) => [doc.id, zonderRxdb(doc)]));
  }
}

/** With its number, when it just came. */
type Gekomen = Envelop & { readonly volgnummer?: number | undefined };

/** The same for the same checkpoints, in whatever order they are written. */
const vraagsleutel = (punten: Punten, limiet: number): string =>
  JSON.stringify([limiet, ...Object.entries(punten).sort(([a], [b]) => (a < b ? -1 : 1))]);

/** What RxDB adds to a document for itself stays on the device. */
export function zonderRxdb(doc: RxDocumentData<Document>): Document {
  const eigen = new Set(['_meta', '_rev', '_attachments']);
  return Object.fromEntries(Object.entries(doc).filter(([s]) => !eigen.has(s))) as never;
}
