/**
 * The inviting side. An invitation is kept on this device with its secret; as soon as somebody asked
 * to join with it, this device answers by itself. The request opens only with the secret of the code,
 * so whoever sent it had the code.
 */
import type { RxCollection } from 'rxdb';
import { z } from 'zod';
import {
  b64uNaarBytes,
  bytesNaarB64u,
  maakApparaatverklaring,
  nieuwId,
  schrijfUitnodigingscode,
  verzegel,
  willekeurig,
} from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import { moment, rol } from '../../../shared/schema/index.js';
import type { Huisdocument } from '../../../shared/schema/index.js';
import { b64 } from '../../../shared/sync/protocol.js';
import type {
  Aanstelling,
  Apparaatverklaring,
  UitnodigingStand,
} from '../../../shared/sync/protocol.js';
import { Beurten } from '../beurten.js';
import type { LedenFout, Uitnodiging, Uitnodigingsoort, Waarneembaar } from '../types.js';
import { Volgers } from '../volgers.js';
import { BUNDEL_INFO, aanvraag as aanvraagbrief, openBrief, sluitBrief } from './brief.js';
import type { Aanvraag } from './brief.js';
import { weigertApparaat } from './fouten.js';
import type { Lokaalboek } from './lokaal.js';
import type { Motor } from './motor.js';
import type { NieuwLid, Syncdeps } from './types.js';
import { alsVerlening } from './verleningen.js';

const SOORT = 'uitnodiging';
const GELDIG_DAGEN = 7;

const bewaard = z.object({
  id: z.string(),
  soort: z.discriminatedUnion('soort', [
    z.object({
      soort: z.literal('collega'),
      naam: z.string(),
      rol,
      organisatie: z.string(),
      toegang: z.enum(['huis', 'toegewezen']),
    }),
    z.object({ soort: z.literal('eigen-apparaat') }),
  ]),
  verlooptOp: moment,
  gebruikt: z.boolean(),
  code: z.string(),
  geheim: b64,
});
type Bewaard = z.infer<typeof bewaard>;

export class Uitnodigingen implements Waarneembaar<readonly Uitnodiging[]> {
  readonly #deps: Syncdeps;
  readonly #boek: Lokaalboek;
  readonly #volgers = new Volgers();
  readonly volg = this.#volgers.volg;
  #lijst: Bewaard[] = [];
  #waarde: readonly Uitnodiging[] = [];
  readonly #beurten = new Beurten();

  constructor(deps: Syncdeps, boek: Lokaalboek) {
    this.#deps = deps;
    this.#boek = boek;
  }

  get waarde(): readonly Uitnodiging[] {
    return this.#waarde;
  }
  async lees(): Promise<void> {
    this.#lijst = await this.#boek.alle(SOORT, bewaard);
    this.#meld();
  }

