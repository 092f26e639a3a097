/** Taking people out: the next key of a vak, in one step or not at all. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVerlening } from '../../../../shared/crypto/index.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import {
  Proefapparaat,
  SNEL,
  casusvelden,
  eventueel,
  nieuwAccount,
  nieuwHuis,
  VAN_ENDPOINT,
} from './proefapparaat.js';
import type { Proefaccount, Proefhuis } from './proefapparaat.js';

let endpoint: Testendpoint;
let huis: Proefhuis;
let een: Proefapparaat;
let twee: Proefapparaat;
let tweeAccount: Proefaccount;
let vak: string;
let casus: string;
const open: Proefapparaat[] = [];
const gestopt: Promise<unknown>[] = [];

/** What happens on the line of `een`: called before each request; an answer takes its place. */
let onderweg: (pad: string, init: RequestInit | undefined) => Promise<Response | null>;
const geenAntwoord = (): Promise<never> => Promise.reject(new TypeError('weg'));

async function maak(account: Proefaccount, beheerder: boolean, haal: typeof fetch = fetch) {
  const apparaat = await Proefapparaat.maak({
    huis,
    account,
    endpoint: endpoint.adres,
    beheerder,
    lid: beheerder ? {} : { toegang: 'toegewezen', rol: 'ketenpartner' },
    sync: { ...SNEL, fetch: haal },
  });
  open.push(apparaat);
  return apparaat;
}
async function collega(account: Proefaccount, haal?: typeof fetch): Promise<Proefapparaat> {
  const nieuw = await maak(account, false, haal);
  await nieuw.sync.start();
  await nieuw.wacht((s) => s.toestand !== 'offline', 'verbonden');
  await een.laatToe(nieuw);
  return nieuw;
}
async function geefToegang(wie: Proefapparaat): Promise<void> {
  await een.geefToegang(vak, wie.account);
  een.sync.nu();
  await wie.wachtOpDoc('casussen', casus);
}
const titelBij = (wie: Proefapparaat, titel: string): Promise<void> =>
  eventueel(async () => expect((await wie.lees('casussen', casus))?.['titel']).toBe(titel));
async function offline(wie: Proefapparaat): Promise<void> {
  wie.sync.pauzeer(true);
  await wie.wacht((s) => s.toestand === 'offline', 'offline');
}

beforeEach(async () => {
  endpoint = await startTestEndpoint();
  huis = await nieuwHuis();
  onderweg = () => Promise.resolve(null);
  een = await maak(await nieuwAccount(), true, async (adres, init) => {
    const uit = await onderweg(new URL(adres as string).pathname, init);
    return uit ?? fetch(adres, init);
  });
  await een.richtOp();
  await een.sync.start();
  await een.gelijk();
  vak = await een.maakVak();
  casus = await een.voegToe('casussen', casusvelden('Casus A'), vak);
  await een.gelijk();
  tweeAccount = await nieuwAccount();
  twee = await collega(tweeAccount);
  await geefToegang(twee);
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((a) => a.sluit()));
  gestopt.push(endpoint.ruimOp());
});
afterAll(() => Promise.all(gestopt));

describe('who is let into a case', () => {
  it('gets it also when it was made while other grants were on their way', async () => {
    let nieuw: string | undefined;
    onderweg = async (pad, init) => {
      const geeft = pad.endsWith('/verleningen') && init?.method === 'POST';
      if (!geeft || nieuw !== undefined) return null;
      nieuw = await een.maakVak();
      await een.geefToegang(nieuw, twee.account);
      return null;
    };
    await een.maakVak();
    een.sync.nu();
    await expect.poll(() => nieuw).toBeDefined();
    const erin = await een.voegToe('casussen', casusvelden('Erin'), nieuw);
    await een.gelijk();
    await twee.wachtOpDoc('casussen', erin);
  });
});

