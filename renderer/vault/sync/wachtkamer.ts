/**
 * Envelopes that cannot be opened yet: the key, the certificate of the author, or the version of the
 * application that understands them is still to come. They are kept sealed, the newest of each
 * document, and tried again when something arrived that may help. Nothing else waits for them.
 */
import { z } from 'zod';
import { b64uNaarBytes, bytesNaarB64u } from '../../../shared/crypto/index.js';
import { b64, envelop } from '../../../shared/sync/protocol.js';
import type { Envelop } from '../../../shared/sync/protocol.js';
import type { Lokaalboek } from './lokaal.js';

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

  /** These documents have been opened, in this version or a later one. */
  async vergeet(collectie: string, ids: readonly string[]): Promise<void> {
    const inhoud = await this.#lees();
    if (inhoud.size === 0) return;
    const weg = ids.map((id) => sleutelVan({ collectie, id })).filter((s) => inhoud.delete(s));
    await this.#boek.verwijder(weg);
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

const sleutelVan = (e: { collectie: string; id: string }): string =>
  `wachtkamer|${e.collectie}|${e.id}`;
