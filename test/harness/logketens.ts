/** Chains of the log with real keys, for tests: a house, people with devices, and lines in blokken. */
import {
  maakApparaatverklaring,
  maakCertificaat,
  huisIdVan,
  nieuwId,
  nieuwTekenpaar,
} from '../../shared/crypto/index.js';
import type { NieuwPaar } from '../../shared/crypto/index.js';
import { Ketenschrijver } from '../../shared/log/index.js';
import type { Kaalblok, Logbestand, Nieuweregel } from '../../shared/log/index.js';
import type { Ketenstand } from '../../shared/schema/index.js';

export interface Logproef {
  readonly huis: string;
  readonly huispaar: NieuwPaar;
  readonly leden: Logbestand['leden'];
  readonly sleutels: ReadonlyMap<string, string>;
}

/** A house with one account, of which devices write chains. */
export async function maakLogproef(
  account = nieuwId(),
): Promise<Logproef & { account: string; teken: NieuwPaar }> {
  const [huispaar, teken] = await Promise.all([nieuwTekenpaar(), nieuwTekenpaar()]);
  const huis = await huisIdVan(huispaar.publiek);
  const wie = {
    id: account,
    naam: 'J. Wouters',
    rol: 'procesregisseur' as const,
    organisatie: 'Zorg- en Veiligheidshuis',
    toegang: 'huis' as const,
    tekensleutel: teken.publiek,
    ontvangsleutel: teken.publiek,
  };
  const certificaat = await maakCertificaat(huis, wie, huispaar.prive);
  return {
    huis,
    huispaar,
    leden: [{ ...wie, certificaat }],
    sleutels: new Map([[account, teken.publiek]]),
    account,
    teken,
  };
}

/** A device of the account with a chain; `schrijf` gives every blok as it is now. */
export class Logapparaat {
  readonly keten: string;
  readonly #schrijver: Ketenschrijver;
  readonly #actor: string;
  readonly #blokken = new Map<string, Kaalblok>();

  static async maak(
    proef: Awaited<ReturnType<typeof maakLogproef>>,
    apparaat = nieuwId(),
  ): Promise<Logapparaat> {
    const sleutel = await nieuwTekenpaar();
    const verklaring = await maakApparaatverklaring(
      proef.huis,
      { account: proef.account, apparaat, sleutel: sleutel.publiek },
      proef.teken.prive,
    );
    const keten = nieuwId();
    const schrijver = await Ketenschrijver.open(
      { huis: proef.huis, keten, apparaat },
      verklaring,
      sleutel.prive,
    );
    return new Logapparaat(keten, schrijver, proef.account);
  }

  private constructor(keten: string, schrijver: Ketenschrijver, actor: string) {
    this.keten = keten;
    this.#schrijver = schrijver;
    this.#actor = actor;
  }

  /** @param anders what the lines hold, or that of each of them */
  async schrijf(
    aantal: number,
    anders: Partial<Nieuweregel> | ((i: number) => Partial<Nieuweregel>) = {},
  ): Promise<void> {
    const regels = Array.from({ length: aantal }, (_, i) =>
      this.#regel(i, typeof anders === 'function' ? anders(i) : anders),
    );
    const blokken = await this.#schrijver.hechtAan(regels);
    this.#schrijver.neemOver(blokken);
    for (const blok of blokken) this.#blokken.set(blok.id, blok);
  }

  get blokken(): readonly Kaalblok[] {
    return [...this.#blokken.values()];
  }

  get stand(): Ketenstand {
    const laatste = this.blokken.at(-1);
    if (!laatste) throw new Error('de keten is leeg');
    const { keten, van, regels, vorige } = laatste;
    return { keten, nr: van + regels.length - 1, hash: regels.at(-1)?.hash ?? vorige };
  }

  #regel(i: number, anders: Partial<Nieuweregel>): Nieuweregel {
    return {
      op: new Date(Date.UTC(2026, 10, 23, 9, 0, i)).toISOString(),
      actie: 'geraadpleegd',
      soort: 'casussen',
      id: nieuwId(),
      resultaat: 'gelukt',
      oorsprong: 'browser 0.1.0',
      actor: this.#actor,
      ...anders,
    };
  }
}
