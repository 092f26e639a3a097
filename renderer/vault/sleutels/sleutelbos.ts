/**
 * The keyring as the door uses it: found, and open with a passphrase, a quick code or the recovery
 * code. What changes locks and keys while the vault is open is `sleutelbeheer.ts`.
 */
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import {
  Geheim,
  HERSTELCODE_BYTES,
  leesHerstelcode,
  schrijfHerstelcode,
  willekeurig,
  wis,
} from '../../../shared/crypto/index.js';
import type { Contactstand } from '../../../shared/domein/index.js';
import type { Platform } from '../../platform/contract.js';
import type { Beschadiging, OntgrendelFout } from '../types.js';
import { argonparameters, KORTSTE_WACHTZIN } from './argon.js';
import { openBundel, sluitBundel } from './bundel.js';
import type { Bundel } from './bundel.js';
import { etiketVan } from './etiket.js';
import type { Etiket, Etiketgegevens } from './etiket.js';
import { openKopiering } from './kopiering.js';
import type { Geopendekopie, Kopieringfout } from './kopiering.js';
import { RINGVERSIE } from './ring.js';
import type { Ingetrokken, Ringstand, Sleutelring } from './ring.js';
import { Ringdelen } from './ringdelen.js';
import type { Ringopties } from './ringdelen.js';
import { Sleutelbeheer } from './sleutelbeheer.js';
import {
  leidDatasleutelsAf,
  maakHerstelslot,
  maakWachtzinslot,
  openHerstelslot,
  openWachtzinslot,
} from './sloten.js';
import type { Datasleutels } from './sloten.js';
import { geldigSnelslot, SNELPOGINGEN, snelTot } from './snelslot.js';

/** An opened keyring. */
export interface Geopend {
  readonly sleutels: Datasleutels;
  /** Holds secret bytes: wipe it after importing. */
  readonly bundel: Bundel;
  /** How it was opened, and how many attempts failed since the last time; left out for a new ring. */
  readonly hoe?: {
    readonly wijze: 'wachtzin' | 'snelcode' | 'herstelcode';
    readonly mislukt: number;
  };
  /**
   * Resolves when the ring says durably that it was opened; rejects on a full disk. The opening goes on
   * beside it. When the power goes first, this attempt counts as one that failed.
   */
  readonly vastgelegd?: Promise<void>;
}

export type Bosstand =
  | { readonly soort: 'geen' }
  | ({ readonly soort: 'ingetrokken' } & Ingetrokken)
  | {
      readonly soort: 'er';
      readonly etiket: Etiket;
      readonly wachtTot: string | null;
      /** Whether the quick code opens it now. */
      readonly snel: boolean;
    }
  | {
      readonly soort: 'beschadigd';
      /** `nieuwer`: of a newer version, not to be touched. `apparaat`: the recovery code opens it. */
      readonly reden: 'nieuwer' | 'apparaat' | 'onleesbaar';
      readonly uitleg: string;
    };

export class Sleutelbos {
  readonly #d: Ringdelen;
  /** Changes to locks and keys, once the ring is open. */
  readonly beheer: Sleutelbeheer;

