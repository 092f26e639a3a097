import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  b64uNaarBytes,
  bytesNaarB64u,
  leesUitnodigingscode,
  maakCertificaat,
  nieuwId,
  nieuwOntvangpaar,
  nieuwTekenpaar,
} from '../../../../shared/crypto/index.js';
import { antwoord, openBrief, sluitBrief } from '../../../../renderer/vault/sync/brief.js';
import { vraagToegang } from '../../../../renderer/vault/sync/index.js';
import type { Koppeling } from '../../../../renderer/vault/sync/index.js';
import type { KoppelFout, Uitnodigingsoort } from '../../../../renderer/vault/types.js';
import type { Result } from '../../../../shared/result.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import {
  Proefapparaat,
  VAN_ENDPOINT,
  casusvelden,
  eventueel,
  nieuwAccount,
  nieuwHuis,
} from './proefapparaat.js';
import type { Proefaccount, Proefhuis } from './proefapparaat.js';

let endpoint: Testendpoint;
let huis: Proefhuis;
let account: Proefaccount;
let een: Proefapparaat;
const open: Proefapparaat[] = [];
const gestopt: Promise<unknown>[] = [];
const COLLECTIES = ['huis', 'leden', 'casussen'];

async function maak(
  o: Partial<Parameters<typeof Proefapparaat.maak>[0]> = {},
): Promise<Proefapparaat> {
  const apparaat = await Proefapparaat.maak({
    huis,
    account,
    endpoint: endpoint.adres,
    collecties: COLLECTIES,
    ...o,
  });
  open.push(apparaat);
  return apparaat;
}

beforeEach(async () => {
  endpoint = await startTestEndpoint();
  huis = await nieuwHuis();
  account = await nieuwAccount();
  een = await maak();
  await een.richtOp();
  await een.sync.start();
  await een.gelijk();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((a) => a.sluit()));
  gestopt.push(endpoint.ruimOp());
});
afterAll(() => Promise.all(gestopt));

const COLLEGA: Uitnodigingsoort = {
  soort: 'collega',
  naam: 'S. de Bruin',
  rol: 'procesregisseur',
  organisatie: 'Zorg- en Veiligheidshuis',
  toegang: 'huis',
};

interface Joiner {
  account: Proefaccount;
  apparaat: { id: string; paar: Awaited<ReturnType<typeof nieuwTekenpaar>> };
  uit: Result<Koppeling, KoppelFout>;
  stappen: string[];
}
async function koppel(code: string, haal?: typeof fetch): Promise<Joiner> {
  const nieuw = await nieuwAccount();
  const paar = await nieuwTekenpaar();
  const id = nieuwId();
  const stappen: string[] = [];
  const uit = await vraagToegang(
    {
      code,
      apparaat: { id, naam: 'Laptop' },
      apparaatsleutel: paar.publiek,
      ontvangsleutelApparaat: await nieuwOntvangpaar(),
      account: {
        id: nieuw.id,
        tekensleutel: nieuw.teken.publiek,
        ontvangsleutel: nieuw.ontvang.publiek,
        teken: nieuw.teken.prive,
      },
    },
    (stap) => stappen.push(stap),
    new AbortController().signal,
    haal,
  );
  return { account: nieuw, apparaat: { id, paar }, uit, stappen };
}
async function nodigUit(soort: Uitnodigingsoort): Promise<string> {
  const uit = await een.sync.nodigUit(soort);
  if (!uit.ok) throw new Error(uit.fout.soort);
  return uit.waarde.code;
}
async function nieuweCollega(soort: Uitnodigingsoort = COLLEGA): Promise<Proefapparaat> {
  const { uit, account: wie, apparaat } = await koppel(await nodigUit(soort));
  if (!uit.ok) throw new Error(uit.fout.uitleg);
  const lid = soort.soort === 'collega' ? { toegang: soort.toegang, rol: soort.rol } : {};
  const twee = await maak({ account: wie, apparaat, koppeling: uit.waarde, lid, beheerder: false });
  await twee.sync.start();
  return twee;
}

