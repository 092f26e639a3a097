/**
 * Argon2id 1.3 with one lane and 32 bytes out, as `renderer/vault/werkplaats/argon.ts` computes it, and as
 * the vault asks for it: through its worker, where there are workers.
 *
 * The vector of RFC 9106 §5.3 has four lanes, a secret and associated data, which the vault never uses
 * and its function does not take. The reference implementation, which gives that vector, is the source.
 */
import { leidAf } from '../../renderer/vault/sleutels/index.js';
import { argon } from '../../renderer/vault/werkplaats/argon.js';
import { doe } from '../../renderer/vault/werkplaats/index.js';
import type { Bytes } from '../../shared/crypto/index.js';
import { gelijkeBytes, hex, weigert } from './hulp.js';
import type { Vector } from './hulp.js';
import { BEREKEND, REFERENTIE } from './tabellen/argon2id.js';

type Rij = (typeof REFERENTIE)[number];

const TEST_C = 'P-H-C/phc-winner-argon2, src/test.c';
const LIBARGON2 = 'libargon2 0~20171227 (reference implementation) and pyca/cryptography 48 agree';

const vraag = (rij: Rij): Parameters<typeof argon>[0] => ({
  wachtzin: hex(rij.wachtzin),
  zout: hex(rij.zout),
  kib: Number(rij.kib),
  passen: Number(rij.passen),
});

const hier = (rij: Rij, bron: string): Vector => ({
  naam: `${rij.naam} (${rij.kib} KiB, ${rij.passen} passes)`,
  bron,
  async loop() {
    const gesteld = vraag(rij);
    gelijkeBytes('afgeleid', await argon(gesteld), rij.uit);
    gelijkeBytes('wachtzin erna', gesteld.wachtzin, '00'.repeat(gesteld.wachtzin.length));
    gelijkeBytes('zout erna', gesteld.zout, rij.zout);
  },
});

const inWerkplaats = (rij: Rij, bron: string): Vector => ({
  naam: `${rij.naam} (${rij.kib} KiB, ${rij.passen} passes), asked of the workshop`,
  bron,
  async loop() {
    gelijkeBytes('afgeleid', await doe('argon', vraag(rij)), rij.uit);
  },
});

const ZOUT = '10151a1f24292e33383d42474c51565b';
const wachtzin = (naam: string, tekst: string, uit: string): Vector => ({
  naam: `passphrase ${naam}, as the vault derives it`,
  bron: `Unicode NFKC by Python unicodedata; ${LIBARGON2}`,
  async loop() {
    gelijkeBytes('afgeleid', await leidAf(tekst, hex(ZOUT), { kib: 64 * 1024, passen: 3 }), uit);
  },
});

const KLEIN = { kib: 32, passen: 3 };
const GEWEIGERD: readonly (readonly [
  waarom: string,
  vraag: { readonly wachtzin: string; readonly zout: string; kib: number; passen: number },
])[] = [
  ['no passphrase', { wachtzin: '', zout: ZOUT, ...KLEIN }],
  ['a salt under eight bytes', { wachtzin: '61', zout: '00'.repeat(7), ...KLEIN }],
  ['no passes', { wachtzin: '61', zout: ZOUT, kib: 32, passen: 0 }],
  ['less than eight blocks of memory', { wachtzin: '61', zout: ZOUT, kib: 7, passen: 3 }],
];

export const ARGON2ID: readonly Vector[] = [
  ...REFERENTIE.map((rij) => hier(rij, TEST_C)),
  ...BEREKEND.map((rij) => hier(rij, LIBARGON2)),
  ...REFERENTIE.filter(({ passen }) => passen === '1').map((rij) => inWerkplaats(rij, TEST_C)),
  ...BEREKEND.filter(({ naam }) => naam === 'ondergrens').map((rij) =>
    inWerkplaats(rij, LIBARGON2),
  ),
  wachtzin(
    'with a ligature, a sign for Å and a circled digit',
    '\ufb01etsen \u212bngstr\u00f6m \u2460',
    'f1f43d74a1fcd388263f9e546672feedd51ffbf528fb3efb982e0f8dfa694955',
  ),
  wachtzin(
    'with accents apart',
    'A\u030angstro\u0308m fietsen onder de \u03a9',
    '5dba89de93db6f36e4aa89a80796b5296db4aedba9e83508d1113c14aa348df1',
  ),
  ...GEWEIGERD.map(
    ([waarom, v]): Vector => ({
      naam: `${waarom} is refused`,
      bron: 'RFC 9106 §3.1; the library refuses an empty passphrase too',
      loop: () =>
        weigert('afleiden', (): Promise<Bytes> => {
          return argon({ ...v, wachtzin: hex(v.wachtzin), zout: hex(v.zout) });
        }),
    }),
  ),
];
