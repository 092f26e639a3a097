/** base64url as `bytes.ts` writes and reads it: without padding, one spelling for each value. */
import {
  b64uNaarBytes,
  bytesNaarB64u,
  leesB64u,
  tekstNaarBytes,
} from '../../shared/crypto/index.js';
import { gelijk, gelijkeBytes, hex, naarHex, weigert } from './hulp.js';
import type { Vector } from './hulp.js';

const RFC = 'RFC 4648';

const VOORBEELDEN = [
  ['', ''],
  ['f', 'Zg'],
  ['fo', 'Zm8'],
  ['foo', 'Zm9v'],
  ['foob', 'Zm9vYg'],
  ['fooba', 'Zm9vYmE'],
  ['foobar', 'Zm9vYmFy'],
] as const;

const GEWEIGERD = [
  ['a length that no bytes have', 'A'],
  ['padding', 'Zg=='],
  ['white space', 'Z g'],
  ['unused bits in one byte', 'Zh'],
  ['unused bits in two bytes', 'Zm9'],
  ['the alphabet of §4', 'Zm+v'],
  ['the alphabet of §4', 'Zm/v'],
  ['a letter outside ASCII', 'Zmé9'],
  ['a line end', 'Zm9v\n'],
] as const;

export const BASE64URL: readonly Vector[] = [
  ...VOORBEELDEN.map(
    ([klaar, tekst]): Vector => ({
      naam: `RFC 4648 §10, "${klaar}"`,
      bron: `${RFC} §10, without padding`,
      loop() {
        const bytes = tekstNaarBytes(klaar);
        gelijk('geschreven', bytesNaarB64u(bytes), tekst);
        gelijkeBytes('gelezen', b64uNaarBytes(tekst), naarHex(bytes));
        return Promise.resolve();
      },
    }),
  ),
  {
    naam: 'RFC 4648 §5, the two letters that differ',
    bron: `${RFC} §5, table 2`,
    loop() {
      gelijk('geschreven', bytesNaarB64u(hex('fbff')), '-_8');
      gelijkeBytes('gelezen', leesB64u('-_8'), 'fbff');
      return Promise.resolve();
    },
  },
  ...GEWEIGERD.map(
    ([waarom, tekst]): Vector => ({
      naam: `refuses ${waarom}: ${JSON.stringify(tekst)}`,
      bron: `${RFC} §3.2, §3.3 and §3.5, read strictly`,
      async loop() {
        gelijk('gelezen', leesB64u(tekst), undefined);
        await weigert('vertrouwd', () => b64uNaarBytes(tekst), 'RangeError');
      },
    }),
  ),
];
