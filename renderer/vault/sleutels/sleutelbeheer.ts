/**
 * Changing locks and keys while the vault is open. Every change is one durable write of the ring; until
 * it is there, what opened the vault before still does.
 */
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import {
  Geheim,
  HERSTELCODE_BYTES,
  schrijfHerstelcode,
  willekeurig,
  wis,
} from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import type { OntgrendelFout } from '../types.js';
import { ONDERGRENS } from './argon.js';
import { nieuweOpslagsleutel, sluitBundel } from './bundel.js';
import type { Bundel, Opslagsleutel } from './bundel.js';
import type { Sleutelring } from './ring.js';
import type { Ringdelen } from './ringdelen.js';
import {
  leidDatasleutelsAf,
  maakHerstelslot,
  maakWachtzinslot,
  openWachtzinslot,
} from './sloten.js';
import { KORTSTE_SNELCODE, SNELPOGINGEN, snelTot } from './snelslot.js';

/** A recovery code to show, that counts from the moment it is confirmed. */
export interface NieuweHerstelcode {
  readonly code: string;
  readonly bevestig: () => Promise<void>;
}

/** A new place for the storage; it counts from the moment that `wissel` resolves. */
export interface Opslagwissel {
  readonly opslag: Opslagsleutel;
  readonly wissel: () => Promise<void>;
}

export class Sleutelbeheer {
  readonly #d: Ringdelen;

  constructor(delen: Ringdelen) {
    this.#d = delen;
  }

  leesBundel(): Promise<Bundel> {
    return this.#d.leesBundel();
  }

  wijzigBundel(recept: (bundel: Bundel) => Bundel): Promise<void> {
    return this.#d.wijzigBundel(recept);
  }

  /** The ring as it goes into a backup: the quick lock is of this device only. */
  async ring(): Promise<Sleutelring> {
    const stand = await this.#d.boek.lees();
    if (stand.soort !== 'ring') throw new Error('de sleutelring is weg');
    return { ...stand.ring, snel: null };
  }

  /** Seals under the key of the bundle. */
  verzegel(klaar: Uint8Array, bijkomend: Uint8Array): Promise<Bytes> {
    return this.#d.verzegel(klaar, bijkomend);
  }

  /** undefined when it was not sealed under the present key, or was changed. */
  ontzegel(bytes: Bytes, bijkomend: Uint8Array): Promise<Bytes | undefined> {
    return this.#d.ontzegel(bytes, bijkomend);
  }

