/**
 * A house under simulation: people with devices that write, go offline, have a bad line and a wrong clock,
 * give each other files and are taken out; and an endpoint that is restarted, or put back from an older
 * backup. Beside it stands what must be true of it afterwards: who has access has the same, what was entered
 * is somewhere, who was taken out reads nothing new, and the log is whole.
 */
import assert from 'node:assert/strict';
import { setTimeout as slaap } from 'node:timers/promises';
import type { Kaalblok } from '../../shared/log/index.js';
import { controleerKetens } from '../../shared/log/index.js';
import { toeval } from '../harness/toeval.js';
import type {
  Proefaccount,
  Proefapparaat,
  Proefdoc,
  Proefhuis,
} from '../unit/vault/sync/proefapparaat.js';
import type { Client, Instantie, Instanties } from './instantie.js';
import { alsProces, type Endpoint, inProces } from './endpoint.js';
import { type Lijn, slechteLijn } from './lijn.js';
import { Proeflog } from './logboek.js';
import { type Stap, trekStap } from './stappen.js';

const STAPPEN = 60;
const JAAR_MS = 365 * 24 * 3600 * 1000;
const EIND_MS = 30_000;
const VELDEN = ['titel', 'omschrijving', 'melder'] as const;
const TEKSTVELD = 'omschrijving';
const COLLECTIES = ['leden', 'casussen', 'logregels'] as const;
/** What an older version of the application does not know. */
const NIEUWER = 'acties';

/** Who has a device. The first is of the beheerder and stays; the first three are there from the beginning. */
const OPSTELLING = [
  { wie: 'A', huis: true },
  { wie: 'B', huis: true },
  { wie: 'C', huis: false },
  { wie: 'A', huis: true },
  { wie: 'D', huis: false },
  { wie: 'B', huis: true },
] as const;
type Wie = (typeof OPSTELLING)[number]['wie'];
const BEGIN = 3;

interface Deelnemer {
  readonly nummer: number;
  readonly wie: Wie;
  readonly account: Proefaccount;
  readonly app: Proefapparaat;
  readonly client: Client;
  readonly zetKlok: Instantie['zetKlok'];
  readonly lijn: Lijn;
  readonly log: Proeflog;
  /** An older version, until the end. */
  readonly ouder: boolean;
  offline: boolean;
  ingetrokken: boolean;
}

/** A value that was written, and whether somebody who saw it replaced, resolved or deleted it since. */
interface Schrijfsel {
  readonly id: string;
  readonly waarde: string;
  readonly door: Deelnemer;
  /** The writer had been taken out of the case: it may also just be held back on the own device. */
  readonly buiten: boolean;
  vervangen: boolean;
}
type Bekeken = Awaited<ReturnType<Proefapparaat['overdracht']['bekijk']>>;

export interface Telling {
  stappen: number;
  geschreven: number;
  inConflict: number;
  inQuarantaine: number;
  uitgesloten: number;
  ingetrokken: number;
  teruggezet: number;
  logregels: number;
  pech: number;
}

export class Wereld {
  readonly telling: Telling = {
    stappen: 0,
    geschreven: 0,
    inConflict: 0,
    inQuarantaine: 0,
    uitgesloten: 0,
    ingetrokken: 0,
    teruggezet: 0,
    logregels: 0,
    pech: 0,
  };
  /** What happened, for who has to find out why. */
  readonly verloop: string[] = [];
  readonly #kies: (onder: number) => number;
  readonly #instanties: Instanties;
  readonly #accounts = new Map<Wie, Proefaccount>();
  readonly #deelnemers: Deelnemer[] = [];
  readonly #schrijfsels: Schrijfsel[] = [];
  readonly #vakken: string[] = [];
  readonly #casussen: { id: string; vak: string }[] = [];
  /** `vak|account` of who was taken out for sure, with the number of values that had been written then. */
  readonly #eruit = new Map<string, number>();
  readonly #oudste: number;
  readonly #hoeveel: number;
  #huis!: Proefhuis;
  #endpoint!: Endpoint;
  #isKopie = false;
  #teller = 0;
  readonly #begonnen = performance.now();

