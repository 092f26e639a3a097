/**
 * Who belongs to the house, as far as the house key says so. A document in `leden` whose certificate
 * does not hold is no member, whatever else it says.
 */
import {
  controleerCertificaat,
  leesTekensleutel,
  verificatienummer,
} from '../../../shared/crypto/index.js';
import type { Gecertificeerdlid, Lid } from '../../../shared/schema/index.js';
import type { Ledenboek, NieuwLid } from '../sync/types.js';
import type { Schrijver } from './schrijver.js';
import type { Spiegel } from './spiegel.js';

export interface Ledendeps {
  readonly huis: string;
  readonly huisvak: string;
  /** Public house key, base64url. */
  readonly huissleutel: string;
  /** Known from founding or joining, before anything was synced. */
  readonly bekend: readonly Gecertificeerdlid[];
  readonly spiegel: Spiegel;
  readonly schrijver: Schrijver;
}

interface Gecontroleerd {
  readonly lid: Lid;
  readonly sleutel: CryptoKey;
}

export class Leden implements Ledenboek {
  readonly #d: Ledendeps;
  /** By certificate and all that it covers: checked once. */
  readonly #uitkomsten = new Map<string, Promise<CryptoKey | undefined>>();
  #bron: readonly unknown[] | null = null;
  #per: ReadonlyMap<string, Gecontroleerd> = new Map();
  #bezig: Promise<void> = Promise.resolve();

  static async open(deps: Ledendeps): Promise<Leden> {
    const boek = new Leden(deps);
    deps.spiegel.volg(['leden'], () => boek.#ververs());
    boek.#ververs();
    await boek.#bezig;
    return boek;
  }

  private constructor(deps: Ledendeps) {
    this.#d = deps;
  }

  alle(): readonly Lid[] {
    return [...this.#per.values()].map(({ lid }) => lid);
  }

  async tekensleutel(account: string): Promise<CryptoKey | undefined> {
    this.#ververs();
    await this.#bezig;
    return this.#per.get(account)?.sleutel;
  }

  controleer(lid: Lid | Gecertificeerdlid): Promise<CryptoKey | undefined> {
    const { id, naam, rol, organisatie, toegang, tekensleutel, ontvangsleutel, certificaat } = lid;
    const wat = JSON.stringify([
      id,
      naam,
      rol,
      organisatie,
      toegang,
      tekensleutel,
      ontvangsleutel,
      certificaat,
    ]);
    const bekend = this.#uitkomsten.get(wat);
    if (bekend) return bekend;
    const uitkomst = controleerCertificaat(this.#d.huis, lid, this.#d.huissleutel).then((klopt) =>
      klopt ? leesTekensleutel(tekensleutel) : undefined,
    );
    this.#uitkomsten.set(wat, uitkomst);
    return uitkomst;
  }

  /** Of account `ik` of this device with another member; undefined when the house did not certify that one. */
  async verificatienummer(ik: string, account: string): Promise<string | undefined> {
    if (!(await this.tekensleutel(account))) return undefined;
    const { huis, huissleutel, bekend } = this.#d;
    // From the keyring, not from `leden`: whoever certified other keys for this account, there they are not.
    const eigen = bekend.find((lid) => lid.id === ik);
    const ander = this.#per.get(account)?.lid;
    if (!eigen || !ander) return undefined;
    return verificatienummer({ id: huis, sleutel: huissleutel }, eigen, ander);
  }

  async voegToe(lid: NieuwLid): Promise<void> {
    await this.#d.schrijver.voegToe('leden', [{ ...lid, vak: this.#d.huisvak }]);
    this.#ververs();
    await this.#bezig;
  }

  #ververs(): void {
    const docs = this.#d.spiegel.alle('leden');
    if (docs === this.#bron) return;
    this.#bron = docs;
    this.#bezig = this.#controleerAlle(docs as readonly Lid[]);
  }

  async #controleerAlle(docs: readonly Lid[]): Promise<void> {
    const per = new Map<string, Gecontroleerd>();
    const alle: Lid[] = [...this.#d.bekend.map((l) => alsLid(l, this.#d.huisvak)), ...docs];
    const sleutels = await Promise.all(alle.map((lid) => this.controleer(lid)));
    alle.forEach((lid, i) => {
      const sleutel = sleutels[i];
      if (sleutel) per.set(lid.id, { lid, sleutel });
    });
    // A later round may have overtaken this one.
    if (this.#bron === docs) this.#per = per;
  }
}

/** A member of whom the document is not here yet. */
export const alsLid = (lid: Gecertificeerdlid, huisvak: string): Lid => ({
  ...lid,
  vak: huisvak,
  versie: 'gekoppeld',
  gewijzigdDoor: lid.id,
  gewijzigdOp: '1970-01-01T00:00:00.000Z',
  conflicten: [],
});
