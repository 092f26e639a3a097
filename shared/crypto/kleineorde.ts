/**
 * Points of Ed25519 that no honest key or signature has (RFC 8032 leaves them to the verifier).
 *
 * With a key of small order one signature fits every message. Engines are coming to refuse them, each
 * at its own time, and every device and endpoint must judge an envelope alike.
 */

/** The y of the points of small order, canonical and not, little endian, without the sign of x. */
const KLEINE_ORDE = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map((hex) => hex.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? []);

/** @param punt a public key, or the R of a signature: 32 bytes */
export const isKleineOrde = (punt: Uint8Array): boolean =>
  KLEINE_ORDE.some((y) =>
    y.every((byte, i) => (i === 31 ? (punt[i] ?? 0) & 0x7f : punt[i]) === byte),
  );