  /** @param proces the endpoint as a process of its own, which is killed instead of stopped */
  constructor(
    instanties: Instanties,
    readonly seed: number,
    private readonly proces: boolean,
  ) {
    this.#instanties = instanties;
    this.#kies = toeval(seed);
    this.#hoeveel = BEGIN + this.#kies(OPSTELLING.length - BEGIN + 1);
    this.#oudste = this.#kies(OPSTELLING.length);
  }

  async speel(): Promise<void> {
    await this.#begin();
    for (let i = 0; i < STAPPEN; i++) {
      const stap = trekStap(this.#kies);
      this.telling.stappen += 1;
      await this.#doe(stap);
    }
    await this.#kom();
    await this.#toets();
  }

  /** How everybody stands, one line each: with what happened it is what one begins to look from. */
  beschrijf(): string[] {
    return this.#deelnemers.map(({ nummer, wie, app, lijn, ingetrokken, ouder }) => {
      const { toestand, wachtend, reden } = app.stand;
      const leden = this.#vakken.map((vak) => {
        const toegang = app.sleutels.alle().filter((t) => t.vak === vak);
        const wie = toegang.map(
          (t) => `${this.#naam(t.account)}${t.epoch}${t.gepubliceerd ? '' : '*'}`,
        );
        return `${vak.slice(0, 4)}@${app.sleutels.epoch(vak) ?? '-'} ${wie.join(' ')}`;
      });
      const soort = `${ouder ? ' ouder' : ''}${ingetrokken ? ' ingetrokken' : ''}`;
      return `${nummer} ${wie}${soort}: ${toestand}, ${wachtend} wacht (${reden ?? ''}); ${leden.join(', ')}; ${lijn.bezig().join(', ')}`;
    });
  }

  #naam(account: string): string {
    return [...this.#accounts].find(([, { id }]) => id === account)?.[0] ?? account;
  }

  async ruimOp(): Promise<void> {
    for (const d of this.#deelnemers) await d.lijn.rust();
    await Promise.all(this.#deelnemers.map((d) => d.app.sluit()));
    await (this.#endpoint as Endpoint | undefined)?.ruimOp();
  }

  async #begin(): Promise<void> {
    this.#endpoint = await (this.proces ? alsProces() : inProces());
    const { client } = await this.#instanties.van(0);
    this.#huis = await client.nieuwHuis();
    const een = await this.#maak(0);
    await een.app.richtOp();
    await een.app.sync.start();
    await een.app.gelijk();
    while (this.#deelnemers.length < BEGIN) await this.#erbij();
    for (let i = 0; i < 2; i++) await this.#nieuw(een, true);
    await this.#geef(een, this.#vakken[0] ?? '', 'C');
    await een.app.gelijk();
  }

  get #een(): Deelnemer {
    const [een] = this.#deelnemers;
    if (!een) throw new Error('er is nog niemand');
    return een;
  }

  async #maak(nummer: number): Promise<Deelnemer> {
    const rol = OPSTELLING[nummer];
    if (!rol) throw new Error(`geen deelnemer ${nummer}`);
    const { client, zetKlok } = await this.#instanties.van(nummer);
    zetKlok(0);
    const account = this.#accounts.get(rol.wie) ?? (await client.nieuwAccount());
    this.#accounts.set(rol.wie, account);
    // Of its own: how many requests there are is not drawn.
    const lijn = slechteLijn(toeval(this.seed + 7_919 * (nummer + 1)));
    const ouder = nummer > 0 && nummer === this.#oudste;
    const beheerder = rol.wie === 'A';
    const app = await client.Proefapparaat.maak({
      huis: this.#huis,
      account,
      endpoint: this.#endpoint.adres,
      collecties: ouder ? COLLECTIES : [...COLLECTIES, NIEUWER],
      beheerder,
      ...(beheerder
        ? {}
        : {
            lid: rol.huis
              ? { rol: 'procesregisseur', toegang: 'huis' }
              : { rol: 'ketenpartner', toegang: 'toegewezen' },
          }),
      sync: { ...client.SNEL, fetch: lijn.fetch },
    });
    const log = await Proeflog.maak(app, this.#huis, account);
    const deel = { nummer, wie: rol.wie, account, app, client, zetKlok, lijn, log, ouder };
    const deelnemer: Deelnemer = { ...deel, offline: false, ingetrokken: false };
    this.#deelnemers.push(deelnemer);
    return deelnemer;
  }

  /** The next device: of somebody who has one already, or of a new colleague. */
  async #erbij(): Promise<void> {
    const nummer = this.#deelnemers.length;
    const een = this.#een;
    const eerder = this.#deelnemers.find(
      (d) => d.wie === OPSTELLING[nummer]?.wie && !d.ingetrokken,
    );
    if (nummer >= this.#hoeveel && nummer >= BEGIN) return;
    const nieuw = await this.#maak(nummer);
    this.#noteer(`erbij ${nummer} (${nieuw.wie})`);
    if (eerder) {
      await nieuw.app.neemKennis(eerder.app);
      await nieuw.app.sync.start();
      return;
    }
    // Somebody lets them in, and waits for it.
    this.#online(een);
    een.lijn.slecht = 0;
    await nieuw.app.sync.start();
    await nieuw.app.wacht((s) => s.toestand !== 'offline', 'verbonden');
    // A file of somebody who is away may have brought what can only go on when they are back.
    await een.app.laatBinnen(nieuw.app);
    await nieuw.app.gelijk();
    if (OPSTELLING[nummer]?.huis)
      for (const vak of this.#vakken) await een.app.geefToegang(vak, nieuw.account.id);
  }

  async #doe({ soort, a, b }: Stap): Promise<void> {
    const aanwezig = this.#deelnemers.filter((d) => !d.ingetrokken);
    const wie = aanwezig[a % aanwezig.length];
    if (!wie) throw new Error('er is niemand meer');
    switch (soort) {
      case 'even':
        await slaap(b % 60);
        return;
      case 'wijzig':
      case 'kies':
      case 'verwijder':
        await this.#bewerk(wie, soort, b);
        return;
      case 'actie':
        await this.#actie(wie, b);
        return;
      case 'nieuw':
        if (wie.wie === 'A' || wie.wie === 'B') await this.#nieuw(wie, b % 3 === 0);
        return;
      case 'offline':
        this.#noteer(`offline ${wie.nummer}`);
        wie.offline = true;
        wie.app.sync.pauzeer(true);
        return;
      case 'online':
        this.#online(wie);
        return;
      case 'herstart':
        this.#noteer(`herstart ${wie.nummer}`);
        await wie.app.herstart();
        if (wie.offline) wie.app.sync.pauzeer(true);
        return;
      case 'slecht':
        wie.lijn.slecht = b % 2 === 0 ? 0 : 10 + (b % 30);
        this.#noteer(`lijn ${wie.nummer} ${wie.lijn.slecht}`);
        return;
      case 'klok': {
        const verschil = ((b % 11) - 5) * JAAR_MS;
        wie.zetKlok(verschil);
        this.#noteer(`klok ${wie.nummer} ${verschil / JAAR_MS} jaar`);
        return;
      }
      case 'endpoint':
        this.#noteer('endpoint herstart');
        await this.#endpoint.herstart();
        return;
      case 'kopie':
        await this.#kopie();
        return;
      case 'bestand':
        await this.#bestand(wie, b);
        return;
      case 'erbij':
        await this.#erbij();
        return;
      case 'geef':
        await this.#geef(this.#een, this.#vakken[a % this.#vakken.length] ?? '', b % 2 ? 'C' : 'D');
        return;
      case 'haalUit':
        await this.#haalUit(this.#vakken[a % this.#vakken.length] ?? '', b % 2 ? 'C' : 'D');
        return;
      case 'laat':
        await this.#laat(b);
        return;
      case 'trekIn':
        await this.#bereikbaar();
        await this.#trekIn();
    }
  }

  /** A backup of the endpoint is made, and the next time put back. */
  async #kopie(): Promise<void> {
    this.#noteer(this.#isKopie ? 'endpoint: kopie terug' : 'endpoint: kopie');
    await (this.#isKopie ? this.#endpoint.zetTerug() : this.#endpoint.maakKopie());
    if (this.#isKopie) {
      this.telling.teruggezet += 1;
      // Who had been taken out since the copy is in again until somebody who knew has been back.
      for (const wie of this.#eruit.keys()) this.#eruit.set(wie, Infinity);
    }
    this.#isKopie = !this.#isKopie;
  }

  #noteer(wat: string): void {
    this.verloop.push(`${((performance.now() - this.#begonnen) / 1000).toFixed(2)} ${wat}`);
  }

  #online(wie: Deelnemer): void {
    this.#noteer(`online ${wie.nummer}`);
    wie.offline = false;
    wie.app.sync.pauzeer(false);
  }

  /** A case; with `eigenVak` in a vak of its own, else beside another one. */
  async #nieuw(wie: Deelnemer, eigenVak: boolean): Promise<void> {
    let vak = this.#vakken.at(-1);
    if (eigenVak || vak === undefined || wie.app.sleutels.epoch(vak) === undefined) {
      vak = await wie.app.maakVak();
      this.#vakken.push(vak);
    }
    const titel = this.#waarde();
    const id = await wie.app.voegToe('casussen', wie.client.casusvelden(titel), vak);
    this.#casussen.push({ id, vak });
    this.#noteer(`nieuw ${wie.nummer} ${id} in ${vak}: ${titel}`);
    await this.#geschreven(wie, id, vak, titel);
  }

  async #bewerk(wie: Deelnemer, soort: 'wijzig' | 'kies' | 'verwijder', b: number): Promise<void> {
    const casus = this.#casussen[b % this.#casussen.length];
    if (!casus || !(await wie.app.lees('casussen', casus.id))) return;
    const { id } = casus;
    if (soort === 'verwijder') {
      this.#noteer(`verwijder ${wie.nummer} ${id}`);
      await wie.app.wijzig('casussen', id, (doc) => {
        for (const waarde of waardenVan(doc)) this.#vervangen(id, waarde);
        doc['_deleted'] = true;
      });
      return;
    }
    if (soort === 'wijzig') {
      await this.#wijzig(wie, casus, b);
      return;
    }
    await wie.app.wijzig('casussen', id, (doc) => {
      const [open] = doc.conflicten;
      if (!open) return;
      const keuze = open.waarden[b % open.waarden.length]?.waarde;
      const blijft = new Set(alineasVan(keuze));
      for (const waarde of [doc[open.id], ...open.waarden.map((w) => w.waarde)])
        for (const a of alineasVan(waarde)) if (!blijft.has(a)) this.#vervangen(id, a);
      doc[open.id] = keuze;
      doc.conflicten = doc.conflicten.filter((c) => c !== open);
    });
  }

  async #wijzig(
    wie: Deelnemer,
    { id, vak }: { id: string; vak: string },
    b: number,
  ): Promise<void> {
    const veld = VELDEN[(b >> 4) % VELDEN.length] ?? 'titel';
    const nieuw = this.#waarde();
    this.#noteer(`wijzig ${wie.nummer} ${id}: ${nieuw}`);
    await wie.app.wijzig('casussen', id, (doc) => {
      // One of them is a text, of which a paragraph is added or replaced; of the others it is the whole.
      const alineas = alineasVan(doc[veld]);
      const hier = veld === TEKSTVELD ? (b >> 6) % (alineas.length + 1) : 0;
      const erbij = veld === TEKSTVELD && (b >> 9) % 2 === 0;
      for (const weg of alineas.splice(hier, erbij ? 0 : 1, nieuw)) this.#vervangen(id, weg);
      doc[veld] = alineas.join('\n');
    });
    await this.#geschreven(wie, id, vak, nieuw);
  }

  /** Something of a kind that an older version does not know. */
  async #actie(wie: Deelnemer, b: number): Promise<void> {
    const casus = this.#casussen[b % this.#casussen.length];
    if (wie.ouder || !casus || !(await wie.app.lees('casussen', casus.id))) return;
    const waarde = this.#waarde();
    const id = await wie.app.voegToe(NIEUWER, actievelden(casus.id, waarde), casus.vak);
    this.#noteer(`actie ${wie.nummer} ${id}: ${waarde}`);
    await this.#geschreven(wie, id, casus.vak, waarde);
  }

  #waarde = (): string => `w${++this.#teller}`;

  async #geschreven(door: Deelnemer, id: string, vak: string, waarde: string): Promise<void> {
    const buiten = this.#eruit.has(`${vak}|${door.account.id}`);
    this.#schrijfsels.push({ id, waarde, door, buiten, vervangen: false });
    await door.log.noteer('gewijzigd', id);
  }

  #vervangen(id: string, waarde: unknown): void {
    for (const s of this.#schrijfsels) if (s.id === id && s.waarde === waarde) s.vervangen = true;
  }

  /** Between colleagues, and twice: the second time nothing may change. */
  async #bestand(van: Deelnemer, b: number): Promise<void> {
    const anderen = this.#deelnemers.filter(
      (d) => d !== van && !d.ingetrokken && OPSTELLING[d.nummer]?.huis,
    );
    const naar = anderen[b % anderen.length];
    if (!naar || !OPSTELLING[van.nummer]?.huis) return;
    if (!van.app.leden.has(naar.app.account)) return;
    this.#noteer(`bestand ${van.nummer} naar ${naar.nummer}`);
    const { bytes } = await van.app.overdracht.maak([naar.app.account]);
    for (let keer = 0; keer < 2; keer++) {
      const uit: Bekeken = await naar.app.overdracht.bekijk(bytes);
      // Of somebody whom this device does not know yet.
      if (!uit.ok) {
        this.#noteer(`bestand geweigerd: ${uit.fout.soort}`);
        return;
      }
      await voerGeheelIn(uit.waarde);
    }
  }

  async #geef(een: Deelnemer, vak: string, wie: Wie): Promise<void> {
    const account = this.#accounts.get(wie)?.id;
    if (account === undefined || !een.app.leden.has(account)) return;
    if (een.app.sleutels.epoch(vak) === undefined) return;
    if (een.app.sleutels.metToegang(vak).some((t) => t.account === account)) return;
    this.#noteer(`geef ${wie} toegang tot ${vak}`);
    this.#eruit.delete(`${vak}|${account}`);
    await een.app.geefToegang(vak, account);
    een.app.sync.nu();
  }

  async #haalUit(vak: string, wie: Wie): Promise<void> {
    const account = this.#accounts.get(wie)?.id;
    const { app } = this.#een;
    if (account === undefined || app.sleutels.epoch(vak) === undefined) return;
    if (!app.sleutels.metToegang(vak).some((t) => t.account === account)) return;
    await this.#bereikbaar();
    const uit = await app.sync.verwijderToegang(vak, account);
    this.#noteer(`haal ${wie} uit ${vak}: ${uit.ok ? 'ok' : uit.fout.soort}`);
    if (!uit.ok) return;
    this.telling.uitgesloten += 1;
    this.#eruit.set(`${vak}|${account}`, this.#teller);
  }

  /** Somebody from outside works on without a line, and is taken out meanwhile. */
  async #laat(b: number): Promise<void> {
    const partners = this.#deelnemers.filter((d) => !OPSTELLING[d.nummer]?.huis);
    const wie = partners[b % partners.length];
    const casussen = (await wie?.app.alle('casussen')) ?? [];
    const casus = casussen[b % casussen.length];
    if (!wie || !casus) return;
    this.#noteer(`offline ${wie.nummer}`);
    wie.offline = true;
    wie.app.sync.pauzeer(true);
    await this.#wijzig(wie, casus, b);
    await this.#haalUit(casus.vak, wie.wie);
  }

  /** The beheerder is at the desk, and what was entered there went out; or not within a moment. */
  async #bereikbaar(): Promise<void> {
    const een = this.#een;
    this.#online(een);
    een.lijn.slecht = 0;
    await Promise.race([een.app.gelijk().catch(() => undefined), slaap(1_000)]);
  }

  /** A second device; the first of everybody stays. */
  async #trekIn(): Promise<void> {
    const wie = this.#deelnemers.find((d) => d.nummer >= BEGIN && d.wie !== 'D' && !d.ingetrokken);
    if (!wie) return;
    const doel = { account: wie.account.id, apparaat: wie.app.apparaat.id };
    const uit = await this.#een.app.sync.trekIn(doel);
    this.#noteer(`trek ${wie.nummer} in: ${uit.ok ? 'ok' : uit.fout.soort}`);
    if (!uit.ok) return;
    wie.ingetrokken = true;
    this.telling.ingetrokken += 1;
  }

  /** Everybody has a good line and a right clock, in an order at random, and the newest version. */
  async #kom(): Promise<void> {
    const rij = [...this.#deelnemers];
    for (let i = rij.length - 1; i > 0; i--) {
      const j = this.#kies(i + 1);
      [rij[i], rij[j]] = [rij[j] as Deelnemer, rij[i] as Deelnemer];
    }
    for (const d of rij) {
      d.lijn.slecht = 0;
      d.zetKlok(0);
      await d.lijn.rust();
      this.#online(d);
      d.app.sync.nu();
      if (d.ouder && !d.ingetrokken) await d.app.herstart([NIEUWER]);
    }
  }

  async #toets(): Promise<void> {
    this.#noteer('einde');
    const over = this.#deelnemers.filter((d) => !d.ingetrokken);
    const { client } = await this.#instanties.van(0);
    await client.eventueel(async () => {
      for (const vak of this.#vakken) await this.#gelijkIn(vak, over);
      await this.#niemandBuiten();
      await this.#nietsVerloren();
      await this.#logHeel(over);
    }, EIND_MS);
    for (const d of this.#deelnemers.filter((e) => e.ingetrokken))
      await client.eventueel(() => {
        assert.ok(d.app.ingetrokken > 0, `apparaat ${d.nummer} weet niet dat het is ingetrokken`);
        return Promise.resolve();
      });
    this.#noteer('gelijk');
    this.telling.geschreven = this.#schrijfsels.length;
    this.telling.inQuarantaine = this.#een.app.sync.quarantaine.waarde.length;
    for (const d of this.#deelnemers)
      this.telling.pech += Object.values(d.lijn.telling).reduce((som, n) => som + n, 0);
  }

  /** Who has access to a case has the same of it. */
  async #gelijkIn(vak: string, over: readonly Deelnemer[]): Promise<void> {
    const leden = new Set(this.#een.app.sleutels.metToegang(vak).map((t) => t.account));
    const bij = over.filter((d) => leden.has(d.account.id));
    const standen = await Promise.all(bij.map((d) => inVak(d.app, vak)));
    bij.forEach((d, i) => {
      assert.deepEqual(kort(standen[i]), kort(standen[0]), `${d.nummer} verschilt in ${vak}`);
      assert.deepEqual(standen[i], standen[0], `${d.nummer} verschilt in ${vak}`);
    });
  }

  /** Who was taken out has no later key, and nothing that was written after it. */
  async #niemandBuiten(): Promise<void> {
    for (const [sleutel, teller] of this.#eruit) {
      const [vak = '', account = ''] = sleutel.split('|');
      const epoch = this.#een.app.sleutels.epoch(vak) ?? 0;
      for (const d of this.#deelnemers.filter((e) => e.account.id === account)) {
        assert.equal(await d.app.sleutels.sleutel(vak, epoch), undefined, `${d.wie} leest ${vak}`);
        for (const doc of await inVak(d.app, vak))
          for (const waarde of waardenVan(doc)) {
            const nr = Number(/^w(\d+)$/.exec(String(waarde))?.[1] ?? 0);
            const eigen = this.#schrijfsels.some(
              (s) => s.waarde === waarde && s.door.account.id === account,
            );
            assert.ok(nr <= teller || eigen, `${d.wie} leest ${String(waarde)} in ${vak}`);
          }
      }
    }
  }

  /** What was entered and not replaced stands in the case, in an open conflict, or waits in quarantine. */
  async #nietsVerloren(): Promise<void> {
    const { app } = this.#een;
    const docs = [...(await app.alle('casussen')), ...(await app.alle(NIEUWER))];
    const laat = app.sync.quarantaine.waarde.flatMap(({ doc }) => (doc ? [doc.inhoud] : []));
    this.telling.inConflict = docs.reduce((som, doc) => som + doc.conflicten.length, 0);
    for (const s of this.#schrijfsels) {
      if (s.vervangen || s.door.ingetrokken) continue;
      const staat = (rij: readonly object[]): boolean =>
        rij.some((doc) => (doc as Proefdoc).id === s.id && waardenVan(doc).includes(s.waarde));
      if (staat(docs) || staat(laat)) continue;
      const opEigen = s.buiten
        ? [...(await s.door.app.alle('casussen')), ...(await alleVan(s.door.app, NIEUWER))]
        : [];
      assert.ok(staat(opEigen), `${s.waarde} van ${s.door.nummer} in ${s.id} is weg`);
    }
  }

  async #logHeel(over: readonly Deelnemer[]): Promise<void> {
    const { app } = this.#een;
    const blokken = (await app.alle('logregels')) as unknown as Kaalblok[];
    const rapporten = await controleerKetens(blokken, {
      huis: this.#huis.id,
      tekensleutel: (account) => app.leden.get(account)?.tekensleutel,
      gezien: over.flatMap((d) => d.log.stand ?? []),
    });
    for (const { keten, fout } of rapporten)
      assert.equal(fout, null, `keten ${keten}: ${JSON.stringify(fout)}`);
    this.telling.logregels = rapporten.reduce((som, { regels }) => som + regels, 0);
  }
}