describe('who has no key yet of what already came in', () => {
  it('gets it also when the key comes while something else is being fetched', async () => {
    /** Requests of the device that wait: for its keys, and for documents. */
    const vast = { sleutels: false, documenten: false };
    const poort = async (pad: string, init: RequestInit | undefined): Promise<void> => {
      const houdt = (): boolean =>
        (vast.sleutels && pad.endsWith('/verleningen')) ||
        (vast.documenten &&
          pad.endsWith('/wijzigingen/ophalen') &&
          Buffer.from(init?.body as Uint8Array).includes('casussen'));
      while (houdt()) await new Promise((klaar) => setTimeout(klaar, 5));
    };
    const drie = await collega(await nieuwAccount(), async (adres, init) => {
      await poort(new URL(adres as string).pathname, init);
      return fetch(adres, init);
    });
    await drie.gelijk();
    vast.sleutels = true;
    await een.geefToegang(vak, drie.account);
    een.sync.nu();
    const gegeven = (): boolean =>
      een.sleutels
        .alle()
        .some((t) => t.account === drie.account && t.vak === vak && t.gepubliceerd);
    await expect.poll(gegeven).toBe(true);
    drie.sync.nu();
    const opzij = async (): Promise<boolean> =>
      (await drie.alle('lokaal')).some((doc) => doc.id.startsWith('wachtkamer|casussen'));
    await expect.poll(opzij).toBe(true);
    vast.documenten = true;
    const ander = await een.voegToe('casussen', casusvelden('Van het huis'));
    await een.gelijk();
    vast.sleutels = false;
    await expect.poll(() => drie.sleutels.epoch(vak)).toBe(1);
    await new Promise((klaar) => setTimeout(klaar, 100));
    vast.documenten = false;
    await drie.wachtOpDoc('casussen', ander);
    await drie.wachtOpDoc('casussen', casus);
  });
});

