/**
 * The endpoint is put back from an older backup. What it lacks comes back from the devices, and what was
 * written to it meanwhile reaches all of them. Who had been taken out stays out.
 */
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as slaap } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestEndpoint, type Testendpoint } from '../../../harness/endpoint.js';
import { maakPaar, type Paar } from './paar.js';
import { casusvelden, eventueel, nieuwAccount, Proefapparaat } from './proefapparaat.js';

let endpoint: Testendpoint;
let paar: Paar;
const BESTAND = 'endpoint.sqlite';

beforeEach(async () => {
  endpoint = await startTestEndpoint();
  paar = await maakPaar(endpoint.adres, 'Eerst');
});
afterEach(async () => {
  await Promise.all([paar.een.sluit(), paar.twee.sluit()]);
  await endpoint.ruimOp();
});

const poort = (): number => Number(new URL(endpoint.adres).port);
const kopie = (): string => join(endpoint.map, 'kopie');

/** A backup as a stopped endpoint leaves it; it goes on at the same address. */
async function maakKopie(): Promise<void> {
  await stop();
  mkdirSync(kopie(), { recursive: true });
  copyFileSync(join(endpoint.map, BESTAND), join(kopie(), BESTAND));
  await hervat(false);
  await Promise.all([paar.een.gelijk(), paar.twee.gelijk()]);
}
async function zetTerug(): Promise<void> {
  await stop();
  copyFileSync(join(kopie(), BESTAND), join(endpoint.map, BESTAND));
}
/** And everybody noticed. */
async function stop(): Promise<void> {
  await endpoint.stop();
  for (const wie of [paar.een, paar.twee]) await wie.wacht((s) => s.toestand === 'offline');
}
async function hervat(hersteld: boolean): Promise<void> {
  const { map } = endpoint;
  endpoint = await startTestEndpoint({ dataDir: map, port: poort(), hersteld });
}

const zet = (
  wie: Proefapparaat,
  velden: Record<string, unknown>,
  casus = paar.casus,
): Promise<void> => wie.wijzig('casussen', casus, (d) => Object.assign(d, velden));

/** A case with a vak of its own, that so many partners work on. */
async function maakZaak(
  aantal: number,
): Promise<{ vak: string; casus: string; partners: Proefapparaat[] }> {
  const { een, twee, huis } = paar;
  const vak = await een.maakVak();
  const casus = await een.voegToe('casussen', casusvelden('Zaak'), vak);
  await twee.wachtOpDoc('casussen', casus);
  const partners: Proefapparaat[] = [];
  for (let i = 0; i < aantal; i++) {
    const lid = { toegang: 'toegewezen', rol: 'ketenpartner' } as const;
    const account = await nieuwAccount();
    const partner = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres, lid });
    await partner.sync.start();
    await partner.wacht((s) => s.toestand !== 'offline', 'verbonden');
    await een.laatToe(partner);
    await een.geefToegang(vak, partner.account);
    een.sync.nu();
    await partner.wachtOpDoc('casussen', casus);
    partners.push(partner);
  }
  await eventueel(() => {
    expect(twee.sleutels.metToegang(vak)).toHaveLength(1 + aantal);
    return Promise.resolve();
  });
  await Promise.all([een.gelijk(), twee.gelijk()]);
  return { vak, casus, partners };
}
const neemUit = (vak: string, wie: Proefapparaat | undefined): Promise<void> =>
  eventueel(async () =>
    expect(await paar.een.sync.verwijderToegang(vak, wie?.account ?? '')).toEqual({ ok: true }),
  );
const ledenVan = (vak: string): Promise<string[]> =>
  Promise.resolve(paar.een.sleutels.metToegang(vak).map((t) => t.account));
const heeft = (
  wie: Proefapparaat,
  id: string,
  wat: Record<string, unknown>,
  verschillen: readonly string[] = [],
): Promise<void> =>
  eventueel(async () => {
    const doc = await wie.lees('casussen', id);
    expect(doc).toMatchObject(wat);
    expect(doc?.conflicten.map((c) => c.id)).toEqual(verschillen);
  });

