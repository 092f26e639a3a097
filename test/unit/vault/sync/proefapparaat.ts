/**
 * A device with just enough vault around the sync: real keys, real RxDB on memory storage, no disk
 * and no passphrase. It has few collections, because RxDB's free edition counts them per process.
 */
import { createRxDatabase } from 'rxdb';
import type { RxCollection, RxDatabase } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import {
  controleerCertificaat,
  huisIdVan,
  leesTekensleutel,
  maakAanstelling,
  maakApparaatverklaring,
  maakCertificaat,
  maakIntrekking,
  nieuwId,
  nieuwOntvangpaar,
  nieuwTekenpaar,
} from '../../../../shared/crypto/index.js';
import type { NieuwPaar } from '../../../../shared/crypto/index.js';
import type { Basisdocument, Toegang } from '../../../../shared/schema/index.js';
import { Overdracht } from '../../../../renderer/vault/overdracht/index.js';
import { Toegangen } from '../../../../renderer/vault/kluis/toegangsbeheer.js';
import { maakSync } from '../../../../renderer/vault/sync/index.js';
import type {
  Koppeling,
  NieuwLid,
  Sync,
  Syncdeps,
  Syncopties,
} from '../../../../renderer/vault/sync/index.js';
import type { Syncstand } from '../../../../renderer/vault/types.js';

export interface Proefhuis {
  readonly id: string;
  readonly paar: NieuwPaar;
  readonly vak: string;
}
export interface Proefaccount {
  readonly id: string;
  readonly teken: NieuwPaar;
  readonly ontvang: NieuwPaar;
}
/** A document of any collection, as far as the tests look. */
export type Proefdoc = Basisdocument & Record<string, unknown>;

export async function nieuwHuis(): Promise<Proefhuis> {
  const paar = await nieuwTekenpaar();
  return { id: await huisIdVan(paar.publiek), paar, vak: nieuwId() };
}
export async function nieuwAccount(): Promise<Proefaccount> {
  return { id: nieuwId(), teken: await nieuwTekenpaar(), ontvang: await nieuwOntvangpaar() };
}

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: { type: 'string', maxLength: 120 } },
} as const;

export interface Proefopties {
  readonly huis: Proefhuis;
  readonly account: Proefaccount;
  readonly endpoint: string | null;
  readonly naam?: string;
  readonly apparaat?: { id: string; paar: NieuwPaar };
  readonly collecties?: readonly string[];
  readonly lid?: Partial<NieuwLid>;
  /** From an invitation: what the device knows at its beginning. */
  readonly koppeling?: Koppeling;
  /** Does this device have the house key? */
  readonly beheerder?: boolean;
  readonly sync?: Syncopties;
  readonly magBinnen?: Syncdeps['magBinnen'];
  readonly vernietigd?: Syncdeps['vernietigd'];
  readonly stukken?: Syncdeps['stukken'];
}

/** What every answer of an endpoint has; without it an answer is somebody else's. */
export const VAN_ENDPOINT = { 'api-version': '1.0.0' };

export const SNEL: Syncopties = { terugval: { eerste: 10, langste: 100 }, peiling: 60_000 };

export class Proefapparaat {
  sync: Sync;
  readonly #o: Proefopties;
  readonly database: RxDatabase;
  readonly apparaat: { id: string; paar: NieuwPaar };
  /** The keys as the vault keeps them, on a list in memory. */
  readonly sleutels: Toegangen;
  #toegang: readonly Toegang[] = [];
  readonly leden = new Map<string, NieuwLid>();
  readonly #volgers = new Set<(online: boolean) => void>();
  /** What the network says of itself. */
  readonly netwerk = { online: true, zuinig: false };
  endpoint: string | null;
  #overdracht: Overdracht | undefined;
  /** How often the sync said that this device was revoked. */
  ingetrokken = 0;
  readonly #deps: Syncdeps;