describe('who is taken out of a case', () => {
  it('reads nothing of what is written after it; who stays goes on', async () => {
    const drie = await collega(await nieuwAccount());
    await geefToegang(drie);
    expect(await een.sync.verwijderToegang(vak, twee.account)).toEqual({ ok: true });
    expect(
      een.sleutels
        .metToegang(vak)
        .map((t) => t.account)
        .sort(),
    ).toEqual([een.account, drie.account].sort());
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Na het verwijderen'));
    await titelBij(drie, 'Na het verwijderen');
    await drie.wijzig('casussen', casus, (d) => (d['titel'] = 'Van wie blijft'));
    await titelBij(een, 'Van wie blijft');
    await twee.gelijk();
    expect((await twee.lees('casussen', casus))?.['titel']).toBe('Casus A');
    // Whatever it gets hold of: no grant of the new epoch opens with its key.
    const nieuw = een.sleutels.alle().filter((t) => t.vak === vak && t.epoch === 2);
    expect(nieuw).toHaveLength(2);
    for (const t of nieuw) {
      expect(await openVerlening(huis.id, t, tweeAccount.ontvang)).toBeUndefined();
      const alsHaar = { ...t, account: twee.account };
      expect(await openVerlening(huis.id, alsHaar, tweeAccount.ontvang)).toBeUndefined();
    }
  });

  it('stays while own work in the case waits', async () => {
    await offline(een);
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Nog niet verzonden'));
    expect(await een.sync.verwijderToegang(vak, twee.account)).toEqual({
      ok: false,
      fout: { soort: 'offline' },
    });
    // Connected, and the sending itself does not get through.
    let dicht = true;
    onderweg = (pad, init) =>
      dicht && pad.endsWith('/wijzigingen') && init?.method === 'POST'
        ? Promise.resolve(new Response('{}', { status: 503 }))
        : Promise.resolve(null);
    een.sync.pauzeer(false);
    await eventueel(async () =>
      expect(await een.sync.verwijderToegang(vak, twee.account)).toEqual({
        ok: false,
        fout: { soort: 'wachtend', aantal: 1 },
      }),
    );
    expect(een.sleutels.epoch(vak)).toBe(1);
    dicht = false;
    await een.gelijk();
    expect((await een.sync.verwijderToegang(vak, twee.account)).ok).toBe(true);
  });

  it('is out also when the power goes between the two phases', async () => {
    onderweg = async (pad, init) => {
      if (!pad.endsWith('/epochs')) return null;
      // It arrives, and the answer does not.
      await fetch(new URL(pad, endpoint.adres), init);
      return geenAntwoord();
    };
    expect(await een.sync.verwijderToegang(vak, twee.account)).toEqual({
      ok: false,
      fout: { soort: 'bewaard' },
    });
    onderweg = () => Promise.resolve(null);
    await een.herstart();
    await expect.poll(() => een.sleutels.epoch(vak)).toBe(2);
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Verder'));
    await een.gelijk();
    expect((await een.sync.verwijderToegang(vak, twee.account)).ok).toBe(true);
    expect(een.sleutels.epoch(vak)).toBe(2);
  });

  it('stays, whole, when what was prepared was overtaken before it could be sent', async () => {
    onderweg = (pad) => (pad.endsWith('/epochs') ? geenAntwoord() : Promise.resolve(null));
    expect(await een.sync.verwijderToegang(vak, twee.account)).toMatchObject({
      fout: { soort: 'bewaard' },
    });
    // Meanwhile, on the other side of the broken line, somebody comes in.
    const drie = await collega(await nieuwAccount());
    await geefToegang(drie);
    onderweg = () => Promise.resolve(null);
    await een.herstart();
    await een.gelijk();
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Iedereen leest mee'));
    await titelBij(drie, 'Iedereen leest mee');
    await titelBij(twee, 'Iedereen leest mee');
    expect(een.sleutels.epoch(vak)).toBe(1);
    expect(await een.alle('lokaal')).not.toContainEqual(
      expect.objectContaining({ soort: 'epoch' }),
    );
  });

  it('is out after a second attempt when the vak changed under the first', async () => {
    const drie = await collega(await nieuwAccount());
    let eerste = true;
    let pogingen = 0;
    onderweg = async (pad) => {
      if (!pad.endsWith('/epochs')) return null;
      pogingen += 1;
      if (eerste) {
        eerste = false;
        await een.geefToegang(vak, drie.account);
        een.sync.nu();
        await drie.wachtOpDoc('casussen', casus);
      }
      return null;
    };
    expect((await een.sync.verwijderToegang(vak, twee.account)).ok).toBe(true);
    expect(pogingen).toBe(2);
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Drie leest'));
    await titelBij(drie, 'Drie leest');
  });

  it('is not replaced by somebody whom the endpoint names', async () => {
    const drie = await collega(await nieuwAccount());
    onderweg = async (pad, init) => {
      if (!pad.endsWith(`/vakken/${vak}`)) return null;
      const stand = (await (await fetch(new URL(pad, endpoint.adres), init)).json()) as {
        leden: unknown[];
      };
      stand.leden.push({ account: drie.account, rol: 'ketenpartner', tot: null });
      return Response.json(stand, { headers: VAN_ENDPOINT });
    };
    expect(await een.sync.verwijderToegang(vak, twee.account)).toEqual({
      ok: false,
      fout: { soort: 'onbewezen' },
    });
    expect(een.sleutels.epoch(vak)).toBe(1);
  });
});

describe('who stays', () => {
  it('seals again what it was sending under the key of before', async () => {
    let oud = false;
    let verlopen = 0;
    const drie = await collega(await nieuwAccount(), async (adres, init) => {
      const { pathname } = new URL(adres as string);
      // The news of the next epoch is late.
      if (oud && pathname.endsWith('/verleningen'))
        return Response.json({ verleningen: [], volgnummer: 0 }, { headers: VAN_ENDPOINT });
      const uit = await fetch(adres, init);
      if (uit.status === 409) {
        verlopen += 1;
        oud = false;
      }
      return uit;
    });
    await geefToegang(drie);
    oud = true;
    expect((await een.sync.verwijderToegang(vak, twee.account)).ok).toBe(true);
    await drie.wijzig('casussen', casus, (d) => (d['titel'] = 'Onder de vorige sleutel'));
    await titelBij(een, 'Onder de vorige sleutel');
    expect(verlopen).toBeGreaterThan(0);
    await drie.gelijk();
  });
});