describe('an invitation', () => {
  it('brings in a colleague with everything of the house', async () => {
    const vak = await een.maakVak();
    const casus = await een.voegToe('casussen', casusvelden('Casus A'), vak);
    await een.gelijk();
    const code = await nodigUit(COLLEGA);
    expect(een.sync.uitnodigingen.waarde.map((u) => u.stand)).toEqual(['open']);
    const { uit, account: wie, apparaat, stappen } = await koppel(code);
    expect(stappen).toEqual(['aanvragen', 'wachten-op-bevestiging', 'ophalen']);
    if (!uit.ok) throw new Error(uit.fout.uitleg);
    expect(uit.waarde).toMatchObject({ soort: 'collega', account: wie.id, huisnaam: 'Proefhuis' });
    const twee = await maak({ account: wie, apparaat, koppeling: uit.waarde, beheerder: false });
    await twee.sync.start();
    await twee.gelijk();
    expect((await twee.wachtOpDoc('casussen', casus))['titel']).toBe('Casus A');
    expect((await twee.alle('leden')).map((l) => l['naam'])).toContain('S. de Bruin');
    expect(een.sync.uitnodigingen.waarde.map((u) => u.stand)).toEqual(['gebruikt']);

    await twee.wijzig('casussen', casus, (d) => (d['titel'] = 'Van de collega'));
    await eventueel(async () =>
      expect((await een.lees('casussen', casus))?.['titel']).toBe('Van de collega'),
    );
  });

  it('brings in another device of the same person, with the keys of the account', async () => {
    const { uit, apparaat } = await koppel(await nodigUit({ soort: 'eigen-apparaat' }));
    if (!uit.ok) throw new Error(uit.fout.uitleg);
    expect(uit.waarde.account).toBe(account.id);
    expect(new TextDecoder().decode(uit.waarde.accountbundel ?? undefined)).toBe(
      `bundel van ${account.id}`,
    );
    const twee = await maak({ apparaat, koppeling: uit.waarde });
    await twee.sync.start();
    await twee.gelijk();
    expect(await twee.alle('huis')).toEqual(await een.alle('huis'));
  });

  it('works once, and not with another code', async () => {
    const code = await nodigUit(COLLEGA);
    expect((await koppel(code)).uit.ok).toBe(true);
    const tweede = await koppel(code);
    expect(tweede.uit).toMatchObject({ ok: false, fout: { soort: 'gebruikt' } });
    expect((await koppel(code.slice(0, -1))).uit).toMatchObject({ fout: { soort: 'code' } });
  });

  it('is refused when the answer certifies other keys than the joining device made', async () => {
    const code = await nodigUit(COLLEGA);
    const gelezen = await leesUitnodigingscode(code);
    if (!gelezen.ok) throw new Error(gelezen.fout);
    const { uit } = await koppel(code, async (...vraag) => {
      const echt = await fetch(...vraag);
      if (echt.status !== 200 || !echt.url.endsWith('/antwoord')) return echt;
      const json = (await echt.json()) as { bytes: string };
      const brief = await openBrief(
        gelezen.waarde,
        'antwoord',
        b64uNaarBytes(json.bytes),
        antwoord,
      );
      if (!brief) throw new Error('het antwoord gaat niet open');
      const { publiek } = await nieuwOntvangpaar();
      const leden = await Promise.all(
        brief.leden.map(async (lid) => {
          if (lid.id !== brief.account) return lid;
          const vals = { ...lid, ontvangsleutel: publiek };
          return { ...vals, certificaat: await maakCertificaat(huis.id, vals, huis.paar.prive) };
        }),
      );
      const bytes = await sluitBrief(gelezen.waarde, 'antwoord', { ...brief, leden });
      return Response.json({ bytes: bytesNaarB64u(bytes) }, { headers: VAN_ENDPOINT });
    });
    expect(uit).toMatchObject({ ok: false, fout: { soort: 'geweigerd' } });
  });

  it('waits for the inviting device, and is answered when it is back', async () => {
    const code = await nodigUit(COLLEGA);
    een.sync.pauzeer(true);
    const koppelen = koppel(code);
    await een.herstart();
    expect((await koppelen).uit.ok).toBe(true);
  });

  it('says why it cannot be made', async () => {
    const zonder = await maak({ endpoint: null });
    await zonder.sync.start();
    expect(await zonder.sync.nodigUit(COLLEGA)).toEqual({
      ok: false,
      fout: { soort: 'geen-endpoint' },
    });
    expect(zonder.stand.toestand).toBe('geen');
  });
});

