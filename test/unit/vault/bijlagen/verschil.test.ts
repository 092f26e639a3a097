/**
 * RxDB's own attachments in its memory storage as the oracle: the same random work on both, and after
 * each step the same attachments with the same contents; and on disk what they need and no more.
 */
import { createRxDatabase, addRxPlugin } from 'rxdb';
import type { RxCollection } from 'rxdb';
import { RxDBAttachmentsPlugin } from 'rxdb/plugins/attachments';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Bytes } from '../../../../shared/crypto/index.js';
import type { Bijlage } from '../../../../shared/schema/index.js';
import { zetDirecteCrypto } from '../../../harness/directecrypto.js';
import { toeval } from '../../../harness/toeval.js';
import { LANG, zaad } from '../opslag/hulp.js';
import { proefkast, VAK, voegToe, vul } from './hulp.js';
import type { Proefkast } from './hulp.js';

addRxPlugin(RxDBAttachmentsPlugin);

/** With the 1,500 of the storage (`opslag/verschil.test.ts`) over two thousand. */
const REEKSEN = Number(process.env['REEKSEN'] ?? 600 * LANG);
const STAPPEN = 12;
const STUK = 32;
const VAKKEN = [VAK, 'ander-vak-ander-vak-an'];

interface Orakeldoc {
  id: string;
  vak: string;
}

/** Deleted, and as long as this process lives to be put back. */
interface Prullenbak {
  readonly id: string;
  readonly vak: string;
  readonly bijlagen: readonly Bijlage[];
  readonly inhoud: readonly Bytes[];
  readonly laat: () => void;
}

let terug: () => void;
beforeAll(() => {
  terug = zetDirecteCrypto();
});
afterAll(() => terug());

/** Vitest's comparison takes longer than all that is compared: it is asked only for what differs. */
function gelijk(gevonden: unknown, verwacht: unknown): void {
  if (!isDeepStrictEqual(gevonden, verwacht)) expect(gevonden).toEqual(verwacht);
}

const geteld: Record<string, number> = {};
const tel = (wat: string): void => {
  geteld[wat] = (geteld[wat] ?? 0) + 1;
};

async function orakel(naam: string): Promise<RxCollection<Orakeldoc>> {
  const database = await createRxDatabase({
    name: naam,
    storage: getRxStorageMemory(),
    multiInstance: false,
  });
  const { d } = await database.addCollections({
    d: {
      schema: {
        version: 0,
        primaryKey: 'id',
        type: 'object',
        properties: { id: { type: 'string', maxLength: 32 }, vak: { type: 'string' } },
        required: ['id', 'vak'],
        attachments: {},
      },
    },
  });
  return d;
}

/** Every attachment of every document in the oracle, with its content. */
async function inOrakel(d: RxCollection<Orakeldoc>): Promise<Map<string, string>> {
  const uit = new Map<string, string>();
  for (const doc of await d.find().exec()) {
    for (const bijlage of doc.allAttachments()) {
      const bytes = Buffer.from(await (await bijlage.getData()).arrayBuffer());
      uit.set(`${doc.id}/${bijlage.id}/${bijlage.type}`, bytes.toString('base64'));
    }
  }
  return uit;
}

async function inKast(proef: Proefkast): Promise<Map<string, string>> {
  const uit = new Map<string, string>();
  for (const doc of proef.docs.values()) {
    for (const bijlage of doc.bijlagen ?? []) {
      const gelezen = await proef.kast.lees(bijlage);
      if (!gelezen.ok) throw new Error(`${doc.id}: ${gelezen.fout.soort}`);
      const sleutel = `${doc.id}/${bijlage.id}/${bijlage.soort}`;
      uit.set(sleutel, Buffer.from(gelezen.waarde).toString('base64'));
      gelijk(await proef.kast.aanwezig(bijlage), true);
    }
  }
  return uit;
}

const gesorteerd = (m: ReadonlyMap<string, string>): [string, string][] =>
  [...m].sort(([a], [b]) => (a < b ? -1 : 1));

