/**
 * Door of the vault: found a house, open it, join it. The rest of the application gets a `Kluis`
 * (`types.ts`) and never a key.
 */
import { importeerTekensleutel, wis } from '../../shared/crypto/index.js';
import { fout, ok } from '../../shared/result.js';
import type { Result } from '../../shared/result.js';
import { COLLECTIENAMEN } from '../../shared/schema/index.js';
import { Beurten } from './beurten.js';
import type { Platform } from '../platform/contract.js';
import {
  alsBeschadigd,
  alsIngetrokken,
  BEZET,
  contacteis,
  NIET_TE_LEZEN,
  ZONDER_RING,
} from './deurfouten.js';
import {
  bundelVan,
  databases,
  nieuweDeelnemer,
  nieuwHuis,
  openKluis,
  vermoedelijkeDatabase,
  wisApparaat,
  wisDatabases,
} from './kluis/index.js';
import { herstel, kopieenIn } from './kopie/index.js';
import {
  alsOpslagFout,
  collectieDefinities,
  leesVooruit,
  OpslagFout,
  sluitVooruit,
} from './opslag/index.js';
import { etiketVan, Sleutelbos, wisBundel } from './sleutels/index.js';
import type { Argonparameters, Bundel, Geopend, Ingetrokken } from './sleutels/index.js';
import { vraagContact, vraagToegang } from './sync/index.js';
import type { Syncopties } from './sync/index.js';
import type { Deurstand, Kluis, Kluisdeur, Langwerk, OntgrendelFout, Oprichting } from './types.js';

/** Whether this is why a write was refused: there is no room on the disk. Nothing was written. */
export const isVol = (fout: unknown): boolean => fout instanceof OpslagFout && fout.soort === 'vol';

export interface Deuropties {
  /** Name of the databases on this device. */
  readonly naam?: string;
  /** Fixed parameters of the key derivation instead of measured ones. Under the floor is refused. */
  readonly argon?: Argonparameters;
  /** The clock of the pause after wrong passphrases and of the last contact, ms since 1970. */
  readonly nu?: () => number;
  readonly sync?: Syncopties;
  /**
   * Gets a vault that is being opened as soon as the lists can be shown; the rest of it comes in behind.
   * `afloop` says whether everything came.
   */
  readonly bijLijst?: (
    kluis: Kluis,
    afloop: Promise<Result<void, Extract<OntgrendelFout, { soort: 'beschadigd' }>>>,
  ) => void;
  /** This device was revoked: the screen must go at once. The wiping follows, and then a new process. */
  readonly bijIngetrokken?: () => void;
}

export function maakKluisdeur(platform: Platform, opties: Deuropties = {}): Kluisdeur {
  return new Deur(platform, opties);
}

class Deur implements Kluisdeur {
  readonly #platform: Platform;
  readonly #naam: string;
  readonly #bos: Sleutelbos;
  readonly #sync: Syncopties | undefined;
  readonly #bijLijst: Deuropties['bijLijst'];
  readonly #bijIngetrokken: Deuropties['bijIngetrokken'];
  /** The wiping of a device that was revoked. */
  #wist: Promise<Ingetrokken> | undefined;
  readonly #nu: () => number;
  #kluis: Kluis | undefined;
  /** One thing at a time: two attempts at once would each count from the same number. */
  readonly #beurten = new Beurten();

  constructor(platform: Platform, opties: Deuropties) {
    this.#platform = platform;
    this.#naam = opties.naam ?? 'casuskluis';
    this.#sync = opties.sync;
    this.#bijLijst = opties.bijLijst;
    this.#bijIngetrokken = opties.bijIngetrokken;
    this.#nu = opties.nu ?? Date.now;
    this.#bos = new Sleutelbos(`${this.#naam}-sleutels`, platform.geheim, opties);
  }

  stand(): Promise<Deurstand> {
    return this.#beurten.doe(() => this.#stand());
  }

