/** The file that is being attached, read in pieces: 100 MB needs the memory of one piece. */
import { createSHA256 } from 'hash-wasm';
import { bytesNaarB64u } from '../../../shared/crypto/index.js';
import type { Bytes } from '../../../shared/crypto/index.js';
import { fout, ok } from '../../../shared/result.js';
import type { Result } from '../../../shared/result.js';
import type { BijlageFout, Bijlagebestand } from '../types.js';

/** What is done with each piece, in order; a failure ends the reading. `tot` is where the piece ends. */
type Verwerk<F> = (deel: Bytes, index: number, tot: number) => Promise<Result<void, F>>;

/**
 * Reads a file from begin to end in pieces of `maat` bytes. Gives SHA-256 of the whole, base64url.
 * WebCrypto has no hash that goes on from piece to piece.
 */
export async function leesHeel<F>(
  bestand: Bijlagebestand,
  maat: number,
  stop: AbortSignal,
  verwerk: Verwerk<F>,
): Promise<Result<string, F | BijlageFout>> {
  const { grootte } = bestand;
  const som = await createSHA256();
  som.init();
  for (let index = 0; index * maat < grootte; index += 1) {
    if (stop.aborted) return fout({ soort: 'afgebroken' });
    const tot = Math.min(grootte, (index + 1) * maat);
    const deel = await leesDeel(bestand, index * maat, tot);
    if (deel?.length !== tot - index * maat) return fout({ soort: 'onleesbaar' });
    som.update(deel);
    const uit = await verwerk(deel, index, tot);
    if (!uit.ok) return uit;
  }
  // One that grew meanwhile is another file than the one that was chosen.
  if ((await leesDeel(bestand, grootte, grootte + 1))?.length !== 0) {
    return fout({ soort: 'onleesbaar' });
  }
  return stop.aborted ? fout({ soort: 'afgebroken' }) : ok(bytesNaarB64u(som.digest('binary')));
}

async function leesDeel(
  bestand: Bijlagebestand,
  van: number,
  tot: number,
): Promise<Bytes | undefined> {
  try {
    return await bestand.deel(van, tot);
  } catch (reden) {
    // Taken away, locked by another program, a folder: whatever the reason, the user is told.
    console.error('een bestand is niet te lezen', reden);
    return undefined;
  }
}