  /** Another passphrase, with parameters measured anew: a faster computer gets a heavier lock. */
  async wijzigWachtzin(oud: string, nieuw: string): Promise<Result<void, OntgrendelFout>> {
    const geopend = await this.#metWachtzin(oud);
    if (!geopend.ok) return geopend;
    const { ring, datasleutel } = geopend.waarde;
    const argon = await this.#d.argon();
    const slot = await maakWachtzinslot(datasleutel, nieuw, argon, this.#d.geheim);
    datasleutel.wis();
    const etiket = await this.#d.leesEtiket(ring);
    await this.#d.boek.wijzig({
      ...slot,
      // Whoever knew the old passphrase may know the quick code.
      snel: null,
      ...(etiket ? { etiket: await this.#d.sluitEtiket(etiket, argon) } : {}),
    });
    return ok(undefined);
  }

  /** Another recovery code. The old one opens the vault until the new one is confirmed. */
  async nieuweHerstelcode(wachtzin: string): Promise<Result<NieuweHerstelcode, OntgrendelFout>> {
    const geopend = await this.#metWachtzin(wachtzin);
    if (!geopend.ok) return geopend;
    const { datasleutel } = geopend.waarde;
    const { herstelcode, herstel } = await maakHerstelcode(datasleutel);
    datasleutel.wis();
    return ok({ code: herstelcode, bevestig: () => this.#d.boek.wijzig({ herstel }) });
  }

  /** A code for quick unlocking on this device. */
  async zetSnelcode(wachtzin: string, code: string): Promise<Result<void, OntgrendelFout>> {
    if (!this.#d.geheim.veilig) throw new Error('dit apparaat heeft geen sleutelopslag');
    if (code.length < KORTSTE_SNELCODE) throw new RangeError('de snelcode is te kort');
    const geopend = await this.#metWachtzin(wachtzin);
    if (!geopend.ok) return geopend;
    const { datasleutel } = geopend.waarde;
    const slot = await maakWachtzinslot(datasleutel, code, ONDERGRENS, this.#d.geheim);
    datasleutel.wis();
    const tot = snelTot(this.#d.nu());
    await this.#d.boek.wijzig({ snel: { ...slot, tot, over: SNELPOGINGEN } });
    return ok(undefined);
  }

  verwijderSnelcode(): Promise<void> {
    return this.#d.boek.wijzig({ snel: null });
  }

  async heeftSnelcode(): Promise<boolean> {
    const stand = await this.#d.boek.lees();
    return stand.soort === 'ring' && stand.ring.snel !== null;
  }

  /** A new key for the storage alone: what was removed from it is then gone for good. */
  async nieuweOpslag(): Promise<Opslagwissel> {
    const opslag = volgende(await this.#d.leesBundel());
    return {
      opslag,
      wissel: () => this.#d.wijzigBundel((bundel) => ({ ...bundel, opslag })),
    };
  }

  /**
   * Everything new but the keys of the account: data key, storage key, and so both locks. The new
   * recovery code must have been written down before `wissel` is called: the old one ends with it.
   */
  async vernieuw(
    wachtzin: string,
  ): Promise<Result<Opslagwissel & { readonly code: string }, OntgrendelFout>> {
    const geopend = await this.#metWachtzin(wachtzin);
    if (!geopend.ok) return geopend;
    geopend.waarde.datasleutel.wis();
    const opslag = volgende(await this.#d.leesBundel());
    const datasleutel = new Geheim(willekeurig(32));
    const argon = await this.#d.argon();
    const slot = await maakWachtzinslot(datasleutel, wachtzin, argon, this.#d.geheim);
    const { herstelcode, herstel } = await maakHerstelcode(datasleutel);
    const sleutels = await leidDatasleutelsAf(datasleutel);
    const wissel = (): Promise<void> =>
      this.#d.naElkaar(async () => {
        const bundel: Bundel = { ...(await this.#d.leesBundel()), opslag };
        const stand = await this.#d.boek.lees();
        const etiket = stand.soort === 'ring' && (await this.#d.leesEtiket(stand.ring));
        await this.#d.boek.wijzig({
          ...slot,
          herstel,
          snel: null,
          bundel: await sluitBundel(bundel, sleutels.bundel),
          ...(etiket ? { etiket: await this.#d.sluitEtiket(etiket, argon) } : {}),
        });
        this.#d.zetBundelsleutel(sleutels.bundel);
      });
    return ok({ opslag, code: herstelcode, wissel });
  }

  /** The data key, for who wipes it. Counts as an attempt, like at the door. */
  async #metWachtzin(
    wachtzin: string,
  ): Promise<Result<{ ring: Sleutelring; datasleutel: Geheim }, OntgrendelFout>> {
    const stand = await this.#d.boek.lees();
    if (stand.soort !== 'ring') throw new Error('de sleutelring is weg');
    const { ring } = stand;
    const wacht = await this.#d.pogingen.wachtTot();
    if (wacht !== null) return fout({ soort: 'wachten', wachtTot: new Date(wacht).toISOString() });
    const kdf = (await this.#d.geldigeKdf(ring)) ?? ring.kdf;
    const { aantal, wachtTot } = await this.#d.pogingen.begin();
    const datasleutel = await openWachtzinslot({ ...ring, kdf }, wachtzin, this.#d.geheim);
    if (!datasleutel) {
      return fout({
        soort: 'wachtzin',
        pogingen: aantal,
        wachtTot: wachtTot === null ? null : new Date(wachtTot).toISOString(),
      });
    }
    await this.#d.pogingen.gelukt();
    return ok({ ring, datasleutel });
  }
}

/** The place after this one. */
const volgende = ({ opslag }: Bundel): Opslagsleutel =>
  nieuweOpslagsleutel((opslag?.nummer ?? 0) + 1);

async function maakHerstelcode(
  datasleutel: Geheim,
): Promise<{ herstelcode: string; herstel: Sleutelring['herstel'] }> {
  const code = willekeurig(HERSTELCODE_BYTES);
  const herstel = await maakHerstelslot(datasleutel, code);
  const herstelcode = await schrijfHerstelcode(code);
  wis(code);
  return { herstelcode, herstel };
}
