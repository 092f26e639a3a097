/**
 * An endpoint that means harm, between a device and the real one: what it leaves out, repeats, shuffles,
 * mixes, turns back or makes up. The device takes nothing false for true, and loses nothing that it had.
 */
import { decode, encode } from '@msgpack/msgpack';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  maakVerlening,
  nieuwId,
  nieuwTekenpaar,
  willekeurig,
} from '../../../../shared/crypto/index.js';
import type {
  Envelop,
  Pullantwoord,
  Pushantwoord,
  Verlening,
} from '../../../../shared/sync/protocol.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import { maakPaar } from './paar.js';
import { SNEL, VAN_ENDPOINT, casusvelden, eventueel } from './proefapparaat.js';
import type { Proefaccount, Proefapparaat, Proefhuis } from './proefapparaat.js';

let endpoint: Testendpoint;
let een: Proefapparaat;
let twee: Proefapparaat;
let casus: string;
let huis: Proefhuis;
let account: Proefaccount;
const gestopt: Promise<unknown>[] = [];

/** What the line of `twee` does to the answers; of a push also instead of passing it on. */
let bijOphalen: (uit: Pullantwoord) => Pullantwoord;
let bijDuwen: () => Pushantwoord | null;
let bijVerleningen: (echte: readonly Verlening[]) => readonly Verlening[];

const haal: typeof fetch = async (adres, init) => {
  const pad = new URL(adres as string).pathname;
  const verzonnen = pad.endsWith('/wijzigingen') ? bijDuwen() : null;
  const msgpack = (inhoud: unknown): Response =>
    new Response(encode(inhoud), {
      headers: { ...VAN_ENDPOINT, 'content-type': 'application/msgpack' },
    });
  if (verzonnen !== null) return msgpack(verzonnen);
  const uit = await fetch(adres, init);
  if (uit.ok && pad.endsWith('/verleningen') && (init?.method ?? 'GET') === 'GET') {
    const inhoud = (await uit.json()) as { verleningen: Verlening[]; volgnummer: number };
    return Response.json(
      { ...inhoud, verleningen: bijVerleningen(inhoud.verleningen) },
      { headers: VAN_ENDPOINT },
    );
  }
  if (!uit.ok || !pad.endsWith('/wijzigingen/ophalen')) return uit;
  const inhoud = decode(new Uint8Array(await uit.arrayBuffer())) as Pullantwoord;
  return msgpack(bijOphalen(inhoud));
};

beforeEach(async () => {
  endpoint = await startTestEndpoint();
  bijOphalen = (uit) => uit;
  bijDuwen = () => null;
  bijVerleningen = (echte) => echte;
  const sync = { ...SNEL, fetch: haal };
  ({ huis, account, een, twee, casus } = await maakPaar(endpoint.adres, 'Eerst', sync));
});
afterEach(async () => {
  await Promise.all([een.sluit(), twee.sluit()]);
  gestopt.push(endpoint.ruimOp());
});
afterAll(() => Promise.all(gestopt));

const titel = async (wie: Proefapparaat, id = casus): Promise<unknown> =>
  (await wie.lees('casussen', id))?.['titel'];
const titelBij = (wie: Proefapparaat, wat: string): Promise<void> =>
  eventueel(async () => expect(await titel(wie)).toBe(wat));
const zet = (wie: Proefapparaat, veld: string, waarde: string): Promise<void> =>
  wie.wijzig('casussen', casus, (d) => (d[veld] = waarde));
/** Something new that `twee` gets, so that it has asked and taken in what came with it. */
async function signaal(): Promise<void> {
  const id = await een.voegToe('casussen', casusvelden('Signaal'));
  await twee.wachtOpDoc('casussen', id);
}
/** The envelope of the case as the endpoint has it now. */
async function bewaarEnvelop(): Promise<Envelop> {
  let bewaard: Envelop | undefined;
  bijOphalen = (uit) => {
    bewaard = uit.enveloppen.find((e) => e.id === casus) ?? bewaard;
    return uit;
  };
  await zet(een, 'titel', 'Oud');
  await titelBij(twee, 'Oud');
  await twee.gelijk();
  bijOphalen = (uit) => uit;
  if (bewaard === undefined) throw new Error('geen envelop gezien');
  return bewaard;
}
/** `twee` writes, and `een` gets that on top of the newest state. */
async function schrijfVerder(): Promise<void> {
  await zet(twee, 'omschrijving', 'Van twee');
  await eventueel(async () =>
    expect(await een.lees('casussen', casus)).toMatchObject({
      titel: 'Nieuw',
      omschrijving: 'Van twee',
      conflicten: [],
    }),
  );
}

