/** What the sync shows of itself: one value, worked out when it is read, announced once a moment. */
import { z } from 'zod';
import { moment } from '../../../shared/schema/index.js';
import type { Syncstand, Waarneembaar } from '../types.js';
import { Volgers } from '../volgers.js';
import type { Lokaalboek } from './lokaal.js';
import type { Motor } from './motor.js';
import type { Replicatie } from './replicatie.js';

const GELIJK = 'sync|laatstGelijk';
/** Often enough for the lock screen, seldom enough not to write at every keystroke. */
const BEWAAR_NA_MS = 15_000;
const MELD_NA_MS = 16;

export class Stand implements Waarneembaar<Syncstand> {
  readonly #boek: Lokaalboek;
  readonly #volgers = new Volgers();
  readonly volg = this.#volgers.volg;
  #motor: Motor | null = null;
  #laatstGelijk: string | null = null;
  #bewaardOp = -Infinity;
  #eersteKeer: 'nee' | 'bezig' | 'klaar' = 'nee';
  #waarde: Syncstand | null = null;
  #melding: ReturnType<typeof setTimeout> | undefined;

  constructor(boek: Lokaalboek) {
    this.#boek = boek;
  }

  get waarde(): Syncstand {
    return (this.#waarde ??= this.#bereken());
  }

  async lees(): Promise<void> {
    this.#laatstGelijk = await this.#boek.lees(GELIJK, moment);
    this.gewijzigd();
  }

  /** Another endpoint, or none: what was equal with the one before says nothing. */
  async vergeet(): Promise<void> {
    this.#laatstGelijk = null;
    this.#bewaardOp = -Infinity;
    await this.#boek.verwijder([GELIJK]);
  }

  zetMotor(motor: Motor | null): void {
    this.#motor = motor;
    // A house that was founded here has something to give; one that was joined has all to receive.
    const nieuwHier = motor !== null && this.#laatstGelijk === null && aantalWachtend(motor) === 0;
    this.#eersteKeer = nieuwHier ? 'bezig' : 'nee';
    this.gewijzigd();
  }

  gewijzigd(): void {
    this.#waarde = null;
    this.#melding ??= setTimeout(() => {
      this.#melding = undefined;
      this.#merkGelijk();
      this.#volgers.meld();
    }, MELD_NA_MS);
  }

  async sluit(): Promise<void> {
    clearTimeout(this.#melding);
    this.#melding = undefined;
    if (this.#bewaardOp !== -Infinity) await this.#bewaar();
  }

  #merkGelijk(): void {
    if (this.#bereken().toestand !== 'gelijk') return;
    this.#laatstGelijk = new Date().toISOString();
    if (this.#eersteKeer === 'bezig') this.#eersteKeer = 'klaar';
    this.#waarde = null;
    if (performance.now() - this.#bewaardOp < BEWAAR_NA_MS) return;
    this.#bewaardOp = performance.now();
    this.#bewaar().catch((oorzaak: unknown) => {
      console.error('sync: stand niet bewaard', oorzaak);
    });
  }

  async #bewaar(): Promise<void> {
    await this.#boek.schrijf('sync', [
      { id: GELIJK, waarde: z.string().parse(this.#laatstGelijk) },
    ]);
  }

  #bereken(): Syncstand {
    const motor = this.#motor;
    if (!motor) {
      return {
        toestand: 'geen',
        wachtend: 0,
        wachtendeIds: new Set(),
        laatstGelijk: null,
        oorzaak: null,
        reden: null,
        zuinig: null,
        eersteKeer: null,
      };
    }
    const delen = wachtdelen(motor);
    const metBijlagen = new Set(motor.stukken?.wachtendeIds());
    const wachtendeIds = new Set([
      ...delen.flatMap((r) => [...r.wachtend.ids]),
      // A document is not at the house before what is attached to it is.
      ...metBijlagen,
    ]);
    const { lijn } = motor;
    const online = lijn.soort === 'online';
    const gelijk = online && motor.bijgewerkt && wachtendeIds.size === 0;
    return {
      toestand: online ? (gelijk ? 'gelijk' : 'bezig') : lijn.soort,
      wachtend: wachtendeIds.size,
      wachtendeIds,
      laatstGelijk: this.#laatstGelijk,
      oorzaak: online ? null : lijn.oorzaak,
      reden: online ? ingehoudenReden(motor) : lijn.reden,
      zuinig: motor.zuinig ? { bijlagen: metBijlagen.size } : null,
      eersteKeer:
        this.#eersteKeer === 'nee'
          ? null
          : {
              ontvangen: delen.reduce((som, r) => som + r.ontvangen, 0),
              bezig: this.#eersteKeer === 'bezig',
            },
    };
  }
}

/** The log goes along by itself: it is not work that somebody waits for. */
const wachtdelen = (motor: Motor): Replicatie[] =>
  [...motor.replicaties].flatMap(([collectie, r]) => (collectie === 'logregels' ? [] : [r]));

const aantalWachtend = (motor: Motor): number =>
  wachtdelen(motor).reduce((som, r) => som + r.wachtend.aantal, 0);

function ingehoudenReden(motor: Motor): string | null {
  const redenen = wachtdelen(motor).flatMap((r) => [...r.ingehouden.values()]);
  const [eerste] = redenen;
  if (eerste === undefined) {
    const terug = wachtdelen(motor).reduce((som, r) => som + r.teruggezet.size, 0);
    if (terug > 0)
      return `Het endpoint gaf van ${terug === 1 ? '1 document' : `${terug} documenten`} een oudere stand dan eerder. Die is niet overgenomen; waarschuw de beheerder.`;
    const { reden = null } = motor.stukken ?? {};
    return reden === null ? null : `Bijlagen wachten: ${reden}`;
  }
  const wat = redenen.length === 1 ? '1 wijziging wacht' : `${redenen.length} wijzigingen wachten`;
  return `${wat}: ${eerste}.`;
}
