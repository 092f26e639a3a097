/** What is in the brokken of an overdrachtsbestand: who made it with which keys, and the documents. */
import { encode } from '@msgpack/msgpack';
import { z } from 'zod';
import { gecertificeerdLid } from '../../../shared/schema/index.js';
import { envelop, verlening } from '../../../shared/sync/protocol.js';
import { leesMsgpack } from './formaat.js';

const stempel = z.string().min(1).max(40);

export const over = z.object({
  v: z.literal(1),
  huisnaam: z.string(),
  apparaatnaam: z.string(),
  /** Address of the endpoint whose numbers the documents carry; null without one. */
  endpoint: z.string().nullable(),
  /** Certified members, of whom the maker is one: authors and givers of grants. */
  leden: z.array(gecertificeerdLid),
  /** Grants of the vakken in the file to the accounts that the file is for. */
  verleningen: z.array(verlening),
  /** Documents by collection. */
  telling: z.record(z.string(), z.number().int().min(0)),
});
export type Over = z.infer<typeof over>;

/** One document, and what it came from, as far as the maker knows: `lijn.ts`. */
export const regel = z.object({
  e: envelop,
  /** Versions that it holds the edits of, the most recently shared first. */
  van: z.array(stempel).max(40),
  /** What the endpoint has of it, as far as the maker knows. */
  huis: z.object({ versie: stempel, nummer: z.number().int().nullable() }).nullable(),
  /** Earlier states out of `van`, sealed like the document, to merge from. */
  bases: z.array(envelop).max(4),
});
export type Regel = z.infer<typeof regel>;

const regels = z.array(regel);

/** What belongs to a line when it is kept by itself. */
export const wachtendeRegel = z.object({
  regel,
  endpoint: z.string().nullable(),
  /** Who made the file: the author, whose own document may be among what waits. */
  maker: gecertificeerdLid,
});
export type Wachtenderegel = z.infer<typeof wachtendeRegel>;

/** Content of a brok stays under it, but for a single document that is larger. */
const BROKMAAT = 1 << 20;

/** Brokken out of lines that are added one by one. */
export class Brokkenmaker {
  readonly brokken: Uint8Array[] = [];
  #regels: Regel[] = [];
  #bytes = 0;

  voegToe(nieuw: Regel): void {
    this.#regels.push(nieuw);
    this.#bytes += [nieuw.e, ...nieuw.bases].reduce((som, e) => som + e.bytes.length + 400, 0);
    if (this.#bytes >= BROKMAAT) this.sluitAf();
  }

  sluitAf(): void {
    if (this.#regels.length > 0) this.brokken.push(encode(this.#regels));
    this.#regels = [];
    this.#bytes = 0;
  }
}

/** undefined when it is not what this version writes, or counts other than it says. */
export function leesInhoud(
  brokken: readonly Uint8Array[],
): { over: Over; regels: Regel[] } | undefined {
  const [eerste, ...rest] = brokken;
  const gelezen = over.safeParse(eerste && leesMsgpack(eerste));
  if (!gelezen.success) return undefined;
  const alle: Regel[] = [];
  const telling: Record<string, number> = {};
  for (const brok of rest) {
    const uit = regels.safeParse(leesMsgpack(brok));
    if (!uit.success) return undefined;
    for (const r of uit.data) {
      alle.push(r);
      telling[r.e.collectie] = (telling[r.e.collectie] ?? 0) + 1;
    }
  }
  const namen = new Set([...Object.keys(telling), ...Object.keys(gelezen.data.telling)]);
  const klopt = [...namen].every((n) => (telling[n] ?? 0) === (gelezen.data.telling[n] ?? 0));
  return klopt ? { over: gelezen.data, regels: alle } : undefined;
}