  constructor(naam: string, geheim: Platform['geheim'], opties: Ringopties = {}) {
    this.#d = new Ringdelen(naam, geheim, opties);
    this.beheer = new Sleutelbeheer(this.#d);
  }

  async stand(): Promise<Bosstand> {
    const stand = await this.#d.boek.lees();
    if (stand.soort === 'geen' || stand.soort === 'ingetrokken') return stand;
    if (stand.soort === 'onleesbaar') {
      const reden = stand.nieuwer ? 'nieuwer' : 'onleesbaar';
      return { soort: 'beschadigd', reden, uitleg: stand.nieuwer ? NIEUWER : ONLEESBAAR };
    }
    const etiket = await this.#d.leesEtiket(stand.ring);
    if (!etiket) return { soort: 'beschadigd', reden: 'apparaat', uitleg: ANDER_APPARAAT };
    const wachtTot = alsMoment(await this.#d.pogingen.wachtTot());
    const snel = geldigSnelslot(stand.ring.snel, this.#d.nu()) !== undefined;
    return { soort: 'er', etiket, wachtTot, snel };
  }

  /**
   * Makes the ring. Its recovery code is returned once and kept nowhere.
   * @throws when there is a ring already, or the passphrase is too short
   */
  async richtOp(
    wachtzin: string,
    bundel: Bundel,
    etiket: Etiketgegevens,
  ): Promise<{ herstelcode: string; geopend: Geopend }> {
    eisWachtzin(wachtzin);
    if ((await this.#d.boek.lees()).soort !== 'geen')
      throw new Error('dit apparaat heeft al een kluis');
    const argon = await this.#d.argon();
    const datasleutel = new Geheim(willekeurig(32));
    const code = willekeurig(HERSTELCODE_BYTES);
    const slot = await maakWachtzinslot(datasleutel, wachtzin, argon, this.#d.geheim);
    const herstel = await maakHerstelslot(datasleutel, code);
    const herstelcode = await schrijfHerstelcode(code);
    wis(code);
    const sleutels = await leidDatasleutelsAf(datasleutel);
    await this.#d.boek.maak({
      id: 'ring',
      versie: RINGVERSIE,
      ...slot,
      herstel,
      snel: null,
      bundel: await sluitBundel(bundel, sleutels.bundel),
      etiket: await this.#d.sluitEtiket(etiket, argon),
    });
    this.#d.zetBundelsleutel(sleutels.bundel);
    return { herstelcode, geopend: { sleutels, bundel } };
  }

  async open(wachtzin: string): Promise<Result<Geopend, OntgrendelFout>> {
    const stand = await this.#d.boek.lees();
    if (stand.soort !== 'ring') return fout(onleesbaar(stand));
    const { ring } = stand;
    const wacht = await this.#d.pogingen.wachtTot();
    if (wacht !== null) return fout({ soort: 'wachten', wachtTot: new Date(wacht).toISOString() });
    const kdf = await this.#d.geldigeKdf(ring);
    if (!kdf) return fout({ soort: 'beschadigd', reden: 'apparaat', uitleg: PARAMETERS });
    const { aantal, wachtTot } = await this.#d.pogingen.begin();
    const datasleutel = await openWachtzinslot({ ...ring, kdf }, wachtzin, this.#d.geheim);
    if (!datasleutel) {
      return fout({ soort: 'wachtzin', pogingen: aantal, wachtTot: alsMoment(wachtTot) });
    }
    const { snel } = ring;
    const vastgelegd = this.#d.boek.geopend({
      kdf,
      snel: snel && { ...snel, tot: snelTot(this.#d.nu()), over: SNELPOGINGEN },
    });
    // What failed with the quick code counts too: a passphrase sets it right.
    const snelMislukt = snel ? SNELPOGINGEN - snel.over : 0;
    const hoe = { wijze: 'wachtzin', mislukt: aantal - 1 + snelMislukt } as const;
    return this.#geopend(ring, datasleutel, hoe, vastgelegd);
  }

  /** Opens with the quick code. An attempt counts before it is tried; after the last one it is gone. */
  async openMetSnelcode(code: string): Promise<Result<Geopend, OntgrendelFout>> {
    const stand = await this.#d.boek.lees();
    if (stand.soort !== 'ring') return fout(onleesbaar(stand));
    const { ring } = stand;
    const snel = geldigSnelslot(ring.snel, this.#d.nu());
    if (!snel || !this.#d.geheim.veilig) return fout({ soort: 'snelcode', over: 0 });
    const over = snel.over - 1;
    await this.#d.boek.wijzig({ snel: over > 0 ? { ...snel, over } : null });
    if (!argonparameters.safeParse(snel.kdf).success) return fout({ soort: 'snelcode', over: 0 });
    const datasleutel = await openWachtzinslot(snel, code, this.#d.geheim);
    if (!datasleutel) return fout({ soort: 'snelcode', over });
    const vastgelegd = this.#d.boek.wijzig({ snel: { ...snel, over: SNELPOGINGEN } });
    const hoe = { wijze: 'snelcode', mislukt: SNELPOGINGEN - snel.over } as const;
    return this.#geopend(ring, datasleutel, hoe, vastgelegd);
  }

  /** Opens with the recovery code and locks anew with `wachtzin`, on this device. */
  async openMetHerstelcode(
    tekst: string,
    wachtzin: string,
  ): Promise<Result<Geopend, OntgrendelFout>> {
    eisWachtzin(wachtzin);
    const stand = await this.#d.boek.lees();
    if (stand.soort !== 'ring') return fout(onleesbaar(stand));
    const { ring } = stand;
    const datasleutel = await this.#metHerstelcode(ring, tekst);
    if (!datasleutel) {
      const pogingen = await this.#d.pogingen.aantal();
      return fout({ soort: 'wachtzin', pogingen, wachtTot: null });
    }
    const argon = await this.#d.argon();
    const slot = await maakWachtzinslot(datasleutel, wachtzin, argon, this.#d.geheim);
    const mislukt = await this.#d.pogingen.aantal();
    const geopend = await this.#geopend(ring, datasleutel, { wijze: 'herstelcode', mislukt });
    if (!geopend.ok) return geopend;
    const etiket = (await this.#d.leesEtiket(ring)) ?? etiketVan(geopend.waarde.bundel);
    await this.#d.boek.wijzig({
      ...slot,
      snel: null,
      etiket: await this.#d.sluitEtiket(etiket, argon),
    });
    await this.#d.pogingen.gelukt();
    return geopend;
  }

  /** What this device remembers of its last contact; null when that is nothing. */
  async contact(): Promise<Contactstand | null> {
    const stand = await this.#d.boek.lees();
    const etiket = stand.soort === 'ring' ? await this.#d.leesEtiket(stand.ring) : undefined;
    return etiket?.contact ?? null;
  }

  /** Changes that the house did not have yet when the vault was last open. */
  async wachtend(): Promise<number> {
    const stand = await this.stand();
    return stand.soort === 'er' ? stand.etiket.wachtend : 0;
  }

  /** Changes what the lock screen shows. */
  async bewaarEtiket(deel: Partial<Etiketgegevens>): Promise<void> {
    const stand = await this.#d.boek.lees();
    if (stand.soort !== 'ring') return;
    const oud = await this.#d.leesEtiket(stand.ring);
    if (!oud) return;
    await this.#d.boek.wijzig({
      etiket: await this.#d.sluitEtiket({ ...oud, ...deel }, oud.argon),
    });
  }

  /** Opens the keyring of a backup; see `kopiering.ts`. */
  openKopie(
    ring: unknown,
    herstelcode: string,
    wachtzin: string | null,
  ): Promise<Result<Geopendekopie, Kopieringfout>> {
    if (wachtzin !== null) eisWachtzin(wachtzin);
    return openKopiering(this.#d, ring, herstelcode, wachtzin);
  }

  /**
   * Destroys the keys for good: this device was revoked. Without them nothing that it holds can be read
   * any more; the rest of the wiping makes room.
   */
  async trekIn(wat: Ingetrokken): Promise<void> {
    await this.#d.boek.trekIn(wat);
  }

  /** Leaves nothing: of a house that could not be founded, or once the user knows of the revocation. */
  async ruimOp(): Promise<void> {
    await this.#d.boek.verwijder();
  }

  /** 160 random bits need no pause against guessing. */
  async #metHerstelcode(ring: Sleutelring, tekst: string): Promise<Geheim | undefined> {
    const code = await leesHerstelcode(tekst);
    if (!code.ok) return undefined;
    const datasleutel = await openHerstelslot(ring.herstel, code.waarde);
    wis(code.waarde);
    return datasleutel;
  }

  async #geopend(
    ring: Sleutelring,
    datasleutel: Geheim,
    hoe: NonNullable<Geopend['hoe']>,
    vastgelegd: Promise<void> = Promise.resolve(),
  ): Promise<Result<Geopend, OntgrendelFout>> {
    // Whoever opens waits for it; when the bundle does not open, this is no news beside that.
    vastgelegd.catch(() => undefined);
    const sleutels = await leidDatasleutelsAf(datasleutel);
    const bundel = await openBundel(ring.bundel, sleutels.bundel);
    if (!bundel) {
      return fout({
        soort: 'beschadigd',
        reden: 'ring',
        uitleg: 'De sleutels van dit account zijn niet leesbaar. Zet een reservekopie terug.',
      });
    }
    this.#d.zetBundelsleutel(sleutels.bundel);
    return ok({ sleutels, bundel, hoe, vastgelegd });
  }
}

const ANDER_APPARAAT =
  'De kluis hoort bij een ander apparaat of profiel, of de sleutelopslag van dit apparaat is vernieuwd. De herstelcode opent hem.';
const PARAMETERS =
  'De instellingen van de wachtzin zijn gewijzigd buiten de applicatie om. De herstelcode opent de kluis.';

const NIEUWER = 'De kluis is gemaakt met een nieuwere versie. Werk de applicatie bij.';
const ONLEESBAAR = 'De sleutelring is niet leesbaar. Zet een reservekopie terug.';

/** At an opening: the ring that the door saw a moment ago is not there, or not readable. */
const onleesbaar = (
  stand: Exclude<Ringstand, { soort: 'ring' }>,
): { soort: 'beschadigd' } & Beschadiging =>
  stand.soort === 'onleesbaar' && stand.nieuwer
    ? { soort: 'beschadigd', reden: 'nieuwer', uitleg: NIEUWER }
    : { soort: 'beschadigd', reden: 'ring', uitleg: ONLEESBAAR };

const alsMoment = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString();

function eisWachtzin(wachtzin: string): void {
  if (wachtzin.normalize('NFKC').length < KORTSTE_WACHTZIN) {
    throw new RangeError(`een wachtzin heeft minstens ${KORTSTE_WACHTZIN} tekens`);
  }
}
