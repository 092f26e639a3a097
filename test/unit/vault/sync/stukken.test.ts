/** Attachments between two devices: up in the background, down when somebody opens one. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bijlagenkast } from '../../../../renderer/vault/bijlagen/index.js';
import { nieuwId } from '../../../../shared/crypto/index.js';
import type { Bijlage } from '../../../../shared/schema/index.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import { maakNepstukken } from '../../../harness/stukken.js';
import type { Nepstukken } from '../../../harness/stukken.js';
import { Proefapparaat, SNEL, VAN_ENDPOINT, nieuwAccount, nieuwHuis } from './proefapparaat.js';
import type { Proefaccount, Proefhuis } from './proefapparaat.js';

const STUK = 64;
const AANTAL = 10;
const INHOUD = new Uint8Array(AANTAL * STUK).map((_, i) => (i * 7) % 251);

interface Toestel {
  readonly apparaat: Proefapparaat;
  readonly nep: Nepstukken;
  readonly kast: Bijlagenkast;
  /** Requests on chunks: method and last part of the path. */
  readonly vragen: string[];
  /** Called before a request on a chunk goes out; its answer takes the place of that of the endpoint. */
  onderweg: ((methode: string) => Promise<Response | null>) | null;
}

let endpoint: Testendpoint;
let huis: Proefhuis;
let account: Proefaccount;
let een: Toestel;
let twee: Toestel;
const gestopt: Promise<unknown>[] = [];

async function toestel(): Promise<Toestel> {
  const nep = maakNepstukken();
  const vragen: string[] = [];
  const hier: { onderweg: Toestel['onderweg'] } = { onderweg: null };
  const apparaat = await Proefapparaat.maak({
    huis,
    account,
    endpoint: endpoint.adres,
    collecties: ['leden', 'gebeurtenissen'],
    stukken: nep.stukken,
    sync: {
      ...SNEL,
      fetch: async (wat, hoe) => {
        const { pathname } = new URL(wat as string);
        if (!pathname.includes('/stukken/')) return fetch(wat, hoe);
        const methode = hoe?.method ?? 'GET';
        vragen.push(`${methode} ${pathname.split('/').at(-1) ?? ''}`);
        return (await hier.onderweg?.(methode)) ?? fetch(wat, hoe);
      },
    },
  });
  let docs: readonly { readonly vak: string }[] = [];
  apparaat.collectie('gebeurtenissen').$.subscribe(() => {
    void apparaat.alle('gebeurtenissen').then((alle) => (docs = alle));
  });
  const kast = new Bijlagenkast(
    {
      stukken: nep.stukken,
      account: account.id,
      documenten: () => docs,
      magOpruimen: () => false,
      haalElders: (vak, naam, stop) => apparaat.sync.haalStuk(vak, naam, stop),
    },
    { stuk: STUK },
  );
  return Object.assign(hier, { apparaat, nep, kast, vragen });
}

async function hangAan(t: Toestel): Promise<{ id: string; bijlage: Bijlage }> {
  const uit = await t.kast.voegToe(huis.vak, {
    naam: 'proef.bin',
    soort: 'application/octet-stream',
    grootte: INHOUD.length,
    deel: (van, tot) => Promise.resolve(INHOUD.slice(van, tot)),
  });
  if (!uit.ok) throw new Error(uit.fout.soort);
  const id = await t.apparaat.voegToe('gebeurtenissen', {
    casus: nieuwId(),
    datum: '2026-11-26',
    soort: 'notitie',
    titel: 'Met een bijlage',
    toelichting: '',
    bron: 'proef',
    leefgebied: null,
    bijlagen: [uit.waarde],
  });
  return { id, bijlage: uit.waarde };
}

const gelegd = (t: Toestel): string[] => t.vragen.filter((v) => v.startsWith('PUT '));
const gehaald = (t: Toestel): string[] => t.vragen.filter((v) => v.startsWith('GET '));