  private constructor(
    o: Proefopties,
    database: RxDatabase,
    deel: Pick<Syncdeps, 'aanmelding'>,
    apparaat: { id: string; paar: NieuwPaar },
  ) {
    this.#o = o;
    this.database = database;
    this.apparaat = apparaat;
    this.endpoint = o.endpoint;
    this.sleutels = this.#maakSleutels();
    this.#deps = this.#maakDeps(deel.aanmelding);
    this.sync = maakSync(this.#deps);
  }

  static async maak(o: Proefopties): Promise<Proefapparaat> {
    const database = await createRxDatabase({
      name: `proef-${nieuwId()
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')}`,
      storage: getRxStorageMemory(),
      multiInstance: false,
      eventReduce: true,
    });
    const namen = [...(o.collecties ?? ['leden', 'casussen']), 'lokaal'];
    await database.addCollections(Object.fromEntries(namen.map((n) => [n, { schema }])));
    const apparaat = o.apparaat ?? { id: nieuwId(), paar: await nieuwTekenpaar() };
    const { huis, account } = o;
    const aanstelling = await maakAanstelling(
      huis.id,
      { account: account.id, tekensleutel: account.teken.publiek },
      huis.paar.prive,
    );
    const verklaring = await maakApparaatverklaring(
      huis.id,
      { account: account.id, apparaat: apparaat.id, sleutel: apparaat.paar.publiek },
      account.teken.prive,
    );
    const hier = new Proefapparaat(
      o,
      database,
      { aanmelding: { huissleutel: huis.paar.publiek, aanstelling, apparaat: verklaring } },
      apparaat,
    );
    if (o.koppeling) {
      for (const lid of o.koppeling.leden) hier.leden.set(lid.id, lid);
      await hier.#deps.toegang.bewaar(o.koppeling.toegang);
    } else {
      const wie = {
        id: account.id,
        naam: 'Proef',
        rol: 'beheerder' as const,
        organisatie: 'Zorg- en Veiligheidshuis',
        toegang: 'huis' as const,
        tekensleutel: account.teken.publiek,
        ontvangsleutel: account.ontvang.publiek,
        ...o.lid,
      };
      hier.leden.set(account.id, {
        ...wie,
        certificaat: await maakCertificaat(huis.id, wie, huis.paar.prive),
      });
    }
    hier.#volgLeden();
    return hier;
  }

  /** What a device of the same account or a colleague gets told when it joins. */
  async neemKennis(van: Proefapparaat): Promise<void> {
    for (const lid of van.leden.values()) this.leden.set(lid.id, lid);
    const huisvak = van.sleutels
      .alle()
      .filter((t) => t.vak === this.#o.huis.vak && t.account === this.account);
    await this.#deps.toegang.bewaar(huisvak.map((t) => ({ ...t, gepubliceerd: true })));
  }

  /** A grant that came in some way. */
  async neemToegang(toegang: Toegang): Promise<void> {
    await this.#deps.toegang.bewaar([toegang]);
  }

  async wachtOpDoc(collectie: string, id: string): Promise<Proefdoc> {
    let doc: Proefdoc | null = null;
    await eventueel(async () => {
      doc = await this.lees(collectie, id);
      if (!doc) throw new Error(`document ${id} is er niet`);
    });
    return doc as unknown as Proefdoc;
  }

  get account(): string {
    return this.#o.account.id;
  }
  get stand(): Syncstand {
    return this.sync.stand.waarde;
  }

  /** Handing over in a file, on the documents of this device. */
  get overdracht(): Overdracht {
    return (this.#overdracht ??= new Overdracht({
      ...this.#deps,
      ontvangpaar: this.#o.account.ontvang,
      apparaatnaam: 'Proef',
      huisnaam: () => 'Proefhuis',
      endpoint: () => this.endpoint,
      huisstand: (collectie, ids) => this.sync.huisstand(collectie, ids),
      isIngetrokken: (van) => this.sync.intrekkingen.account(van),
      eisRuimte: () => undefined,
    }));
  }

