/**
 * Envelopes that cannot be opened yet: the key, the certificate of the author, or the version of the
 * application that understands them is still to come. They are kept sealed, the newest of each
 * document, and tried again when something arrived that may help. Nothing else waits for them.
 */
import { z } from 'zod';
import { b64uNaarBytes, bytesNaarB64u } from '../../../shared/crypto/index.js';
import { b64, envelop } from '../../../shared/sync/protocol.js';
import type { Envelop } from '../../../shared/sync/protocol.js';
import type { Result } from '../../../shared/result.js';
import type { GedeeldeCollectie } from '../../../shared/schema/index.js';
import type { Lokaalboek } from './lokaal.js';
import type { Document } from './wachtend.js';
import { open } from './zegel.js';
import type { Opendeps, Openfout } from './zegel.js';

const SOORT = 'wachtkamer';
const wachtend = envelop.extend({ bytes: b64, handtekening: b64 });

export class Wachtkamer {
  readonly #boek: Lokaalboek;
  #inhoud: Map<string, Envelop> | null = null;

  constructor(boek: Lokaalboek) {
    this.#boek = boek;
  }

  async aantal(): Promise<number> {
    return (await this.#lees()).size;
  }

  async bewaar(enveloppen: readonly Envelop[]): Promise<void> {
    const inhoud = await this.#lees();
    const nieuw = enveloppen.filter((e) => inhoud.get(sleutelVan(e))?.versie !== e.versie);
    for (const e of nieuw) inhoud.set(sleutelVan(e), e);
    await this.#boek.schrijf(
      SOORT,
      nieuw.map((e) => ({
        id: sleutelVan(e),
        waarde: {
          ...e,
          bytes: bytesNaarB64u(e.bytes),
          handtekening: bytesNaarB64u(e.handtekening),
        } satisfies z.infer<typeof wachtend>,
      })),
    );
  }

  /** These are in the database, or a later state of the document is. What took their place here stays. */
  async vergeet(enveloppen: readonly Envelop[]): Promise<void> {
    if (enveloppen.length === 0) return;
    const inhoud = await this.#lees();
    const weg = enveloppen.filter((e) => inhoud.get(sleutelVan(e))?.versie === e.versie);
    for (const e of weg) inhoud.delete(sleutelVan(e));
    await this.#boek.verwijder(weg.map(sleutelVan));
  }

  /** Whatever there is of these documents. */
  async wis(collectie: string, ids: readonly string[]): Promise<void> {
    const weg = new Set(ids);
    await this.vergeet((await this.van(collectie)).filter((e) => weg.has(e.id)));
  }

  async van(collectie: string): Promise<Envelop[]> {
    return [...(await this.#lees()).values()].filter((e) => e.collectie === collectie);
  }

  async #lees(): Promise<Map<string, Envelop>> {
    if (this.#inhoud) return this.#inhoud;
    const rijen = await this.#boek.alle(SOORT, wachtend);
    return (this.#inhoud ??= new Map(
      rijen.map((r) => [
        sleutelVan(r),
        { ...r, bytes: b64uNaarBytes(r.bytes), handtekening: b64uNaarBytes(r.handtekening) },
      ]),
    ));
  }
}

/**
 * Opens envelopes, and puts aside what does not open. In the order of the envelopes.
 *
 * What was put aside is tried once more: a key or a member that came in after the first attempt, and
 * before this was in the wachtkamer, found nothing to open there, and does not come again.
 */
export async function openOfLaatWachten(
  d: Opendeps & { readonly wachtkamer: Wachtkamer },
  collectie: GedeeldeCollectie,
  enveloppen: readonly Envelop[],
): Promise<Result<Document, Openfout>[]> {
  const uit = await open(d, collectie, enveloppen);
  const dicht = enveloppen.filter((_, i) => !uit[i]?.ok);
  if (dicht.length === 0) return uit;
  await d.wachtkamer.bewaar(dicht);
  const alsnog = (await open(d, collectie, dicht)).values();
  return uit.map((een) => (een.ok ? een : (alsnog.next().value ?? een)));
}

const sleutelVan = (e: { collectie: string; id: string }): string =>
  `wachtkamer|${e.collectie}|${e.id}`;
