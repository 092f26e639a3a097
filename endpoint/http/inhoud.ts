/** Bodies in and out: JSON, or MessagePack where envelopes travel. */
import { Decoder, Encoder } from '@msgpack/msgpack';
import { GRENZEN } from '../../shared/sync/protocol.js';
import { fout, ok, type Result } from '../../shared/result.js';
import type { Formaat } from './route.js';
import type { Probleemcode } from './probleem.js';

export const SOORTEN: Readonly<Record<Formaat, readonly [string, ...string[]]>> = {
  json: ['application/json'],
  msgpack: ['application/msgpack', 'application/vnd.msgpack', 'application/x-msgpack'],
  bytes: ['application/octet-stream'],
};

/** A body as it came; it is decoded only after the caller is known. */
export interface RuweInhoud {
  readonly formaat: Formaat;
  readonly bytes: Buffer;
}

// Bounds above what the protocol allows, so that its own checks give the answer.
const decoder = new Decoder({
  maxStrLength: 4096,
  maxBinLength: GRENZEN.bytesPerVerzoek,
  maxArrayLength: 4 * GRENZEN.enveloppenPerBatch,
  maxMapLength: 100_000,
  maxExtLength: 16,
});
const encoder = new Encoder();

export function decodeer(
  inhoud: RuweInhoud | undefined,
  formaat: Formaat,
): Result<unknown, Probleemcode> {
  if (inhoud === undefined) return fout('onleesbaar');
  if (inhoud.formaat !== formaat) return fout('soort-niet-ondersteund');
  if (formaat === 'bytes') return ok(inhoud.bytes);
  try {
    return ok(
      formaat === 'json'
        ? (JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(inhoud.bytes)) as unknown)
        : decoder.decode(inhoud.bytes),
    );
  } catch {
    // Whatever the parser met, the caller gets the same answer and the process goes on.
    return fout('onleesbaar');
  }
}

export function codeer(inhoud: unknown, formaat: Formaat): string | Buffer {
  if (formaat === 'json') return JSON.stringify(inhoud);
  const bytes = formaat === 'bytes' ? (inhoud as Uint8Array) : encoder.encode(inhoud);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
