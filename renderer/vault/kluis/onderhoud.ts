/** Care for the store and the keys while the vault is open. */
import { z } from 'zod';
import { ok } from '../../../shared/result.js';
import type { JsonWaarde } from '../../../shared/schema/index.js';
import type { Platform } from '../../platform/contract.js';
import { Beurten } from '../beurten.js';
import type { Bijlagenkast } from '../bijlagen/index.js';
import type { Kopieenbeheer } from '../kopie/index.js';
import { isVerlies, OpslagFout } from '../opslag/index.js';
import type { Opslag } from '../opslag/index.js';
import type { Bundel, Opslagwissel, Sleutelbos } from '../sleutels/index.js';
import type { Overdracht } from '../overdracht/index.js';
import type { Sync } from '../sync/index.js';
import type { Langwerk, NieuweHerstelcode, Onderhoud, Opslagstand } from '../types.js';
import { Volgers } from '../volgers.js';
import { vulAanUit } from './aanvullen.js';
import type { Getuige } from './getuige.js';
import type { Log } from './log.js';
import { plekVan, wisDatabases } from './plek.js';
import type { Ruimte } from './ruimte.js';
import type { Schrijver } from './schrijver.js';
import type { Spiegel } from './spiegel.js';
import type { Toegangen } from './toegangsbeheer.js';
import { isOudSyncboek, maakLeeg } from './vernietigen.js';

export interface Onderhouddeps {
  /** Name of the vault on this device. */
  readonly naam: string;
  readonly platform: Pick<Platform, 'geheim'>;
  readonly bos: Sleutelbos;
  readonly opslag: Opslag;
  readonly spiegel: Spiegel;
  readonly overdracht: Overdracht;
  readonly schrijver: Schrijver;
  readonly toegang: Pick<Toegangen, 'vernietig'>;
  readonly sync: Sync;
  readonly kast: Bijlagenkast;
  readonly kopieen: Kopieenbeheer;
  readonly ruimte: Ruimte;
  readonly getuige: Getuige;
  /** The databases that did not count any more at the opening are gone. */
  readonly opgeruimd: Promise<void>;
  readonly opzij: { vast: boolean };
  /** Notes of this device. */
  readonly lees: (sleutel: string) => JsonWaarde | undefined;
  readonly schrijf: (sleutel: string, waarde: JsonWaarde) => Promise<void>;
  readonly log: Pick<Log['boek'], 'noteer'>;
  /** Id of the device. */
  readonly apparaat: string;
}

/** Vakken of which the erasing has begun and not ended. */
const WISSEN = 'wissen';
const vakken = z.array(z.string());

type Verhuizing = Parameters<Opslag['verhuis']>[0];

export class Onderhoudsbeheer implements Onderhoud {
  readonly #d: Onderhouddeps;
  readonly #volgers = new Volgers();
  readonly volg = this.#volgers.volg;
  readonly #afmelden: readonly (() => void)[];
  readonly #stop = new AbortController();
  #opzij = 0;
  #bezig: Opslagstand['bezig'] = null;
  #waarde: Opslagstand | null = null;
  /** One move at a time: each goes to the number after the present one. */
  readonly #beurten: Beurten;

