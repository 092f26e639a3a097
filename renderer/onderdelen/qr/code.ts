/** QR codes, as modules and as pixels. The library is fetched at the first use: it is not in the first bundle. */

/** Light modules around the code; readers ask for four (ISO/IEC 18004). */
const RAND = 4;
/** Longest that is looked for a code that is hard to find, ms. */
const ZOEKTIJD_MS = 2_000;

export interface Qrtekening {
  /** Modules on a side, with the quiet zone. */
  readonly zijde: number;
  /** Path of an SVG in which a module is 1 × 1: the dark ones, a rectangle for each stretch of a row. */
  readonly pad: string;
}

/** @throws Error when the text is longer than 2331 bytes */
export async function tekenQr(tekst: string): Promise<Qrtekening> {
  const { encodeQR } = await import('qr');
  const rijen = encodeQR(tekst, 'raw', { ecc: 'medium', border: RAND });
  return { zijde: rijen.length, pad: rijen.map(rijpad).join('') };
}

function rijpad(rij: readonly boolean[], y: number): string {
  let pad = '';
  for (let x = 0; x < rij.length; x += 1) {
    const begin = x;
    while (rij[x] === true) x += 1;
    if (x > begin) pad += `M${begin} ${y}h${x - begin}v1h-${x - begin}z`;
  }
  return pad;
}

/** The text in the first code that is found in these pixels (RGBA); null when none can be read. */
export async function leesQr(
  pixels: Pick<ImageData, 'width' | 'height' | 'data'>,
): Promise<string | null> {
  const { decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR(pixels, { effort: Infinity, timeLimit: ZOEKTIJD_MS });
  } catch {
    // It says by throwing that there is none; whose picture it is decides, so there is nothing to report.
    return null;
  }
}