async function voerGeheelIn(bestand: Extract<Bekeken, { ok: true }>['waarde']): Promise<void> {
  const { geweigerd } = await bestand.voerIn();
  assert.equal(geweigerd, 0, 'een bestand van een collega is deels geweigerd');
}

const alleVan = (app: Proefapparaat, collectie: string): Promise<Proefdoc[]> =>
  collectie in app.database.collections ? app.alle(collectie) : Promise.resolve([]);

async function inVak(app: Proefapparaat, vak: string): Promise<Proefdoc[]> {
  const docs = [...(await app.alle('casussen')), ...(await alleVan(app, NIEUWER))];
  return docs.filter((doc) => doc.vak === vak);
}

/** What is easy to compare by eye. */
const kort = (docs: readonly Proefdoc[] | undefined): unknown =>
  docs?.map((doc) => [doc.id, doc.versie, doc.gewijzigdDoor, ...waardenVan(doc)].join(' '));

/** Of a text its paragraphs. */
const alineasVan = (waarde: unknown): unknown[] =>
  typeof waarde === 'string' ? waarde.split('\n') : [waarde];

const waardenVan = (doc: object): unknown[] =>
  [
    ...VELDEN.map((veld) => (doc as Proefdoc)[veld]),
    ...(doc as Proefdoc).conflicten.flatMap((c) => c.waarden.map((w) => w.waarde)),
  ].flatMap(alineasVan);

const actievelden = (casus: string, omschrijving: string): Record<string, unknown> => ({
  casus,
  overleg: null,
  omschrijving,
  type: null,
  eigenaar: 'Politie',
  eigenaarNaam: null,
  datum: '2026-01-05',
  deadline: null,
  conditie: '',
  informering: '',
  status: 'open',
  resultaat: '',
  beperkt: false,
});