  constructor(deps: Onderhouddeps) {
    this.#d = deps;
    this.#beurten = new Beurten(deps.opgeruimd);
    const anker = deps.opslag.ankernummer;
    const meld = (): void => this.#meld();
    this.#afmelden = [deps.opslag.meldingen.volg(meld), deps.ruimte.volg(meld)];
    const achteraf = (werk: Promise<void>, niet: string): void => {
      werk.catch((oorzaak: unknown) => {
        if (!this.#stop.signal.aborted) console.error(niet, oorzaak);
      });
    };
    achteraf(this.#kijkVerder(anker), 'de opslag is niet naast de reservekopieën gelegd');
    achteraf(this.#maakWissenAf(), 'het wissen dat was afgebroken, is niet afgemaakt');
  }

  get waarde(): Opslagstand {
    return (this.#waarde ??= this.#bereken());
  }

  get snelMogelijk(): boolean {
    return this.#d.platform.geheim.veilig;
  }

  kijk(): Promise<void> {
    return this.#d.ruimte.kijk();
  }

  async wijzigWachtzin(oud: string, nieuw: string): ReturnType<Onderhoud['wijzigWachtzin']> {
    const uit = await this.#d.bos.beheer.wijzigWachtzin(oud, nieuw);
    this.#noteerSleutels('wachtzin', uit.ok);
    return uit;
  }

  async nieuweHerstelcode(wachtzin: string): ReturnType<Onderhoud['nieuweHerstelcode']> {
    const uit = await this.#d.bos.beheer.nieuweHerstelcode(wachtzin);
    if (!uit.ok) this.#noteerSleutels('herstelcode', false);
    return uit.ok ? ok(this.#metLog(uit.waarde, 'herstelcode')) : uit;
  }

  heeftSnelcode(): Promise<boolean> {
    return this.#d.bos.beheer.heeftSnelcode();
  }

  async zetSnelcode(wachtzin: string, code: string): ReturnType<Onderhoud['zetSnelcode']> {
    const uit = await this.#d.bos.beheer.zetSnelcode(wachtzin, code);
    this.#noteerSleutels('snelcode', uit.ok);
    return uit;
  }

  async verwijderSnelcode(): Promise<void> {
    await this.#d.bos.beheer.verwijderSnelcode();
    this.#noteerSleutels('snelcode', true);
  }

  async vernieuwSleutels(wachtzin: string): ReturnType<Onderhoud['vernieuwSleutels']> {
    const uit = await this.#d.bos.beheer.vernieuw(wachtzin);
    if (!uit.ok) {
      this.#noteerSleutels('alles', false);
      return uit;
    }
    const { code, ...wissel } = uit.waarde;
    const voorstel: NieuweHerstelcode = {
      code,
      bevestig: async (opties = {}) => {
        await this.#metRuimte(() => this.#verhuis(wissel, {}, opties));
        await this.#vernieuwKopieen();
      },
    };
    return ok(this.#metLog(voorstel, 'alles'));
  }

  vulAan: Onderhoud['vulAan'] = async (welke, herstelcode, opties = {}) => {
    const inhoud = await this.#d.kopieen.leesInhoud(welke, herstelcode, opties);
    if (!inhoud.ok) return inhoud;
    const aantal = await vulAanUit(this.#d.spiegel, inhoud.waarde);
    const { log, apparaat: id } = this.#d;
    log.noteer({ actie: 'aangevuld', soort: 'reservekopie', id, aantal });
    this.#d.sync.nu();
    return ok(aantal);
  };

  haalOpnieuw(): Promise<void> {
    return this.#d.sync.opnieuw();
  }

  gooiOnleesbareWeg(opties: Langwerk = {}): Promise<void> {
    return this.#metRuimte(async () => {
      const wissel = await this.#d.bos.beheer.nieuweOpslag();
      await this.#verhuis(wissel, { zonderOnleesbaar: true }, opties);
    });
  }

  verwijderOpzij(): Promise<void> {
    return this.#beurten.doe(() => this.#verwijderOpzij());
  }

  async bevestigOuder(): Promise<void> {
    const { getuige, opslag } = this.#d;
    await getuige.bevestig(opslag.ankernummer);
    this.#meld();
  }

  vernietig(
    welke: readonly string[],
    opties: Langwerk & { ookSleutels?: boolean } = {},
  ): Promise<number> {
    return this.#metRuimte(async () => {
      // What cannot be read may be of these vakken.
      if (this.waarde.onleesbaar)
        throw new OpslagFout('beschadigd', 'een deel van de opslag is niet te lezen');
      const { bos, spiegel, log } = this.#d;
      const casussen = new Map(spiegel.alle('casussen').map(({ vak, id }) => [vak, id]));
      // From here on it cannot be broken off, and when the power goes it is ended at the next opening.
      await this.#d.schrijf(WISSEN, [...welke]);
      const aantal = await maakLeeg(this.#d, new Set(welke));
      if (opties.ookSleutels === true) await this.#d.toegang.vernietig(new Set(welke));
      for (const vak of welke)
        log.noteer({ actie: 'vernietigd', soort: 'vak', id: vak, casus: casussen.get(vak) });
      const per: Verhuizing['per'] = (winkel, doc) => (isOudSyncboek(winkel) ? undefined : doc);
      const { voortgang } = opties;
      await this.#verhuis(await bos.beheer.nieuweOpslag(), { per }, voortgang ? { voortgang } : {});
      await this.#verwijderOpzij();
      await this.#vernieuwKopieen();
      await this.#d.schrijf(WISSEN, []);
      return aantal;
    });
  }

  /** It counts, and is noted, when somebody has written the code down. */
  #metLog(voorstel: NieuweHerstelcode, wijze: string): NieuweHerstelcode {
    return {
      code: voorstel.code,
      bevestig: async (opties) => {
        await voorstel.bevestig(opties);
        this.#noteerSleutels(wijze, true);
      },
    };
  }

  #noteerSleutels(wijze: string, gelukt: boolean): void {
    const { log, apparaat: id } = this.#d;
    const resultaat = gelukt ? 'gelukt' : 'mislukt';
    log.noteer({ actie: 'sleutels-gewijzigd', soort: 'sleutels', id, wijze, resultaat });
  }

  /** Breaks off a move that does not count yet: an erasure is ended at the next opening. */
  async sluit(): Promise<void> {
    for (const af of this.#afmelden) af();
    this.#volgers.leeg();
    this.#stop.abort();
    await this.#beurten.rust();
  }

  async #verhuis(
    { opslag: nieuw, wissel }: Opslagwissel,
    hoe: Pick<Verhuizing, 'per' | 'zonderOnleesbaar'>,
    { voortgang, stop }: Langwerk,
  ): Promise<void> {
    const { naam, opslag } = this.#d;
    try {
      await opslag.verhuis({
        ...hoe,
        naar: await plekVan(naam, nieuw),
        wissel,
        voortgang: (klaar, totaal) => {
          this.#zetBezig({ klaar, totaal });
          voortgang?.(klaar, totaal);
        },
        stop: AbortSignal.any([this.#stop.signal, ...(stop ? [stop] : [])]),
      });
    } finally {
      nieuw.sleutel.fill(0);
      this.#zetBezig(null);
    }
  }

  async #verwijderOpzij(): Promise<void> {
    const { naam, bos } = this.#d;
    await bos.beheer.wijzigBundel((bundel) => ({ ...bundel, opzij: null }));
    this.#d.opzij.vast = false;
    const { opslag } = await bos.beheer.leesBundel();
    if (opslag) await wisDatabases(naam, [(await plekVan(naam, opslag)).naam]);
    await this.#telOpzij();
  }

  /** For a move: both databases are there for a moment. Rejects with an OpslagFout `vol`, and does nothing, without room for that. */
  #metRuimte<T>(doe: () => Promise<T>): Promise<T> {
    return this.#beurten.doe(async () => {
      const { ruimte, opslag } = this.#d;
      await ruimte.kijk();
      ruimte.eis(opslag.bytes);
      return doe();
    });
  }

