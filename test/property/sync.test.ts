/**
 * Devices that write, go offline, are restarted, give each other files, and an endpoint that is
 * restarted, in an order drawn from a seed. Afterwards everybody is brought back, and then all must be the same and nothing lost.
 */
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { JsonWaarde } from '../../shared/schema/index.js';
import { startTestEndpoint } from '../harness/endpoint.js';
import type { Testendpoint } from '../harness/endpoint.js';
import {
  Proefapparaat,
  casusvelden,
  eventueel,
  nieuwAccount,
  nieuwHuis,
} from '../unit/vault/sync/proefapparaat.js';
import type { Proefdoc } from '../unit/vault/sync/proefapparaat.js';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const RUNS = Number(process.env['RUNS'] ?? 4);
console.info('seed', seed);

const APPARATEN = 3;
const VELDEN = ['titel', 'omschrijving', 'melder'] as const;

/** A value that was written, and whether somebody who saw it replaced or resolved it since. */
interface Schrijfsel {
  readonly casus: string;
  readonly waarde: string;
  vervangen: boolean;
}

const stap = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      soort: fc.constant('wijzig' as const),
      wie: fc.nat(2),
      casus: fc.nat(3),
      veld: fc.nat(2),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      soort: fc.constant('los' as const),
      wie: fc.nat(2),
      casus: fc.nat(3),
      keuze: fc.nat(3),
    }),
  },
  { weight: 2, arbitrary: fc.record({ soort: fc.constant('nieuw' as const), wie: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ soort: fc.constant('offline' as const), wie: fc.nat(2) }) },
  { weight: 3, arbitrary: fc.record({ soort: fc.constant('online' as const), wie: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ soort: fc.constant('herstart' as const), wie: fc.nat(2) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      soort: fc.constant('bestand' as const),
      wie: fc.nat(2),
      verder: fc.integer({ min: 1, max: 2 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ soort: fc.constant('endpoint' as const) }) },
  { weight: 2, arbitrary: fc.record({ soort: fc.constant('even' as const), ms: fc.nat(40) }) },
);
type Stap = typeof stap extends fc.Arbitrary<infer T> ? T : never;

const opruimen: Promise<unknown>[] = [];
afterAll(() => Promise.all(opruimen));

class Spel {
  readonly schrijfsels: Schrijfsel[] = [];
  readonly casussen: string[] = [];
  apparaten: Proefapparaat[] = [];
  #endpoint!: Testendpoint;
  #teller = 0;

  async begin(): Promise<void> {
    this.#endpoint = await startTestEndpoint();
    const huis = await nieuwHuis();
    const account = await nieuwAccount();
    const maak = (): Promise<Proefapparaat> =>
      Proefapparaat.maak({ huis, account, endpoint: this.#endpoint.adres });
    const een = await maak();
    this.apparaten.push(een);
    await een.richtOp();
    await een.sync.start();
    for (let i = 0; i < 4; i++) {
      this.casussen.push(await een.voegToe('casussen', casusvelden(this.#waarde())));
    }
    await een.gelijk();
    while (this.apparaten.length < APPARATEN) {
      const ander = await maak();
      this.apparaten.push(ander);
      await ander.neemKennis(een);
      await ander.sync.start();
      await ander.gelijk();
    }
  }

  async speel(s: Stap): Promise<void> {
    const wie = 'wie' in s ? this.apparaten[s.wie] : undefined;
    if (s.soort === 'even') await new Promise((klaar) => setTimeout(klaar, s.ms));
    else if (s.soort === 'endpoint') await this.#herstartEndpoint();
    else if (!wie) return;
    else if (s.soort === 'offline') wie.sync.pauzeer(true);
    else if (s.soort === 'online') wie.sync.pauzeer(false);
    else if (s.soort === 'herstart') await wie.herstart();
    else if (s.soort === 'bestand') await this.#draagOver(wie, s.wie + s.verder);
    else if (s.soort === 'nieuw') {
      const titel = this.#waarde();
      const id = await wie.voegToe('casussen', casusvelden(titel));
      this.casussen.push(id);
      this.#schrijf(id, titel);
    } else await this.#bewerk(wie, s);
  }

  async #bewerk(wie: Proefapparaat, s: Extract<Stap, { casus: number }>): Promise<void> {
    const id = this.casussen[s.casus % this.casussen.length];
    if (id === undefined || !(await wie.lees('casussen', id))) return;
    await wie.wijzig('casussen', id, (doc) => {
      if (s.soort === 'wijzig') {
        const veld = VELDEN[s.veld] ?? 'titel';
        this.#vervang(id, doc[veld]);
        const waarde = this.#waarde();
        doc[veld] = waarde;
        this.#schrijf(id, waarde);
        return;
      }
      const open = doc.conflicten[0];
      if (!open) return;
      const keuze = open.waarden[s.keuze % open.waarden.length]?.waarde;
      for (const { waarde } of open.waarden) if (waarde !== keuze) this.#vervang(id, waarde);
      if (doc[open.id] !== keuze) this.#vervang(id, doc[open.id]);
      doc[open.id] = keuze;
      doc.conflicten = doc.conflicten.filter((c) => c !== open);
    });
  }

  #waarde = (): string => `w${++this.#teller}`;
  #schrijf(casus: string, waarde: string): void {
    this.schrijfsels.push({ casus, waarde, vervangen: false });
  }
  #vervang(casus: string, waarde: unknown): void {
    for (const s of this.schrijfsels)
      if (s.casus === casus && s.waarde === waarde) s.vervangen = true;
  }

  /** Also twice: the second time nothing may change. */
  async #draagOver(van: Proefapparaat, naar: number): Promise<void> {
    const ander = this.apparaten[naar % APPARATEN];
    if (!ander) return;
    const { bytes } = await van.overdracht.maak([van.account]);
    for (let keer = 0; keer < 2; keer++) {
      const uit = await ander.overdracht.bekijk(bytes);
      if (!uit.ok) throw new Error(`bestand geweigerd: ${uit.fout.soort}`);
      const { geweigerd, onleesbaar } = await uit.waarde.voerIn();
      expect({ geweigerd, onleesbaar }).toEqual({ geweigerd: 0, onleesbaar: {} });
    }
  }

  async #herstartEndpoint(): Promise<void> {
    const { map, adres } = this.#endpoint;
    await this.#endpoint.stop();
    this.#endpoint = await startTestEndpoint({ dataDir: map, port: Number(new URL(adres).port) });
  }

  async einde(): Promise<void> {
    for (const a of this.apparaten) {
      a.sync.pauzeer(false);
      a.sync.nu();
    }
    await eventueel(async () => {
      const standen = await Promise.all(this.apparaten.map((a) => a.alle('casussen')));
      for (const stand of standen) expect(stand).toEqual(standen[0]);
      for (const a of this.apparaten)
        expect(a.stand).toMatchObject({ toestand: 'gelijk', wachtend: 0 });
    }, 15_000);
    const docs = (await this.apparaten[0]?.alle('casussen')) ?? [];
    expect(docs.map((d) => d.id).sort()).toEqual([...new Set(this.casussen)].sort());
    expect(this.schrijfsels.filter((s) => !s.vervangen && !staatIn(docs, s))).toEqual([]);
  }

  async ruimOp(): Promise<void> {
    await Promise.all(this.apparaten.map((a) => a.sluit()));
    opruimen.push(this.#endpoint.ruimOp());
  }
}

function staatIn(docs: readonly Proefdoc[], { casus, waarde }: Schrijfsel): boolean {
  const doc = docs.find((d) => d.id === casus);
  const open = doc?.conflicten.flatMap((c) => c.waarden.map((w): JsonWaarde => w.waarde)) ?? [];
  return VELDEN.some((v) => doc?.[v] === waarde) || open.includes(waarde);
}

it('converges and loses nothing', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { minLength: 20, maxLength: 40 }), async (stappen) => {
      const spel = new Spel();
      try {
        await spel.begin();
        for (const s of stappen) await spel.speel(s);
        await spel.einde();
      } finally {
        await spel.ruimOp();
      }
    }),
    { seed, numRuns: RUNS, endOnFailure: true },
  );
});
