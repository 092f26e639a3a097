/**
 * An envelope and a grant of fixed keys, as docs/security.md and the heads of `envelop.ts` and
 * `verlening.ts` describe them, made by another program. They hold the primitives together the way the
 * product does, and show that what was sealed once can still be opened.
 */
import { doe } from '../../renderer/vault/werkplaats/index.js';
import {
  aeadSleutel,
  bytesNaarB64u,
  controleerVerlening,
  importeerOntvangsleutel,
  importeerTekensleutel,
  leesOntvangsleutel,
  leesTekensleutel,
  maakVerlening,
  openEnvelop,
  openVerlening,
  sluitEnvelop,
} from '../../shared/crypto/index.js';
import type { Bytes } from '../../shared/crypto/index.js';
import type { Envelop } from '../../shared/sync/protocol.js';
import {
  aanwezig,
  gelijk,
  gelijkeBytes,
  hex,
  metSleutelpaar,
  metToeval,
  naarHex,
  pkcs8,
} from './hulp.js';
import type { Vector } from './hulp.js';

const BRON =
  'computed in Python from the description of the format, with pyca/cryptography 48 and a MessagePack encoder written for it';

/** Ed25519: RFC 8032 §7.1 TEST 1. Its public key names the house. */
const ZAAD = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
const PUBLIEK = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a';
const HUIS = 'If4x36FUomFia_hUBG_SJx';
const reeks = (): Bytes => Uint8Array.from({ length: 32 }, (_, i) => i);

const tekensleutel = (): Promise<CryptoKey> => importeerTekensleutel(pkcs8('ed25519', ZAAD));
const controlesleutel = async (): Promise<CryptoKey> =>
  aanwezig('sleutel', await leesTekensleutel(bytesNaarB64u(hex(PUBLIEK))));

const DOCUMENT = {
  id: 'AQEBAQEBAQEBAQEBAQEBAQ',
  vak: 'AgICAgICAgICAgICAgICAg',
  versie: 'AwMDAwMDAwMDAwMDAwMDAw',
  gewijzigdDoor: 'BAQEBAQEBAQEBAQEBAQEBA',
  gewijzigdOp: '2026-11-23T12:00:00.000Z',
  conflicten: [],
};

const IV = '505152535455565758595a5b';
const ENVELOP: Envelop = {
  id: DOCUMENT.id,
  collectie: 'acties',
  vak: DOCUMENT.vak,
  epoch: 1,
  versie: DOCUMENT.versie,
  verwijderd: true,
  door: DOCUMENT.gewijzigdDoor,
  bytes: hex(
    `${IV}14855f105211e8a31ef76c208fa0d290a16eacae6030cb6766c8b1788621fec21088c39e2a41daf728bdacdd94e5b094904c3f5a6b7af41bfab4976dca7f45e57d2e9dedc4b756066fb3a578d3020b34cab9de705991631b991137a87974c869c8d6ec801badb467567f7cb02b374b1ca7015456861c4111a567a918dafefbfda7dee25070e75e38fee83371fde82865724a38941ff89f4f49d5c3d29eecc69fb455892de9ebad51e5aa016b76b9aa9ff1fd5839bf7abdaba577`,
  ),
  handtekening: hex(
    'f24378f0b5a1f6a85efdaeed2290df4a4ce18e1bc1bc769c6770fb39f7484fc64ae58d9d790fc941e46043a21d938ec808334a085752749f73372a2ea9fa950a',
  ),
};

const ONTVANGER = {
  prive: '497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d',
  publiek: bytesNaarB64u(hex('430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c')),
};
const KORTSTONDIG = {
  prive: '179d4b53b6365c45b600c4163b61d95cbc2f4d9e36f1695558dce265ab8bab11',
  publiek: bytesNaarB64u(hex('6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256')),
};
const INHOUD = {
  vak: DOCUMENT.vak,
  epoch: 1,
  account: 'BQUFBQUFBQUFBQUFBQUFBQ',
  rol: 'procesregisseur',
  tot: null,
  door: DOCUMENT.gewijzigdDoor,
};
const VERLENING = {
  ...INHOUD,
  id: 'm9qrev1Vp8cXTZgrdvmPPQ',
  verzegeld: bytesNaarB64u(
    hex(
      '6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc25683481651d1f9cf63058d8a4c05d10509530c12ae75e25e0f2e5568744b921389005780d7fe78ff01db05359ea5be7809',
    ),
  ),
  handtekening: bytesNaarB64u(
    hex(
      'da805e110d26451c25d989a565ea87107caf47e29d4638c66a8639f7fab67c7941725dd776b70251262c1d2c1cac1550b1c3e59361cd04885ede712c4fbb950e',
    ),
  ),
};