describe('an endpoint that means harm', () => {
  it('changes nothing by saying everything twice and in another order', async () => {
    bijOphalen = (uit) => ({
      ...uit,
      enveloppen: [...uit.enveloppen, ...uit.enveloppen].reverse(),
    });
    await zet(een, 'titel', 'Anders');
    await een.voegMeerToe('casussen', [casusvelden('B'), casusvelden('C'), casusvelden('D')]);
    await een.gelijk();
    await eventueel(async () =>
      expect(await twee.alle('casussen')).toEqual(await een.alle('casussen')),
    );
    expect(twee.stand.reden).toBeNull();
  });

  it('that leaves a change out is made up for by the next change of it', async () => {
    bijOphalen = (uit) => ({
      ...uit,
      enveloppen: uit.enveloppen.filter((e) => e.id !== casus),
    });
    await zet(een, 'titel', 'Weggelaten');
    await een.gelijk();
    await signaal();
    expect(await titel(twee)).toBe('Eerst');
    bijOphalen = (uit) => uit;
    await zet(een, 'omschrijving', 'Daarna');
    await eventueel(async () =>
      expect(await twee.lees('casussen', casus)).toEqual(await een.lees('casussen', casus)),
    );
    expect(await titel(twee)).toBe('Weggelaten');
  });

  it.each<[string, (e: Envelop, ander: Envelop) => Partial<Envelop>]>([
    ['of another document', (_e, ander) => ({ bytes: ander.bytes })],
    [
      'and signature of another document',
      (_e, a) => ({ bytes: a.bytes, handtekening: a.handtekening }),
    ],
    ['under the id of another document', (_e, ander) => ({ id: ander.id })],
    ['under another version', () => ({ versie: nieuwId() })],
    ['as a deletion', () => ({ verwijderd: true })],
    ['as of another author', () => ({ door: nieuwId() })],
    ['as of another epoch', (e) => ({ epoch: e.epoch + 1 })],
    ['as of another vak', () => ({ vak: nieuwId() })],
    ['with one bit changed', (e) => ({ bytes: e.bytes.map((b, i) => (i === 20 ? b ^ 1 : b)) })],
  ])('brings in no content %s', async (_naam, anders) => {
    const ander = await een.voegToe('casussen', casusvelden('Ander'));
    await twee.wachtOpDoc('casussen', ander);
    let geknoeid = 0;
    bijOphalen = (uit) => ({
      ...uit,
      enveloppen: uit.enveloppen.map((e) => {
        const bij = uit.enveloppen.find(({ id }) => id !== e.id);
        if (!bij || ![casus, ander].includes(e.id)) return e;
        geknoeid += 1;
        return { ...e, ...anders(e, bij) };
      }),
    });
    twee.sync.pauzeer(true);
    await twee.wacht((s) => s.toestand === 'offline', 'offline');
    await zet(een, 'titel', 'Vervalst');
    await een.wijzig('casussen', ander, (d) => (d['titel'] = 'Ander vervalst'));
    await een.gelijk();
    twee.sync.pauzeer(false);
    await signaal();
    expect(geknoeid).toBeGreaterThan(0);
    expect(await titel(twee)).toBe('Eerst');
    expect(await titel(twee, ander)).toBe('Ander');
    // And the next honest change brings it up to date.
    bijOphalen = (uit) => uit;
    await zet(een, 'titel', 'Eerlijk');
    await titelBij(twee, 'Eerlijk');
  });

  it('does not turn a document back by showing an old state as the newest, and is reported', async () => {
    const oud = await bewaarEnvelop();
    await zet(een, 'titel', 'Nieuw');
    await titelBij(twee, 'Nieuw');
    await twee.gelijk();
    bijOphalen = (uit) => ({
      ...uit,
      enveloppen: [...uit.enveloppen, { ...oud, volgnummer: 1_000_000 }],
    });
    await signaal();
    expect(await titel(twee)).toBe('Nieuw');
    expect(twee.stand.reden).toMatch(/van 1 document een oudere stand/);
    // Nor does it get into what is sent on.
    bijOphalen = (uit) => uit;
    await schrijfVerder();
  });

  it('does not turn fields back by refusing a push with an old state', async () => {
    const oud = await bewaarEnvelop();
    await zet(een, 'titel', 'Nieuw');
    await titelBij(twee, 'Nieuw');
    await twee.gelijk();
    let keren = 0;
    bijDuwen = () => {
      keren += 1;
      return keren > 1 ? null : { volgnummer: 1, verworpen: [oud], quarantaine: [] };
    };
    await schrijfVerder();
    expect(keren).toBeGreaterThan(1);
    expect(await twee.lees('casussen', casus)).toEqual(await een.lees('casussen', casus));
    expect(twee.stand.reden).toMatch(/een oudere stand/);
  });

  it('is not accused of an answer that was merely under way', async () => {
    const oud = await bewaarEnvelop();
    await zet(een, 'titel', 'Nieuw');
    await titelBij(twee, 'Nieuw');
    bijOphalen = (uit) => ({ ...uit, enveloppen: [{ ...oud, volgnummer: 1 }, ...uit.enveloppen] });
    await signaal();
    expect(await titel(twee)).toBe('Nieuw');
    expect(twee.stand.reden).toBeNull();
  });

  it.each<[string, (echt: Verlening) => Promise<Verlening>]>([
    ['by a stranger', () => verzonnen(nieuwId())],
    ['in the name of a member', () => verzonnen(account.id)],
    ['with the seal of a genuine one', (echt) => Promise.resolve({ ...echt, epoch: 2 })],
  ])('does not get a key of its own in use, signed %s', async (_naam, maak) => {
    const [echt] = een.sleutels.alle();
    if (!echt) throw new Error('geen verlening');
    const vals = await maak(echt);
    let gegeven = 0;
    bijVerleningen = (echte) => {
      gegeven += 1;
      return [...echte, vals];
    };
    await twee.herstart();
    await twee.gelijk();
    expect(gegeven).toBeGreaterThan(0);
    expect(twee.sleutels.epoch(huis.vak)).toBe(1);
    expect(
      twee.sleutels.alle().some((t) => t.handtekening === vals.handtekening && t.epoch === 2),
    ).toBe(false);
    await zet(twee, 'titel', 'Onder de echte sleutel');
    await titelBij(een, 'Onder de echte sleutel');
  });
});

/** A grant of a key that the endpoint knows, for the next epoch of the vak of the house. */
async function verzonnen(door: string): Promise<Verlening> {
  const paar = await nieuwTekenpaar();
  return maakVerlening(
    huis.id,
    { vak: huis.vak, epoch: 2, account: account.id, rol: 'beheerder', tot: null, door },
    willekeurig(32),
    account.ontvang.publiek,
    paar.prive,
  );
}