  begrijpIngetrokken(): Promise<void> {
    return this.#beurten.doe(async () => {
      const stand = await this.#stand();
      if (stand.soort !== 'ingetrokken') throw new Error(`niet ingetrokken (${stand.soort})`);
      await this.#bos.ruimOp();
    });
  }

  richtOp(gegevens: Oprichting): Promise<{ kluis: Kluis; herstelcode: string }> {
    return this.#beurten.doe(async () => {
      await this.#eisLeeg();
      const { herstelcode, geopend } = await this.#maakRing(
        gegevens.wachtzin,
        await nieuwHuis(gegevens),
      );
      try {
        return { kluis: await this.#open(geopend), herstelcode };
      } catch (oorzaak) {
        // Nobody has seen the recovery code, and nothing was entered yet: begin again from nothing.
        await wisDatabases(this.#naam, []);
        await this.#bos.ruimOp();
        throw oorzaak;
      }
    });
  }

  ontgrendel(wachtzin: string): Promise<Result<Kluis, OntgrendelFout>> {
    return this.#beurten.doe(() =>
      this.#ontgrendel(() => this.#bos.open(wachtzin), this.#bijLijst),
    );
  }

  ontgrendelMetHerstelcode(
    code: string,
    nieuweWachtzin: string,
  ): Promise<Result<Kluis, OntgrendelFout>> {
    return this.#beurten.doe(() =>
      this.#ontgrendel(() => this.#bos.openMetHerstelcode(code, nieuweWachtzin), this.#bijLijst),
    );
  }

  ontgrendelSnel(code: string): Promise<Result<Kluis, OntgrendelFout>> {
    return this.#beurten.doe(() =>
      this.#ontgrendel(() => this.#bos.openMetSnelcode(code), this.#bijLijst),
    );
  }

  kopieen(): ReturnType<Kluisdeur['kopieen']> {
    return kopieenIn(this.#platform.reservemap);
  }

  zetTerug(
    keuze: Parameters<Kluisdeur['zetTerug']>[0],
    opties: Langwerk = {},
  ): ReturnType<Kluisdeur['zetTerug']> {
    return this.#beurten.doe(async () => {
      if (this.#kluis) throw new Error('de kluis is al open');
      if (!(await this.#platform.venster.claim())) return fout({ soort: 'beschadigd', ...BEZET });
      const delen = { naam: this.#naam, platform: this.#platform, bos: this.#bos };
      const uit = await herstel({ ...delen, ...keuze }, opties);
      if (!uit.ok) return uit;
      return this.#ontgrendel(() => this.#bos.open(keuze.wachtzin));
    });
  }

  koppel(
    gegevens: { code: string; wachtzin: string; apparaatnaam: string },
    bijStap: (stap: 'aanvragen' | 'wachten-op-bevestiging' | 'ophalen') => void,
    stop: AbortSignal,
  ): ReturnType<Kluisdeur['koppel']> {
    return this.#beurten.doe(async () => {
      await this.#eisLeeg();
      const nieuw = await nieuweDeelnemer();
      const { account, apparaat, ontvang } = nieuw;
      try {
        const uit = await vraagToegang(
          {
            code: gegevens.code,
            apparaat: { id: apparaat.id, naam: gegevens.apparaatnaam },
            apparaatsleutel: apparaat.publiek,
            ontvangsleutelApparaat: { publiek: ontvang.publiek, prive: ontvang.prive },
            account: {
              id: account.id,
              tekensleutel: account.teken.publiek,
              ontvangsleutel: account.ontvang.publiek,
              teken: account.teken.prive,
            },
          },
          bijStap,
          stop,
        );
        if (!uit.ok) return uit;
        const bundel = bundelVan(uit.waarde, nieuw, gegevens.apparaatnaam);
        const { herstelcode, geopend } = await this.#maakRing(gegevens.wachtzin, bundel);
        return ok({ kluis: await this.#open(geopend), herstelcode });
      } finally {
        wis(account.teken.pkcs8, account.ontvang.pkcs8, apparaat.pkcs8, ontvang.pkcs8);
      }
    });
  }

  async #stand(): Promise<Deurstand> {
    if (!(await this.#platform.venster.claim())) return { soort: 'bezet' };
    try {
      const stand = await this.#bos.stand();
      if (stand.soort === 'beschadigd') {
        const reden = stand.reden === 'onleesbaar' ? 'ring' : stand.reden;
        return { soort: 'beschadigd', reden, uitleg: stand.uitleg };
      }
      if (stand.soort === 'geen') {
        return (await databases(this.#naam)).length > 0
          ? { soort: 'beschadigd', reden: 'ring', uitleg: ZONDER_RING }
          : { soort: 'leeg' };
      }
      if (stand.soort === 'ingetrokken') {
        await wisApparaat(this.#naam, this.#platform, stand.kopiemap);
        return alsIngetrokken(stand);
      }
      const { huisnaam, accountnaam, rol, apparaatnaam, laatstGelijk, wachtend } = stand.etiket;
      const { wachtTot, snel } = stand;
      const wie = { huisnaam, accountnaam, rol, apparaatnaam };
      const contact = contacteis(stand.etiket.contact ?? null, this.#nu());
      return { soort: 'vergrendeld', ...wie, laatstGelijk, wachtend, wachtTot, snel, contact };
    } catch (oorzaak) {
      console.error('de sleutelring is niet te lezen', oorzaak);
      return { soort: 'beschadigd', reden: 'opslag', uitleg: NIET_TE_LEZEN };
    }
  }

  async #eisLeeg(): Promise<void> {
    const stand = await this.#stand();
    if (stand.soort !== 'leeg') throw new Error(`op dit apparaat is al een kluis (${stand.soort})`);
  }

  async #maakRing(
    wachtzin: string,
    bundel: Bundel,
  ): Promise<{ herstelcode: string; geopend: Geopend }> {
    return this.#bos.richtOp(wachtzin, bundel, etiketVan(bundel));
  }

  async #ontgrendel(
    probeer: () => Promise<Result<Geopend, OntgrendelFout>>,
    bijLijst?: Deuropties['bijLijst'],
  ): Promise<Result<Kluis, OntgrendelFout>> {
    if (this.#kluis) throw new Error('de kluis is al open');
    if (!(await this.#platform.venster.claim())) {
      return fout({ soort: 'beschadigd', ...BEZET });
    }
    const vooruit = this.#leesVooruit();
    try {
      const geopend = await probeer();
      await vooruit;
      if (!geopend.ok) return geopend;
      const dicht = await this.#zoekContact(geopend.waarde.bundel);
      if (dicht === null) return await this.#openOfZegWaarom(geopend.waarde, bijLijst);
      wisBundel(geopend.waarde.bundel);
      await geopend.waarde.vastgelegd;
      return fout(dicht);
    } catch (oorzaak) {
      // An attempt is counted before it is made: on a full disk it cannot be.
      if (alsOpslagFout(oorzaak).soort !== 'vol') throw oorzaak;
      return fout(alsBeschadigd(alsOpslagFout(oorzaak)));
    } finally {
      await vooruit;
      await sluitVooruit();
    }
  }

  /** Before anything is shown: a device that was long away first hears whether it still is welcome. */
  async #zoekContact(
    bundel: Bundel,
  ): Promise<Extract<OntgrendelFout, { soort: 'contact' | 'ingetrokken' }> | null> {
    const eerder = await this.#bos.contact();
    const eis = contacteis(eerder, this.#nu());
    if (eerder === null || eis === null || bundel.endpoint === null) return null;
    const { huis, account, aanmelding, apparaat } = bundel;
    const uit = await vraagContact({
      ...{ adres: bundel.endpoint, huis, account, aanmelding, fetch: this.#sync?.fetch },
      apparaat: { id: apparaat.id, tekensleutel: await importeerTekensleutel(apparaat.teken) },
    });
    if (uit.soort === 'ingetrokken') {
      const wachtend = await this.#bos.wachtend();
      this.#wist ??= this.#wis({ apparaat: apparaat.id, wachtend });
      return alsIngetrokken(await this.#wist);
    }
    if (uit.soort === 'geen') return { soort: 'contact', ...eis, uitleg: uit.uitleg };
    const nu = this.#nu();
    await this.#bos.bewaarEtiket({ contact: { ...eerder, op: nu, klok: nu } });
    return null;
  }

  async #openOfZegWaarom(
    geopend: Geopend,
    bijLijst: Deuropties['bijLijst'],
  ): Promise<Result<Kluis, OntgrendelFout>> {
    try {
      const kluis = await this.#open(geopend, bijLijst);
      if (!this.#wist) return ok(kluis);
      await kluis.sluit();
      return fout(alsIngetrokken(await this.#wist));
    } catch (oorzaak) {
      if (this.#wist) return fout(alsIngetrokken(await this.#wist));
      if (!(oorzaak instanceof OpslagFout)) throw oorzaak;
      console.error('de opslag gaat niet open', oorzaak);
      return fout(alsBeschadigd(oorzaak));
    }
  }

  /** Beside the derivation of the key. */
  async #leesVooruit(): Promise<void> {
    const naam = await vermoedelijkeDatabase(this.#naam).catch(() => undefined);
    if (naam !== undefined) leesVooruit(naam);
    collectieDefinities(COLLECTIENAMEN);
  }

  /** The keys first: what a power cut leaves after that can be read by nobody. */
  async #wis(wat: { apparaat: string; wachtend: number }): Promise<Ingetrokken> {
    const { wachtend, apparaat: kopiemap } = wat;
    const stand = { op: new Date().toISOString(), wachtend, kopiemap };
    this.#bijIngetrokken?.();
    await this.#bos.trekIn(stand);
    try {
      await this.#kluis?.sluit();
    } catch (oorzaak) {
      // Its store goes anyway; a vault that does not close is no reason to keep it.
      console.error('de kluis van een ingetrokken apparaat is niet gesloten', oorzaak);
    }
    await wisApparaat(this.#naam, this.#platform, kopiemap);
    this.#platform.venster.herstart();
    return stand;
  }

  async #open(geopend: Geopend, bijLijst?: Deuropties['bijLijst']): Promise<Kluis> {
    const { kluis, compleet } = await openKluis(
      {
        naam: this.#naam,
        platform: this.#platform,
        bos: this.#bos,
        sync: this.#sync,
        nu: this.#nu,
        bijSluiten: () => {
          this.#kluis = undefined;
        },
        bijIngetrokken: (wat) => {
          this.#wist ??= this.#wis(wat);
          this.#wist.catch((oorzaak: unknown) => {
            // The marker is there: the next start goes on with it.
            console.error('het wissen van dit apparaat is afgebroken', oorzaak);
          });
        },
      },
      geopend,
    );
    this.#kluis = kluis;
    const klaar = Promise.all([compleet, geopend.vastgelegd]);
    bijLijst?.(
      kluis,
      klaar.then(
        () => ok(undefined),
        (oorzaak: unknown) => fout(alsBeschadigd(alsOpslagFout(oorzaak))),
      ),
    );
    try {
      await klaar;
    } catch (oorzaak) {
      await kluis.sluit();
      throw oorzaak;
    }
    return kluis;
  }
}