/** What is written to the disk takes longer than an answer from the endpoint. */
function vertraagSchijf(wie: Proefapparaat): void {
  const opslag = wie.collectie('casussen').storageInstance;
  const schrijf = opslag.bulkWrite.bind(opslag);
  opslag.bulkWrite = async (rijen, context) => {
    if (context.startsWith('sync-')) await slaap(150);
    return schrijf(rijen, context);
  };
}

describe('after an older backup was put back', () => {
  it('what it lacks comes back from a device, and what follows reaches everybody', async () => {
    const { een, twee, casus, huis, account } = paar;
    await een.gelijk();
    await maakKopie();
    await zet(een, { titel: 'Na de kopie' });
    const nieuw = await een.voegToe('casussen', casusvelden('Nieuw na de kopie'));
    await heeft(twee, nieuw, {});
    await heeft(twee, casus, { titel: 'Na de kopie' });
    await Promise.all([een.gelijk(), twee.gelijk()]);
    await zetTerug();
    await hervat(true);
    const derde = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres });
    await derde.neemKennis(een);
    await derde.sync.start();
    await heeft(derde, nieuw, { titel: 'Nieuw na de kopie' });
    await heeft(derde, casus, { titel: 'Na de kopie' });

    await zet(derde, { omschrijving: 'Erna' });
    await eventueel(async () => {
      const tekst = JSON.stringify(await een.lees('casussen', casus));
      expect(tekst).toContain('Na de kopie');
      expect(tekst).toContain('Erna');
    });
    await derde.sluit();
  });

  it('nothing is lost when somebody who had not seen what was lost works on first', async () => {
    const { een, twee, casus } = paar;
    await Promise.all([een.gelijk(), twee.gelijk()]);
    await maakKopie();
    await een.gelijk();
    twee.sync.pauzeer(true);
    await zet(een, { titel: 'Na de kopie' });
    await een.gelijk();
    een.sync.pauzeer(true);

    await zetTerug();
    await hervat(true);
    await zet(twee, { titel: 'Van twee' });
    twee.sync.pauzeer(false);
    await twee.gelijk();
    een.sync.pauzeer(false);
    await eventueel(async () => {
      for (const wie of [een, twee]) {
        const tekst = JSON.stringify(await wie.lees('casussen', casus));
        expect(tekst).toContain('Na de kopie');
        expect(tekst).toContain('Van twee');
      }
    });
    await eventueel(async () =>
      expect(await een.lees('casussen', casus)).toEqual(await twee.lees('casussen', casus)),
    );
  });

  it('what a paused device got from a colleague who is gone comes back, and is merged with what was made meanwhile', async () => {
    const { een, twee, casus, huis, account } = paar;
    await Promise.all([een.gelijk(), twee.gelijk()]);
    await maakKopie();
    await zet(een, { titel: 'Na de kopie' });
    await heeft(twee, casus, { titel: 'Na de kopie' });
    await Promise.all([een.gelijk(), twee.gelijk()]);
    twee.sync.pauzeer(true);
    await een.sync.sluit();

    await zetTerug();
    await hervat(true);
    const derde = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres });
    await derde.neemKennis(een);
    await derde.sync.start();
    await heeft(derde, casus, { titel: 'Eerst' });
    await zet(derde, { titel: 'Van drie' });
    await derde.gelijk();

    vertraagSchijf(twee);
    twee.sync.pauzeer(false);
    await eventueel(async () => {
      const tekst = JSON.stringify(await twee.lees('casussen', casus));
      expect(tekst).toContain('Na de kopie');
      expect(tekst).toContain('Van drie');
      expect(await derde.lees('casussen', casus)).toEqual(await twee.lees('casussen', casus));
    });
    await Promise.all([twee.gelijk(), derde.gelijk()]);
    await derde.sluit();
  });

  it('without a word from who put it back, what is made under numbers that were given out before still reaches all', async () => {
    const { een, twee, casus, huis, account } = paar;
    await Promise.all([een.gelijk(), twee.gelijk()]);
    await maakKopie();
    for (let i = 0; i < 6; i++) await zet(een, { titel: `Na de kopie ${i}` });
    await heeft(twee, casus, { titel: 'Na de kopie 5' });
    await Promise.all([een.gelijk(), twee.gelijk()]);
    await zetTerug();
    await hervat(false);
    const derde = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres });
    await derde.neemKennis(een);
    await derde.sync.start();
    await heeft(derde, casus, {});
    await derde.gelijk();
    // Up to and past the number where the others were.
    const nieuw: string[] = [];
    for (let i = 0; i < 12; i++) {
      nieuw.push(await derde.voegToe('casussen', casusvelden(`Van drie ${i}`)));
      await derde.gelijk();
      if (i % 3 === 0) for (const wie of [een, twee]) await heeft(wie, nieuw.at(-1) ?? '', {});
    }
    for (const wie of [een, twee]) for (const id of nieuw) await heeft(wie, id, {});
    await derde.sluit();
  });

  it('who was taken out of a case since then is out again, under the key that who stays has', async () => {
    const { een, twee } = paar;
    const { vak, casus, partners } = await maakZaak(1);
    const [partner] = partners;
    await maakKopie();
    await neemUit(vak, partner);
    await zet(een, { titel: 'Erna' }, casus);
    await heeft(twee, casus, { titel: 'Erna' });
    await zetTerug();
    await hervat(true);
    await eventueel(async () => expect(await ledenVan(vak)).not.toContain(partner?.account));
    expect(een.sleutels.epoch(vak)).toBe(2);
    await Promise.all([een.gelijk(), twee.gelijk()]);
    await zet(twee, { titel: 'Van twee' }, casus);
    await heeft(een, casus, { titel: 'Van twee' });
    expect(await partner?.lees('casussen', casus)).toMatchObject({ titel: 'Zaak' });
    await partner?.sluit();
  });

  it('who was taken out since then is taken out once more of a next key by who did not know', async () => {
    const { een, twee } = paar;
    const { vak, casus, partners } = await maakZaak(2);
    const [partner, ander] = partners;
    await maakKopie();
    twee.sync.pauzeer(true);
    await neemUit(vak, partner);
    een.sync.pauzeer(true);
    await zetTerug();
    await hervat(true);
    twee.sync.pauzeer(false);
    await twee.gelijk();
    await eventueel(async () =>
      expect(await twee.sync.verwijderToegang(vak, ander?.account ?? '')).toEqual({ ok: true }),
    );
    een.sync.pauzeer(false);
    await eventueel(async () => expect(await ledenVan(vak)).toEqual([een.account]));
    await zet(een, { titel: 'Erna' }, casus);
    await heeft(twee, casus, { titel: 'Erna' });
    await Promise.all(partners.map((p) => p.sluit()));
  });

  it('what was revoked since then is revoked again by who knew', async () => {
    const { een, twee } = paar;
    await Promise.all([een.gelijk(), twee.gelijk()]);
    await maakKopie();
    await een.gelijk();
    twee.sync.pauzeer(true);
    await twee.wacht((s) => s.toestand === 'offline');
    const doel = { account: twee.account, apparaat: twee.apparaat.id };
    expect(await een.sync.trekIn(doel)).toMatchObject({ ok: true });
    await zetTerug();
    await hervat(true);
    await een.gelijk();
    await een.wacht((s) => s.toestand === 'gelijk');
    // A device that comes before any other that knew is let in until then.
    twee.sync.pauzeer(false);
    await twee.wacht(() => twee.ingetrokken > 0, 'ingetrokken');
  });

  it('an endpoint where nothing is left gets everything again', async () => {
    const { een, twee, casus, huis, account } = paar;
    await zet(een, { titel: 'Bij het huis' });
    await heeft(twee, casus, { titel: 'Bij het huis' });
    await Promise.all([een.gelijk(), twee.gelijk()]);
    await endpoint.stop();
    for (const naam of readdirSync(endpoint.map)) rmSync(join(endpoint.map, naam));
    await hervat(false);
    const derde = await Proefapparaat.maak({ huis, account, endpoint: endpoint.adres });
    await derde.neemKennis(een);
    await derde.sync.start();
    await heeft(derde, casus, { titel: 'Bij het huis' });
    await derde.sluit();
  });
});
