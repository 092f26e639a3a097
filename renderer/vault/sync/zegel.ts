/** From documents to envelopes and back, with the keys that belong to them. */
import { fout } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import type { Envelop } from '../../../shared/sync/protocol.js';
import { doe } from '../werkplaats/index.js';
import type { Ontzegelfout } from '../werkplaats/enveloppen.js';
import type { Ledenboek, Syncdeps, Toegangsbeheer } from './types.js';
import type { Document } from './wachtend.js';

/**
 * `sleutel`: no grant for this vak and epoch. `auteur`: no certificate of who signed it. What is `vals`
 * is kept aside all the same, because what is damaged may be evidence.
 */
export type Openfout = 'sleutel' | Ontzegelfout;

type Zegeldeps = Pick<Syncdeps, 'huis' | 'account' | 'toegang'>;
export interface Opendeps {
  readonly huis: string;
  readonly toegang: Pick<Toegangsbeheer, 'sleutel'>;
  readonly leden: Pick<Ledenboek, 'tekensleutel'>;
}

/** In the order of `documenten`; undefined where this account has no key of the vak (yet). */
export async function sluit(
  deps: Zegeldeps,
  collectie: GedeeldeCollectie,
  documenten: readonly Document[],
): Promise<(Envelop | undefined)[]> {
  const bos = new Bos();
  const delen = await Promise.all(
    documenten.map(async (document, plaats) => {
      const epoch = deps.toegang.epoch(document.vak);
      if (epoch === undefined) return [];
      const sleutel = await deps.toegang.sleutel(document.vak, epoch);
      return sleutel ? [{ plaats, stuk: { document, epoch, sleutel: bos.plaats(sleutel) } }] : [];
    }),
  );
  const stukken = delen.flat();
  const uit = new Array<Envelop | undefined>(documenten.length).fill(undefined);
  if (stukken.length === 0) return uit;
  const enveloppen = await doe('verzegel', {
    huis: deps.huis,
    collectie,
    door: deps.account.id,
    tekensleutel: deps.account.tekensleutel,
    sleutels: bos.sleutels,
    stukken: stukken.map(({ stuk }) => stuk),
  });
  stukken.forEach(({ plaats }, i) => (uit[plaats] = enveloppen[i]));
  return uit;
}

/** In the order of `enveloppen`. */
export async function open(
  deps: Opendeps,
  collectie: GedeeldeCollectie,
  enveloppen: readonly Envelop[],
): Promise<Result<Document, Openfout>[]> {
  const bos = new Bos();
  const auteurs = new Map<string, CryptoKey>();
  for (const door of new Set(enveloppen.map((e) => e.door))) {
    const sleutel = await deps.leden.tekensleutel(door);
    if (sleutel) auteurs.set(door, sleutel);
  }
  const delen = await Promise.all(
    enveloppen.map(async (envelop, plaats) => {
      const sleutel = await deps.toegang.sleutel(envelop.vak, envelop.epoch);
      return sleutel ? [{ plaats, stuk: { envelop, sleutel: bos.plaats(sleutel) } }] : [];
    }),
  );
  const stukken = delen.flat();
  const uit = new Array<Result<Document, Openfout>>(enveloppen.length).fill(fout('sleutel'));
  if (stukken.length === 0) return uit;
  const geopend = await doe('ontzegel', {
    huis: deps.huis,
    collectie,
    sleutels: bos.sleutels,
    auteurs,
    stukken: stukken.map(({ stuk }) => stuk),
  });
  stukken.forEach(({ plaats }, i) => (uit[plaats] = geopend[i] ?? fout('vals')));
  return uit;
}

/** The keys of one task, each sent along once. */
class Bos {
  readonly #plaatsen = new Map<CryptoKey, number>();

  get sleutels(): CryptoKey[] {
    return [...this.#plaatsen.keys()];
  }

  plaats(sleutel: CryptoKey): number {
    const bekend = this.#plaatsen.get(sleutel);
    if (bekend !== undefined) return bekend;
    const nieuw = this.#plaatsen.size;
    this.#plaatsen.set(sleutel, nieuw);
    return nieuw;
  }
}
