/** The way up: documents from RxDB, sealed, to the endpoint; its refusals sorted out. */
import type { RxReplicationWriteToMasterRow } from 'rxdb';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import { GRENZEN } from '../../../shared/sync/protocol.js';
import type { Envelop, Pushverzoek } from '../../../shared/sync/protocol.js';
import { Beurten } from '../beurten.js';
import { isIngetrokken } from './fouten.js';
import type { Koers } from './koers.js';
import type { Motordeps } from './motor.js';
import type { Huisstanden } from './replicatie.js';
import type { Document } from './wachtend.js';
import { openOfLaatWachten } from './wachtkamer.js';
import { sluit } from './zegel.js';

/** The endpoint keeps it for the members, one of whom decides. */
const APART = 'apart gezet, want u hebt geen toegang meer tot dit dossier; een lid ervan beslist';

type Rij = RxReplicationWriteToMasterRow<Document>;
type Pushenvelop = Pushverzoek['enveloppen'][number];

/** Leaves room for the framing around the sealed bytes. */
const BYTES_PER_PUSH = GRENZEN.bytesPerVerzoek * 0.75;
const OVERIGE_BYTES = 400;
/** Documents that are sealed at once: large enough for a request, small enough to overlap with one. */
const PER_PORTIE = GRENZEN.enveloppenPerBatch;

export class Verzender {
  readonly #d: Motordeps;
  readonly #collectie: GedeeldeCollectie;
  readonly #koers: Koers;
  readonly #huisstand: Huisstanden;
  /** Calls of RxDB that run at once seal in turn: the first can then be under way soon. */
  readonly #beurten = new Beurten();
  /** Documents that cannot go up now: version and reason, by id. */
  readonly #ingehouden = new Map<string, { versie: string; reden: string }>();

  constructor(deps: Motordeps, collectie: GedeeldeCollectie, koers: Koers, huisstand: Huisstanden) {
    this.#d = deps;
    this.#koers = koers;
    this.#huisstand = huisstand;
    this.#collectie = collectie;
  }

