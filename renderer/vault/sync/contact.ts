/** Contact with the endpoint before the vault is open: only that this device still is welcome. */
import type { HuisAanmelding } from '../../../shared/sync/protocol.js';
import { maakClient } from './client.js';
import { isIngetrokken } from './fouten.js';
import { bewijstIntrekking } from './intrekkingen.js';

/** Somebody waits at the door. */
const GEDULD_MS = 15_000;

export interface Contactvraag {
  readonly adres: string;
  readonly huis: string;
  readonly account: string;
  /** `tekensleutel`: private Ed25519 of the device. */
  readonly apparaat: { readonly id: string; readonly tekensleutel: CryptoKey };
  readonly aanmelding: HuisAanmelding;
  readonly fetch?: typeof fetch | undefined;
}

/** `ingetrokken` is verified. `geen`: no answer, or a refusal; `uitleg` says which. */
export type Contactuitslag =
  | { readonly soort: 'goed' | 'ingetrokken' }
  | { readonly soort: 'geen'; readonly uitleg: string };

export async function vraagContact(vraag: Contactvraag): Promise<Contactuitslag> {
  const stop = new AbortController();
  const wekker = setTimeout(
    () => stop.abort(new DOMException('te laat', 'TimeoutError')),
    GEDULD_MS,
  );
  try {
    const client = maakClient({
      ...vraag,
      fetch: vraag.fetch ?? ((...a) => fetch(...a)),
      stop: stop.signal,
    });
    const uit = await client.meldAan();
    if (uit.ok) return { soort: 'goed' };
    const bewijs = (uit.fout.soort === 'geweigerd' && uit.fout.intrekkingen) || [];
    return isIngetrokken(uit.fout) && (await bewijstIntrekking(vraag, bewijs))
      ? { soort: 'ingetrokken' }
      : { soort: 'geen', uitleg: uit.fout.uitleg };
  } finally {
    clearTimeout(wekker);
  }
}
