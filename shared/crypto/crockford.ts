/** Base32 by Crockford: digits and capitals without I, L, O and U; reads what people make of it. */

const TEKENS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const WAARDEN = new Map(Array.from(TEKENS, (teken, waarde) => [teken, waarde]));
const VERWARD: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1' };

/** 5 bits a character, most significant first. The number of bits must be a multiple of 5. */
export function naarBase32(bytes: Uint8Array): string {
  let uit = '';
  let bits = 0;
  let aantal = 0;
  for (const byte of bytes) {
    bits = ((bits << 8) | byte) & 0xfff;
    aantal += 8;
    while (aantal >= 5) {
      aantal -= 5;
      uit += TEKENS.charAt((bits >> aantal) & 31);
    }
  }
  if (aantal !== 0) throw new RangeError('geen veelvoud van vijf bits');
  return uit;
}

/** Capitals, without spaces and dashes, and with the digits that look like the letters O, I and L. */
export const opgeschoond = (tekst: string): string =>
  tekst
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}.]/gu, '')
    .replaceAll(/[OIL]/g, (teken) => VERWARD[teken] ?? teken);

/** Whole bytes; undefined at a character that is none of the 32. */
export function uitBase32(tekst: string): Uint8Array<ArrayBuffer> | undefined {
  const uit = new Uint8Array(Math.floor((tekst.length * 5) / 8));
  let bits = 0;
  let aantal = 0;
  let plek = 0;
  for (const teken of tekst) {
    const waarde = WAARDEN.get(teken);
    if (waarde === undefined) return undefined;
    bits = ((bits << 5) | waarde) & 0xfff;
    aantal += 5;
    if (aantal >= 8) {
      aantal -= 8;
      uit[plek] = (bits >> aantal) & 255;
      plek += 1;
    }
  }
  return uit;
}
