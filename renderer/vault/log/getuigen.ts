/**
 * Chains witness each other. This device remembers how far it saw every other chain, and once in each
 * session with the endpoint writes into its own chain what it saw: so a chain that is made shorter, or
 * different, is known to be so by whoever it was not kept from.
 */
import { z } from 'zod';
import type { Blokgeheugen, Ketenrapport } from '../../../shared/log/index.js';
import { controleerKetens, foutInBlok, isVervolg, standVan } from '../../../shared/log/index.js';
import { ketenstand } from '../../../shared/schema/index.js';
import type { JsonWaarde, Ketenstand, Logblok } from '../../../shared/schema/index.js';
import type { Notitie } from './logboek.js';

export interface Getuigdeps {
  readonly huis: string;
  readonly apparaat: string;
  blokken(): readonly Logblok[];
  /** Public signing keys of the members that the house certified, by account. */
  sleutels(): ReadonlyMap<string, string>;
  leesNotitie(): JsonWaarde | undefined;
  bewaarNotitie(waarde: JsonWaarde): Promise<void>;
  noteer(notitie: Notitie): void;
  /** Id of the chain that this device writes. */
  keten(): string | null;
  /** An unknown part of that chain came in: it went on elsewhere. */
  vertakt(): void;
  /** Writes a blok of this device once more, so that the endpoint gets it back. */
  herstel(blok: Logblok): void;
}

/** `getuigd`: of what was seen, what stands in the own chain. */
const notitie = z.object({ gezien: z.array(ketenstand), getuigd: z.array(ketenstand) });

export class Getuigen {
  readonly #d: Getuigdeps;
  readonly #geheugen: Blokgeheugen = new WeakMap();
  readonly #geweigerd = new Set<string>();
  #gezien = new Map<string, Ketenstand>();
  #getuigd = new Map<string, Ketenstand>();
  #bezig: Promise<void> = Promise.resolve();

  constructor(deps: Getuigdeps) {
    this.#d = deps;
  }

  /** How far other chains were seen. */
  get gezien(): readonly Ketenstand[] {
    return [...this.#gezien.values()];
  }

  lees(): void {
    const { data } = notitie.safeParse(this.#d.leesNotitie());
    if (!data) return;
    this.#gezien = new Map(data.gezien.map((stand) => [stand.keten, stand]));
    this.#getuigd = new Map(data.getuigd.map((stand) => [stand.keten, stand]));
  }

  controleer(): Promise<Ketenrapport[]> {
    const sleutels = this.#d.sleutels();
    return controleerKetens(this.#d.blokken(), {
      huis: this.#d.huis,
      tekensleutel: (account) => sleutels.get(account),
      gezien: this.gezien,
      geheugen: this.#geheugen,
    });
  }

  /**
   * Whether a blok that came from the endpoint may be written. What is here only ever grows; anything else
   * is refused and written down. @param hier the blok as it is here
   */
  magBinnen(hier: Logblok | undefined, nieuw: Logblok, verwijderd: boolean): boolean {
    if (!verwijderd && (!hier || isVervolg(hier, nieuw))) {
      const eigen = nieuw.apparaat === this.#d.apparaat && nieuw.keten === this.#d.keten();
      if (eigen && nieuw.regels.length > (hier?.regels.length ?? 0)) this.#d.vertakt();
      return true;
    }
    if (!hier) return false;
    const wat = `${nieuw.id}|${nieuw.versie}`;
    if (!this.#geweigerd.has(wat)) {
      this.#geweigerd.add(wat);
      this.#d.noteer({
        actie: 'logwijziging-geweigerd',
        soort: 'logblok',
        id: hier.id,
        resultaat: 'geweigerd',
      });
    }
    if (hier.apparaat === this.#d.apparaat) this.#d.herstel(hier);
    return false;
  }

  /** Remembers how far the others are now, and when asked says so in the own chain. */
  kijk(getuig: boolean): Promise<void> {
    this.#bezig = this.#bezig
      .then(() => this.#kijk(getuig))
      .catch((oorzaak: unknown) => {
        // What was seen before still stands; the next look tries again.
        console.error('de ketens van het logboek zijn niet bekeken', oorzaak);
      });
    return this.#bezig;
  }

  async #kijk(getuig: boolean): Promise<void> {
    let nieuws = false;
    for (const [keten, blokken] of this.#ketensVanAnderen()) {
      const eerder = this.#gezien.get(keten);
      const stand = await this.#volg(eerder, blokken);
      if (!stand || stand === eerder) continue;
      this.#gezien.set(keten, stand);
      nieuws = true;
    }
    const verder = getuig
      ? this.gezien.filter(({ keten, nr }) => (this.#getuigd.get(keten)?.nr ?? 0) < nr)
      : [];
    if (verder.length > 0) {
      for (const stand of verder) this.#getuigd.set(stand.keten, stand);
      const { huis: id } = this.#d;
      this.#d.noteer({ actie: 'keten-gezien', soort: 'log', id, gezien: verder });
    }
    if (nieuws || verder.length > 0)
      await this.#d.bewaarNotitie({
        gezien: [...this.gezien],
        getuigd: [...this.#getuigd.values()],
      });
  }

  /** How far the chain is in order from what was seen of it, so that only what is new is worked out. */
  async #volg(
    eerder: Ketenstand | undefined,
    blokken: readonly Logblok[],
  ): Promise<Ketenstand | undefined> {
    const sleutels = this.#d.sleutels();
    const met = {
      huis: this.#d.huis,
      tekensleutel: (account: string) => sleutels.get(account),
      geheugen: this.#geheugen,
    };
    let stand = eerder;
    for (const blok of blokken) {
      const nu = standVan(blok);
      if (stand && nu.nr <= stand.nr) continue;
      if (!sluitAan(stand, blok)) break;
      if ((await foutInBlok(blok, blok.verklaring.account, met)) !== null) break;
      stand = nu;
    }
    return stand;
  }

  #ketensVanAnderen(): ReadonlyMap<string, readonly Logblok[]> {
    const per = new Map<string, Logblok[]>();
    for (const blok of this.#d.blokken()) {
      if (blok.apparaat === this.#d.apparaat) continue;
      const er = per.get(blok.keten);
      if (er) er.push(blok);
      else per.set(blok.keten, [blok]);
    }
    for (const blokken of per.values()) blokken.sort((a, b) => a.van - b.van);
    return per;
  }
}

/** Whether the blok begins right behind what was seen, or holds it. */
function sluitAan(stand: Ketenstand | undefined, { van, vorige, regels }: Logblok): boolean {
  if (!stand) return van === 1;
  if (van === stand.nr + 1) return vorige === stand.hash;
  return regels[stand.nr - van]?.hash === stand.hash;
}