  get ingehouden(): ReadonlyMap<string, string> {
    return new Map([...this.#ingehouden].map(([id, { reden }]) => [id, reden]));
  }

  isIngehouden(document: { id: string; versie: string } | undefined): boolean {
    return document !== undefined && this.#ingehouden.get(document.id)?.versie === document.versie;
  }

  /**
   * Handler of RxDB: returns the current state of what was refused because somebody was first, and
   * never rejects (RxDB would forget the rows). Waits for the line as long as needed.
   */
  async verzend(rijen: Rij[]): Promise<Document[]> {
    for (const { newDocumentState } of rijen) this.#ingehouden.delete(newDocumentState.id);
    const botsingen: Document[] = [];
    let over = rijen;
    await this.#d.drukte.voorbij();
    while (over.length > 0) {
      await this.#d.verbinding.gereed();
      if (this.#d.stop.aborted) return [];
      try {
        over = await this.#poging(over, botsingen);
      } catch (oorzaak) {
        // A defect of ours: the documents keep waiting, and the sweep offers them again.
        console.error(`sync: verzenden van ${this.#collectie}`, oorzaak);
        for (const rij of over)
          this.#houdIn(rij.newDocumentState, 'onverwachte fout bij verzenden');
        return botsingen;
      }
    }
    return botsingen;
  }

  /** @returns the rows for which no answer came */
  async #poging(rijen: Rij[], botsingen: Document[]): Promise<Rij[]> {
    const { drukte, verbinding, verleningen, vernietigd } = this.#d;
    const vakken = new Set(rijen.map((r) => r.newDocumentState.vak));
    const verleend = await verleningen.zorgVoor(vakken);
    if (!verleend.ok) {
      verbinding.verbroken(verleend.fout);
      return rijen;
    }
    const teSturen: Rij[] = [];
    for (const rij of rijen) {
      // Nobody is to have it any more: it counts as sent.
      if (vernietigd.is(rij.newDocumentState.vak)) continue;
      if (verleningen.geenLid(rij.newDocumentState.vak)) {
        this.#houdIn(rij.newDocumentState, 'nog geen toegang bij het endpoint');
      } else teSturen.push(rij);
    }
    const perId = new Map(teSturen.map((rij) => [rij.newDocumentState.id, rij]));
    const onbeantwoord: Pushenvelop[] = [];
    let onderweg: Promise<readonly Pushenvelop[]> = Promise.resolve([]);
    for (let i = 0; i < teSturen.length; i += PER_PORTIE) {
      const deel = teSturen.slice(i, i + PER_PORTIE);
      await drukte.laatTypen(deel.length);
      // While this portion is being sealed, the one before it is under way.
      const portie = await this.#beurten.doe(() => this.#verzegel(deel));
      onbeantwoord.push(...(await onderweg));
      onderweg = this.#duwAlles(portie, botsingen);
      // It is awaited in the next round, and its failure is met there.
      onderweg.catch(() => undefined);
    }
    onbeantwoord.push(...(await onderweg));
    // What follows is that RxDB notes them.
    await drukte.laatTypen(teSturen.length);
    return onbeantwoord.flatMap((e) => perId.get(e.id) ?? []);
  }

  async #verzegel(rijen: readonly Rij[]): Promise<Pushenvelop[]> {
    const verzegeld = await sluit(
      this.#d,
      this.#collectie,
      rijen.map((rij) => rij.newDocumentState as Document),
    );
    const enveloppen: Pushenvelop[] = [];
    rijen.forEach((rij, i) => {
      const e = verzegeld[i];
      if (!e) this.#houdIn(rij.newDocumentState, 'de sleutel van dit dossier ontbreekt');
      else if (e.bytes.length > GRENZEN.bytesPerEnvelop) {
        this.#houdIn(rij.newDocumentState, 'het document is te groot');
      } else enveloppen.push({ ...e, basis: rij.assumedMasterState?.versie ?? null });
    });
    return enveloppen;
  }

  async #duwAlles(
    enveloppen: readonly Pushenvelop[],
    botsingen: Document[],
  ): Promise<readonly Pushenvelop[]> {
    const rest: Pushenvelop[] = [];
    for (const partij of partijen(enveloppen)) rest.push(...(await this.#duw(partij, botsingen)));
    return rest;
  }

  /** @returns what got no answer; a batch that is refused as a whole is halved to find the cause */
  async #duw(
    partij: readonly Pushenvelop[],
    botsingen: Document[],
  ): Promise<readonly Pushenvelop[]> {
    const { client, verbinding } = this.#d;
    if (!verbinding.open) return partij;
    const uit = await client.push({ enveloppen: [...partij] });
    if (uit.ok) {
      const { verworpen, volgnummer, quarantaine } = uit.waarde;
      const apart = new Set(quarantaine);
      for (const e of partij) if (apart.has(e.id)) this.#houdIn(e, APART);
      const afgewezen = new Set([...verworpen.map((e) => e.id), ...apart]);
      for (const { id, versie } of partij) {
        if (!afgewezen.has(id)) this.#koers.gepusht(id, versie, volgnummer);
      }
      for (const hun of verworpen) await this.#botst(hun, partij, botsingen);
      return [];
    }
    if (uit.fout.soort === 'onbereikbaar' || uit.fout.status === 401 || isIngetrokken(uit.fout)) {
      verbinding.verbroken(uit.fout);
      return partij;
    }
    if (uit.fout.code === 'epoch-verlopen') {
      const opnieuw = await this.#haalNieuweEpochs(partij);
      if (opnieuw) return partij;
    }
    const [enige] = partij;
    if (enige && partij.length === 1) {
      this.#houdIn(enige, uit.fout.uitleg);
      return [];
    }
    const helft = Math.ceil(partij.length / 2);
    const rest: Pushenvelop[] = [];
    for (const deel of delenPerVak(partij) ?? [partij.slice(0, helft), partij.slice(helft)]) {
      rest.push(...(await this.#duw(deel, botsingen)));
    }
    return rest;
  }

  /**
   * Somebody was removed from one of these vakken: its next key is in our grants. True when sealing again
   * makes sense: a later key came in, or the line is down and this is to be tried again anyway.
   */
  async #haalNieuweEpochs(partij: readonly Pushenvelop[]): Promise<boolean> {
    const { toegang, verleningen, verbinding } = this.#d;
    const gehaald = await verleningen.wisselUit();
    if (!gehaald.ok) {
      verbinding.verbroken(gehaald.fout);
      return true;
    }
    return partij.some((e) => (toegang.epoch(e.vak) ?? 0) > e.epoch);
  }

  async #botst(hun: Envelop, partij: readonly Pushenvelop[], botsingen: Document[]): Promise<void> {
    const [geopend] = await openOfLaatWachten(this.#d, this.#collectie, [hun]);
    if (geopend?.ok) {
      const bekend = (await this.#huisstand([hun.id])).get(hun.id);
      if (bekend?.eerder.includes(hun.versie)) this.#koers.terug(hun.id, hun.versie);
      botsingen.push(geopend.waarde);
      return;
    }
    const mijn = partij.find((e) => e.id === hun.id);
    if (mijn) this.#houdIn(mijn, 'wat bij het huis staat, kan nog niet worden gelezen');
  }

  #houdIn({ id, versie }: { id: string; versie: string }, reden: string): void {
    this.#ingehouden.set(id, { versie, reden });
  }
}

/** Cut by count and by bytes. */
export function* partijen(enveloppen: readonly Pushenvelop[]): Generator<Pushenvelop[], void> {
  let partij: Pushenvelop[] = [];
  let bytes = 0;
  for (const e of enveloppen) {
    const grootte = e.bytes.length + OVERIGE_BYTES;
    if (partij.length === GRENZEN.enveloppenPerBatch || bytes + grootte > BYTES_PER_PUSH) {
      if (partij.length > 0) yield partij;
      partij = [];
      bytes = 0;
    }
    partij.push(e);
    bytes += grootte;
  }
  if (partij.length > 0) yield partij;
}

/** One batch for each vak; null when there is only one, so that halving is what remains. */
function delenPerVak(partij: readonly Pushenvelop[]): Pushenvelop[][] | null {
  const perVak = new Map<string, Pushenvelop[]>();
  for (const e of partij) perVak.set(e.vak, [...(perVak.get(e.vak) ?? []), e]);
  return perVak.size > 1 ? [...perVak.values()] : null;
}