beforeEach(async () => {
  endpoint = await startTestEndpoint();
  huis = await nieuwHuis();
  account = await nieuwAccount();
  een = await toestel();
  await een.apparaat.richtOp();
  await een.apparaat.sync.start();
  await een.apparaat.gelijk();
  twee = await toestel();
  await twee.apparaat.neemKennis(een.apparaat);
  await twee.apparaat.sync.start();
  await twee.apparaat.gelijk();
});
afterEach(async () => {
  await Promise.all([een, twee].map((t) => t.kast.sluit()));
  await Promise.all([een, twee].map((t) => t.apparaat.sluit()));
  gestopt.push(endpoint.ruimOp());
});
afterAll(() => Promise.all(gestopt));

describe('attachments over the line', () => {
  it('go up by themselves, each chunk once, and come down when they are opened', async () => {
    const { id, bijlage } = await hangAan(een);
    await een.apparaat.gelijk();
    expect(gelegd(een).sort()).toEqual(bijlage.stukken.map((n) => `PUT ${n}`).sort());
    await twee.apparaat.wachtOpDoc('gebeurtenissen', id);
    await twee.apparaat.gelijk();
    expect(await twee.kast.aanwezig(bijlage)).toBe(false);
    expect(gehaald(twee)).toEqual([]);

    const bytes: number[] = [];
    const uit = await twee.kast.lees(bijlage, { voortgang: (n) => bytes.push(n) });
    expect(uit).toEqual({ ok: true, waarde: INHOUD });
    expect(bytes).toEqual(Array.from({ length: AANTAL }, (_, i) => (i + 1) * STUK));
    expect(await twee.kast.aanwezig(bijlage)).toBe(true);
    // From the disk the next time, and nothing of it goes back up.
    expect(await twee.kast.lees(bijlage)).toEqual(uit);
    expect(gehaald(twee)).toHaveLength(AANTAL);
    expect(gelegd(twee)).toEqual([]);
    await twee.apparaat.gelijk();
  });

  it('count as waiting, go on after the endpoint was gone, and bring no chunk twice', async () => {
    let nog = 4;
    een.onderweg = async (methode) => {
      if (methode !== 'PUT' || nog-- > 0) return null;
      if (nog === -1) await endpoint.stop();
      throw new TypeError('fetch failed');
    };
    const { bijlage } = await hangAan(een);
    await een.apparaat.wacht((s) => s.toestand === 'offline' && s.wachtend > 0, 'offline');
    // Known after a restart without a network too.
    await een.apparaat.herstart();
    expect(een.apparaat.stand.wachtend).toBeGreaterThan(0);
    const eerder = gelegd(een).slice(0, 4);
    een.vragen.length = 0;
    een.onderweg = null;
    endpoint = await startTestEndpoint({
      dataDir: endpoint.map,
      port: Number(new URL(endpoint.adres).port),
    });
    await een.apparaat.gelijk();
    expect(een.apparaat.stand.wachtend).toBe(0);
    expect(een.vragen[0]).toBe('POST aanwezig');
    expect(gelegd(een).filter((v) => eerder.includes(v))).toEqual([]);
    expect([...gelegd(een), ...eerder].sort()).toEqual(
      bijlage.stukken.map((n) => `PUT ${n}`).sort(),
    );
  });

  it('say why they are not here: no line, or still on another device', async () => {
    een.onderweg = (methode) =>
      methode === 'PUT'
        ? new Promise((_, mis) => setTimeout(mis, 200, new TypeError('weg')))
        : Promise.resolve(null);
    const { id, bijlage } = await hangAan(een);
    await twee.apparaat.wachtOpDoc('gebeurtenissen', id);
    expect(await twee.kast.lees(bijlage)).toEqual({ ok: false, fout: { soort: 'ontbreekt' } });
    twee.apparaat.sync.pauzeer(true);
    await twee.apparaat.wacht((s) => s.toestand === 'offline', 'offline');
    expect(await twee.kast.lees(bijlage)).toEqual({ ok: false, fout: { soort: 'offline' } });
    een.onderweg = null;
    await een.apparaat.gelijk();
    twee.apparaat.sync.pauzeer(false);
    await twee.apparaat.gelijk();
    expect(await twee.kast.lees(bijlage)).toEqual({ ok: true, waarde: INHOUD });
  });

  it('are not kept when a chunk is not what its address says', async () => {
    const { id, bijlage } = await hangAan(een);
    await een.apparaat.gelijk();
    await twee.apparaat.wachtOpDoc('gebeurtenissen', id);
    let n = 0;
    twee.onderweg = () => {
      n += 1;
      const vals = new Uint8Array(STUK + 28).fill(n);
      const kop = { headers: { ...VAN_ENDPOINT, 'content-type': 'application/octet-stream' } };
      return Promise.resolve(n === 3 ? new Response(vals, kop) : null);
    };
    expect(await twee.kast.lees(bijlage)).toEqual({ ok: false, fout: { soort: 'beschadigd' } });
    expect([...twee.nep.schijf.keys()].sort()).toEqual(bijlage.stukken.slice(0, 2).sort());
    twee.onderweg = null;
    expect(await twee.kast.lees(bijlage)).toEqual({ ok: true, waarde: INHOUD });
  });

  it('stop when asked, and go on from there the next time', async () => {
    const { id, bijlage } = await hangAan(een);
    await een.apparaat.gelijk();
    await twee.apparaat.wachtOpDoc('gebeurtenissen', id);
    const stop = new AbortController();
    const uit = await twee.kast.lees(bijlage, {
      stop: stop.signal,
      voortgang: (n) => {
        if (n === 3 * STUK) stop.abort();
      },
    });
    expect(uit).toEqual({ ok: false, fout: { soort: 'afgebroken' } });
    expect(twee.nep.schijf.size).toBe(3);
    expect(await twee.kast.lees(bijlage)).toEqual({ ok: true, waarde: INHOUD });
    expect(gehaald(twee)).toHaveLength(AANTAL);
    await twee.apparaat.gelijk();
  });

  it('are not taken for delivered when something in between says so', async () => {
    een.onderweg = (methode) => Promise.resolve(methode === 'PUT' ? new Response(null) : null);
    const { bijlage } = await hangAan(een);
    await een.apparaat.wacht((s) => s.toestand === 'offline' && s.wachtend > 0, 'offline');
    een.vragen.length = 0;
    een.onderweg = null;
    await een.apparaat.gelijk();
    expect(gelegd(een).sort()).toEqual(bijlage.stukken.map((n) => `PUT ${n}`).sort());
  });
});

