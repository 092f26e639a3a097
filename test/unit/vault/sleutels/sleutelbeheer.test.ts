/** Changing locks and keys: what opened the vault before does until the change is on disk, and not after. */
import 'fake-indexeddb/auto';
import Dexie from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { nieuwHuis } from '../../../../renderer/vault/kluis/index.js';
import { ONDERGRENS, Sleutelbos } from '../../../../renderer/vault/sleutels/index.js';
import { SCHEMAVERSIE } from '../../../../shared/schema/index.js';
import { maakNepplatform } from '../../../harness/platform.js';
import { OPRICHTING, WACHTZIN } from '../kluis/proef.js';

const ETIKET = {
  huisnaam: 'Huis',
  accountnaam: 'J. Wouters',
  rol: 'beheerder',
  apparaatnaam: 'Laptop 07',
  laatstGelijk: null,
  wachtend: 3,
};
const NIEUW = 'negen groene bussen naast de molen';
const CODE = '482913';
const UUR = 3_600_000;

// Nobody waits for the key derivation here: `sleutelbos.test.ts` has the real one.
vi.mock(
  '../../../../renderer/vault/werkplaats/argon.js',
  () => import('../../../harness/nepargon.js'),
);

let teller = 0;
async function proef(opties: { veilig?: boolean } = {}) {
  const naam = `beheer-${(teller += 1)}`;
  const platform = maakNepplatform(opties);
  let nu = Date.UTC(2026, 10, 23, 12);
  const bos = (): Sleutelbos =>
    new Sleutelbos(naam, platform.geheim, { argon: ONDERGRENS, nu: () => nu });
  const open = bos();
  const { herstelcode } = await open.richtOp(WACHTZIN, await nieuwHuis(OPRICHTING), ETIKET);
  return { naam, bos, open, herstelcode, klok: (ms: number) => (nu += ms) };
}
const opent = async (bos: Sleutelbos, wachtzin: string): Promise<boolean> =>
  (await bos.open(wachtzin)).ok;
const herstelt = async (bos: Sleutelbos, code: string, wachtzin = WACHTZIN): Promise<boolean> =>
  (await bos.openMetHerstelcode(code, wachtzin)).ok;

describe('another passphrase', () => {
  it('opens from then on, and the old one does not; the recovery code still does', async () => {
    const { bos, open, herstelcode } = await proef();
    expect(await open.beheer.wijzigWachtzin('verkeerd geraden', NIEUW)).toMatchObject({
      fout: { soort: 'wachtzin', pogingen: 1 },
    });
    expect(await opent(bos(), WACHTZIN)).toBe(true);
    expect((await open.beheer.wijzigWachtzin(WACHTZIN, NIEUW)).ok).toBe(true);
    expect(await opent(bos(), WACHTZIN)).toBe(false);
    expect(await opent(bos(), NIEUW)).toBe(true);
    expect(await herstelt(bos(), herstelcode)).toBe(true);
  });

  it('is there or is not, when the power goes in mid write', async () => {
    const { bos, open } = await proef();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('stroom weg', 'UnknownError');
    });
    await expect(open.beheer.wijzigWachtzin(WACHTZIN, NIEUW)).rejects.toThrow();
    put.mockRestore();
    expect(await opent(bos(), WACHTZIN)).toBe(true);
    expect(await opent(bos(), NIEUW)).toBe(false);
  });
});

describe('another recovery code', () => {
  it('counts when it is confirmed, and then the old one does not', async () => {
    const { bos, open, herstelcode } = await proef();
    const uit = await open.beheer.nieuweHerstelcode(WACHTZIN);
    if (!uit.ok) throw new Error('geen code');
    const { code, bevestig } = uit.waarde;
    expect(await herstelt(bos(), code)).toBe(false);
    expect(await herstelt(bos(), herstelcode)).toBe(true);
    await bevestig();
    expect(await herstelt(bos(), herstelcode)).toBe(false);
    expect(await herstelt(bos(), code)).toBe(true);
  });
});

