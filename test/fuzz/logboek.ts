/** The log of a simulated device: a chain of signed lines, in documents that go along with the sync. */
import { maakApparaatverklaring, nieuwId } from '../../shared/crypto/index.js';
import { Ketenschrijver, standVan } from '../../shared/log/index.js';
import type { Kaalblok } from '../../shared/log/index.js';
import type { Ketenstand } from '../../shared/schema/index.js';
import type { Proefaccount, Proefapparaat, Proefhuis } from '../unit/vault/sync/proefapparaat.js';

export class Proeflog {
  readonly #app: Proefapparaat;
  readonly #huis: Proefhuis;
  readonly #schrijver: Ketenschrijver;
  readonly #blokken = new Set<string>();
  #laatste: Kaalblok | undefined;

  static async maak(app: Proefapparaat, huis: Proefhuis, account: Proefaccount): Promise<Proeflog> {
    const apparaat = app.apparaat.id;
    const verklaring = await maakApparaatverklaring(
      huis.id,
      { account: account.id, apparaat, sleutel: app.apparaat.paar.publiek },
      account.teken.prive,
    );
    const keten = { huis: huis.id, keten: nieuwId(), apparaat };
    const schrijver = await Ketenschrijver.open(keten, verklaring, app.apparaat.paar.prive);
    return new Proeflog(app, huis, schrijver);
  }

  private constructor(app: Proefapparaat, huis: Proefhuis, schrijver: Ketenschrijver) {
    this.#app = app;
    this.#huis = huis;
    this.#schrijver = schrijver;
  }

  async noteer(actie: 'gewijzigd' | 'geraadpleegd', id: string): Promise<void> {
    const blokken = await this.#schrijver.hechtAan([
      {
        op: new Date().toISOString(),
        actie,
        soort: 'casussen',
        id,
        resultaat: 'gelukt',
        oorsprong: 'fuzz',
        actor: this.#app.account,
      },
    ]);
    this.#schrijver.neemOver(blokken);
    for (const blok of blokken) {
      this.#laatste = blok;
      if (this.#blokken.has(blok.id))
        await this.#app.wijzig('logregels', blok.id, (doc) => void Object.assign(doc, blok));
      else await this.#app.voegToe('logregels', { ...blok }, this.#huis.vak, blok.id);
      this.#blokken.add(blok.id);
    }
  }

  /** The last line that was written; null when there is none. */
  get stand(): Ketenstand | null {
    return this.#laatste ? standVan(this.#laatste) : null;
  }
}
