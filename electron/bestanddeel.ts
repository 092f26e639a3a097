import { open } from 'node:fs/promises';

/** The bytes of a file from `van` up to `tot`; fewer at its end. */
export async function leesDeel(
  pad: string,
  van: number,
  tot: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bestand = await open(pad);
  try {
    const uit = new Uint8Array(tot - van);
    let gelezen = 0;
    // One read may give less than there is.
    while (gelezen < uit.length) {
      const { bytesRead } = await bestand.read(uit, gelezen, uit.length - gelezen, van + gelezen);
      if (bytesRead === 0) break;
      gelezen += bytesRead;
    }
    return uit.slice(0, gelezen);
  } finally {
    await bestand.close();
  }
}