describe('on a line that costs data', () => {
  it('documents travel, attachments wait, and go when somebody says so', async () => {
    een.apparaat.zegZuinig(true);
    twee.apparaat.zegZuinig(true);
    const { id, bijlage } = await hangAan(een);
    await twee.apparaat.wachtOpDoc('gebeurtenissen', id);
    await een.apparaat.wacht((s) => s.wachtend === 1 && s.zuinig?.bijlagen === 1, 'zuinig');
    expect(een.apparaat.stand).toMatchObject({ toestand: 'bezig', oorzaak: null });
    expect(een.vragen).toEqual([]);
    een.apparaat.sync.zetZuinig(false);
    await een.apparaat.gelijk();
    expect(een.apparaat.stand.zuinig).toBeNull();
    // To open one is to ask for it.
    expect(gehaald(twee)).toEqual([]);
    expect(await twee.kast.lees(bijlage)).toEqual({ ok: true, waarde: INHOUD });
  });

  it('go by themselves when the line does not cost data any more', async () => {
    een.apparaat.zegZuinig(true);
    await hangAan(een);
    await een.apparaat.wacht((s) => s.wachtend === 1 && s.zuinig?.bijlagen === 1, 'zuinig');
    een.apparaat.zegZuinig(false);
    await een.apparaat.gelijk();
    expect(gelegd(een)).toHaveLength(AANTAL);
  });

  it('stop half way when it begins to, and go on from there', async () => {
    let nog = 4;
    een.onderweg = (methode) => {
      if (methode === 'PUT' && --nog === 0) een.apparaat.zegZuinig(true);
      return Promise.resolve(null);
    };
    await hangAan(een);
    await een.apparaat.wacht((s) => s.zuinig?.bijlagen === 1 && s.toestand === 'bezig', 'zuinig');
    expect(gelegd(een).length).toBeLessThan(AANTAL);
    een.apparaat.sync.zetZuinig(false);
    await een.apparaat.gelijk();
    expect(new Set(gelegd(een)).size).toBe(AANTAL);
    expect(gelegd(een)).toHaveLength(AANTAL);
  });
});