describe('a key', () => {
  it('that is given later brings the whole case', async () => {
    const twee = await nieuweCollega({ ...COLLEGA, toegang: 'toegewezen' });
    const vak = await een.maakVak();
    const ids = await een.voegMeerToe(
      'casussen',
      Array.from({ length: 30 }, (_, i) => casusvelden(`Casus ${i}`)),
      vak,
    );
    await een.gelijk();
    await twee.gelijk();
    expect(await twee.alle('casussen')).toEqual([]);
    await een.geefToegang(vak, twee.account);
    een.sync.nu();
    await eventueel(async () => expect((await twee.alle('casussen')).length).toBe(ids.length));
    expect(await twee.alle('casussen')).toEqual(await een.alle('casussen'));
  });

  it('of a vak that two made offline becomes one key, and nothing is lost', async () => {
    const twee = await nieuweCollega();
    await Promise.all([een.gelijk(), twee.gelijk()]);
    // Known to who gives it access, and nothing more.
    const partner = await nieuweCollega({
      ...COLLEGA,
      rol: 'ketenpartner',
      toegang: 'toegewezen',
    });
    for (const a of [een, twee]) {
      for (const lid of partner.leden.values()) a.leden.set(lid.id, lid);
      a.sync.pauzeer(true);
      await a.wacht((s) => s.toestand === 'offline');
    }
    const vak = nieuwId();
    const casus = nieuwId();
    await een.maakVak(vak);
    await twee.maakVak(vak);
    const tot = '2099-12-31';
    await twee.geefToegang(vak, partner.account, tot);
    await een.voegToe('casussen', casusvelden('Van een'), vak, casus);
    await twee.voegToe('casussen', { ...casusvelden('Van een'), omschrijving: 'x' }, vak, casus);
    const alleenTwee = await twee.voegToe('casussen', casusvelden('Alleen twee'), vak);
    een.sync.pauzeer(false);
    await een.gelijk();
    twee.sync.pauzeer(false);
    await twee.gelijk();
    await een.wachtOpDoc('casussen', alleenTwee);
    await eventueel(async () =>
      expect(await een.alle('casussen')).toEqual(await twee.alle('casussen')),
    );
    const doc = await een.lees('casussen', casus);
    expect(doc?.conflicten.map((c) => [c.id, c.waarden.map((w) => w.waarde)])).toEqual([
      ['omschrijving', ['', 'x']],
    ]);
    // Sealed again under the key that stayed, and not for longer.
    expect(
      twee.sleutels.alle().filter((t) => t.vak === vak && t.account === partner.account),
    ).toMatchObject([{ tot, epoch: 1 }]);
  });

  it('is not needed to read on: what cannot be opened is kept, and opened when it can', async () => {
    const twee = await nieuweCollega();
    await twee.gelijk();
    // A third person writes before this device knows them.
    twee.sync.pauzeer(true);
    const drie = await nieuweCollega();
    await drie.gelijk();
    const van3 = await drie.voegToe('casussen', casusvelden('Van drie'));
    const van1 = await een.voegToe('casussen', casusvelden('Van een'));
    await Promise.all([drie.gelijk(), een.gelijk()]);
    twee.sync.pauzeer(false);
    await twee.wachtOpDoc('casussen', van1);
    await twee.wachtOpDoc('casussen', van3);
    await twee.gelijk();
  });
});
