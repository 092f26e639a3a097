/** A device that was away for too long: it asks for contact before it opens, and loses nothing. */
import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import type { Deuropties } from '../../../../renderer/vault/index.js';
import type { Kluis } from '../../../../renderer/vault/types.js';
import { startTestEndpoint } from '../../../harness/endpoint.js';
import type { Testendpoint } from '../../../harness/endpoint.js';
import { apparaat, betrokkene, OPRICHTING, WACHTZIN } from './proef.js';
import type { Proefapparaat } from './proef.js';

const DAG = 86_400_000;
let endpoint: Testendpoint;
let hier: Proefapparaat;
let nu: number;
let verbonden: boolean;
/** After a request for this path the network is gone. */
let laatste: string | null;
let opties: Deuropties;
const gestopt: Promise<unknown>[] = [];

async function opHet(klopt: () => boolean): Promise<void> {
  while (!klopt()) await new Promise((klaar) => setTimeout(klaar, 5));
}

async function gesloten(kluis: Kluis): Promise<void> {
  await opHet(() => kluis.sync.waarde.toestand === 'gelijk');
  await kluis.sluit();
}

beforeEach(async () => {
  endpoint = await startTestEndpoint();
  hier = apparaat();
  nu = Date.UTC(2026, 10, 1);
  verbonden = true;
  laatste = null;
  opties = {
    nu: () => nu,
    sync: {
      fetch: (adres, init) => {
        if (!verbonden) return Promise.reject(new TypeError('weg'));
        if (laatste !== null && (adres as string).endsWith(laatste)) verbonden = false;
        return fetch(adres, init);
      },
    },
  };
});
afterEach(() => gestopt.push(endpoint.ruimOp()));
afterAll(() => Promise.all(gestopt));

it('opens again after contact, with everything that was there', async () => {
  const { kluis } = await hier.deur(opties).richtOp({ ...OPRICHTING, endpoint: endpoint.adres });
  const [doc] = await kluis.voegToe('betrokkenen', [betrokkene(await kluis.nieuwVak())]);
  await gesloten(kluis);
  const deur = hier.deur(opties);
  expect(await deur.stand()).toMatchObject({ soort: 'vergrendeld', contact: null });

  nu += 31 * DAG;
  verbonden = false;
  expect(await deur.stand()).toMatchObject({
    contact: { reden: 'termijn', sinds: expect.stringMatching(/^2026-11-01/) as string },
  });
  // The passphrase is still asked for first, and still counts its attempts.
  expect(await deur.ontgrendel('een andere wachtzin dan de goede')).toMatchObject({
    fout: { soort: 'wachtzin', pogingen: 1 },
  });
  expect(await deur.ontgrendel(WACHTZIN)).toMatchObject({
    ok: false,
    fout: { soort: 'contact', reden: 'termijn' },
  });

  verbonden = true;
  const open = await deur.ontgrendel(WACHTZIN);
  if (!open.ok) throw new Error(open.fout.soort);
  expect(open.waarde.haal('betrokkenen', doc?.id ?? '')).toBeDefined();
  await gesloten(open.waarde);

  // Set back, the clock gives no time; also not when the term has not passed.
  nu -= 5 * DAG;
  verbonden = false;
  expect(await deur.ontgrendel(WACHTZIN)).toMatchObject({
    fout: { soort: 'contact', reden: 'klok' },
  });
});

it('is without bound when the house wants that', async () => {
  const { kluis } = await hier.deur(opties).richtOp({ ...OPRICHTING, endpoint: endpoint.adres });
  const huis = kluis.alle('huis').find((d) => d.soort === 'huis');
  if (!huis) throw new Error('geen huis');
  await kluis.wijzig('huis', huis, (d) => {
    if (d.soort === 'huis') d.contacttermijn = null;
  });
  await gesloten(kluis);
  nu += 1000 * DAG;
  verbonden = false;
  const open = await hier.deur(opties).ontgrendel(WACHTZIN);
  expect(open.ok).toBe(true);
  if (open.ok) await open.waarde.sluit();
});

it('hears there that it was revoked, and is wiped before anything is shown', async () => {
  const { kluis } = await hier.deur(opties).richtOp({ ...OPRICHTING, endpoint: endpoint.adres });
  await opHet(() => kluis.sync.waarde.toestand === 'gelijk');
  laatste = '/intrekkingen';
  await kluis.leden.trekIn({ account: kluis.ik.id, apparaat: kluis.apparaat.id });
  await kluis.sluit();
  expect(hier.platform.herstarts).toBe(0);

  nu += 31 * DAG;
  verbonden = true;
  const deur = hier.deur(opties);
  expect(await deur.ontgrendel(WACHTZIN)).toMatchObject({ fout: { soort: 'ingetrokken' } });
  expect(hier.platform.herstarts).toBe(1);
  expect(await deur.stand()).toMatchObject({ soort: 'ingetrokken' });
});
