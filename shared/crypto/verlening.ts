/**
 * A grant: the 32-byte key of one vak and epoch, sealed to one account, signed by who gave it.
 *
 * `verzegeld` is HPKE (`hpke.ts`) with info `casuskluis/v1/vaksleutel` and as additional data the
 * MessagePack array `[huis, vak, epoch, account]`: a sealed key cannot be passed off as that of
 * another vak, epoch or person. The signature covers all fields (`shared/sync/protocol.ts`).
 *
 * `id` follows from (vak, epoch, account), which identify a grant.
 */
import { encode } from '@msgpack/msgpack';
import { handtekenbericht } from '../sync/protocol.js';
import type { Verlening } from '../sync/protocol.js';
import { bytesNaarB64u, leesB64u, sha256, tekstNaarBytes, wis } from './bytes.js';
import type { Bytes } from './bytes.js';
import { ontzegel, verzegel } from './hpke.js';
import { controleer, teken } from './sleutels.js';
import type { Ontvangpaar } from './sleutels.js';

const INFO = tekstNaarBytes('casuskluis/v1/vaksleutel');

type Onderwerp = Pick<Verlening, 'vak' | 'epoch' | 'account'>;

const bijkomend = (huis: string, { vak, epoch, account }: Onderwerp): Uint8Array =>
  encode([huis, vak, epoch, account]);

const tekst = (huis: string, v: Omit<Verlening, 'id' | 'handtekening'>): Uint8Array =>
  handtekenbericht(
    'verlening',
    huis,
    v.vak,
    String(v.epoch),
    v.account,
    v.rol,
    v.tot ?? '',
    v.verzegeld,
    v.door,
  );

/** Id of the grant of this key to this account, 22 characters. */
export async function verleningId({ vak, epoch, account }: Onderwerp): Promise<string> {
  const som = await sha256(
    tekstNaarBytes(`casuskluis/v1/verlening-id\n${vak}\n${epoch}\n${account}`),
  );
  return bytesNaarB64u(som.subarray(0, 16));
}

export interface NieuweVerlening {
  readonly vak: string;
  readonly epoch: number;
  readonly account: string;
  readonly rol: string;
  /** Last day of the access; null is without end. */
  readonly tot: string | null;
  /** Account that gives it. */
  readonly door: string;
}

/**
 * @param vaksleutel the key to give, 32 bytes; left as it is
 * @param ontvangsleutel X25519 public key of the receiver, base64url
 * @param tekensleutel private signing key of `door`
 */
export async function maakVerlening(
  huis: string,
  wat: NieuweVerlening,
  vaksleutel: Bytes,
  ontvangsleutel: string,
  tekensleutel: CryptoKey,
): Promise<Verlening> {
  const verzegeld = await verzegel(ontvangsleutel, vaksleutel, INFO, bijkomend(huis, wat));
  const inhoud = { ...wat, verzegeld: bytesNaarB64u(verzegeld) };
  const handtekening = bytesNaarB64u(await teken(tekensleutel, tekst(huis, inhoud)));
  return { id: await verleningId(wat), ...inhoud, handtekening };
}

/** Whether `door` signed it. @param tekensleutel public key of `door`, certified */
export async function controleerVerlening(
  huis: string,
  verlening: Omit<Verlening, 'id'>,
  tekensleutel: CryptoKey,
): Promise<boolean> {
  const handtekening = leesB64u(verlening.handtekening);
  return (
    handtekening !== undefined && controleer(tekensleutel, handtekening, tekst(huis, verlening))
  );
}

/** The vak key, 32 secret bytes; undefined when it was not sealed to this account for this vak. */
export async function openVerlening(
  huis: string,
  verlening: Onderwerp & Pick<Verlening, 'verzegeld'>,
  paar: Ontvangpaar,
): Promise<Bytes | undefined> {
  const verzegeld = leesB64u(verlening.verzegeld);
  if (!verzegeld) return undefined;
  const sleutel = await ontzegel(paar, verzegeld, INFO, bijkomend(huis, verlening));
  if (sleutel?.length === 32) return sleutel;
  wis(sleutel);
  return undefined;
}