  /** As founding does: the vak of the house, and the own member document. */
  async richtOp(): Promise<void> {
    await this.maakVak(this.#o.huis.vak);
    for (const lid of this.leden.values()) await this.#schrijfLid(lid);
    if ('huis' in this.database.collections) {
      await this.voegToe('huis', {
        soort: 'huis',
        naam: 'Proefhuis',
        korteNaam: 'Proef',
        opgericht: '2026-01-01',
        idSleutel: 'geheim',
        voorbeeld: false,
      });
    }
  }

  async maakVak(vak = nieuwId()): Promise<string> {
    const [ik] = [...this.leden.values()].filter((l) => l.id === this.account);
    if (!ik) throw new Error('het eigen lid ontbreekt');
    const anderen = [...this.leden.values()].filter((l) => l.toegang === 'huis' && l !== ik);
    await this.sleutels.maak(vak, anderen as never, ik as never);
    return vak;
  }

  /** Lets a colleague in whose device is at the endpoint already: member, and the key of the house. */
  async laatToe(collega: Proefapparaat): Promise<void> {
    await this.laatBinnen(collega);
    await Promise.all([this.gelijk(), collega.gelijk()]);
  }
  /** The same, while other work of this device may still wait. */
  async laatBinnen(collega: Proefapparaat): Promise<void> {
    const lid = collega.leden.get(collega.account);
    if (!lid) throw new Error('het lid van de collega ontbreekt');
    for (const l of this.leden.values()) collega.leden.set(l.id, l);
    await this.#deps.leden.voegToe(lid);
    await this.sleutels.verleen([{ vak: this.#o.huis.vak, account: lid.id, rol: lid.rol }]);
    this.sync.nu();
    collega.sync.nu();
    await eventueel(() => {
      if (collega.sleutels.epoch(this.#o.huis.vak) === undefined) throw new Error('geen sleutel');
      return Promise.resolve();
    });
  }

  /** What `geefToegang` does. */
  async geefToegang(vak: string, account: string, tot: string | null = null): Promise<void> {
    await this.#deps.toegang.verleen([{ vak, account, rol: 'ketenpartner', tot }]);
  }

  collectie(naam: string): RxCollection<Proefdoc> {
    const c = this.database.collections[naam];
    if (!c) throw new Error(`geen collectie ${naam}`);
    return c as RxCollection<Proefdoc>;
  }

  async voegToe(
    collectie: string,
    inhoud: Record<string, unknown>,
    vak = this.#o.huis.vak,
    id = nieuwId(),
  ): Promise<string> {
    await this.voegMeerToe(collectie, [{ ...inhoud, id }], vak);
    return id;
  }

  async voegMeerToe(
    collectie: string,
    docs: readonly (Record<string, unknown> & { id?: string })[],
    vak = this.#o.huis.vak,
  ): Promise<string[]> {
    const rijen = docs.map((d) => ({
      ...d,
      ...this.#stempel(),
      id: d.id ?? nieuwId(),
      vak,
      conflicten: [],
    }));
    const uit = await this.collectie(collectie).bulkInsert(rijen);
    if (uit.error.length > 0) throw new Error(`niet geschreven: ${uit.error[0]?.documentId}`);
    return rijen.map((r) => r.id);
  }

  async wijzig(collectie: string, id: string, recept: (doc: Proefdoc) => void): Promise<void> {
    const doc = await this.collectie(collectie).findOne(id).exec();
    if (!doc) throw new Error(`geen document ${id}`);
    await doc.incrementalModify((d) => {
      recept(d);
      return { ...d, ...this.#stempel() };
    });
  }

  async verwijder(collectie: string, id: string): Promise<void> {
    const doc = await this.collectie(collectie).findOne(id).exec();
    await doc?.incrementalModify((d) => ({ ...d, ...this.#stempel(), _deleted: true }));
  }

  async lees(collectie: string, id: string): Promise<Proefdoc | null> {
    const doc = await this.collectie(collectie).findOne(id).exec();
    return doc ? doc.toMutableJSON() : null;
  }

  async alle(collectie: string): Promise<Proefdoc[]> {
    const docs = await this.collectie(collectie).find().exec();
    return docs.map((d) => d.toMutableJSON()).sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Resolves when the stand satisfies `klopt`. */
  wacht(klopt: (stand: Syncstand) => boolean, wat = 'stand'): Promise<void> {
    return new Promise((klaar, mis) => {
      const kijk = (): void => {
        if (!klopt(this.stand)) return;
        clearTimeout(wekker);
        stop();
        klaar();
      };
      const stop = this.sync.stand.volg(kijk);
      const wekker = setTimeout(() => {
        stop();
        mis(new Error(`${wat} niet bereikt: ${JSON.stringify(this.stand)}`));
      }, 20_000);
      kijk();
    });
  }
  gelijk(): Promise<void> {
    return this.wacht((s) => s.toestand === 'gelijk', 'gelijk');
  }

  zegZuinig(zuinig: boolean): void {
    this.netwerk.zuinig = zuinig;
    this.zegNetwerk(this.netwerk.online);
  }
  zegNetwerk(online: boolean): void {
    this.netwerk.online = online;
    for (const f of this.#volgers) f(online);
  }

  /** The window is closed and opened again: what is in the database stays. `erbij`: of a newer version. */
  async herstart(erbij: readonly string[] = []): Promise<void> {
    await this.sync.sluit();
    await this.database.addCollections(Object.fromEntries(erbij.map((n) => [n, { schema }])));
    this.sync = maakSync({ ...this.#deps, endpoint: this.endpoint });
    await this.sync.start();
  }

  async sluit(): Promise<void> {
    await this.sync.sluit();
    await this.database.close();
  }

  #stempel(): Pick<Basisdocument, 'versie' | 'gewijzigdDoor' | 'gewijzigdOp'> {
    return {
      versie: nieuwId(),
      gewijzigdDoor: this.account,
      gewijzigdOp: new Date().toISOString(),
    };
  }

  async #schrijfLid(lid: NieuwLid): Promise<void> {
    const is = await this.collectie('leden').findOne(lid.id).exec();
    if (!is) await this.voegToe('leden', { ...lid }, this.#o.huis.vak, lid.id);
  }

  #volgLeden(): void {
    this.collectie('leden').$.subscribe((e) => {
      const lid = e.documentData as unknown as NieuwLid;
      void controleerCertificaat(this.#o.huis.id, lid, this.#o.huis.paar.publiek).then((goed) => {
        if (goed) this.leden.set(lid.id, lid);
      });
    });
  }

  #maakSleutels(): Toegangen {
    const { huis, account } = this.#o;
    const laat = (weg: ReadonlySet<string>): Toegang[] =>
      this.#toegang.filter((t) => !weg.has(t.id));
    return new Toegangen({
      huis: huis.id,
      account: account.id,
      tekensleutel: account.teken.prive,
      ontvangpaar: account.ontvang,
      leden: () => [...this.leden.values()] as never,
      spiegel: { alle: () => this.#toegang } as never,
      schrijver: {
        zet: (_c: string, docs: readonly Toegang[]) => {
          this.#toegang = [...laat(new Set(docs.map((t) => t.id))), ...docs];
          return Promise.resolve();
        },
        haalWeg: (_c: string, ids: readonly string[]) => {
          this.#toegang = laat(new Set(ids));
          return Promise.resolve();
        },
      } as never,
    });
  }

  #maakDeps(aanmelding: Syncdeps['aanmelding']): Syncdeps {
    const { huis, account } = this.#o;
    return {
      huis: huis.id,
      huisvak: huis.vak,
      account: { id: account.id, tekensleutel: account.teken.prive },
      apparaat: { id: this.apparaat.id, tekensleutel: this.apparaat.paar.prive },
      aanmelding,
      vernietigd: this.#o.vernietigd ?? { is: () => false, alle: () => [] },
      database: this.database,
      ...(this.#o.magBinnen ? { magBinnen: this.#o.magBinnen } : {}),
      ...(this.#o.stukken ? { stukken: this.#o.stukken } : {}),
      endpoint: this.#o.endpoint,
      bewaarEndpoint: (adres) => {
        this.endpoint = adres;
        return Promise.resolve();
      },
      netwerk: Object.assign(this.netwerk, {
        volg: (f: (online: boolean) => void) => {
          this.#volgers.add(f);
          return () => this.#volgers.delete(f);
        },
      }),
      toegang: this.sleutels,
      leden: {
        tekensleutel: async (id) => {
          const lid = this.leden.get(id);
          return lid && leesTekensleutel(lid.tekensleutel);
        },
        controleer: async (lid) =>
          (await controleerCertificaat(huis.id, lid, huis.paar.publiek))
            ? leesTekensleutel(lid.tekensleutel)
            : undefined,
        alle: () => [...this.leden.values()] as never,
        voegToe: async (lid) => {
          this.leden.set(lid.id, lid);
          await this.#schrijfLid(lid);
        },
      },
      benoem:
        this.#o.beheerder === false
          ? null
          : async (wie) => ({
              aanstelling: await maakAanstelling(
                huis.id,
                { account: wie.account, tekensleutel: wie.tekensleutel },
                huis.paar.prive,
              ),
              certificaat: await maakCertificaat(
                huis.id,
                { id: wie.account, ...wie },
                huis.paar.prive,
              ),
            }),
      tekenIntrekking: async ({ account: wie, apparaat }) => {
        if (wie === account.id && apparaat !== null)
          return maakIntrekking(
            huis.id,
            { account: wie, apparaat, door: wie },
            account.teken.prive,
          );
        return this.#o.beheerder === false
          ? null
          : maakIntrekking(huis.id, { account: wie, apparaat, door: null }, huis.paar.prive);
      },
      bijContact: () => undefined,
      bijIngetrokken: () => {
        this.ingetrokken += 1;
      },
      accountbundel: () => Promise.resolve(new TextEncoder().encode(`bundel van ${account.id}`)),
      opties: this.#o.sync ?? SNEL,
    };
  }
}

/** Fields of a case, so that it passes the schema. */
export function casusvelden(titel: string): Record<string, unknown> {
  return {
    nummer: 'ZVH-2026-0001',
    titel,
    aard: 'persoon',
    tafel: 'Persoonsgericht',
    gemeente: 'Breda',
    gemeentecode: '0758',
    melder: 'Politie',
    startdatum: '2026-01-05',
    sluitdatum: null,
    sluitreden: null,
    spoed: false,
    aveFase: null,
    stap: 'triage',
    stapdatums: {},
    procesregisseur: 'J. Wouters',
    backupRegisseur: null,
    casusregieOrganisatie: null,
    casusregieNaam: null,
    inkomsten: null,
    woonsituatie: null,
    problematiek: [],
    omschrijving: '',
    doelen: [],
    planVastgesteldOp: null,
  };
}

/** Tries until it passes; after `ms` it fails as it failed last. */
export async function eventueel(klopt: () => Promise<unknown>, ms = 10_000): Promise<void> {
  const einde = Date.now() + ms;
  for (;;) {
    try {
      await klopt();
      return;
    } catch (oorzaak) {
      if (Date.now() > einde) throw oorzaak;
      await new Promise((klaar) => setTimeout(klaar, 10));
    }
  }
}