describe('an account that is revoked', () => {
  it('loses the vakken that it knew, the one of the house too', async () => {
    expect((await een.sync.trekIn({ account: twee.account, apparaat: null })).ok).toBe(true);
    await twee.wacht(() => twee.ingetrokken > 0, 'ingetrokken');
    for (const v of [vak, huis.vak]) {
      expect(een.sleutels.epoch(v)).toBe(2);
      expect(een.sleutels.metToegang(v).map((t) => t.account)).toEqual([een.account]);
    }
    await een.wijzig('casussen', casus, (d) => (d['titel'] = 'Verder'));
    await een.gelijk();
  });

  it('brings nothing in by a file either, also one that says to be from before', async () => {
    const { bytes } = await twee.overdracht.maak([een.account]);
    expect((await een.overdracht.bekijk(bytes)).ok).toBe(true);
    expect((await een.sync.trekIn({ account: twee.account, apparaat: null })).ok).toBe(true);
    expect(await een.overdracht.bekijk(bytes)).toEqual({
      ok: false,
      fout: { soort: 'ingetrokken' },
    });
  });
});

describe('what a former member brings late', () => {
  async function brengLaat(titel: string): Promise<void> {
    await offline(twee);
    await twee.wijzig('casussen', casus, (d) => (d['titel'] = titel));
    expect((await een.sync.verwijderToegang(vak, twee.account)).ok).toBe(true);
    twee.sync.pauzeer(false);
    await twee.wacht((s) => /apart gezet/.test(s.reden ?? ''), 'apart gezet');
    await expect.poll(() => een.sync.quarantaine.waarde.length).toBe(1);
  }

  it('changes nothing, is kept apart, and is opened for the members with the key of before', async () => {
    await brengLaat('Van voor het verwijderen');
    expect(twee.stand.wachtend).toBe(1);
    await een.gelijk();
    expect((await een.lees('casussen', casus))?.['titel']).toBe('Casus A');
    const [laat] = een.sync.quarantaine.waarde;
    expect(laat).toMatchObject({
      regel: { door: twee.account, collectie: 'casussen', id: casus, vak },
      verwijderd: false,
      doc: { collectie: 'casussen', inhoud: { titel: 'Van voor het verwijderen' } },
    });
    expect(laat?.basis).toBe((await een.lees('casussen', casus))?.versie);
  });

  it('is judged without a connection too, once, and that reaches the endpoint', async () => {
    await brengLaat('Te beoordelen');
    const oordelen: unknown[] = [];
    onderweg = (pad, init) => {
      if (pad.endsWith('/oordeel')) oordelen.push(JSON.parse(init?.body as string));
      return Promise.resolve(null);
    };
    await offline(een);
    const nr = een.sync.quarantaine.waarde[0]?.regel.volgnummer ?? 0;
    // Work beside the main line is not held up by a pause: it is cut off here.
    const eerder = onderweg;
    onderweg = geenAntwoord;
    expect(await een.sync.beoordeel(nr, 'geweigerd')).toBe(true);
    expect(een.sync.quarantaine.waarde).toEqual([]);
    expect(await een.sync.beoordeel(nr, 'aanvaard')).toBe(false);
    await een.herstart();
    onderweg = eerder;
    een.sync.nu();
    await expect.poll(() => oordelen).toEqual([{ oordeel: 'geweigerd' }]);
    await een.gelijk();
    expect(een.sync.quarantaine.waarde).toEqual([]);
  });

  it('is not opened when the endpoint shows another envelope under its name', async () => {
    onderweg = async (pad, init) => {
      if (!pad.endsWith('/quarantaine')) return null;
      const antwoord = await fetch(new URL(`${pad}?vanaf=0`, endpoint.adres), init);
      const lijst = (await antwoord.json()) as { regels: { door: string }[] };
      for (const regel of lijst.regels) regel.door = een.account;
      return Response.json(lijst, { headers: VAN_ENDPOINT });
    };
    await brengLaat('Op andermans naam');
    expect(een.sync.quarantaine.waarde[0]?.doc).toBeNull();
  });
});