async function eenReeks(
  kies: (onder: number) => number,
  d: RxCollection<Orakeldoc>,
): Promise<void> {
  let proef = proefkast(STUK);
  let bak: Prullenbak[] = [];

  const leg = (id: string, vak: string, bijlagen: readonly Bijlage[]): void =>
    proef.leg({ id, vak, bijlagen });
  const doc = (id: string) => proef.docs.get(id);
  const eenVan = <T>(lijst: readonly T[]): T | undefined => lijst[kies(Math.max(1, lijst.length))];
  // Few sizes and few contents, so that the same content comes often.
  const inhoud = (): Bytes =>
    vul([0, 1, STUK - 1, STUK, STUK + 1, 3 * STUK + 5][kies(6)] ?? 0, kies(3));

  for (let stap = 0; stap < STAPPEN; stap += 1) {
    const soort = kies(20);
    if (soort < 8) {
      tel('toegevoegd');
      const nummer = kies(5);
      const id = `d${nummer}`;
      const vak = VAKKEN[nummer % 2] ?? VAK;
      // Only what is not to be put back under the same id.
      if (bak.some((b) => b.id === id)) continue;
      const bytes = inhoud();
      const bijlage = await voegToe(proef, bytes, 'x.pdf', vak);
      leg(id, vak, [...(doc(id)?.bijlagen ?? []), bijlage]);
      const hun = (await d.findOne(id).exec()) ?? (await d.insert({ id, vak }));
      await hun.putAttachment({
        id: bijlage.id,
        type: bijlage.soort,
        data: new Blob([bytes], { type: bijlage.soort }),
      });
    } else if (soort < 11) {
      const mijn = eenVan([...proef.docs.values()]);
      const weg = eenVan(mijn?.bijlagen ?? []);
      if (!mijn || !weg) continue;
      tel('weggehaald');
      leg(
        mijn.id,
        mijn.vak,
        (mijn.bijlagen ?? []).filter((b) => b !== weg),
      );
      const hun = await d.findOne(mijn.id).exec(true);
      await hun.getAttachment(weg.id)?.remove();
    } else if (soort < 13) {
      const mijn = eenVan([...proef.docs.values()]);
      if (!mijn) continue;
      tel('document verwijderd');
      const bijlagen = mijn.bijlagen ?? [];
      const hun = await d.findOne(mijn.id).exec(true);
      const delen: Bytes[] = [];
      for (const { id } of bijlagen) {
        const blob = await hun.getAttachment(id)?.getData();
        delen.push(new Uint8Array((await blob?.arrayBuffer()) ?? []));
      }
      bak.push({
        id: mijn.id,
        vak: mijn.vak,
        bijlagen,
        inhoud: delen,
        laat: proef.kast.houdVast(bijlagen),
      });
      proef.wis(mijn.id);
      await hun.remove();
    } else if (soort < 15) {
      const terug = bak.pop();
      if (!terug) continue;
      tel('teruggezet');
      leg(terug.id, terug.vak, terug.bijlagen);
      terug.laat();
      const hun = await d.insert({ id: terug.id, vak: terug.vak });
      for (const [i, { id, soort: type }] of terug.bijlagen.entries()) {
        const data = new Blob([terug.inhoud[i] ?? new Uint8Array()], { type });
        await hun.getLatest().putAttachment({ id, type, data });
      }
    } else if (soort === 15) {
      tel('opgegeven');
      await proef.kast.laatLos([await voegToe(proef, inhoud(), 'x.pdf', eenVan(VAKKEN))]);
    } else if (soort === 16) {
      tel('heropend');
      await proef.kast.sluit();
      proef = proef.heropen();
      bak = [];
    } else {
      tel('opgeruimd');
      await proef.kast.ruimOp();
    }

    gelijk(gesorteerd(await inKast(proef)), gesorteerd(await inOrakel(d)));
    if (soort >= 15) {
      // Just tidied up, or nearly: on disk is what documents and what can be put back need.
      await proef.kast.ruimOp();
      const houders = [...proef.docs.values(), ...bak];
      const nodig = new Set(houders.flatMap((x) => x.bijlagen ?? []).flatMap((b) => b.stukken));
      gelijk([...proef.nep.schijf.keys()].sort(), [...nodig].sort());
    }
  }
  await proef.kast.sluit();
  for (const doc of await d.find().exec()) await doc.remove();
}

it(`doet in ${REEKSEN} reeksen wat de bijlagen van RxDB doen`, { timeout: 900_000 }, async () => {
  const begin = zaad();
  const d = await orakel('bijlagen');
  for (let reeks = 0; reeks < REEKSEN; reeks += 1) {
    try {
      await eenReeks(toeval(begin + reeks), d);
    } catch (fout) {
      throw new Error(`reeks met SEED=${begin + reeks} REEKSEN=1`, { cause: fout });
    }
  }
  await d.database.remove();
  console.info(`bijlagen: ${REEKSEN} reeksen`, geteld);
  // One sequence that is done again need not do everything.
  if (REEKSEN > 50) expect(Math.min(...Object.values(geteld))).toBeGreaterThan(REEKSEN / 10);
});