  async nodigUit(
    motor: Motor | null,
    soort: Uitnodigingsoort,
  ): Promise<Result<Uitnodiging, LedenFout>> {
    if (!motor) return fout({ soort: 'geen-endpoint' });
    if (soort.soort === 'collega' && !this.#deps.benoem) return fout({ soort: 'geen-beheerder' });
    const geheim = willekeurig(16);
    const nieuw: Bewaard = {
      id: nieuwId(),
      soort,
      verlooptOp: new Date(Date.now() + GELDIG_DAGEN * 86_400_000).toISOString(),
      gebruikt: false,
      code: '',
      geheim: bytesNaarB64u(geheim),
    };
    nieuw.code = await schrijfUitnodigingscode({
      endpoint: motor.client.adres,
      huis: this.#deps.huis,
      id: nieuw.id,
      geheim,
    });
    // Kept before it is published: an invitation that nobody can answer must not exist.
    await this.#bewaar(nieuw);
    const gemeld = await motor.client.maakUitnodiging(nieuw.id, nieuw.verlooptOp);
    if (!gemeld.ok) {
      this.#lijst = this.#lijst.filter((u) => u.id !== nieuw.id);
      await this.#boek.verwijder([rijId(nieuw.id)]);
      this.#meld();
      return fout({ soort: 'offline' });
    }
    return ok(alsUitnodiging(nieuw));
  }

  /** Looks whether somebody asked, and answers. One run at a time. */
  verwerk(motor: Motor): Promise<void> {
    return this.#beurten.doe(() => this.#verwerk(motor));
  }

  async #verwerk(motor: Motor): Promise<void> {
    if (this.#lijst.every((u) => u.gebruikt)) return;
    const uit = await motor.client.uitnodigingen();
    if (!uit.ok) {
      if (!weigertApparaat(uit.fout)) motor.verbinding.verbroken(uit.fout);
      return;
    }
    for (const stand of uit.waarde) {
      const mijn = this.#lijst.find((u) => u.id === stand.id);
      if (!mijn || mijn.gebruikt) continue;
      if (stand.beantwoord || (await this.#beantwoord(motor, mijn, stand))) {
        await this.#bewaar({ ...mijn, gebruikt: true });
      }
    }
    this.#meld();
  }

  /** Whether the answer is at the endpoint. Everything in it may be done twice. */
  async #beantwoord(motor: Motor, mijn: Bewaard, stand: UitnodigingStand): Promise<boolean> {
    if (stand.aanvraag === null) return false;
    const opener = { huis: this.#deps.huis, id: mijn.id, geheim: b64uNaarBytes(mijn.geheim) };
    const vraag = await openBrief(opener, 'aanvraag', b64uNaarBytes(stand.aanvraag), aanvraagbrief);
    if (!vraag) {
      console.error('sync: aanvraag op uitnodiging is niet echt', mijn.id);
      return false;
    }
    const toegelaten =
      mijn.soort.soort === 'collega'
        ? await this.#laatCollegaToe(mijn.soort, vraag)
        : await this.#voegApparaatToe(vraag);
    if (!toegelaten) return false;
    const { aanstelling, verklaring, bundel } = toegelaten;
    const gemeld = await motor.client.meldAccounts({
      aanstellingen: [aanstelling],
      apparaten: [verklaring],
    });
    if (!gemeld.ok) return false;
    if (!(await motor.wisselVerleningen()).ok) return false;
    const { account } = aanstelling;
    const brief = await sluitBrief(opener, 'antwoord', {
      v: 1,
      soort: mijn.soort.soort,
      account,
      huissleutel: this.#deps.aanmelding.huissleutel,
      aanstelling,
      verklaring,
      bundel,
      huisvak: this.#deps.huisvak,
      ...(await this.#huis()),
      leden: this.#deps.leden.alle().map(alsNieuwLid),
      verleningen: this.#deps.toegang
        .alle()
        .filter((t) => t.vak === this.#deps.huisvak && t.account === account)
        .map(alsVerlening),
    });
    return (await motor.client.beantwoordUitnodiging(mijn.id, brief)).ok;
  }

  async #laatCollegaToe(
    soort: Extract<Uitnodigingsoort, { soort: 'collega' }>,
    { account, verklaring }: Aanvraag,
  ): Promise<Toegelaten | null> {
    const { benoem, huisvak, leden, toegang } = this.#deps;
    if (!benoem) return null;
    const wie = {
      naam: soort.naam,
      rol: soort.rol,
      organisatie: soort.organisatie,
      toegang: soort.toegang,
      tekensleutel: account.tekensleutel,
      ontvangsleutel: account.ontvangsleutel,
    };
    const { aanstelling, certificaat } = await benoem({ account: account.id, ...wie });
    await leden.voegToe({ id: account.id, ...wie, certificaat });
    const vakken =
      soort.toegang === 'huis' ? new Set(toegang.alle().map((t) => t.vak)) : new Set<string>();
    vakken.add(huisvak);
    await toegang.verleen([...vakken].map((vak) => ({ vak, account: account.id, rol: soort.rol })));
    return { aanstelling, verklaring, bundel: null };
  }

  async #voegApparaatToe({ apparaat }: Aanvraag): Promise<Toegelaten> {
    const { account, huis, aanmelding } = this.#deps;
    const verklaring = await maakApparaatverklaring(
      huis,
      { account: account.id, apparaat: apparaat.id, sleutel: apparaat.sleutel },
      account.tekensleutel,
    );
    const sleutels = await this.#deps.accountbundel();
    const bundel = await verzegel(apparaat.ontvangsleutel, sleutels, BUNDEL_INFO);
    sleutels.fill(0);
    return { aanstelling: aanmelding.aanstelling, verklaring, bundel };
  }

  async #huis(): Promise<{ huisnaam: string; korteNaam: string; voorbeeld: boolean }> {
    const huisdocs = this.#deps.database.collections['huis'] as RxCollection<Huisdocument>;
    const doc = await huisdocs.findOne({ selector: { soort: 'huis' } }).exec();
    const uit = z
      .object({ naam: z.string(), korteNaam: z.string(), voorbeeld: z.boolean() })
      .parse(doc?.toJSON());
    return { huisnaam: uit.naam, korteNaam: uit.korteNaam, voorbeeld: uit.voorbeeld };
  }

  async #bewaar(nieuw: Bewaard): Promise<void> {
    this.#lijst = [...this.#lijst.filter((u) => u.id !== nieuw.id), nieuw];
    await this.#boek.schrijf(SOORT, [{ id: rijId(nieuw.id), waarde: nieuw }]);
    this.#meld();
  }

  #meld(): void {
    this.#waarde = this.#lijst.map(alsUitnodiging);
    this.#volgers.meld();
  }
}

interface Toegelaten {
  readonly aanstelling: Aanstelling;
  readonly verklaring: Apparaatverklaring;
  readonly bundel: Uint8Array<ArrayBuffer> | null;
}

const rijId = (id: string): string => `uitnodiging|${id}`;

const alsNieuwLid = (l: NieuwLid): NieuwLid => ({
  id: l.id,
  naam: l.naam,
  rol: l.rol,
  organisatie: l.organisatie,
  toegang: l.toegang,
  tekensleutel: l.tekensleutel,
  ontvangsleutel: l.ontvangsleutel,
  certificaat: l.certificaat,
});

function alsUitnodiging({ id, soort, verlooptOp, code, gebruikt }: Bewaard): Uitnodiging {
  const verlopen = Date.parse(verlooptOp) < Date.now();
  return {
    id,
    soort,
    verlooptOp,
    code,
    stand: gebruikt ? 'gebruikt' : verlopen ? 'verlopen' : 'open',
  };
}
