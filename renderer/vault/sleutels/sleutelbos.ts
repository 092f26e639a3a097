/**
 * The keyring as the door uses it: found, open with a passphrase or a recovery code, and keep the
 * sealed bundle and the label up to date while the vault is open.
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
import type { Platform } from '../../platform/contract.js';
import type { OntgrendelFout } from '../types.js';
import { argonparameters, kalibreer, KORTSTE_WACHTZIN } from './argon.js';
import type { Argonparameters } from './argon.js';
import { openBundel, sluitBundel } from './bundel.js';
import type { Bundel } from './bundel.js';
import { etiketsleutel, openEtiket, sluitEtiket } from './etiket.js';
import type { Etiket } from './etiket.js';
import { Pogingen } from './pogingen.js';
import { Ringboek, RINGVERSIE } from './ring.js';
import type { Sleutelring } from './ring.js';
import {
  leidDatasleutelsAf,
  maakHerstelslot,
  maakWachtzinslot,
  openHerstelslot,
  openWachtzinslot,
} from './sloten.js';
import type { Datasleutels } from './sloten.js';

/** An opened keyring. */
export interface Geopend {
  readonly sleutels: Datasleutels;
  /** Holds secret bytes: wipe it after importing. */
  readonly bundel: Bundel;
}

export type Bosstand =
  | { readonly soort: 'geen' }
  | { readonly soort: 'er'; readonly etiket: Etiket; readonly wachtTot: string | null }
  | { readonly soort: 'beschadigd'; readonly uitleg: string };

type Etiketgegevens = Omit<Etiket, 'v' | 'argon'>;

export class Sleutelbos {
  readonly #boek: Ringboek;
  readonly #pogingen: Pogingen;
  readonly #geheim: Platform['geheim'];
  readonly #argon: Argonparameters | undefined;
  #etiketsleutel: Promise<CryptoKey> | undefined;

  /** @param argon fixed parameters instead of measured ones; never under the floor */
  constructor(
    naam: string,
    geheim: Platform['geheim'],
    opties: { argon?: Argonparameters | undefined; nu?: (() => number) | undefined } = {},
  ) {
    this.#boek = new Ringboek(naam);
    this.#pogingen = new Pogingen(this.#boek, opties.nu ?? Date.now);
    this.#geheim = geheim;
    this.#argon = opties.argon && argonparameters.parse(opties.argon);
  }