  /** What older backups hold must go with what was erased, and with keys that somebody may know. */
  async #vernieuwKopieen(): Promise<void> {
    await this.#d.kopieen.vernieuw();
  }

  /** What takes a moment: the newest backup may know of a later state than this one. */
  async #kijkVerder(anker: number): Promise<void> {
    await this.#telOpzij();
    const kopie = await this.#d.kopieen.nieuwste();
    if (!kopie || kopie.anker <= anker) return;
    this.#d.getuige.zetOuder(kopie.op);
    this.#meld();
  }

  /** An erasure that a power cut or a closing broke off. */
  async #maakWissenAf(): Promise<void> {
    // Read after everything is there.
    await this.#d.opgeruimd;
    const bezig = vakken.safeParse(this.#d.lees(WISSEN)).data ?? [];
    if (bezig.length > 0) await this.vernietig(bezig);
  }

  async #telOpzij(): Promise<void> {
    const { opzij }: Bundel = await this.#d.bos.beheer.leesBundel();
    this.#opzij = opzij?.namen.length ?? 0;
    this.#meld();
  }

  #bereken(): Opslagstand {
    const { opslag, ruimte, getuige } = this.#d;
    const { ouder } = getuige;
    const weg = opslag.meldingen.waarde.filter(({ soort }) => isVerlies(soort));
    return {
      onleesbaar:
        weg.length === 0
          ? null
          : { delen: weg.length, bytes: weg.reduce((som, { bytes }) => som + bytes, 0) },
      ouder: ouder === null ? null : { op: ouder },
      vrij: ruimte.vrij,
      vol: ruimte.vol,
      blijvend: ruimte.blijvend,
      opzij: this.#opzij,
      bezig: this.#bezig,
    };
  }

  #zetBezig(bezig: Opslagstand['bezig']): void {
    this.#bezig = bezig;
    this.#meld();
  }

  #meld(): void {
    this.#waarde = null;
    this.#volgers.meld();
  }
}
