/** One vault that is killed, opened and judged, again and again. Everything is drawn from a seed. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wacht } from 'node:timers/promises';
import type { Crashbrowser, Crashterrein } from './crashbrowser.js';
import type { Bericht, Waarin } from './crashpagina.js';
import { Boek } from './crashspel.js';
import { toeval } from './toeval.js';

/** The request to the disk at which it is killed is one of the first so many. */
const VERZOEKEN: Readonly<Record<Waarin, number>> = {
  migratie: 40,
  invoegen: 250,
  opruimen: 300,
  sleutelwissel: 150,
};
/** Milliseconds within which it is killed after that request, when the page does not hold still. */
const NALOOP_MS = 12;

export interface Proefopties {
  readonly zaad: number;
  /** See `Werk`. */
  readonly teVroeg?: boolean;
}

export class Crashproef {
  /** Documents in acknowledged writes. */
  bevestigd = 0;
  /** Whatever was not there, or not as it was written. */
  readonly mis: string[] = [];
  readonly #terrein: Crashterrein;
  readonly #profiel: string;
  readonly #teVroeg: boolean;
  readonly #worp: (onder: number) => number;
  readonly #ingehouden = new Map<Waarin, boolean>();
  #zaad: number;
  #boek: Boek | undefined;
  #bijVerzoek: () => void = () => undefined;

  private constructor(terrein: Crashterrein, profiel: string, opties: Proefopties) {
    this.#terrein = terrein;
    this.#profiel = profiel;
    this.#teVroeg = opties.teVroeg ?? false;
    this.#zaad = opties.zaad;
    this.#worp = toeval(opties.zaad);
  }

  static async maak(terrein: Crashterrein, opties: Proefopties): Promise<Crashproef> {
    return new Crashproef(terrein, await mkdtemp(join(terrein.map, 'profiel-')), opties);
  }

  /**
   * Judges what is there, lets it write on, and kills; a migration begins with a new vault. By turns the
   * page holds still until it is killed, so that it is in the midst of it for certain, and goes on, so
   * that it may be killed where a page cannot hold still.
   * @returns whether it was in the midst of it for certain
   */
  async kill(waarin: Waarin): Promise<boolean> {
    return this.#open(this.#profiel, async (browser) => {
      if (waarin === 'migratie') await this.#begin(browser);
      const inhouden = this.#ingehouden.get(waarin) !== true;
      this.#ingehouden.set(waarin, inhouden);
      const erbij = await this.#totVerzoek(browser, waarin, inhouden);
      if (!inhouden) await wacht(this.#worp(NALOOP_MS));
      await browser.sla();
      return inhouden && erbij;
    });
  }

  /**
   * Copies the profile while the browser is writing to it, and judges the copy. The browser stands still
   * meanwhile. Copies that were taken without that opened too (22 of 22), but LevelDB promises it only
   * of one moment: where it makes and deletes a file while the copy goes on, Chromium finds a file
   * missing and begins anew.
   */
  async kopieer(): Promise<void> {
    const kopie = `${this.#profiel}-kopie`;
    await this.#open(this.#profiel, async (browser) => {
      await this.#totVerzoek(browser, 'invoegen', false);
      browser.zetStil();
      await cp(this.#profiel, kopie, {
        recursive: true,
        // They say which process has the profile.
        filter: (pad) => !basename(pad).startsWith('Singleton'),
      });
      await browser.sla();
    });
    await this.#open(kopie, () => Promise.resolve());
    await rm(kopie, { recursive: true });
  }

  /** Judges what is there. */
  oordeel(): Promise<void> {
    return this.#open(this.#profiel, () => Promise.resolve());
  }

  async #open<T>(profiel: string, doe: (browser: Crashbrowser) => Promise<T>): Promise<T> {
    const browser = await this.#terrein.browser(profiel, (bericht) => this.#neem(bericht));
    try {
      if (this.#boek === undefined) await this.#begin(browser);
      const gevonden = await browser.pagina
        .evaluate(() => window.crashproef.lees())
        .catch(async (oorzaak: unknown) => {
          throw new Error(`zaad ${this.#zaad}; ${await opSchijf(profiel)}`, { cause: oorzaak });
        });
      this.mis.push(...(this.#boek?.vergelijk(gevonden.staten) ?? []));
      this.mis.push(...gevonden.anders, ...gevonden.meldingen);
      return await doe(browser);
    } finally {
      await browser.sluit();
    }
  }

  /** A vault of the first format, in which nothing was written yet. */
  async #begin({ pagina }: Crashbrowser): Promise<void> {
    await pagina.evaluate(() => window.crashproef.zetTerug());
    this.#zaad++;
    this.#boek = new Boek(this.#zaad);
  }

  /** Lets the page write until it is at the request at which to act; false when it was done before. */
  async #totVerzoek({ pagina }: Crashbrowser, waarin: Waarin, inhouden: boolean): Promise<boolean> {
    const verzoek = new Promise<boolean>((klaar) => {
      this.#bijVerzoek = () => klaar(true);
    });
    const werk = pagina.evaluate((opdracht) => window.crashproef.werk(opdracht), {
      waarin,
      zaad: this.#zaad,
      gedaan: this.#boek?.gedaan ?? [],
      bij: 1 + this.#worp(VERZOEKEN[waarin]),
      inhouden,
      teVroeg: this.#teVroeg,
    });
    // It rejects when the page fails; and when it is killed, but then nobody waits for it any more.
    return Promise.race([verzoek, werk.then(() => false)]);
  }

  #neem(bericht: Bericht): void {
    if (bericht.soort === 'verzoek') this.#bijVerzoek();
    else this.bevestigd += this.#boek?.bevestig(bericht.baan, bericht.gedaan) ?? 0;
  }
}

/** What Chromium has of IndexedDB, and the last that it wrote of that: when a vault does not open, it shows whose doing it was. */
async function opSchijf(profiel: string): Promise<string> {
  const wortel = join(profiel, 'Default');
  const namen = (await readdir(wortel, { recursive: true })).filter((naam) =>
    naam.startsWith('IndexedDB'),
  );
  const logs = namen.filter((naam) => /\/(LOG|LOG\.old|corruption_info\.json)$/.test(naam));
  const teksten = await Promise.all(
    logs.map(
      async (naam) => `${naam}: ${(await readFile(join(wortel, naam), 'utf8')).slice(-1500)}`,
    ),
  );
  return [`op schijf: ${namen.join(', ')}`, ...teksten].join('\n');
}
