/** Judging a late change: what is shown, and what accepting writes. */
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { nieuwId } from '../../../../shared/crypto/index.js';
import { nieuwHuis } from '../../../../renderer/vault/kluis/begin.js';
import type { Onderdelen } from '../../../../renderer/vault/kluis/opening.js';
import { maakQuarantaine } from '../../../../renderer/vault/kluis/quarantaine.js';
import type { Quarantainelijst } from '../../../../renderer/vault/types.js';
import { betrokkene, openZonderDeur, OPRICHTING } from './proef.js';

type Laat = Onderdelen['sync']['quarantaine']['waarde'][number];

let delen: Onderdelen;
let lijst: Quarantainelijst;
let laat: Laat[];
let oordelen: [number, string][];
let regels: { actie: string }[];
const OUDLID = nieuwId();
const VAK = nieuwId();

beforeEach(async () => {
  ({ delen } = await openZonderDeur(await nieuwHuis(OPRICHTING)));
  await delen.compleet;
  laat = [];
  oordelen = [];
  regels = [];
  lijst = maakQuarantaine({
    ...delen,
    sync: {
      quarantaine: {
        get waarde() {
          return [...laat];
        },
        volg: () => () => undefined,
      },
      beoordeel: (nr: number, oordeel: string) => {
        oordelen.push([nr, oordeel]);
        return Promise.resolve(true);
      },
    } as unknown as Onderdelen['sync'],
    log: { noteer: (regel) => void regels.push(regel) },
  });
});
afterEach(() => delen.sluit());

async function casus(vak = VAK) {
  const [doc] = await delen.schrijver.voegToe('betrokkenen', [betrokkene(vak)]);
  if (!doc) throw new Error('niet geschreven');
  return doc;
}
type Betrokkene = Awaited<ReturnType<typeof casus>>;

function bracht(
  op: Betrokkene,
  anders: Record<string, unknown>,
  hoe: Partial<Pick<Laat, 'basis' | 'verwijderd'>> & { vak?: string } = {},
): number {
  const volgnummer = laat.length + 1;
  const inhoud = {
    ...op,
    ...anders,
    vak: hoe.vak ?? op.vak,
    versie: nieuwId(),
    gewijzigdDoor: OUDLID,
    gewijzigdOp: '2026-11-20T10:00:00.000Z',
    _deleted: hoe.verwijderd ?? false,
  };
  laat.push({
    regel: {
      ...{ volgnummer, id: inhoud.id, vak: inhoud.vak, collectie: 'betrokkenen', door: OUDLID },
      ...{ versie: inhoud.versie, apparaat: nieuwId(), grootte: 100, oordeel: null },
      ontvangenOp: '2026-11-25T10:00:00.000Z',
    },
    basis: hoe.basis === undefined ? op.versie : hoe.basis,
    verwijderd: hoe.verwijderd ?? false,
    doc: { collectie: 'betrokkenen', inhoud: inhoud as never },
  });
  return volgnummer;
}
const nu = (id: string) => delen.spiegel.haal('betrokkenen', id);

it('shows each field with what it is now, and who wrote it when', async () => {
  const doc = await casus();
  bracht(doc, { toelichting: 'verhuisd' });
  expect(lijst.waarde).toEqual([
    expect.objectContaining({
      soort: 'wijziging',
      door: OUDLID,
      gewijzigdOp: '2026-11-20T10:00:00.000Z',
      ontvangenOp: '2026-11-25T10:00:00.000Z',
      velden: [{ veld: 'toelichting', oud: doc.toelichting, nieuw: 'verhuisd' }],
    }),
  ]);
  expect(nu(doc.id)?.toelichting).toBe(doc.toelichting);
});

it('writes what is accepted in the own name, and marks and logs it', async () => {
  const doc = await casus();
  const nr = bracht(doc, { toelichting: 'verhuisd' });
  expect(await lijst.aanvaard(nr)).toEqual({ ok: true });
  expect(nu(doc.id)).toMatchObject({
    toelichting: 'verhuisd',
    gewijzigdDoor: delen.vast.account,
    conflicten: [],
  });
  expect(oordelen).toEqual([[nr, 'aanvaard']]);
  expect(regels).toMatchObject([
    { actie: 'quarantaine-aanvaard', soort: 'betrokkenen', id: doc.id },
  ]);
  // Broken off before it was marked, and done again: nothing changes any more.
  const { versie } = nu(doc.id) ?? {};
  await lijst.aanvaard(nr);
  expect(nu(doc.id)?.versie).toBe(versie);
});

it('keeps both values where it was changed meanwhile', async () => {
  const doc = await casus();
  const nr = bracht(doc, { toelichting: 'verhuisd' });
  await delen.schrijver.wijzig('betrokkenen', doc, (d) => (d.toelichting = 'weer thuis'));
  expect((await lijst.aanvaard(nr)).ok).toBe(true);
  const waarden = nu(doc.id)?.conflicten.find((c) => c.id === 'toelichting')?.waarden;
  expect(waarden?.map((w) => w.waarde).toSorted()).toEqual(['verhuisd', 'weer thuis']);
});

it('brings in what is new, and takes away what was deleted, only when accepted', async () => {
  const doc = await casus();
  const weg = bracht(doc, {}, { verwijderd: true });
  const nieuw = bracht({ ...doc, id: nieuwId() }, { naam: 'Nieuw' }, { basis: null });
  expect(lijst.waarde.map((l) => l.soort)).toEqual(['verwijdering', 'nieuw']);
  expect(nu(doc.id)).toBeDefined();
  await lijst.aanvaard(weg);
  await lijst.aanvaard(nieuw);
  expect(nu(doc.id)).toBeUndefined();
  expect(delen.spiegel.alle('betrokkenen').map((b) => b.naam)).toEqual(['Nieuw']);
});

it('changes nothing when it is refused', async () => {
  const doc = await casus();
  const nr = bracht(doc, { toelichting: 'verhuisd' });
  expect(await lijst.weiger(nr)).toEqual({ ok: true });
  expect(nu(doc.id)).toEqual(doc);
  expect(oordelen).toEqual([[nr, 'geweigerd']]);
  expect(regels).toMatchObject([{ actie: 'quarantaine-geweigerd' }]);
});

it('reaches no document of another vak', async () => {
  const doc = await casus(nieuwId());
  const nr = bracht(doc, { toelichting: 'van elders' }, { vak: VAK });
  expect(lijst.waarde[0]?.soort).toBe('onleesbaar');
  expect(await lijst.aanvaard(nr)).toEqual({ ok: false, fout: 'onleesbaar' });
  expect(nu(doc.id)).toEqual(doc);
  expect(oordelen).toEqual([]);
});