describe('new keys', () => {
  it('open with the same passphrase and a new code, and name a new place for the storage', async () => {
    const { bos, open, herstelcode } = await proef();
    const oud = await open.beheer.leesBundel();
    const uit = await open.beheer.vernieuw(WACHTZIN);
    if (!uit.ok) throw new Error('geen nieuwe sleutels');
    expect(await herstelt(bos(), herstelcode)).toBe(true);
    const kopie = new Uint8Array(uit.waarde.opslag.sleutel);
    await uit.waarde.wissel();
    const nu = await open.beheer.leesBundel();
    expect(nu.opslag).toEqual({ nummer: 2, sleutel: kopie, schema: SCHEMAVERSIE });
    expect(nu.opslag?.sleutel).not.toEqual(oud.opslag?.sleutel);
    expect({ ...nu, opslag: null }).toEqual({ ...oud, opslag: null });
    expect(await opent(bos(), WACHTZIN)).toBe(true);
    expect(await herstelt(bos(), herstelcode)).toBe(false);
    expect(await herstelt(bos(), uit.waarde.code)).toBe(true);
    expect((await bos().stand()).soort).toBe('er');
  });

  it('of the storage alone leave both locks as they were', async () => {
    const { bos, open, herstelcode } = await proef();
    const { opslag, wissel } = await open.beheer.nieuweOpslag();
    expect((await open.beheer.leesBundel()).opslag?.nummer).toBe(1);
    await wissel();
    expect((await open.beheer.leesBundel()).opslag).toEqual(opslag);
    expect(await opent(bos(), WACHTZIN)).toBe(true);
    expect(await herstelt(bos(), herstelcode)).toBe(true);
  });

  it('do not undo a change of the bundle that was made meanwhile', async () => {
    const { open } = await proef();
    const { wissel } = await open.beheer.nieuweOpslag();
    await Promise.all([
      open.beheer.wijzigBundel((b) => ({ ...b, endpoint: 'https://een.example' })),
      wissel(),
      open.beheer.wijzigBundel((b) => ({ ...b, huisnaam: 'Anders' })),
    ]);
    expect(await open.beheer.leesBundel()).toMatchObject({
      endpoint: 'https://een.example',
      huisnaam: 'Anders',
      opslag: { nummer: 2 },
    });
  });
});

describe('the quick code', () => {
  it('opens for twelve hours after the passphrase, and the passphrase always does', async () => {
    const { bos, open, klok } = await proef();
    expect(await bos().openMetSnelcode(CODE)).toMatchObject({
      fout: { soort: 'snelcode', over: 0 },
    });
    expect((await open.beheer.zetSnelcode(WACHTZIN, CODE)).ok).toBe(true);
    expect(await bos().stand()).toMatchObject({ snel: true });
    expect((await bos().openMetSnelcode(CODE)).ok).toBe(true);
    klok(12 * UUR);
    expect(await bos().stand()).toMatchObject({ snel: false });
    expect((await bos().openMetSnelcode(CODE)).ok).toBe(false);
    expect(await opent(bos(), WACHTZIN)).toBe(true);
    expect((await bos().openMetSnelcode(CODE)).ok).toBe(true);
    klok(-30 * 24 * UUR);
    expect(await bos().stand()).toMatchObject({ snel: false });
  });

  it('is gone after three wrong attempts, over restarts', async () => {
    const { bos, open } = await proef();
    await open.beheer.zetSnelcode(WACHTZIN, CODE);
    for (const over of [2, 1, 0]) {
      expect(await bos().openMetSnelcode('000000')).toMatchObject({
        fout: { soort: 'snelcode', over },
      });
    }
    expect(await bos().openMetSnelcode(CODE)).toMatchObject({ ok: false });
    expect(await open.beheer.heeftSnelcode()).toBe(false);
    expect(await opent(bos(), WACHTZIN)).toBe(true);
  });

  it('ends with another passphrase, the recovery code, and when it is switched off', async () => {
    const { open, bos, herstelcode } = await proef();
    await open.beheer.zetSnelcode(WACHTZIN, CODE);
    await open.beheer.wijzigWachtzin(WACHTZIN, NIEUW);
    expect(await open.beheer.heeftSnelcode()).toBe(false);
    await open.beheer.zetSnelcode(NIEUW, CODE);
    await herstelt(bos(), herstelcode);
    expect(await open.beheer.heeftSnelcode()).toBe(false);
    await open.beheer.zetSnelcode(WACHTZIN, CODE);
    await open.beheer.verwijderSnelcode();
    expect((await bos().openMetSnelcode(CODE)).ok).toBe(false);
  });

  it('is refused without a key store, when it is short, and with a wrong passphrase', async () => {
    const { open } = await proef({ veilig: false });
    await expect(open.beheer.zetSnelcode(WACHTZIN, CODE)).rejects.toThrow('sleutelopslag');
    const met = await proef();
    await expect(met.open.beheer.zetSnelcode(WACHTZIN, '12345')).rejects.toThrow('kort');
    expect((await met.open.beheer.zetSnelcode('verkeerd geraden', CODE)).ok).toBe(false);
    expect(await met.open.beheer.heeftSnelcode()).toBe(false);
  });
});

it('reads a ring of version 1, and writes it as version 2 with its first change', async () => {
  const { naam, bos } = await proef();
  const db = await new Dexie(naam).open();
  const ring = (await db.table('ring').get('ring')) as Record<string, unknown>;
  delete ring['snel'];
  await db.table('ring').put({ ...ring, versie: 1 });
  expect(await opent(bos(), WACHTZIN)).toBe(true);
  expect(await db.table('ring').get('ring')).toMatchObject({ versie: 2, snel: null });
  db.close();
});