export const FORMATEN: readonly Vector[] = [
  {
    naam: 'the envelope is sealed to these bytes and this signature',
    bron: BRON,
    async loop() {
      const sleutel = await aeadSleutel(reeks());
      const met = {
        huis: HUIS,
        collectie: 'acties',
        epoch: 1,
        verwijderd: true,
        door: DOCUMENT.gewijzigdDoor,
        sleutel,
        tekensleutel: await tekensleutel(),
      };
      const uit = await metToeval(hex(IV), () => sluitEnvelop(DOCUMENT, met));
      gelijkeBytes('bytes', uit.bytes, naarHex(ENVELOP.bytes));
      gelijkeBytes('handtekening', uit.handtekening, naarHex(ENVELOP.handtekening));
    },
  },
  {
    naam: 'the envelope opens, and under another house or vak it does not',
    bron: BRON,
    async loop() {
      const sleutel = await aeadSleutel(reeks());
      const auteur = await controlesleutel();
      const open = (envelop: Envelop, huis: string): ReturnType<typeof openEnvelop> =>
        openEnvelop(envelop, { huis, sleutel, tekensleutelVan: () => Promise.resolve(auteur) });
      const uit = await open(ENVELOP, HUIS);
      const inhoud = uit.ok ? JSON.stringify(uit.waarde) : uit.fout;
      gelijk('inhoud', inhoud, JSON.stringify(DOCUMENT));
      for (const [envelop, huis] of [
        [ENVELOP, 'x'.repeat(22)],
        [{ ...ENVELOP, vak: DOCUMENT.id }, HUIS],
        [{ ...ENVELOP, verwijderd: false }, HUIS],
      ] as const) {
        const mis = await open(envelop, huis);
        gelijk('oordeel', mis.ok ? 'open' : mis.fout, 'handtekening');
      }
    },
  },
  {
    naam: 'the workshop opens the envelope, and seals one that it opens',
    bron: BRON,
    async loop() {
      const sleutels = [await aeadSleutel(reeks())];
      const auteurs = new Map([[ENVELOP.door, await controlesleutel()]]);
      const samen = { huis: HUIS, collectie: 'acties', sleutels } as const;
      const open = async (envelop: Envelop | undefined): Promise<string> => {
        const stukken = [{ envelop: aanwezig('envelop', envelop), sleutel: 0 }];
        const [uit] = await doe('ontzegel', { ...samen, auteurs, stukken });
        return uit?.ok ? JSON.stringify(uit.waarde) : String(uit?.fout);
      };
      const document = { ...DOCUMENT, _deleted: true };
      gelijk('vaste', await open(ENVELOP), JSON.stringify(document));
      const [gemaakt] = await doe('verzegel', {
        ...samen,
        door: ENVELOP.door,
        tekensleutel: await tekensleutel(),
        stukken: [{ document, epoch: 1, sleutel: 0 }],
      });
      gelijk('verse', await open(gemaakt), JSON.stringify(document));
    },
  },
  {
    naam: 'the grant is sealed to these bytes and this signature',
    bron: BRON,
    async loop() {
      const privateKey = await importeerOntvangsleutel(pkcs8('x25519', KORTSTONDIG.prive));
      const publicKey = aanwezig('sleutel', await leesOntvangsleutel(KORTSTONDIG.publiek));
      const teken = await tekensleutel();
      const uit = await metSleutelpaar({ privateKey, publicKey }, () =>
        maakVerlening(HUIS, INHOUD, reeks(), ONTVANGER.publiek, teken),
      );
      gelijk('id', uit.id, VERLENING.id);
      gelijk('verzegeld', uit.verzegeld, VERLENING.verzegeld);
      gelijk('handtekening', uit.handtekening, VERLENING.handtekening);
    },
  },
  {
    naam: 'the grant verifies and opens to the key, and as that of another it does not',
    bron: BRON,
    async loop() {
      const auteur = await controlesleutel();
      gelijk('geldig', await controleerVerlening(HUIS, VERLENING, auteur), true);
      const ruimer = { ...VERLENING, rol: 'beheerder' };
      gelijk('met een andere rol', await controleerVerlening(HUIS, ruimer, auteur), false);
      const prive = await importeerOntvangsleutel(pkcs8('x25519', ONTVANGER.prive));
      const paar = { publiek: ONTVANGER.publiek, prive };
      gelijkeBytes('sleutel', await openVerlening(HUIS, VERLENING, paar), naarHex(reeks()));
      const ander = { ...VERLENING, account: DOCUMENT.id };
      gelijk('van een ander', await openVerlening(HUIS, ander, paar), undefined);
    },
  },
];