  async stand(): Promise<Bosstand> {
    const stand = await this.#boek.lees();
    if (stand.soort === 'geen') return stand;
    if (stand.soort === 'onleesbaar')
      return { soort: 'beschadigd', uitleg: uitlegVan(stand.nieuwer) };
    const etiket = await this.#leesEtiket(stand.ring);
    if (!etiket) return { soort: 'beschadigd', uitleg: ANDER_APPARAAT };
    return { soort: 'er', etiket, wachtTot: alsMoment(await this.#pogingen.wachtTot()) };
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
    if ((await this.#boek.lees()).soort !== 'geen')
      throw new Error('dit apparaat heeft al een kluis');
    const argon = this.#argon ?? (await kalibreer());
    const datasleutel = new Geheim(willekeurig(32));
    const code = willekeurig(HERSTELCODE_BYTES);
    const slot = await maakWachtzinslot(datasleutel, wachtzin, argon, this.#geheim);
    const herstel = await maakHerstelslot(datasleutel, code);
    const herstelcode = await schrijfHerstelcode(code);
    wis(code);
    const sleutels = await leidDatasleutelsAf(datasleutel);
    await this.#boek.maak({
      id: 'ring',
      versie: RINGVERSIE,
      ...slot,
      herstel,
      bundel: await sluitBundel(bundel, sleutels.bundel),
      etiket: await sluitEtiket({ ...etiket, v: 1, argon }, await this.#sleutelVanEtiket()),
    });
    return { herstelcode, geopend: { sleutels, bundel } };
  }

  async open(wachtzin: string): Promise<Result<Geopend, OntgrendelFout>> {
    const stand = await this.#boek.lees();
    if (stand.soort !== 'ring') return fout({ soort: 'beschadigd', uitleg: uitlegVan(stand) });
    const { ring } = stand;
    const wacht = await this.#pogingen.wachtTot();
    if (wacht !== null) return fout({ soort: 'wachten', wachtTot: new Date(wacht).toISOString() });
    const kdf = await this.#geldigeKdf(ring);
    if (!kdf) return fout({ soort: 'beschadigd', uitleg: PARAMETERS });
    const { aantal, wachtTot } = await this.#pogingen.begin();
    const datasleutel = await openWachtzinslot({ ...ring, kdf }, wachtzin, this.#geheim);
    if (!datasleutel) {
      return fout({ soort: 'wachtzin', pogingen: aantal, wachtTot: alsMoment(wachtTot) });
    }
    await this.#pogingen.gelukt();
    if (kdf !== ring.kdf) await this.#boek.wijzig({ kdf });
    return this.#geopend(ring, datasleutel);
  }

  /** Opens with the recovery code and locks anew with `wachtzin`, on this device. */
  async openMetHerstelcode(
    tekst: string,
    wachtzin: string,
  ): Promise<Result<Geopend, OntgrendelFout>> {
    eisWachtzin(wachtzin);
    const stand = await this.#boek.lees();
    if (stand.soort !== 'ring') return fout({ soort: 'beschadigd', uitleg: uitlegVan(stand) });
    const { ring } = stand;
    const verkeerd = async (): Promise<Result<Geopend, OntgrendelFout>> =>
      fout({ soort: 'wachtzin', pogingen: await this.#pogingen.aantal(), wachtTot: null });
    // 160 random bits need no pause against guessing.
    const code = await leesHerstelcode(tekst);
    if (!code.ok) return verkeerd();
    const datasleutel = await openHerstelslot(ring.herstel, code.waarde);
    wis(code.waarde);
    if (!datasleutel) return verkeerd();
    const argon = this.#argon ?? (await kalibreer());
    const slot = await maakWachtzinslot(datasleutel, wachtzin, argon, this.#geheim);
    const geopend = await this.#geopend(ring, datasleutel);
    if (!geopend.ok) return geopend;
    const { bundel } = geopend.waarde;
    const ik = bundel.leden.find((l) => l.id === bundel.account);
    const etiket = (await this.#leesEtiket(ring)) ?? {
      huisnaam: bundel.huisnaam,
      accountnaam: ik?.naam ?? '',
      rol: ik?.rol ?? '',
      apparaatnaam: bundel.apparaat.naam,
      laatstGelijk: null,
      wachtend: 0,
    };
    await this.#boek.wijzig({
      ...slot,
      etiket: await sluitEtiket({ ...etiket, v: 1, argon }, await this.#sleutelVanEtiket()),
    });
    await this.#pogingen.gelukt();
    return geopend;
  }

  /** Replaces the bundle on disk. */
  async bewaarBundel(bundel: Bundel, sleutel: CryptoKey): Promise<void> {
    await this.#boek.wijzig({ bundel: await sluitBundel(bundel, sleutel) });
  }

  /** The bundle as it is on disk, with its secret bytes. @throws when it does not open */
  async leesBundel(sleutel: CryptoKey): Promise<Bundel> {
    const stand = await this.#boek.lees();
    const bundel = stand.soort === 'ring' && (await openBundel(stand.ring.bundel, sleutel));
    if (!bundel) throw new Error('de sleutelbundel is niet te openen');
    return bundel;
  }

  /** Changes what the lock screen shows. */
  async bewaarEtiket(deel: Partial<Etiketgegevens>): Promise<void> {
    const stand = await this.#boek.lees();
    if (stand.soort !== 'ring') return;
    const oud = await this.#leesEtiket(stand.ring);
    if (!oud) return;
    const etiket = await sluitEtiket({ ...oud, ...deel }, await this.#sleutelVanEtiket());
    await this.#boek.wijzig({ etiket });
  }

  /** Removes the ring of a house that could not be founded: nothing was ever kept under it. */
  async ruimOp(): Promise<void> {
    await this.#boek.verwijder();
  }

  async #geopend(ring: Sleutelring, datasleutel: Geheim): Promise<Result<Geopend, OntgrendelFout>> {
    const sleutels = await leidDatasleutelsAf(datasleutel);
    const bundel = await openBundel(ring.bundel, sleutels.bundel);
    return bundel
      ? ok({ sleutels, bundel })
      : fout({ soort: 'beschadigd', uitleg: 'De sleutels van dit account zijn niet leesbaar.' });
  }

  /** Parameters within bounds; those of the label, which is authenticated, when the ring has others. */
  async #geldigeKdf(ring: Sleutelring): Promise<Sleutelring['kdf'] | undefined> {
    const etiket = await this.#leesEtiket(ring);
    if (etiket) {
      const { kib, passen } = etiket.argon;
      const gelijk = kib === ring.kdf.kib && passen === ring.kdf.passen;
      return gelijk ? ring.kdf : { ...ring.kdf, kib, passen };
    }
    return argonparameters.safeParse(ring.kdf).success ? ring.kdf : undefined;
  }

  async #leesEtiket(ring: Sleutelring): Promise<Etiket | undefined> {
    return openEtiket(ring.etiket, await this.#sleutelVanEtiket());
  }

  #sleutelVanEtiket(): Promise<CryptoKey> {
    return (this.#etiketsleutel ??= etiketsleutel(this.#geheim));
  }
}

const ANDER_APPARAAT =
  'De kluis hoort bij een ander apparaat of profiel, of de sleutelopslag van dit apparaat is vernieuwd. De herstelcode opent hem.';
const PARAMETERS =
  'De instellingen van de wachtzin zijn gewijzigd buiten de applicatie om. De herstelcode opent de kluis.';

function uitlegVan(
  stand: boolean | { soort: 'geen' } | { soort: 'onleesbaar'; nieuwer: boolean },
): string {
  if (typeof stand !== 'boolean' && stand.soort === 'geen') return 'Op dit apparaat is geen kluis.';
  const nieuwer = typeof stand === 'boolean' ? stand : stand.nieuwer;
  return nieuwer
    ? 'De kluis is gemaakt met een nieuwere versie. Werk de applicatie bij.'
    : 'De sleutelring is niet leesbaar. Zet een reservekopie terug.';
}

const alsMoment = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString();

function eisWachtzin(wachtzin: string): void {
  if (wachtzin.normalize('NFKC').length < KORTSTE_WACHTZIN) {
    throw new RangeError(`een wachtzin heeft minstens ${KORTSTE_WACHTZIN} tekens`);
  }
}
